internal import KBEvidence
internal import KBModel

extension ReviewReport {
  /// The review for a terminal.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    guard !isEmpty else {
      page.paragraph(emptyWords)
      return page.text
    }
    page.split(headline, "\(head.name) against \(base.name)")
    page.paragraph(counts)
    for change in moved {
      page.blank()
      page.title(change.id, title(change))
      page.fact(Fact("verdict", "\(StandingChangeWords.verdict(change.before)) → \(StandingChangeWords.verdict(change.after))"))
      for (i, sentence) in StandingChangeWords(change: change, base: base, head: head).because.enumerated() {
        page.fact(Fact(i == 0 ? "because" : "", sentence))
      }
    }
    section("VERDICTS THAT STAY", steadyLines, on: &page)
    section("ALMOST", near.map(words), on: &page)
    section("PLEASE READ", remarks.map { "\($0.path):\($0.line)\($0.quote.map { " \($0)" } ?? ""): \($0.words)" }, on: &page)
    section("NEW FINDINGS", shownFindings.map { "\($0.severity.rawValue) \($0.path):\($0.span.start.line) \($0.code) \($0.rule): \($0.message)" }, on: &page)
    if showsQuotes { section("QUOTES", evidence.compactMap(quoted), on: &page) }
    return page.text
  }

  private func section(_ title: String, _ lines: [String], on page: inout TextPage) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.section(title)
    for line in lines { page.paragraph(line, indent: 2) }
  }

  private func quoted(_ entry: EvidenceChange) -> String? {
    entry.quote.state.map { state in
      let sign = entry.quote.before == nil ? "+" : entry.quote.after == nil ? "-" : "~"
      return "\(sign) \(entry.record)\(state.quote.map { " \($0)" } ?? ""): \(state.words)"
    }
  }
}
