import KBModel

/// KB304: a judging or emotive word on the very thing that is asked about.
struct QuestionLoaded: QuestionRule {
  static let fault = QuestionFault.loaded

  static let description = RuleDescription(
    code: "KB304", name: "question-loaded", severity: .warning,
    summary: "A judging or emotive word on the very thing that is asked about.",
    rationale: """
      The word tells the customer which answer is expected. Answers lean towards it, and the same question without \
      it would have brought another one.
      """,
    bad: [
      .guide("- Tell me about the last time you used that ↓clunky old form."),
    ],
    good: [
      .guide("- Tell me about the last time you used that form."),
      .guide("- You called the form \"clunky\" before. What happened?"),
    ])
}

extension QuestionLoaded {
  static let remedy = "Take the judging word out; quote it only where the customer said it first."
}
