import KBEvidence
import KBModel

/// KB507: what was decided on a verdict that is no longer so.
struct DecisionOvertaken: BaseRule {
  static let description = RuleDescription(
    code: "KB507", name: "decision-overtaken", severity: .warning,
    summary: "The verdict differs from what was seen when it was decided.",
    rationale: """
      A decision is as good as what was known. When more was heard since, those who wait for it deserve a second look, and \
      so do those who are building.
      """,
    bad: [
      Example([
        ("decisions/offline.md", decision(verdict: "↓market")),
        ("use-cases/offline-approval.md", useCase),
      ])
    ],
    good: [
      Example([
        ("decisions/offline.md", decision(verdict: "thin")),
        ("use-cases/offline-approval.md", useCase),
      ]),
      Example([
        ("decisions/offline.md", decision(verdict: "market")),
        ("decisions/offline-again.md", decision(date: "2026-06-01", verdict: "thin")),
        ("use-cases/offline-approval.md", useCase),
      ]),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for file in Decisions(base.graph).latest {
      guard let frontMatter = file.frontMatter, let seen = frontMatter["seen"], let verdict = frontMatter.child(of: seen, key: "verdict"),
        let then = Verdict(rawValue: frontMatter.text(of: verdict)),
        let useCase = file.target("use_case").flatMap({ base.graph.record($0, type: "use-case")?.id }),
        let standing = base.standings[useCase], standing.verdict != then
      else { continue }
      findings.add(
        Self.self, in: file, at: frontMatter.span(ofValue: verdict), field: "seen.verdict", message: message(useCase, then, standing),
        help: help, subject: "\(useCase) \(then.rawValue)")
    }
  }

  private static func decision(date: String = "2026-05-04", verdict: String) -> String {
    """
    ---
    type: decision
    date: \(date)
    use_case: offline-approval
    decided: build
    seen: {verdict: \(verdict), grounded: 6, asked: 10}
    ---

    """
  }

  private static let useCase = Example.surroundings.first { $0.path == "use-cases/offline-approval.md" }?.text ?? ""
}

extension DecisionOvertaken {
  fileprivate static func message(_ useCase: String, _ then: Verdict, _ standing: UseCaseStanding) -> String {
    let figures = standing.statistics
    return "decided when '\(useCase)' was \(then.rawValue); it is \(standing.verdict.rawValue) now (\(figures.grounded) of \(figures.asked) live with it)"
  }

  fileprivate static let help = "Look at it again: confirm it in a new decision, or change it."
}
