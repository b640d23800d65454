package import KBEvidence
package import KBModel

/// How verdicts and breadth came to be what they are, over points in time.
package struct TrendReport: Sendable {
  /// What a point is.
  package enum Step: String, Sendable { case months, commits }

  /// One point in time.
  package struct Point: Sendable {
    package var asOf: CalendarDate
    /// The commit that was read; `nil` where the same records are looked at as of another day.
    package var commit: String?
    package var standings: [UseCaseStanding]

    package init(asOf: CalendarDate, commit: String? = nil, standings: [UseCaseStanding]) {
      self.asOf = asOf
      self.commit = commit
      self.standings = standings
    }
  }

  package var name: String
  package var step: Step
  /// The oldest first; at least one.
  package var points: [Point]
  package var titles: [String: String]
  /// Ids of the use cases that are shown; empty for all.
  package var selection: Set<String>

  package init(name: String, step: Step, points: [Point], titles: [String: String], selection: Set<String> = []) {
    self.name = name
    self.step = step
    self.points = points
    self.titles = titles
    self.selection = selection
  }

  /// The use cases in the order of the newest point's report, each with its standing at every point.
  private var rows: [(id: String, standings: [UseCaseStanding?])] {
    let byPoint = points.map { point in Dictionary(point.standings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
    return (points.last?.standings ?? []).map(\.id).filter { selection.isEmpty || selection.contains($0) }
      .map { id in (id, byPoint.map { $0[id] }) }
  }

  // MARK: Text

  /// A small table for a terminal.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split("HOW VERDICTS CAME ABOUT", span)
    page.paragraph("\(name) · the last \(points.count) \(step.rawValue)")
    page.blank()
    if rows.isEmpty { page.paragraph("There is no use case to report on.") }
    var table = TextTable(columns: [
      .init(title: "USE CASE", leastWidth: 8), .init(title: "HAVE IT"), .init(title: "NOW", isRightAligned: true), .init(title: "VERDICT", leastWidth: 6),
      .init(title: "NOW", leastWidth: 6),
    ])
    table.rows = rows.map { row in
      let last = row.standings.last ?? nil
      return [TerminalText.safe(row.id), Self.sparkline(row.standings), Self.count(last), Self.letters(row.standings), last?.verdict.rawValue ?? "–"]
    }
    for line in table.lines(width: page.width, emphasis: { row, _, cell in row == nil ? page.paint.strong(cell) : cell }) { page.line(line) }
    page.blank()
    page.paragraph("M market, E emerging, C customer-specific, T thin, · none. Bars: the share of those asked who live with it.")
    return page.text
  }

  /// A table for a document.
  package func markdown() -> String {
    "**\(MarkdownText.escaped(name))**: the last \(points.count) \(step.rawValue), \(MarkdownText.escaped(span.withPlainSpaces))\n\n"
      + MarkdownText.table(
        ["use case", "live with it", "now", "verdict", "now"],
        rows.map { row in
          let last = row.standings.last ?? nil
          return [
            MarkdownText.escaped(row.id), Self.sparkline(row.standings), Self.count(last).withPlainSpaces, Self.letters(row.standings),
            last?.verdict.rawValue ?? "–",
          ]
        })
  }

  /// One line for each use case and point.
  package func csv() -> String {
    var writer = CSVWriter()
    writer.append(["useCase", "asOf", "commit", "verdict", "reason", "asked", "grounded", "groundedBreadth"].map { .text($0) })
    for row in rows {
      for (point, standing) in zip(points, row.standings) {
        guard let standing else { continue }
        let figures = standing.statistics
        writer.append([
          .text(row.id), .text(point.asOf.description), .text(point.commit ?? ""), .text(standing.verdict.rawValue),
          .text(standing.reason.rawValue), .integer(figures.asked), .integer(figures.grounded), .number(figures.groundedBreadth),
        ])
      }
    }
    return writer.text
  }

  private var span: String {
    guard let first = points.first, let last = points.last else { return "" }
    return "\(first.asOf) to \(last.asOf)"
  }

  private static func count(_ standing: UseCaseStanding?) -> String {
    guard let figures = standing?.statistics, figures.asked > 0 else { return "–" }
    return "\(figures.grounded)\(noBreak)of\(noBreak)\(figures.asked)"
  }

  /// Breadth as bars of eight heights; a dot where nobody was asked.
  private static func sparkline(_ standings: [UseCaseStanding?]) -> String {
    String(String.UnicodeScalarView(standings.map { (standing) -> Unicode.Scalar in
      guard let share = standing?.statistics.groundedBreadth else { return "·" }
      return Unicode.Scalar(0x2581 + UInt32((share * 7).rounded())) ?? "·"
    }))
  }

  private static func letters(_ standings: [UseCaseStanding?]) -> String {
    standings.map { (standing) -> String in
      switch standing?.verdict {
      case .market: "M"
      case .emerging: "E"
      case .customerSpecific: "C"
      case .thin: "T"
      case nil: "·"
      }
    }.joined()
  }

  // MARK: JSON

  /// The trend as JSON of the schema `kb.trend/1`: `points` of a use case stand beside the points in time.
  package func json() -> String {
    JSON.document(
      TrendDocument(
        by: step.rawValue, points: points.map { TrendPoint(asOf: $0.asOf.description, commit: $0.commit) },
        useCases: rows.map { row in
          TrendUseCase(id: row.id, title: titles[row.id] ?? "", points: row.standings.map { $0.map(StandingPoint.init) })
        }))
  }
}

private struct TrendDocument: Encodable {
  var schema = "kb.trend/1"
  var by: String
  var points: [TrendPoint]
  var useCases: [TrendUseCase]
}

private struct TrendPoint: Encodable {
  let asOf: String
  let commit: String?

  enum Key: String, CodingKey { case asOf, commit }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(asOf, forKey: .asOf)
    try object.encode(commit, forKey: .commit)
  }
}

private struct TrendUseCase: Encodable {
  var id, title: String
  var points: [StandingPoint?]
}
