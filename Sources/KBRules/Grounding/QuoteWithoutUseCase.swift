import KBModel

/// KB402: an attributed quote that names no use case.
struct QuoteWithoutUseCase: FileRule {
  static let description = RuleDescription(
    code: "KB402", name: "quote-without-use-case", severity: .info,
    summary: "A quote names no use case, and its question names none either.",
    rationale: """
      A quote is evidence for a need only where it says for which. Without a use case it can be searched, but it supports \
      nothing and moves no verdict.
      """,
    bad: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> ↓— p-7f3k, anecdote ^q1")
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
      .session(
        """
        **Q:** Walk me through the last permit without network. [[offline-approval]]

        > On 3 June the night shift wrote 41 permits on paper.
        > — p-7f3k, anecdote ^q1
        """),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.isTalk == true else { return }
    for quote in file.quotes {
      let block = file.block(of: quote)
      guard let attribution = block.attribution, attribution.mentions.isEmpty, !file.questionNamesUseCase(block) else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message, help: help, subject: file.document.text(attribution.range))
    }
  }
}

extension QuoteWithoutUseCase {
  fileprivate static let message = "the quote names no use case: it supports nothing and moves no verdict"
  fileprivate static let help =
    "Add [[use-case]] to its last line or to the question above it; where no use case fits, this may be a new one."
}
