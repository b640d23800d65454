import KBModel

/// KB601: an attribution without a grade.
struct QuoteGradeMissing: FileRule {
  static let description = RuleDescription(
    code: "KB601", name: "quote-grade-missing", severity: .warning,
    summary: "An attribution without a grade; the quote counts as an opinion.",
    rationale: """
      The grade says how much of a fact the words are. Without one the quote counts as an opinion, at a fifth of an \
      anecdote's weight, and its customer does not count as living with the need.
      """,
    bad: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> ↓— p-7f3k, [[offline-approval]] ^q1")
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes {
      guard let attribution = file.block(of: quote).attribution, attribution.grade == nil,
        // An unknown word was most likely meant for the grade, and is a finding of its own.
        !attribution.faults.contains(where: { $0.kind == .unknownWord || $0.kind == .secondSpeaker })
      else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message, help: help(quote.rungs.first),
        subject: file.document.text(attribution.range), fix: quote.rungs.first.map { fix($0, attribution, in: file.document.bytes) })
    }
  }

  /// Writes the grade after the speaker, or first where there is none.
  private static func fix(_ grade: Grade, _ attribution: Attribution, in bytes: [UInt8]) -> Fix {
    let edit: TextEdit
    if !attribution.speaker.isEmpty {
      let end = Int(attribution.speaker.end)
      edit = TextEdit(range: ByteRange(end, end), replacement: ", \(grade.rawValue)")
    } else {
      var start = Int(attribution.range.start)
      let end = Int(attribution.range.end)
      // Past the dash, of whatever kind, and the spaces after it.
      while start < end, bytes[start] >= 0x80 || bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "+") { start += 1 }
      let afterDash = start
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      let gap = start == afterDash ? " " : ""
      let rest = start == end ? "" : bytes[start] == UInt8(ascii: "^") ? " " : ", "
      edit = TextEdit(range: ByteRange(start, start), replacement: gap + grade.rawValue + rest)
    }
    return Fix(isSafe: false, summary: "grade the quote as \(grade.rawValue), as its words read", edits: [edit])
  }
}

extension QuoteGradeMissing {
  fileprivate static let message = "the quote has no grade: it counts as an opinion, at weight 0.2"

  fileprivate static func help(_ reads: Grade?) -> String {
    let grades = Grade.allCases.map(\.rawValue).joined(separator: ", ")
    guard let reads else { return "Write one of: \(grades)." }
    return "It reads like \(reads.phrase); write one of: \(grades)."
  }
}
