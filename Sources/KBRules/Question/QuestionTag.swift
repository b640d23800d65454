import KBModel

/// KB302: a statement with a tag that invites a nod.
struct QuestionTag: QuestionRule {
  static let fault = QuestionFault.tag

  static let description = RuleDescription(
    code: "KB302", name: "question-tag", severity: .error,
    summary: "A statement with a tag that invites a nod.",
    rationale: """
      "Right?" is answered with yes out of politeness, whatever the truth. The yes is ours and not the \
      customer's, so it takes no part in a verdict.
      """,
    bad: [
      .guide("- You type the permits in after the shift, ↓right?"),
    ],
    good: [
      .guide("- What did you do right after the last night shift?"),
      .guide("- What do you do with the paper permits after a shift?"),
    ])
}

extension QuestionTag {
  static let remedy = "Drop the tag and ask openly for the thing that you were about to state."
}
