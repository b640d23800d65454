package import KBModel

/// What differs between two states in terms of records, fields, quotes and questions.
package struct DiffReport: Sendable, Equatable {
  /// The two states, as they were asked for.
  package var base, head: String
  package var records: [RecordChange]
  /// Whether customers' words are shown; otherwise a quote is named by its id or line.
  package var showsQuotes: Bool

  package init(base: String, head: String, records: [RecordChange], showsQuotes: Bool = false) {
    self.base = base
    self.head = head
    self.records = records
    self.showsQuotes = showsQuotes
  }
}

// MARK: - Words

/// One line about a part of a record, with the sign that a diff begins it with.
struct DiffLine: Equatable {
  enum Sign: String { case added = "+", removed = "-", changed = "~" }

  var sign: Sign
  var words: String
}

extension DiffReport {
  /// "2 records added, 1 changed: main to the work tree".
  var summary: String {
    var parts: [String] = []
    func tell(_ count: Int, _ what: String) {
      if count > 0 { parts.append(parts.isEmpty ? "\(counted(count, "record")) \(what)" : "\(count) \(what)") }
    }
    tell(records.count { $0.kind == .added }, "added")
    tell(records.count { $0.kind == .removed }, "removed")
    tell(records.count { if case .renamed = $0.kind { true } else { false } }, "renamed or moved")
    tell(records.count { $0.kind == .changed }, "changed")
    return "\(parts.isEmpty ? "No record differs" : parts.joined(separator: ", ")): \(base) to \(head)"
  }

  /// What heads a record's part.
  func heading(of record: RecordChange) -> DiffLine {
    switch record.kind {
    case .added: DiffLine(sign: .added, words: "\(record.type) \(record.id)")
    case .removed: DiffLine(sign: .removed, words: "\(record.type) \(record.id)")
    case .changed: DiffLine(sign: .changed, words: "\(record.type) \(record.id)")
    case .renamed:
      DiffLine(
        sign: .changed,
        words: record.oldID.map { "\(record.type) \($0) → \(record.id)" }
          ?? "\(record.type) \(record.id): \(record.oldPath ?? "") → \(record.path)")
    }
  }

  /// What differs in a record, a line each. Of a record that came or went, fields are counted only.
  func lines(of record: RecordChange) -> [DiffLine] {
    var lines: [DiffLine] = []
    switch record.kind {
    case .added, .removed:
      var counts = [counted(record.fields.count, "field")]
      if !record.questions.isEmpty { counts.append(counted(record.questions.count, "question")) }
      lines.append(DiffLine(sign: record.kind == .added ? .added : .removed, words: counts.joined(separator: ", ")))
    case .changed, .renamed:
      lines += record.fields.map(Self.line)
      lines += record.questions.map(Self.line)
    }
    lines += record.quotes.map(line)
    if record.changesOtherText { lines.append(DiffLine(sign: .changed, words: "other text")) }
    return lines
  }

  private static func line(of field: FieldChange) -> DiffLine {
    switch (field.old, field.new) {
    case (let old?, let new?): DiffLine(sign: .changed, words: "\(field.path): \(short(old)) → \(short(new))")
    case (let old?, nil): DiffLine(sign: .removed, words: "\(field.path): \(short(old))")
    case (nil, let new): DiffLine(sign: .added, words: "\(field.path): \(short(new ?? ""))")
    }
  }

  private static func line(of question: QuestionChange) -> DiffLine {
    func faults(_ state: QuestionChange.State) -> String {
      state.faults.isEmpty ? "no fault" : state.faults.map(\.rawValue).joined(separator: ", ")
    }
    switch (question.before, question.after) {
    case (nil, let now?):
      return DiffLine(sign: .added, words: "question: \(short(now.words))\(now.faults.isEmpty ? "" : " (\(faults(now)))")")
    case (let was?, nil): return DiffLine(sign: .removed, words: "question: \(short(was.words))")
    case (let was?, let now?):
      var parts: [String] = []
      if FindingKey.normalized(was.words) != FindingKey.normalized(now.words) { parts.append("\(short(was.words)) → \(short(now.words))") }
      if was.faults != now.faults { parts.append("\(faults(was)) → \(faults(now))") }
      if was.useCases != now.useCases { parts.append("\(names(was.useCases)) → \(names(now.useCases))") }
      return DiffLine(sign: .changed, words: "question, line \(now.line): \(parts.joined(separator: "; "))")
    case (nil, nil): return DiffLine(sign: .changed, words: "question")
    }
  }

  private func line(of quote: QuoteChange) -> DiffLine {
    guard let state = quote.state else { return DiffLine(sign: .changed, words: "quote") }
    var words = "quote \(state.quote ?? "in line \(state.line)"): "
    let sign: DiffLine.Sign
    if let was = quote.before, let now = quote.after {
      sign = .changed
      words += Self.differences(was, now, isReworded: quote.isReworded).joined(separator: "; ")
    } else {
      sign = quote.before == nil ? .added : .removed
      words += ([Self.grade(state)] + Self.mentions(state)).joined(separator: ", ")
    }
    if showsQuotes { words += " “\(Self.short(state.words, to: 300))”" }
    return DiffLine(sign: sign, words: words)
  }

  private static func differences(_ was: QuoteChange.State, _ now: QuoteChange.State, isReworded: Bool) -> [String] {
    var parts: [String] = []
    if grade(was) != grade(now) { parts.append("\(grade(was)) → \(grade(now))") }
    if was.useCases != now.useCases || was.against != now.against {
      parts.append("\(names(mentions(was))) → \(names(mentions(now)))")
    }
    if was.speaker != now.speaker { parts.append("another speaker") }
    if was.prompting != now.prompting {
      parts.append(now.prompting.map { "prompted now (\($0.rawValue))" } ?? "no longer prompted")
    }
    if was.quote != now.quote { parts.append("id \(was.quote ?? "none") → \(now.quote ?? "none")") }
    if isReworded { parts.append("reworded") }
    return parts
  }

  private static func grade(_ state: QuoteChange.State) -> String {
    (state.grade?.rawValue ?? "no grade") + (state.hand == .firstHand ? "" : " \(state.hand.rawValue)")
  }

  private static func mentions(_ state: QuoteChange.State) -> [String] { state.useCases + state.against.map { "against \($0)" } }
  private static func names(_ names: [String]) -> String { names.isEmpty ? "no use case" : names.joined(separator: ", ") }

  /// A value on one line, cut where it is long.
  private static func short(_ text: String, to limit: Int = 120) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? "(empty)" : line.truncated(to: limit)
  }
}
