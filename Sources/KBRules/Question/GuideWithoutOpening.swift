import KBModel

/// KB320: no question about role or context at the beginning.
struct GuideWithoutOpening: GuideRule {
  static let description = RuleDescription(
    code: "KB320", name: "guide-no-opening", severity: .warning,
    summary: "None of the first three questions is open and about the role or its context.",
    rationale: """
      Somebody who has first described their day tells the details later in its terms. Without that, the talk begins with \
      our words, and the answers stay within them.
      """,
    bad: [
      .guide(
        """
        - ↓Walk me through the last permit that you approved without network.
        - What happened to the paper afterwards?
        - Who typed it in?
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

extension GuideWithoutOpening {
  static func message(_ kind: GuideFault.Kind) -> String? {
    guard case .noOpening = kind else { return nil }
    return "none of the first three questions asks openly about the role or its context: the answers will stay within our words"
  }

  static let help = "Begin high, then zoom in: 'What does a day on your shift look like?'"
}
