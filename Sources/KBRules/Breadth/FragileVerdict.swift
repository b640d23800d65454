import KBEvidence
import KBModel

/// KB504: a verdict that hangs on one customer.
struct FragileVerdict: BaseRule {
  static let description = RuleDescription(
    code: "KB504", name: "fragile-verdict", severity: .info,
    summary: "The verdict falls when one customer is taken away.",
    rationale: """
      A need of the market stays one when a customer leaves. Where a single one decides, the next talk with somebody else is \
      worth more than any other.
      """,
    bad: [
      .market(talks: Example.talks(with: 8, stories: 2)).marked(before: "Find every")
    ],
    good: [
      .market(talks: Example.talks(with: 8, stories: 8))
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (_, file) in base.liveUseCases {
      guard let standing = base.standings[file.id], standing.flags.contains(.fragile) else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message(standing), help: help,
        subject: file.id)
    }
  }
}

extension FragileVerdict {
  fileprivate static func message(_ standing: UseCaseStanding) -> String {
    let names = Phrase.list(standing.leaveOneOut.loweredBy.map { "'\($0)'" }, joinedBy: "or", limit: 4)
    return "the verdict '\(standing.verdict.rawValue)' falls without \(names.isEmpty ? "any one of the customers asked" : names)"
  }

  fileprivate static let help = "Talk to one more customer about it; 'kb report market-vs-customer' names whom to ask."
}
