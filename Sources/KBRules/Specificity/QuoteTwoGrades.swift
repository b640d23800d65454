import KBModel

/// KB603: two rungs of the ladder in one quote.
struct QuoteTwoGrades: FileRule {
  static let description = RuleDescription(
    code: "KB603", name: "quote-two-grades", severity: .info,
    summary: "Two rungs of the ladder in one quote.",
    rationale: """
      A story with a wish behind it counts as a whole at one grade. Split, each part has its own weight, and the wish can \
      no longer borrow the story's.
      """,
    bad: [
      .session(
        """
        > On 3 June the night shift wrote 41 permits on paper. Could you please give us a print button?
        > ↓— p-7f3k, anecdote, [[offline-approval]] ^q1
        """)
    ],
    good: [
      .session(
        """
        > On 3 June the night shift wrote 41 permits on paper.
        > — p-7f3k, anecdote, [[offline-approval]] ^q1

        > Could you please give us a print button?
        > — p-7f3k, request, [[offline-approval]] ^q2
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes where quote.rungs.count > 1 {
      guard let attribution = file.block(of: quote).attribution else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message(quote.rungs), help: help, subject: quote.words)
    }
  }
}

extension QuoteTwoGrades {
  fileprivate static func message(_ rungs: [Grade]) -> String {
    let last = rungs.last.map(\.phrase) ?? ""
    let others = rungs.dropLast().map(\.phrase).joined(separator: ", ")
    return "the quote holds \(others) and \(last): all of it counts at one grade"
  }

  fileprivate static let help = "Split it into one quote per grade, each with its own last line."
}
