import KBModel

/// KB310: a question for what somebody would pay.
struct QuestionPrice: QuestionRule {
  static let fault = QuestionFault.price

  static let description = RuleDescription(
    code: "KB310", name: "question-price", severity: .error,
    summary: "A question for what somebody would pay.",
    rationale: """
      An imagined price costs nothing, and people name one to be helpful. Only money that was spent, or a budget \
      that exists, is evidence.
      """,
    bad: [
      .guide("- How much ↓would you pay for permits without network?"),
    ],
    good: [
      .guide("- What did the last audit cost you?"),
      .guide("- Which budget paid for the tablets?"),
    ])
}

extension QuestionPrice {
  static let remedy = "Ask what the problem has cost so far, and which budget paid for what they tried."
}
