import ArgumentParser
import Foundation
import KBEvaluation
import KBLanguage
import KBModel

/// Prints how well the language rules do on labelled files.
@main
struct KBScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb-score",
    abstract: "Score the language rules on labelled questions, guides or quotes",
    discussion: "A file has one JSON object a line; its fields decide what it holds: `specificity` makes quotes, `guide` guides.")

  @Argument(help: "Labelled files, one JSON object a line.")
  var files: [String]

  @Flag(help: "List every item that was judged otherwise than by hand.")
  var misses = false

  @Flag(help: "Measure the time for an item instead.")
  var bench = false

  @Option(help: "How often the file is read when measuring.")
  var rounds = 200

  func run() throws {
    for file in files {
      let items = try LabelledItem.items(ofLines: String(contentsOfFile: file, encoding: .utf8))
      guard let first = items.first else { continue }
      print(file)
      if bench {
        measure(items)
      } else if first.specificity != nil {
        scoreQuotes(items)
      } else if first.guide != nil {
        scoreGuides(items)
      } else {
        scoreQuestions(items)
      }
      print("")
    }
  }

  private func scoreQuestions(_ items: [LabelledItem]) {
    let reader = QuestionReader()
    var scores = Scores()
    for item in items where item.open != true {
      let predicted = Set(reader.faults(in: item.text).map(\.label.rawValue))
      note(item.text, Set(item.labels ?? []), predicted, in: &scores)
    }
    table(scores, support: 1)
  }

  private func note(_ text: String, _ gold: Set<String>, _ predicted: Set<String>, in scores: inout Scores) {
    scores.add(gold: gold, predicted: predicted)
    guard misses, gold != predicted else { return }
    let missing = gold.subtracting(predicted).sorted().map { "-" + $0 }
    let extra = predicted.subtracting(gold).sorted().map { "+" + $0 }
    print("  \((missing + extra).joined(separator: " ")) | \(text)")
  }

  private func table(_ scores: Scores, support: Int) {
    func line(_ name: String, _ measure: Scores.Measure) {
      print("  \(pad(name, 22)) P \(two(measure.precision))  R \(two(measure.recall))  F1 \(two(measure.f1))  n \(measure.support)")
    }
    for (label, measure) in scores.labels.sorted(by: { $0.key < $1.key }) { line(label, measure) }
    line("any fault", scores.any)
    line("leading family", scores.leading)
    print("  \(pad("macro F1", 22)) \(two(scores.macroF1(support: support)))")
    print("  \(pad("false alarms", 22)) \(two(scores.falseAlarmRate)) (\(scores.falseAlarms) of \(scores.fine))")
    print("  \(pad("exact", 22)) \(two(scores.exactShare)) of \(scores.items)")
  }

  private func scoreGuides(_ items: [LabelledItem]) {
    var scores = Scores()
    var notes = 0
    var faultyNotes = 0
    var detection = Scores.Measure()
    for guide in guides(items) {
      let sequence = QuestionSequence(reader: QuestionReader(kind: guide[0].usability == true ? .usability : .discovery))
      let readings = sequence.readings(of: guide.map { SequenceItem($0.text, role: .listItem(depth: 0)) })
      for (item, reading) in zip(guide, readings) where item.open != true {
        let predicted = Set(reading.faults.map(\.label.rawValue))
        if item.kind == "note" {
          notes += 1
          if reading.kind != .note {
            detection.falsePositives += 1
            if misses { print("  note taken for \(reading.kind) \(predicted.sorted()) | \(item.text)") }
          }
          if !predicted.isEmpty { faultyNotes += 1 }
        } else {
          if reading.kind == .question { detection.truePositives += 1 } else {
            detection.falseNegatives += 1
            if misses { print("  question taken for \(reading.kind) | \(item.text)") }
          }
          note(item.text, Set(item.labels ?? []), predicted, in: &scores)
        }
      }
      for finding in sequence.orderFindings(of: readings) where misses {
        print("  order: \(finding.fault.rawValue) | \(guide[finding.item].text)")
      }
    }
    table(scores, support: 8)
    print("  \(pad("questions found", 22)) P \(two(detection.precision))  R \(two(detection.recall))  n \(detection.support)")
    print("  \(pad("notes taken as faulty", 22)) \(faultyNotes) of \(notes)")
  }

  /// The items by guide, in order.
  private func guides(_ items: [LabelledItem]) -> [[LabelledItem]] {
    var guides: [[LabelledItem]] = []
    for item in items {
      if let last = guides.last, last[0].guide == item.guide { guides[guides.count - 1].append(item) } else { guides.append([item]) }
    }
    return guides
  }

  private func scoreQuotes(_ items: [LabelledItem]) {
    let reader = QuoteReader()
    var scores = Scores()
    var hypotheticalsPassed = 0
    var wronglyDoubted = 0
    for item in items {
      guard let grade = item.specificity.flatMap(Grade.init(rawValue:)) else { continue }
      let reading = reader.read(item.text)
      scores.add(gold: [grade.rawValue], predicted: [reading.grade.rawValue])
      if grade == .hypothetical, reading.grade == .anecdote { hypotheticalsPassed += 1 }
      if reading.mismatch(labelled: grade) != nil { wronglyDoubted += 1 }
      if misses, reading.grade != grade { print("  \(grade) read as \(reading.grade) | \(item.text)") }
    }
    for (label, measure) in scores.labels.sorted(by: { $0.key < $1.key }) {
      print("  \(pad(label, 22)) P \(two(measure.precision))  R \(two(measure.recall))  F1 \(two(measure.f1))  n \(measure.support)")
    }
    print("  \(pad("macro F1", 22)) \(two(scores.macroF1()))")
    print("  \(pad("hypothetical as anecdote", 22)) \(hypotheticalsPassed)")
    print("  \(pad("right labels doubted", 22)) \(wronglyDoubted) of \(scores.items)")
  }

  private func measure(_ items: [LabelledItem]) {
    let reader = QuestionReader()
    var count = 0
    for item in items { count += reader.faults(in: item.text).count }
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for _ in 0..<rounds {
        for item in items { count += reader.faults(in: item.text).count }
      }
    }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    print("  \(three(seconds * 1e6 / Double(rounds * items.count))) microseconds an item (\(items.count) items, \(count / (rounds + 1)) faults)")
  }

  private func pad(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
  private func two(_ value: Double) -> String { String(format: "%.3f", value) }
  private func three(_ value: Double) -> String { String(format: "%.3f", value) }
}
