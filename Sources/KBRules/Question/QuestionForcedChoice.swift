import KBModel

/// KB311: a choice between answers that may all miss the truth.
struct QuestionForcedChoice: QuestionRule {
  static let fault = QuestionFault.forcedChoice

  static let description = RuleDescription(
    code: "KB311", name: "question-forced-choice", severity: .warning,
    summary: "A choice between answers that may all miss the truth.",
    rationale: """
      Whoever is offered two answers picks one of them. The third, which we did not think of, is the one that the \
      talk was for.
      """,
    bad: [
      .guide("- Do you write ↓permits on paper or on a tablet?"),
    ],
    good: [
      .guide("- How did you write the last permit?"),
      .guide("- Was the last handover easy or difficult, and what made it so?"),
    ])
}

extension QuestionForcedChoice {
  static let remedy = "Ask openly, and keep the list of answers for your notes."
}
