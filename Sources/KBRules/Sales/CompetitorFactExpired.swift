import KBModel

/// KB704: a fact about a rival that is past its date.
struct CompetitorFactExpired: FileRule {
  static let description = RuleDescription(
    code: "KB704", name: "competitor-fact-expired", severity: .warning,
    summary: "A fact about a competitor is past its `expires`.",
    rationale: """
      Rivals change their prices and fill their gaps. A fact that was true two years ago, said in a deal today, costs more \
      than no fact at all.
      """,
    bad: [
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - text: Costs 19 per user and month.
            date: 2025-01-20
            source: offer in the sugar deal
            expires: ↓2026-05-01
        ---

        """, asOf: "2026-06-30")
    ],
    good: [
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - text: Costs 19 per user and month.
            date: 2025-01-20
            source: offer in the sugar deal
            expires: 2026-12-31
        ---

        """, asOf: "2026-06-30")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard let facts = CompetitorFacts(file) else { return }
    for fact in facts {
      guard let node = fact.value("expires"), let expires = fact.frontMatter.date(node), expires < file.today else { continue }
      findings.add(
        Self.self, in: file, at: fact.frontMatter.range(ofValue: node), field: "facts[\(fact.place)].expires",
        message: message(expires), help: help, subject: fact.subject)
    }
  }
}

extension CompetitorFactExpired {
  fileprivate static func message(_ expires: CalendarDate) -> String {
    "the fact expired on \(expires): nobody knows whether it is still true, and it may be said in a deal"
  }

  fileprivate static let help = "Check it and set a new 'date' and 'expires', or take it out."
}
