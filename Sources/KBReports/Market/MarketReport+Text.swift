internal import KBEvidence
internal import KBModel

extension MarketReport {
  /// The report as text of a width, to be read in a terminal or pasted on a slide.
  ///
  /// - Parameters:
  ///   - width: columns, at least 40.
  ///   - isColored: whether escape sequences may be written.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    heading(on: &page)
    if let customer {
      customerText(of: customer, on: &page)
    } else if let emptyWords {
      page.paragraph(emptyWords)
    } else {
      summary(on: &page)
      for verdict in [Verdict.market, .emerging, .customerSpecific, .thin] {
        let rows = rows.filter { $0.standing.verdict == verdict }
        guard !rows.isEmpty else { continue }
        page.section(verdict.rawValue.uppercased(), verdict.meaning, verdict: verdict)
        for row in rows { block(row, on: &page) }
      }
      caveats(on: &page)
    }
    return page.text
  }

  private func heading(on page: inout TextPage) {
    let title = customer.map { "WHAT \($0.uppercased()) NEEDS, AND WHO ELSE DOES" } ?? "MARKET OR ONE CUSTOMER?"
    page.split(TerminalText.safe(title), "evidence to \(asOf), \(windowWords)")
    page.paragraph("\(name) · \(basisWords)")
    page.blank()
  }

  private func summary(on page: inout TextPage) {
    var table = TextTable(columns: [
      .init(title: "VERDICT"), .init(title: "USE CASE", leastWidth: 8), .init(title: "HAVE IT"),
      .init(title: "RANGE", isRightAligned: true), .init(title: "LOUDEST", leastWidth: 9), .init(title: "WITHOUT"),
    ])
    table.rows = rows.map { row in
      let words = StandingWords(standing: row.standing, share: share)
      return [words.verdict, row.standing.id, words.count, words.range, words.loudest, words.without].map(TerminalText.safe)
    }
    let lines = table.lines(width: page.width) { row, column, cell in
      guard let row else { return page.paint.strong(cell) }
      return column == 0 ? page.paint.verdict(rows[row].standing.verdict, cell) : cell
    }
    for line in lines { page.line(line) }
    if rows.contains(where: { $0.standing.flags.contains(.soFar) }) {
      page.paragraph("* so far: the others who were asked do not rule a market out yet", indent: 2)
    }
    if let stabilityWords {
      page.blank()
      page.paragraph(stabilityWords)
    }
    for remark in remarks { page.paragraph(remark) }
    page.blank()
  }

  private func block(_ row: Row, on page: inout TextPage) {
    let words = StandingWords(standing: row.standing, share: share)
    page.title(row.standing.id, row.title)
    page.paragraph(words.breadth, indent: 2)
    let figures = row.standing.statistics
    if figures.asked > 1, let share = figures.groundedBreadth, let interval = figures.groundedWilson {
      bar(IntervalBar(share: share, interval: interval, line: self.share), on: &page)
    }
    for fact in words.facts { page.fact(fact) }
    page.blank()
  }

  private func bar(_ bar: IntervalBar, on page: inout TextPage) {
    let legend = "\(bar.lineSign) \(percent(share)), the market line".withPlainSpaces
    let frame = "  0  100 %".displayWidth
    let room = page.width - frame - 3 - legend.displayWidth
    if room >= 24 {
      page.line("  0 \(bar.cells(min(40, room))) 100 %   \(page.paint.faint(legend))")
    } else {
      page.line("  0 \(bar.cells(min(40, page.width - frame))) 100 %")
    }
  }

  func caveats(on page: inout TextPage) {
    page.section("HOW TO READ THIS")
    for caveat in caveats { page.paragraph(caveat) }
  }
}
