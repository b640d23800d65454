import KBModel

/// KB805: quotes of somebody who took the consent back.
struct ConsentWithdrawn: FileRule {
  static let description = RuleDescription(
    code: "KB805", name: "consent-withdrawn", severity: .error,
    summary: "`withdrawn` is set while quotes remain.",
    rationale: """
      Who takes a consent back can expect that the words go. Until they are gone, every report that counts them goes \
      against the person's will.
      """,
    bad: [
      .session(
        "> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1",
        consent: "{basis: consent, scope: internal-quote, withdrawn: ↓2026-06-28}")
    ],
    good: [
      .session("Words taken out.", consent: "{basis: consent, scope: internal-quote, withdrawn: 2026-06-28}"),
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.document.body.quotes.isEmpty, let withdrawn = file.consent?.withdrawn else { return }
    let quotes = file.document.body.quotes.count { !$0.lines.isEmpty }
    guard quotes > 0 else { return }
    findings.add(
      Self.self, in: file, at: withdrawn.range, field: "consent.withdrawn", message: message(withdrawn.value, quotes), help: help,
      subject: "withdrawn")
  }
}

extension ConsentWithdrawn {
  fileprivate static func message(_ day: CalendarDate?, _ quotes: Int) -> String {
    let since = day.map { " on \($0)" } ?? ""
    return "the consent was taken back\(since), but \(quotes == 1 ? "a quote remains" : "\(quotes) quotes remain")"
  }

  fileprivate static let help = "Take the words out with 'kb erase'; the date of the withdrawal stays."
}
