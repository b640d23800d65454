import KBModel

/// KB606: a block quote that nobody said.
struct QuoteUnattributed: FileRule {
  static let description = RuleDescription(
    code: "KB606", name: "quote-unattributed", severity: .info,
    summary: "A block quote in a session or field note without an attribution line.",
    rationale: """
      Without a last line that says who said it, how specific it is and about what, a block quote is only text. It is in \
      no count and no report.
      """,
    bad: [
      .session("↓> On 3 June the night shift wrote 41 permits on paper.")
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]]"),
      .session("> [!NOTE]\n> The recording stopped after ten minutes."),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.isTalk == true else { return }
    for block in file.document.body.quotes where block.attribution == nil {
      guard let first = block.lines.first, block.lines.contains(where: { !$0.isEmpty }), !isAlert(file.document.bytes[first.range])
      else { continue }
      findings.add(
        Self.self, in: file, at: ByteRange(Int(block.range.start), Int(first.end)), message: message, help: help,
        subject: file.document.text(first))
    }
  }

  /// A box such as `> [!NOTE]`, which is ours and not the customer's.
  private static func isAlert(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: [UInt8(ascii: "["), UInt8(ascii: "!")]) }
}

extension QuoteUnattributed {
  fileprivate static let message = "the block quote has no last line that says who said it: it counts nowhere"
  fileprivate static let help = "End it with a line like '— p-7f3k, anecdote, [[use-case]]', or write it as plain text if nobody said it."
}
