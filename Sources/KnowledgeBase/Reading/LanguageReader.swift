import KBLanguage
import KBModel
import KBRules

/// Asks the language rules about the questions and quotes of a file.
struct LanguageReader: Sendable {
  private let isOn: Bool
  private let products: [String]
  private let quotes = QuoteReader()

  init(configuration: Configuration) {
    isOn = configuration.readsLanguage
    products = configuration.product
  }

  func read(_ file: inout FileReading) {
    switch file.type?.name {
    case "guide": readGuide(&file)
    case "session", "field-note":
      readTalk(&file)
      readQuotes(&file)
    default: break
    }
  }

  // MARK: Questions

  /// In a guide all that asks or prompts is a question; the order of the questions counts too.
  private func readGuide(_ file: inout FileReading) {
    let document = file.document
    let items = GuideItems(document)
    guard isOn else {
      file.questions = items.all.filter(\.isMarked).map { question($0.range, nil, in: document) }
      return
    }
    let sequence = sequence(for: file)
    let readings = sequence.readings(of: items.all.map(\.item))
    for (item, reading) in zip(items.all, readings) where reading.kind != .note || !reading.faults.isEmpty {
      file.questions.append(question(item.range, reading, by: sequence.reader, in: document))
    }
    file.guideFaults = sequence.orderFindings(of: readings).map { finding in
      GuideFault(kind: .init(finding), range: items.all[finding.item].range)
    }
  }

  /// In a talk the marked lines are what was asked; what the customer had said before may be given back.
  private func readTalk(_ file: inout FileReading) {
    let document = file.document
    guard isOn else {
      file.questions = document.body.questions.map { question($0.words, nil, in: document) }
      return
    }
    let items = TalkItems(document)
    let sequence = sequence(for: file)
    for (item, reading) in zip(items.all, sequence.readings(of: items.all.map(\.item))) where item.isMarked {
      file.questions.append(question(item.range, reading, by: sequence.reader, in: document))
    }
  }

  private func sequence(for file: FileReading) -> QuestionSequence {
    QuestionSequence(reader: QuestionReader(kind: file.text("kind").flatMap(GuideKind.init) ?? .discovery, products: products))
  }

  private func question(_ range: ByteRange, _ reading: ItemReading?, by reader: QuestionReader? = nil, in document: Document) -> JudgedQuestion {
    let start = Int(range.start)
    let words = document.text(range)
    var question = JudgedQuestion(range: range, words: words, covers: covers(of: range, in: document))
    guard let reading else { return question }
    question.faults = reading.faults.map { fault in
      .init(label: fault.label, range: ByteRange(start + fault.bytes.lowerBound, start + fault.bytes.upperBound), reason: fault.reason)
    }
    if !question.faults.isEmpty { question.suggestion = reader?.suggestion(for: words, reading: reading.reading) }
    question.isOpen = reading.reading.isOpen
    question.asksForInstance = reading.reading.asksForInstance
    return question
  }

  /// The records that a question links to, also right behind its words.
  private func covers(of range: ByteRange, in document: Document) -> [String] {
    let links = document.body.questions.first { $0.words == range }.map { Int($0.firstLink)..<Int($0.endLink) }
      ?? document.body.links.indices.filter { range.range.contains(Int(document.body.links[$0].range.start)) }.span
    return document.body.links[links].map { document.text($0.target) }
  }

  // MARK: Quotes

  private func readQuotes(_ file: inout FileReading) {
    let document = file.document
    for (i, block) in document.body.quotes.enumerated() {
      guard let attribution = block.attribution else { continue }
      let words = QuotedWords(block, in: document)
      guard isOn else {
        file.quotes.append(.init(block: i, words: words.text, wordCount: words.count))
        continue
      }
      let reading = quotes.read(words.text)
      let mismatch = attribution.grade.flatMap { reading.mismatch(labelled: $0) }
      file.quotes.append(
        .init(
          block: i, words: words.text, wordCount: reading.wordCount,
          mismatch: mismatch.map { .init(reads: $0.found, range: words.range(of: $0.span.bytes), reason: $0.reason) },
          rungs: reading.split.map { [$0.0.grade, $0.1.grade] } ?? [reading.grade]))
    }
  }
}

extension GuideFault.Kind {
  fileprivate init(_ finding: OrderFinding) {
    self = switch finding.fault {
    case .noOpening: .noOpening
    case .noRecentInstance: .noRecentInstance
    case .pitchEarly: .pitchBeforeInstance
    case .closed: .closed(share: finding.openShare ?? 0)
    case .noClosing: .noClosing
    }
  }
}

extension [Int] {
  /// The range from the first to the last of ascending indices.
  fileprivate var span: Range<Int> { isEmpty ? 0..<0 : self[0]..<self[count - 1] + 1 }
}
