import KBLanguage
import KBModel
import KBReports

/// What `kb quote` says about one text.
struct GradedQuote {
  let text: String
  let reading: QuoteReading
  let mismatch: QuoteMismatch?

  init(_ text: String, reading: QuoteReading, claimed: Grade?) {
    self.text = text
    self.reading = reading
    mismatch = claimed.flatMap { reading.mismatch(labelled: $0) }
  }

  /// The weightiest remark, or nil.
  var severity: Severity? {
    if mismatch != nil { return .warning }
    return reading.split != nil || reading.isLong ? .info : nil
  }

  // MARK: Text

  /// The words with their cues underlined, the grade with its weight, and what to ask for a fact.
  func text(width: Int, isColored: Bool) -> String {
    let quote = MarkedText(text, marking: reading.cues.map(\.span.scalars))
    var lines = quote.lines(width: width - 2).map { "  " + $0 }
    let name = isColored ? "\u{1B}[1m\(reading.grade.rawValue)\u{1B}[0m" : reading.grade.rawValue
    var head = "\(name), weight \(reading.grade.weightText)"
    if let finer = reading.finer { head += " (\(finer.rawValue))" }
    lines.append(head)
    if !reading.cues.isEmpty {
      let cues = reading.cues.map { "\"\(excerpt($0.span))\" \($0.cue.rawValue)" }
      lines += wrapped("because " + cues.joined(separator: "; "), width)
    }
    if let mismatch { lines += wrapped("warning: graded \(mismatch.labelled.rawValue), but it \(mismatch.reason)", width) }
    if let (first, second) = reading.split {
      lines += wrapped("two grades in one quote: \(first.grade.rawValue) and \(second.grade.rawValue); split it", width)
    }
    if reading.isLong { lines.append("\(reading.wordCount) words; split it, or keep what carries it") }
    if let ask = reading.followUp { lines += wrapped("ask: \(ask)", width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The words of a span, cut in the middle when they are many.
  private func excerpt(_ span: QuoteReading.Span) -> String {
    let scalars = Array(text.unicodeScalars)[span.scalars]
    let words = TerminalText.safe(scalars)
    return scalars.count <= 40 ? words : TerminalText.safe(scalars.prefix(24)) + "…" + TerminalText.safe(scalars.suffix(12))
  }

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    MarkedText(text, marking: []).lines(width: width - 2).enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element }
  }
}

// MARK: JSON

extension GradedQuote: Encodable {
  private enum Key: String, CodingKey { case text, specificity, cues, mismatch }
  private enum SpanKey: String, CodingKey { case start, end, cue, grade, reason }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(text, forKey: .text)
    try container.encode(reading.grade.rawValue, forKey: .specificity)
    var list = container.nestedUnkeyedContainer(forKey: .cues)
    for cue in reading.cues {
      var item = list.nestedContainer(keyedBy: SpanKey.self)
      try item.encode(cue.span.scalars.lowerBound, forKey: .start)
      try item.encode(cue.span.scalars.upperBound, forKey: .end)
      try item.encode(cue.cue.rawValue, forKey: .cue)
    }
    guard let mismatch else { return }
    var item = container.nestedContainer(keyedBy: SpanKey.self, forKey: .mismatch)
    try item.encode(mismatch.labelled.rawValue, forKey: .grade)
    try item.encode(mismatch.span.scalars.lowerBound, forKey: .start)
    try item.encode(mismatch.span.scalars.upperBound, forKey: .end)
    try item.encode(mismatch.reason, forKey: .reason)
  }
}

/// The document of `kb quote --format json`.
struct GradedQuotes: Encodable {
  let schema = "kb.quotes/1"
  let quotes: [GradedQuote]
}

extension Grade {
  /// The weight as a reader writes it.
  var weightText: String {
    switch self {
    case .anecdote: "1"
    case .habit: "0.6"
    case .request: "0.3"
    case .opinion: "0.2"
    case .hypothetical: "0.1"
    case .compliment: "0"
    }
  }
}
