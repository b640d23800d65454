import KBModel

/// KB307: a question about what somebody would do, will do or would like.
struct QuestionHypothetical: QuestionRule {
  static let fault = QuestionFault.hypothetical

  static let description = RuleDescription(
    code: "KB307", name: "question-hypothetical", severity: .error,
    summary: "A question about what somebody would do, will do or would like.",
    rationale: """
      People are kind and hopeful about the future: what they say they would do is a poor guide to what they do. \
      Such answers are not counted.
      """,
    bad: [
      .guide("- ↓Would you approve permits on a tablet?"),
      .guide("- If you had a ↓magic wand, what would you change about permits?"),
    ],
    good: [
      .guide("- When did you last approve a permit somewhere else than at your desk?"),
      .guide("- How would you describe your role?"),
    ])
}

extension QuestionHypothetical {
  static let remedy = "Ask for the last time that it came up, and what they did then."
}
