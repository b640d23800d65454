import KBModel

/// KB305: a question that yes or no answers, where an open one would bring a story.
struct QuestionPolar: QuestionRule {
  static let fault = QuestionFault.polar

  static let description = RuleDescription(
    code: "KB305", name: "question-polar", severity: .info,
    summary: "A question that yes or no answers, where an open one would bring a story.",
    rationale: """
      A yes names no date, no person and no workaround. The talk ends with a tick where it could have had an \
      anecdote.
      """,
    bad: [
      .guide("- ↓Do you use paper permits at night?"),
    ],
    good: [
      .guide("- Tell me about the last paper permit that you wrote at night."),
      .guide("- Can you show me the permit of that night?"),
    ])
}

extension QuestionPolar {
  static let remedy = "Ask what happened, who was there or how it is done."
}
