import KBModel

/// KB411: a quote about something that the talk does not cover.
struct QuoteNotCovered: BaseRule {
  static let description = RuleDescription(
    code: "KB411", name: "quote-not-covered", severity: .info,
    summary: "A quote names a use case that neither `covers` nor a question of the session names.",
    rationale: """
      Whether the customer was asked or brought it up unasked decides over whom the need is counted. A forgotten entry in \
      `covers` makes an answer look volunteered.
      """,
    bad: [
      .session("> The auditor found two gaps in May.\n> — p-7f3k, anecdote, ↓[[audit-trail]] ^q1")
    ],
    good: [
      .session(
        "> The auditor found two gaps in May.\n> — p-7f3k, anecdote, [[audit-trail]] ^q1",
        covers: "[offline-approval, audit-trail]"),
      .session("**Q:** When was an auditor last here? [[audit-trail]]\n\n> In May. He found two gaps.\n> — p-7f3k, anecdote ^q1"),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for volunteered in base.hearings.volunteered {
      let file = base.graph.files[volunteered.file]
      let useCase = base.graph.files[volunteered.useCase]
      guard useCase.text("status") != "retired" else { continue }
      let quote = file.quotes[volunteered.quote]
      let name = quote.mentions[volunteered.mention].target
      let link = file.links.first { $0.target == name && $0.span.start.line == quote.span.start.line }
      findings.add(
        Self.self, in: file, at: link?.span ?? quote.span, message: message(name), help: help(useCase.id),
        subject: "\(name) \(quote.blockID ?? "")")
    }
  }
}

extension QuoteNotCovered {
  fileprivate static func message(_ name: String) -> String {
    "the talk does not cover '\(name)', so its customer counts as not asked about it"
  }

  fileprivate static func help(_ id: String) -> String {
    "Was it asked? Add '\(id)' to 'covers'. Did the customer bring it up unasked? Leave it: it counts as volunteered."
  }
}
