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
    case "session", "field-note", "guide":
      readQuestions(&file)
      readQuotes(&file)
    default: break
    }
  }

  // MARK: Questions

  private func readQuestions(_ file: inout FileReading) {
    let document = file.document
    let reader = QuestionReader(kind: file.text("kind").flatMap(GuideKind.init) ?? .discovery, products: products)
    file.questions = document.body.questions.map { question in
      let words = document.text(question.words)
      let reading = isOn ? reader.reading(of: words) : nil
      return KBRules.QuestionReading(
        range: question.words, words: words,
        faults: reading?.faults.map { fault in
          .init(label: fault.label, range: ByteRange(Int(question.words.start) + fault.bytes.lowerBound, Int(question.words.start) + fault.bytes.upperBound), reason: fault.reason)
        } ?? [],
        isOpen: reading?.isOpen ?? true, asksForInstance: reading?.asksForInstance ?? false,
        covers: document.body.links[Int(question.firstLink)..<Int(question.endLink)].map { document.text($0.target) })
    }
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

/// The words of a quote as running text, and where each of them stands in the file.
struct QuotedWords {
  private(set) var text = ""
  /// Where each line begins in the text and in the file.
  private var lines: [(text: Int, file: Int)] = []

  init(_ block: QuoteBlock, in document: Document) {
    for line in block.lines {
      if !text.isEmpty { text += "\n" }
      lines.append((text.utf8.count, Int(line.start)))
      text += document.text(line)
    }
  }

  /// The bytes of the file that hold those bytes of the text.
  func range(of bytes: Range<Int>) -> ByteRange {
    ByteRange(place(of: bytes.lowerBound), bytes.isEmpty ? place(of: bytes.lowerBound) : place(of: bytes.upperBound - 1) + 1)
  }

  private func place(of offset: Int) -> Int {
    guard let line = lines.last(where: { $0.text <= offset }) else { return 0 }
    return line.file + offset - line.text
  }

  var count: Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
