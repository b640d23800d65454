import KBModel

/// KB803: quoting somebody who agreed to notes only.
struct ConsentExceeded: FileRule {
  static let description = RuleDescription(
    code: "KB803", name: "consent-exceeded", severity: .error,
    summary: "An attributed quote in a session whose consent covers notes only.",
    rationale: """
      The person agreed that notes are taken, not that they are quoted. Their words must not stand here, and a verdict \
      that rests on them cannot be shown.
      """,
    bad: [
      .session(
        "> On 3 June the night shift wrote 41 permits on paper.\n> ↓— p-7f3k, anecdote, [[offline-approval]] ^q1",
        consent: "{basis: consent, scope: notes}")
    ],
    good: [
      .session(
        "> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1",
        consent: "{basis: consent, scope: [notes, internal-quote]}"),
      .session("41 permits on paper on 3 June.", consent: "{basis: consent, scope: notes}"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.quotes.isEmpty, let consent = file.consent, consent.allowsNotesOnly else { return }
    for quote in file.quotes {
      guard let attribution = file.block(of: quote).attribution else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message, help: help, subject: quote.words)
    }
  }
}

extension ConsentExceeded {
  fileprivate static let message = "the consent covers notes only, but somebody is quoted: the words may neither be kept nor counted"
  fileprivate static let help =
    "Write it as a note in your own words, or ask for leave to quote and add 'internal-quote' to 'scope'."
}
