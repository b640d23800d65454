import KBModel

/// KB322: a pitch before the first recent instance.
struct GuidePitchEarly: GuideRule {
  static let description = RuleDescription(
    code: "KB322", name: "guide-pitch-early", severity: .error,
    summary: "A pitch stands before the first question for a recent instance.",
    rationale: """
      After a pitch every story is told with our solution in mind. What the customer would have said without it can no \
      longer be found out.
      """,
    bad: [
      .guide(
        """
        - What does a day on your shift look like?
        - ↓We have built an app that approves permits without network. How does that sound to you?
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

extension GuidePitchEarly {
  static func message(_ kind: GuideFault.Kind) -> String? {
    guard case .pitchBeforeInstance = kind else { return nil }
    return "our solution is described before the customer has told what happened: every story after it is told with the solution in mind"
  }

  static let help = "Move it behind the stories, or leave it out of this talk."
}
