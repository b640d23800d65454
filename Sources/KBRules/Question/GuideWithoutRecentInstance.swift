import KBModel

/// KB321: no question asks for the last time.
struct GuideWithoutRecentInstance: GuideRule {
  static let description = RuleDescription(
    code: "KB321", name: "guide-no-recent-instance", severity: .warning,
    summary: "No question asks for a recent instance.",
    rationale: """
      Only a single time that happened yields an anecdote, and only anecdotes and habits make a customer count. A guide \
      without such a question brings home opinions.
      """,
    bad: [
      .guide(
        """
        - ↓What does a day on your shift look like?
        - Who else works with permits?
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

extension GuideWithoutRecentInstance {
  static func message(_ kind: GuideFault.Kind) -> String? {
    guard case .noRecentInstance = kind else { return nil }
    return "no question asks for a recent instance: the talk can bring opinions, but no anecdote that makes a customer count"
  }

  static let help = "Ask for the last time: 'Walk me through the last permit that you approved without network.'"
}
