import KBModel

/// KB323: too few open questions.
struct GuideClosed: GuideRule {
  static let description = RuleDescription(
    code: "KB323", name: "guide-closed", severity: .info,
    summary: "Fewer than seven of ten questions are open.",
    rationale: """
      Closed questions test what we already think. What we do not know yet comes out only where the customer chooses the \
      words.
      """,
    bad: [
      .guide(
        """
        - What does a day on your shift look like?
        - ↓Do you write permits at night?
        - Is there a network in the tank farm?
        - Are the permits typed in later?
        - Walk me through the last permit that you approved without network.
        - What should I have asked, and who else should I talk to?
        """)
    ],
    good: [
      .guide(
        """
        - What does a day on your shift look like?
        - Walk me through the last permit that you approved without network.
        - What happened to the paper afterwards?
        - What should I have asked, and who else should I talk to?
        """)
    ])
}

extension GuideClosed {
  static func message(_ kind: GuideFault.Kind) -> String? {
    guard case let .closed(share) = kind else { return nil }
    let percent = Int((share * 100).rounded(.down))
    return "only \(percent) % of the questions are open: closed ones test what we think and seldom bring what we do not know"
  }

  static let help = "Turn the closed ones round until at least 70 % begin with how, what, who, when, or 'tell me'."
}
