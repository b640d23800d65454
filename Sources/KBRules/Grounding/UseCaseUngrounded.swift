import KBModel

/// KB405: believed in, but without a first-hand story.
struct UseCaseUngrounded: BaseRule {
  static let description = RuleDescription(
    code: "KB405", name: "use-case-ungrounded", severity: .warning,
    summary: "`status: grounded` or `accepted` without a first-hand anecdote or habit.",
    rationale: """
      Whoever reads "grounded" takes it that a customer has told what happened. Opinions, wishes and what sales relays do \
      not bear that.
      """,
    bad: [
      .useCase(status: "↓accepted"),
      .market(
        status: "↓grounded",
        talks: [("birch", "2026-05-04", "> I think it is too slow.\n> — p-7f3k, opinion, [[find-isolation-points]] ^q1")]),
    ],
    good: [
      .useCase(status: "draft"),
      .market(
        status: "grounded",
        talks: [
          ("birch", "2026-05-04", "> In March two of us walked the line for a day.\n> — p-7f3k, anecdote, [[find-isolation-points]] ^q1")
        ]),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (place, file) in base.liveUseCases where !base.hearings.useCase(at: place).isGrounded {
      guard let status = file.text("status"), status == "grounded" || status == "accepted" else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "status"), field: "status", message: message(status), help: help,
        subject: status)
    }
  }
}

extension UseCaseUngrounded {
  fileprivate static func message(_ status: String) -> String {
    "the use case is '\(status)', but no quote is a first-hand anecdote or habit: no customer counts as living with it"
  }

  fileprivate static let help = "Ask a customer for the last time it happened, or set the status back to draft."
}
