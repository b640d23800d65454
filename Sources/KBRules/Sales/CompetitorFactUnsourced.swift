import KBModel

/// KB705: a fact about a rival that comes from nowhere.
struct CompetitorFactUnsourced: FileRule {
  static let description = RuleDescription(
    code: "KB705", name: "competitor-fact-unsourced", severity: .warning,
    summary: "A fact about a competitor has no `source`.",
    rationale: """
      What is said of a rival without a source is a rumour, and a customer who knows better will say so. With its source, \
      anybody can check it before it is used.
      """,
    bad: [
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - ↓text: Its app cannot sign without network.
            date: 2026-02-10
        ---

        """)
    ],
    good: [
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - text: Its app cannot sign without network.
            date: 2026-02-10
            source: release notes 8.2 on its public site
        ---

        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard let facts = CompetitorFacts(file) else { return }
    for fact in facts where fact.value("source") == nil {
      findings.add(
        Self.self, in: file, at: fact.range, field: "facts[\(fact.place)].source", message: message, help: help,
        subject: fact.subject)
    }
  }
}

extension CompetitorFactUnsourced {
  fileprivate static let message = "the fact has no source: nobody can check it before it is said in a deal"
  fileprivate static let help = "Add 'source': a talk, a field note, a public page with the day it was read."
}
