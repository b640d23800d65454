import KBModel

/// KB701: a field note in which nobody has the word.
struct SecondHandNotVerbatim: FileRule {
  static let description = RuleDescription(
    code: "KB701", name: "second-hand-not-verbatim", severity: .warning,
    summary: "A field note without a single attributed quote.",
    rationale: """
      What is retold loses the customer's words first, and the retelling is often our own idea. Without a quote the note \
      supports no need.
      """,
    bad: [
      Example.fieldNote("They want offline approval before they sign.").marked()
    ],
    good: [
      .fieldNote("> We lost the network for four hours in May and stood still.\n> — shift-lead, anecdote, [[offline-approval]] ^q1")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "field-note", file.quotes.isEmpty else { return }
    findings.add(Self.self, in: file, at: .none, message: message, help: help, subject: "no quote")
  }
}

extension SecondHandNotVerbatim {
  fileprivate static let message = "no attributed quote: what was retold supports no use case"
  fileprivate static let help =
    "Ask whoever reported it for the customer's own words, and quote them with a last line like '— [buyer], request, [[use-case]]'."
}
