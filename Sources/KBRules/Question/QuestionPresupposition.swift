import KBModel

/// KB301: a question that takes a problem, a feeling or a benefit for granted that nobody has told yet.
struct QuestionPresupposition: QuestionRule {
  static let fault = QuestionFault.presupposition

  static let description = RuleDescription(
    code: "KB301", name: "question-presupposition", severity: .error,
    summary: "A question that takes a problem, a feeling or a benefit for granted that nobody has told yet.",
    rationale: """
      Whoever answers has to accept the premise first, so the pain in the answer may be ours. An opinion or a wish \
      that such a question brought up says nothing about the market and is not counted.
      """,
    bad: [
      .guide("- ↓How painful is it to type the paper permits in?"),
      .guide("- ↓What frustrates you about the permit binder?"),
    ],
    good: [
      .guide("- What happened after the last night with paper permits?"),
      .guide("- What, if anything, made that night hard?"),
    ])
}

extension QuestionPresupposition {
  static let remedy = "Leave the premise out and ask what happened the last time; if it was a pain, they will say so."
}
