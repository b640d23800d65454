import KBModel

/// KB602: words and grade that do not agree.
struct QuoteGradeMismatch: FileRule {
  static let description = RuleDescription(
    code: "KB602", name: "quote-grade-mismatch", severity: .warning,
    summary: "The words do not bear the grade, or bear a better one.",
    rationale: """
      A wish that is filed as an anecdote makes its customer count as living with the need. A story that is filed as an \
      opinion gives evidence away.
      """,
    bad: [
      .session("> We would approve permits on a tablet if we had one.\n> — p-7f3k, ↓anecdote, [[offline-approval]] ^q1"),
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, ↓opinion, [[offline-approval]] ^q1"),
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
      .session("> We would approve permits on a tablet if we had one.\n> — p-7f3k, hypothetical, [[offline-approval]] ^q1"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes {
      guard let mismatch = quote.mismatch, let attribution = file.block(of: quote).attribution, let grade = attribution.grade
      else { continue }
      findings.add(
        Self.self, in: file, at: attribution.gradeRange, message: message(grade, mismatch), help: help(grade, mismatch.reads),
        subject: "\(grade.rawValue) \(mismatch.reads.rawValue) \(quote.words)",
        fix: Fix(
          isSafe: false, summary: "grade the quote as \(mismatch.reads.rawValue), as its words read",
          edits: [TextEdit(range: attribution.gradeRange, replacement: mismatch.reads.rawValue)]))
    }
  }
}

extension QuoteGradeMismatch {
  fileprivate static func message(_ grade: Grade, _ mismatch: JudgedQuote.Mismatch) -> String {
    let effect = mismatch.reads < grade
      ? "it weighs \(grade.weightText) where the words bear \(mismatch.reads.weightText)"
      : "it weighs \(grade.weightText) and could weigh \(mismatch.reads.weightText)"
    return "graded as \(grade.phrase), but reads like \(mismatch.reads.phrase) (\(mismatch.reason)); \(effect)"
  }

  fileprivate static func help(_ grade: Grade, _ reads: Grade) -> String {
    if reads > grade { return "Grade it as \(reads.phrase), if it is one: you are giving evidence away." }
    return grade == .anecdote || grade == .habit
      ? "Grade it as \(reads.phrase), and ask for the last time that it happened." : "Grade it as \(reads.phrase)."
  }
}
