import Foundation
import KBEvaluation
import KBLanguage
import KBModel
import Testing

/// The labelled files of the tests.
enum Evaluation {
  static func items(_ name: String) throws -> [LabelledItem] {
    let url = try #require(Bundle.module.url(forResource: "Eval/\(name)", withExtension: "jsonl"))
    return try LabelledItem.items(ofLines: String(contentsOf: url, encoding: .utf8))
  }

  /// Questions on their own; guides in their order.
  static func scores(_ items: [LabelledItem]) -> Scores {
    var scores = Scores()
    for (item, predicted) in zip(items, predictions(items)) where item.open != true && item.kind != "note" {
      scores.add(gold: Set(item.labels ?? []), predicted: predicted.labels)
    }
    return scores
  }

  static func predictions(_ items: [LabelledItem]) -> [(kind: ItemReading.Kind, labels: Set<String>)] {
    var all: [(kind: ItemReading.Kind, labels: Set<String>)] = []
    var start = 0
    while start < items.count {
      guard let guide = items[start].guide else {
        all.append((.question, Set(QuestionReader().faults(in: items[start].text).map(\.label.rawValue))))
        start += 1
        continue
      }
      let end = items[start...].firstIndex { $0.guide != guide } ?? items.count
      let sequence = QuestionSequence(reader: QuestionReader(kind: items[start].usability == true ? .usability : .discovery))
      let readings = sequence.readings(of: items[start..<end].map { SequenceItem($0.text, role: .listItem(depth: 0)) })
      all += readings.map { ($0.kind, Set($0.faults.map(\.label.rawValue))) }
      start = end
    }
    return all
  }
}

/// Floors for the development sets, a little below what is measured. The rules were written with most of these items in
/// sight, so the figures say that nothing broke, not how well unseen questions are read.
@Suite struct QuestionEvaluationTests {
  @Test(arguments: [("questions-dev", 0.95, 0.04), ("questions-own", 0.98, 0.01), ("guides-dev", 0.90, 0.04)])
  func readsTheDevelopmentSets(name: String, floor: Double, alarms: Double) throws {
    let scores = Evaluation.scores(try Evaluation.items(name))
    #expect(scores.macroF1(support: name == "guides-dev" ? 8 : 1) >= floor)
    #expect(scores.falseAlarmRate <= alarms)
  }

  @Test func tellsLeadingQuestionsFromOthers() throws {
    let leading = Evaluation.scores(try Evaluation.items("questions-dev")).leading
    #expect(leading.precision >= 0.96)
    #expect(leading.recall >= 0.95)
  }

  @Test func notesAreSeldomTakenForFaultyQuestions() throws {
    let items = try Evaluation.items("guides-dev")
    let notes = zip(items, Evaluation.predictions(items)).filter { $0.0.kind == "note" }
    let faulty = notes.filter { !$0.1.labels.isEmpty }
    #expect(notes.count > 50)
    #expect(Double(faulty.count) <= 0.03 * Double(notes.count))
  }

  @Test func questionsOfGuidesAreFound() throws {
    let items = try Evaluation.items("guides-dev")
    let questions = zip(items, Evaluation.predictions(items)).filter { $0.0.kind == "question" }
    let found = questions.filter { $0.1.kind == .question }
    #expect(Double(found.count) >= 0.96 * Double(questions.count))
  }
}
