import KBModel

/// KB312: a question for what usually happens, with no single time in it.
struct QuestionVagueTime: QuestionRule {
  static let fault = QuestionFault.vagueTime

  static let description = RuleDescription(
    code: "KB312", name: "question-vague-time", severity: .info,
    summary: "A question for what usually happens, with no single time in it.",
    rationale: """
      "Usually" is answered with how people like to see themselves. The last time, with its date, shows how it \
      was.
      """,
    bad: [
      .guide("- How do you ↓usually approve a permit?"),
    ],
    good: [
      .guide("- How did you approve the last permit?"),
      .guide("- What does a typical day on your shift look like?"),
    ])
}

extension QuestionVagueTime {
  static let remedy = "Ask for the last time, and only then how often it is like that."
}
