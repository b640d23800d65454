internal import KBModel

extension DiffReport {
  /// The difference for a terminal.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    let paint = Paint(isOn: isColored)
    var page = TextPage(width: max(40, width), paint: paint)
    page.paragraph(summary)
    for record in records {
      page.blank()
      let heading = heading(of: record)
      page.line(paint.strong(paint.sign(heading.sign, TerminalText.safe("\(heading.sign.rawValue) \(heading.words)"))))
      for line in lines(of: record) {
        let parts = TerminalText.safe(line.words).wrapped(to: page.width - 6)
        for (i, part) in parts.enumerated() {
          page.line("    " + (i == 0 ? paint.sign(line.sign, line.sign.rawValue) : " ") + " " + part)
        }
      }
    }
    return page.text
  }

  /// The difference as a list for a comment.
  package func markdown() -> String {
    var text = "**\(escaped(summary))**\n"
    for record in records {
      let heading = heading(of: record)
      text += "\n**\(heading.sign.rawValue) \(escaped(heading.words))**\n"
      let lines = lines(of: record)
      if !lines.isEmpty { text += "\n" }
      for line in lines { text += "- \(line.sign.word): \(escaped(line.words))\n" }
    }
    return text
  }

  /// The difference as JSON of the schema `kb.diff/1`.
  package func json() -> String {
    JSON.document(DiffDocument(base: base, head: head, records: records.map { RecordEntry(record: $0, showsQuotes: showsQuotes) }))
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text.withPlainSpaces) }
}

extension DiffLine.Sign {
  fileprivate var word: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    }
  }
}

extension Paint {
  fileprivate func sign(_ sign: DiffLine.Sign, _ text: String) -> String {
    switch sign {
    case .added: color(text, "32")
    case .removed: color(text, "31")
    case .changed: color(text, "33")
    }
  }
}

// MARK: - JSON

private struct DiffDocument: Encodable {
  var schema = "kb.diff/1"
  var base, head: String
  var records: [RecordEntry]
}

private struct RecordEntry: Encodable {
  let record: RecordChange
  let showsQuotes: Bool

  enum Key: String, CodingKey { case kind, id, from, type, path, oldPath, fields, quotes, questions, otherText }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    let kind =
      switch record.kind {
      case .added: "added"
      case .removed: "removed"
      case .changed: "changed"
      case .renamed: "renamed"
      }
    try object.encode(kind, forKey: .kind)
    try object.encode(record.id, forKey: .id)
    try object.encode(record.oldID, forKey: .from)
    try object.encode(record.type, forKey: .type)
    try object.encode(record.path, forKey: .path)
    try object.encode(record.oldPath, forKey: .oldPath)
    try object.encode(record.fields.map(FieldEntry.init), forKey: .fields)
    try object.encode(record.quotes.map { Sides(before: $0.before.map(quote), after: $0.after.map(quote)) }, forKey: .quotes)
    try object.encode(
      record.questions.map { Sides(before: $0.before.map(QuestionEntry.init), after: $0.after.map(QuestionEntry.init)) }, forKey: .questions)
    try object.encode(record.changesOtherText, forKey: .otherText)
  }

  private func quote(_ state: QuoteChange.State) -> QuoteEntry { QuoteEntry(state: state, showsWords: showsQuotes) }
}

private struct FieldEntry: Encodable {
  let change: FieldChange

  init(_ change: FieldChange) { self.change = change }

  enum Key: String, CodingKey { case path, old, new }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(change.path, forKey: .path)
    try object.encode(change.old, forKey: .old)
    try object.encode(change.new, forKey: .new)
  }
}

/// A part before and after; null where it was, or is, not there.
private struct Sides<Part: Encodable>: Encodable {
  let before, after: Part?

  enum Key: String, CodingKey { case before, after }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(before, forKey: .before)
    try object.encode(after, forKey: .after)
  }
}

/// A quote's state as every JSON output of `kb` writes it; its words and who said them only where they were asked for.
struct QuoteEntry: Encodable {
  let state: QuoteChange.State
  let showsWords: Bool

  enum Key: String, CodingKey { case quote, line, speaker, useCases, against, grade, hand, prompted, words }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(state.quote, forKey: .quote)
    try object.encode(state.line, forKey: .line)
    if showsWords { try object.encode(state.speaker, forKey: .speaker) }
    try object.encode(state.useCases, forKey: .useCases)
    try object.encode(state.against, forKey: .against)
    try object.encode(state.grade, forKey: .grade)
    try object.encode(state.hand, forKey: .hand)
    try object.encode(state.prompting?.rawValue, forKey: .prompted)
    if showsWords { try object.encode(state.words, forKey: .words) }
  }
}

private struct QuestionEntry: Encodable {
  let line: Int
  let words: String
  let faults: [QuestionFault]
  let useCases: [String]

  init(_ state: QuestionChange.State) {
    (line, words, faults, useCases) = (state.line, state.words, state.faults, state.useCases)
  }
}
