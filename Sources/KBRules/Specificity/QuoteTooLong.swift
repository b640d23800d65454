import KBModel

/// KB605: a quote that is a speech.
struct QuoteTooLong: FileRule {
  static let description = RuleDescription(
    code: "KB605", name: "quote-too-long", severity: .info,
    summary: "A quote of more than 60 words.",
    rationale: """
      A long quote holds several things at one grade, and nobody reads it to the end. Short quotes also keep less of a \
      person's words than is needed.
      """,
    bad: [
      .session(
        """
        > On 3 June the network went down at ten, and because the pumps had to be opened for the cleaning crew I wrote the
        > first permit on paper, then another one for the scaffolders, and by the time that the crane came we had eleven of
        > them on the desk, and nobody knew any more which of them had been signed twice, so I walked round the whole tank
        > farm with the binder and asked every single crew what they were doing there.
        > ↓— p-7f3k, anecdote, [[offline-approval]] ^q1
        """)
    ],
    good: [
      .session(
        """
        > By the time that the crane came we had eleven paper permits on the desk, and nobody knew which had been signed twice.
        > — p-7f3k, anecdote, [[offline-approval]] ^q1
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes where quote.wordCount > limit {
      guard let attribution = file.block(of: quote).attribution else { continue }
      findings.add(
        Self.self, in: file, at: attribution.range, message: message(quote.wordCount), help: help, subject: quote.words)
    }
  }

  private static let limit = 60
}

extension QuoteTooLong {
  fileprivate static func message(_ count: Int) -> String {
    "the quote has \(count) words: more than \(limit) usually hold several things, which then count at one grade"
  }

  fileprivate static let help = "Keep the sentence that tells what happened, or split the quote."
}
