import KBModel

/// KB324: nothing asks for what was forgotten.
struct GuideWithoutClosing: GuideRule {
  static let description = RuleDescription(
    code: "KB324", name: "guide-no-closing", severity: .info,
    summary: "Nothing like 'what should I have asked, who else should I talk to' stands at the end.",
    rationale: """
      The best lead is often what nobody thought of asking. The last minute of a talk is the cheapest place to hear it.
      """,
    bad: [
      .guide(
        """
        - What does a day on your shift look like?
        - Walk me through the last permit that you approved without network.
        - ↓What happened to the paper afterwards?
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

extension GuideWithoutClosing {
  static func message(_ kind: GuideFault.Kind) -> String? {
    guard case .noClosing = kind else { return nil }
    return "nothing at the end asks what was forgotten and who else to talk to: what we did not think of stays unheard"
  }

  static let help = "End with 'What should I have asked, and who else should I talk to?'"
}
