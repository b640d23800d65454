import KBModel

/// KB506: a need that exists only where we asked for it in a leading way.
struct EvidencePrompted: BaseRule {
  static let description = RuleDescription(
    code: "KB506", name: "evidence-prompted", severity: .warning,
    summary: "Every quote of the use case answers a question with an error-level fault.",
    rationale: """
      A leading question puts the answer into the customer's mouth. Where all the quotes of a need were prompted in this \
      way, the need may be our own idea, repeated politely.
      """,
    bad: [
      .market(talks: [
        (
          "birch", "2026-05-04",
          """
          **Q:** You'd rather have the valves on a tablet, right?

          > Sure, that sounds good.
          > — p-7f3k, opinion, [[find-isolation-points]] ^q1
          """
        )
      ]).marked(before: "Find every")
    ],
    good: [
      .market(talks: [
        (
          "birch", "2026-05-04",
          """
          **Q:** Walk me through the last job on old pipework.

          > In March two of us walked the line for a day.
          > — p-7f3k, anecdote, [[find-isolation-points]] ^q1
          """
        )
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for (place, file) in base.liveUseCases {
      let heard = base.hearings.useCase(at: place)
      guard heard.quotes > 0, heard.unprompted == 0 else { continue }
      findings.add(
        Self.self, in: file, at: file.span(ofField: "title"), field: "title", message: message(Int(heard.quotes)), help: help,
        subject: file.id)
    }
  }
}

extension EvidencePrompted {
  fileprivate static func message(_ quotes: Int) -> String {
    quotes == 1
      ? "the only quote answers a question that leads to it: the need may be our own idea"
      : "all \(quotes) quotes answer questions that lead to them: the need may be our own idea"
  }

  fileprivate static let help = "Ask the same customers for the last time that it happened, without the lead."
}
