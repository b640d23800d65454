import KBModel

/// KB409: one quote for more than three use cases.
struct QuoteWithManyUseCases: FileRule {
  static let description = RuleDescription(
    code: "KB409", name: "quote-many-use-cases", severity: .warning,
    summary: "A quote names more than three use cases.",
    rationale: """
      Each use case takes the whole weight of the quote. A sentence that stands for everything makes many needs look heard \
      where one story was told.
      """,
    bad: [
      Example([
        (
          path: "field-notes/2026-06-02-acme.md",
          text: """
            ---
            type: field-note
            date: 2026-06-02
            customer: acme
            reported_by: ravi
            deal: d-0042
            ---

            > They have trouble with all of it.
            > ↓— shift-lead, opinion, [[offline-approval]], [[audit-trail]], [[handover]], [[gas-test]]

            """
        ),
        (path: "use-cases/handover.md", text: handover("Hand over open work", when: "when a shift ends")),
        (path: "use-cases/gas-test.md", text: handover("Keep the gas test with the permit", when: "when a gas test is due")),
      ])
    ],
    good: [
      .fieldNote("> The shift of 2 June wrote paper, and the auditor found two gaps.\n> — shift-lead, anecdote, [[offline-approval]], [[audit-trail]]")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes {
      guard let attribution = file.block(of: quote).attribution, attribution.mentions.count > limit else { continue }
      let targets = Set(attribution.mentions.map { file.document.text(file.document.body.links[Int($0.link)].target) })
      guard targets.count > limit else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message(targets.count), help: help,
        subject: file.document.text(attribution.range))
    }
  }

  private static let limit = 3

  private static func handover(_ title: String, when trigger: String) -> String {
    """
    ---
    type: use-case
    title: \(title)
    persona: shift-lead
    trigger: \(trigger)
    goal: \(title.lowercased())
    workaround: a note on the desk
    status: draft
    ---

    """
  }
}

extension QuoteWithManyUseCases {
  fileprivate static func message(_ count: Int) -> String {
    "one quote names \(count) use cases: each takes its whole weight, so one sentence makes \(count) needs look heard"
  }

  fileprivate static let help = "Split the quote, or keep the use case that its words are about."
}
