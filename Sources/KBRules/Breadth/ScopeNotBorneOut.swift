import KBEvidence
import KBModel

/// KB501: meant for the market, heard from one.
struct ScopeNotBorneOut: BaseRule {
  static let description = RuleDescription(
    code: "KB501", name: "scope-not-borne-out", severity: .warning,
    summary: "`scope: market` while the verdict is customer-specific or thin.",
    rationale: """
      What is built for the market is paid for by everybody. Where the evidence shows one customer, or hardly anything, the \
      result is custom software by accident.
      """,
    bad: [
      .useCase(further: "scope: ↓market"),
      .market(further: "scope: ↓market", talks: Example.talks(with: 6, stories: 1) + [("birch", "2026-06-04", Example.story)]),
    ],
    good: [
      .market(further: "scope: market", talks: Example.talks(with: 8, stories: 7)),
      .useCase(further: "scope: customer"),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.verdict == .customerSpecific || standing.verdict == .thin, file.text("scope") == "market" else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "scope"), field: "scope", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension ScopeNotBorneOut {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let figures = standing.statistics
    let reach = "\(figures.grounded) of \(figures.asked) customers live with it"
    return standing.verdict == .thin
      ? "meant for the market, but the verdict is thin: \(reach), too little to say"
      : "meant for the market, but the verdict is customer-specific: \(reach)"
  }

  fileprivate static let help = "Ask more customers before it is built for all of them, or set 'scope: customer'."
}
