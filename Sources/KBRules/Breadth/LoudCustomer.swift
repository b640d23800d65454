import KBEvidence
import KBModel

/// KB503: one voice carries most of the weight.
struct LoudCustomer: BaseRule {
  static let description = RuleDescription(
    code: "KB503", name: "loud-customer", severity: .info,
    summary: "One customer holds 60 % or more of the weight, among at least two supporters and five asked.",
    rationale: """
      Counting quotes, the account that talks most would win. The verdict counts customers; still, whoever reads the quotes \
      hears mostly one of them.
      """,
    bad: [
      .market(
        further: "tags: [valves]",
        talks: Example.talks(with: 6, stories: 2) + [("birch", "2026-06-04", Example.story), ("birch", "2026-06-11", Example.story)]
      ).marked(before: "Find every")
    ],
    good: [
      .market(talks: Example.talks(with: 6, stories: 4))
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.flags.contains(.loud), standing.statistics.supporters >= 2,
        standing.statistics.asked >= 5 else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension LoudCustomer {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let figures = standing.statistics
    let percent = Int(((figures.topShare ?? 0) * 100).rounded())
    let rest = standing.leaveOneOut.withoutTop.map { "; without it the verdict would be \($0.rawValue)" } ?? ""
    return "'\(figures.topCustomer ?? "one customer")' holds \(percent) % of the weight\(rest)"
  }

  fileprivate static let help = "Talk to other customers about it before quoting it; 'kb report market-vs-customer' names whom to ask."
}
