import KBModel

/// KB306: two questions about different things with room for one answer.
struct QuestionDoubleBarrelled: QuestionRule {
  static let fault = QuestionFault.doubleBarrelled

  static let description = RuleDescription(
    code: "KB306", name: "question-double-barrelled", severity: .warning,
    summary: "Two questions about different things with room for one answer.",
    rationale: """
      The customer answers one of them, and nobody can tell which. The quote then stands as evidence for something \
      that was perhaps never answered.
      """,
    bad: [
      .guide("- How do you approve permits, ↓and what does the auditor ask for?"),
    ],
    good: [
      .guide("- Walk me through what happened that night and who was there."),
      .guide("- What terms and conditions stood on that permit?"),
    ])
}

extension QuestionDoubleBarrelled {
  static let remedy = "Ask one of them, hear the answer out, then ask the other."
}
