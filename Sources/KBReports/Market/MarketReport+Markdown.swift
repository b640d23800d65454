internal import KBEvidence
internal import KBModel

extension MarketReport {
  /// The report as Markdown for a wiki page or a comment. Names, ids and titles show as they are and format nothing.
  package func markdown() -> String {
    var lines: [String] = []
    let title = customer.map { "What \($0) needs, and who else does" } ?? "Market or one customer?"
    lines += ["# \(escaped(title))", ""]
    lines += [escaped("\(name) · \(basisWords) · evidence to \(asOf), \(windowWords)"), ""]
    if let customer {
      lines += markdownNeeds(of: customer)
    } else if let emptyWords {
      lines += [escaped(emptyWords), ""]
    } else {
      lines += markdownSummary()
      for verdict in [Verdict.market, .emerging, .customerSpecific, .thin] {
        let rows = rows.filter { $0.standing.verdict == verdict }
        guard !rows.isEmpty else { continue }
        lines += ["## \(verdict.rawValue): \(verdict.meaning)", ""]
        for row in rows { lines += markdownBlock(row) }
      }
      lines += markdownCaveats()
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdownSummary() -> [String] {
    let table = MarkdownText.table(
      ["verdict", "use case", "live with it", "range", "loudest", "without"],
      rows.map { row in
        let words = StandingWords(standing: row.standing, share: share)
        return ["**\(escaped(words.verdict))**"]
          + [heading(row), words.count, words.range, words.loudest, words.without].enumerated()
          .map { $0 == 0 ? $1 : escaped($1) }
      })
    var lines = [table]
    if rows.contains(where: { $0.standing.flags.contains(.soFar) }) {
      lines += ["\\* so far: the others who were asked do not rule a market out yet", ""]
    }
    if let stabilityWords { lines += [escaped(stabilityWords), ""] }
    for remark in remarks { lines += [escaped(remark), ""] }
    return lines
  }

  private func markdownBlock(_ row: Row) -> [String] {
    let words = StandingWords(standing: row.standing, share: share)
    var lines = ["### \(heading(row))", "", escaped(words.breadth), ""]
    lines += words.facts.map { "- **\($0.label):** \(escaped($0.text))" }
    return lines + [""]
  }

  private func markdownNeeds(of customer: String) -> [String] {
    let needs = CustomerNeeds(customer: customer, rows: rows)
    var lines: [String] = []
    for owner in CustomerNeeds.Owner.allCases {
      let rows = needs.needs(of: owner)
      guard !rows.isEmpty else { continue }
      let (title, meaning) = needs.heading(of: owner)
      lines += ["## \(escaped("\(title): \(meaning)"))", ""]
      lines += rows.map { row in
        "- **\(heading(row))** (\(row.standing.verdict.rawValue)): "
          + escaped(needs.sentences(on: row, share: share).joined(separator: " "))
      }
      lines.append("")
    }
    let hasNeeds = !lines.isEmpty
    if !hasNeeds { lines += [escaped("No need of \(customer) is on record in the \(windowWords)."), ""] }
    for (relation, label) in Self.otherRelations {
      let ids = needs.rows(relation).map(\.standing.id)
      if !ids.isEmpty { lines.append("- **\(label):** \(escaped(listed(ids, atMost: 12)))") }
    }
    if lines.last != "" { lines.append("") }
    for remark in remarks { lines += [escaped(remark), ""] }
    return lines + (hasNeeds ? markdownCaveats() : [])
  }

  private func markdownCaveats() -> [String] {
    ["## How to read this", ""] + caveats.flatMap { [escaped($0), ""] }
  }

  /// A use case by id and title.
  private func heading(_ row: Row) -> String {
    escaped(row.title.isEmpty ? row.standing.id : "\(row.standing.id): \(row.title)")
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text.withPlainSpaces) }
}
