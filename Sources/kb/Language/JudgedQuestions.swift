import KBLanguage
import KBModel
import KBReports
import KnowledgeBase

/// What `kb question` says about one text.
struct JudgedQuestion {
  let text: String
  let faults: [QuestionFinding]
  let suggestion: String?
  /// Only in a guide: the line, and whether it is a pitch.
  var line: Int?
  var isPitch = false

  var severity: Severity? { faults.map(\.label.severity).max() }

  // MARK: Text

  /// The words with what gives the faults away marked, one line for each fault, and what to ask instead.
  func text(width: Int, isColored: Bool) -> String {
    let indent = "  "
    let words = MarkedText(text, marking: faults.map(\.scalars))
    var lines = words.lines(width: width - 2).map { indent + $0 }
    if let line, !lines.isEmpty { lines[0] = lines[0] + "   (line \(line))" }
    if faults.isEmpty { lines.append(style("fine", "32", isColored)) }
    for fault in faults {
      let name = style("\(fault.label.severity.rawValue): \(fault.label.rawValue)", fault.label.severity == .error ? "31" : "33", isColored)
      let folded = MarkedText("\(fault.label.severity.rawValue): \(fault.label.rawValue): \(fault.reason)", marking: []).lines(width: width - 2)
      let plain = "\(fault.label.severity.rawValue): \(fault.label.rawValue)"
      for (number, part) in folded.enumerated() {
        lines.append(number == 0 && part.hasPrefix(plain) ? name + part.dropFirst(plain.count) : (number == 0 ? part : indent + part))
      }
    }
    if let suggestion { lines.append("Ask instead: \(TerminalText.safe(suggestion))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func style(_ text: String, _ code: String, _ isColored: Bool) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// What `kb question` prints: all texts in their order, and in a guide what is wrong with that order.
struct JudgedQuestions {
  let questions: [JudgedQuestion]
  private(set) var order: [GuideText.Order] = []

  init(_ texts: [String], reader: QuestionReader) {
    questions = texts.map { text in
      let reading = reader.reading(of: text)
      return JudgedQuestion(text: text, faults: reading.faults, suggestion: reader.suggestion(for: text, reading: reading))
    }
  }

  init(_ guide: GuideText, products: [String]) {
    let reader = QuestionReader(kind: guide.kind, products: products)
    questions = guide.items.map { item in
      JudgedQuestion(
        text: item.text, faults: item.reading.faults, suggestion: reader.suggestion(for: item.text, reading: item.reading.reading),
        line: item.line, isPitch: item.reading.kind == .pitch)
    }
    order = guide.order
  }

  func text(width: Int, isColored: Bool) -> String {
    let sheets = questions.map { $0.text(width: width, isColored: isColored) } + order.map { $0.text + "\n" }
    return sheets.joined(separator: "\n")
  }
}

extension GuideText.Order {
  /// What is wrong with the order, in one sentence.
  fileprivate var text: String {
    switch finding.fault {
    case .noOpening: "order, line \(line): none of the first three questions is an open one about role or context"
    case .noRecentInstance: "order, line \(line): no question asks for a recent instance"
    case .pitchEarly: "order, line \(line): a pitch before the first question about a recent instance"
    case .closed: "order, line \(line): only \(Int(((finding.openShare ?? 0) * 100).rounded())) % of the questions are open"
    case .noClosing: "order, line \(line): nothing at the end like \"what should I have asked, who else\""
    }
  }
}

// MARK: - JSON

extension JudgedQuestion: Encodable {
  private enum Key: String, CodingKey { case text, faults, suggestion, line, kind }
  private enum FaultKey: String, CodingKey { case label, severity, start, end, reason }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(text, forKey: .text)
    var list = container.nestedUnkeyedContainer(forKey: .faults)
    for fault in faults {
      var item = list.nestedContainer(keyedBy: FaultKey.self)
      try item.encode(fault.label.rawValue, forKey: .label)
      try item.encode(fault.label.severity.rawValue, forKey: .severity)
      try item.encode(fault.scalars.lowerBound, forKey: .start)
      try item.encode(fault.scalars.upperBound, forKey: .end)
      try item.encode(fault.reason, forKey: .reason)
    }
    try container.encode(suggestion, forKey: .suggestion)
    if let line {
      try container.encode(line, forKey: .line)
      try container.encode(isPitch ? "pitch" : "question", forKey: .kind)
    }
  }
}

extension JudgedQuestions: Encodable {
  private enum Key: String, CodingKey { case schema, questions, order }
  private enum OrderKey: String, CodingKey { case fault, line, openShare }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("kb.questions/1", forKey: .schema)
    try container.encode(questions, forKey: .questions)
    guard !order.isEmpty else { return }
    var list = container.nestedUnkeyedContainer(forKey: .order)
    for entry in order {
      var item = list.nestedContainer(keyedBy: OrderKey.self)
      try item.encode(entry.finding.fault.rawValue, forKey: .fault)
      try item.encode(entry.line, forKey: .line)
      try item.encodeIfPresent(entry.finding.openShare, forKey: .openShare)
    }
  }
}
