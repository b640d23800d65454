import KBModel

/// KB410: a role that nobody has talked to.
struct PersonaUnheard: BaseRule {
  static let description = RuleDescription(
    code: "KB410", name: "persona-unheard", severity: .info,
    summary: "No session has that persona.",
    rationale: """
      What is written of a role that nobody has talked to is hearsay. Needs ascribed to it come from its bosses, its \
      colleagues, or from us.
      """,
    bad: [
      Example("personas/contractor.md", "---\ntype: persona\ntitle: ↓Contractor foreman\n---\n")
    ],
    good: [
      Example([
        (path: "personas/contractor.md", text: "---\ntype: persona\ntitle: Contractor foreman\n---\n"),
        (
          path: "sessions/2026/2026-06-22-acme.md",
          text: """
            ---
            type: session
            date: 2026-06-22
            customer: acme
            interviewer: dana
            participants: {p-7f3k: contractor, p-k29d: shift-lead}
            covers: [offline-approval]
            consent: {basis: consent, scope: internal-quote}
            ---

            """
        ),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for place in base.graph.places(ofType: "persona") where !base.hearings.isHeard(personaAt: Int(place)) {
      let file = base.graph.files[Int(place)]
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message, help: help, subject: file.id)
    }
  }
}

extension PersonaUnheard {
  fileprivate static let message = "no session has this persona: what is written of the role is hearsay"
  fileprivate static let help =
    "Talk to somebody who does this work, or set 'persona' (or 'participants: {p-…: persona}') in the sessions that did."
}
