import KBEvidence
import KBModel

/// KB706: mostly relayed.
struct SalesLed: BaseRule {
  static let description = RuleDescription(
    code: "KB706", name: "sales-led", severity: .info,
    summary: "Half or more of a use case's weight is second-hand.",
    rationale: """
      Sales hears needs in a deal, where they are also arguments. Relayed words count half and make no customer grounded \
      until somebody has heard it first-hand.
      """,
    bad: [
      .market(
        talks: [("acme", "2026-05-04", "**Q:** How did you find the valves for the last job?")],
        and: [
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

              > In May two of ours walked the line for a day.
              > — shift-lead, anecdote, [[find-isolation-points]] ^q1

              """
          )
        ]
      ).marked(before: "Find every")
    ],
    good: [
      .market(talks: Example.talks(with: 6, stories: 3))
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.flags.contains(.salesLed) else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension SalesLed {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let percent = Int(((standing.statistics.secondHandShare ?? 0) * 100).rounded())
    return "\(percent) % of the weight was relayed, not heard: the need may be an argument in a deal"
  }

  fileprivate static let help = "Ask whoever relayed it for an introduction, and hear the story first-hand."
}
