import KBModel

/// KB308: a question that describes our own solution first.
struct QuestionPitch: QuestionRule {
  static let fault = QuestionFault.pitch

  static let description = RuleDescription(
    code: "KB308", name: "question-pitch", severity: .error,
    summary: "A question that describes our own solution first.",
    rationale: """
      After a pitch the customer talks about our idea, and no longer about their work. Praise and wishes that \
      follow are prompted and are not counted.
      """,
    bad: [
      .guide("- ↓We have built an app that works without network. How does your shift approve permits?"),
    ],
    good: [
      .guide("- How did your shift approve the last permit without network?"),
    ])
}

extension QuestionPitch {
  static let remedy = "Keep the solution for the end, after the stories have been told."
}
