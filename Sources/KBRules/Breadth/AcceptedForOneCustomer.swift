import KBEvidence
import KBModel

/// KB502: accepted, but one customer's.
struct AcceptedForOneCustomer: BaseRule {
  static let description = RuleDescription(
    code: "KB502", name: "accepted-for-one-customer", severity: .warning,
    summary: "`status: accepted` without `scope: customer` while the verdict is customer-specific.",
    rationale: """
      Serving one customer can be a good decision, if it is one. Accepted without a word, it is how the loudest account \
      writes the roadmap.
      """,
    bad: [
      .market(status: "↓accepted", talks: Example.talks(with: 6, stories: 1) + [("birch", "2026-06-04", Example.story)])
    ],
    good: [
      .market(status: "accepted", further: "scope: customer", talks: Example.talks(with: 6, stories: 1) + [("birch", "2026-06-04", Example.story)]),
      .market(status: "accepted", talks: Example.talks(with: 8, stories: 7)),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.verdict == .customerSpecific, file.text("status") == "accepted",
        file.text("scope") != "customer" else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "status"), field: "status", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension AcceptedForOneCustomer {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let figures = standing.statistics
    let voice = figures.topCustomer.map { ", and '\($0)' is the loudest" } ?? ""
    return "accepted, but the verdict is customer-specific: \(figures.grounded) of \(figures.asked) customers live with it\(voice)"
  }

  fileprivate static let help = "If it is meant for that customer, say so with 'scope: customer'; if not, ask others before it is built."
}
