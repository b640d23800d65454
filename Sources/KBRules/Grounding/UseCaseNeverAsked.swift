import KBModel

/// KB406: a use case that no talk covers.
struct UseCaseNeverAsked: BaseRule {
  static let description = RuleDescription(
    code: "KB406", name: "use-case-never-asked", severity: .info,
    summary: "No session covers the use case.",
    rationale: """
      Breadth is counted over the customers who were asked. Where nobody was, only those speak who brought it up \
      themselves, and they are always loud.
      """,
    bad: [
      .useCase(title: "↓Find every isolation point before a job")
    ],
    good: [
      .useCase(status: "retired"),
      .market(talks: [("birch", "2026-05-04", "**Q:** How did you find the valves for the last job?")]),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (place, file) in base.liveUseCases where !base.hearings.useCase(at: place).isAsked {
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message, help: help, subject: file.id)
    }
  }
}

extension UseCaseNeverAsked {
  fileprivate static let message = "no session covers this use case: how broad the need is cannot be counted"
  fileprivate static let help =
    "Put a question about it into a guide, or add it to 'covers' of the sessions in which it had a fair chance to come up."
}
