import KBModel

/// KB309: a question for a judgement of our idea, a wish-list of features or a view of others.
struct QuestionOpinion: QuestionRule {
  static let fault = QuestionFault.opinion

  static let description = RuleDescription(
    code: "KB309", name: "question-opinion", severity: .warning,
    summary: "A question for a judgement of our idea, a wish-list of features or a view of others.",
    rationale: """
      Opinions are cheap: they cost nothing to give and predict little. A story about the last time carries five \
      times the weight.
      """,
    bad: [
      .guide("- ↓What do you think of approving permits on a tablet?"),
      .guide("- ↓Which features matter most to you?"),
    ],
    good: [
      .guide("- What did you like and dislike about the last permit round?"),
    ])
}

extension QuestionOpinion {
  static let remedy = "Ask what they did about it so far; what somebody has tried shows what matters."
}
