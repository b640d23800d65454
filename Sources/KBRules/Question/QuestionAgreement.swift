import KBModel

/// KB303: a question that begins with a negation or asks outright to agree.
struct QuestionAgreement: QuestionRule {
  static let fault = QuestionFault.agreement

  static let description = RuleDescription(
    code: "KB303", name: "question-agreement", severity: .error,
    summary: "A question that begins with a negation or asks outright to agree.",
    rationale: """
      People find it hard to disagree with somebody who is nice to them. What comes back is consent to our view, \
      not evidence of their work.
      """,
    bad: [
      .guide("- ↓Don't you think that paper permits are a risk?"),
      .guide("- ↓Would you agree that the binder slows the shift down?"),
    ],
    good: [
      .guide("- What became of the paper permits of that night?"),
    ])
}

extension QuestionAgreement {
  static let remedy = "Ask what they did or saw, without saying what you think."
}
