import KBEvidence
import KBModel

/// KB505: evidence that has aged.
struct StaleEvidence: BaseRule {
  static let description = RuleDescription(
    code: "KB505", name: "stale-evidence", severity: .info,
    summary: "The median age of the evidence is above 365 days.",
    rationale: """
      Plants change, people leave, workarounds get bought. What was true two years ago still counts a little, but nobody \
      should build on it without asking again.
      """,
    bad: [
      .market(talks: Example.talks(with: 6, stories: 3, day: "2025-02-03")).marked(before: "Find every")
    ],
    good: [
      .market(talks: Example.talks(with: 6, stories: 3))
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.flags.contains(.stale) else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension StaleEvidence {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let newest = standing.newestAnecdote.map { "; the newest story is of \($0.date)" } ?? ""
    return "half of the evidence or more is older than a year\(newest)"
  }

  fileprivate static let help = "Ask again, best those who told the old stories: does it still happen, and what do they do now?"
}
