package import KBEvidence
package import KBModel

/// The market-versus-customer report: every verdict with what it rests on, ready to be rendered.
///
/// The same value renders as `text`, `json`, `markdown` and `csv`; with a ``customer`` it answers which of that customer's
/// needs are the market's. Titles and ids may hold anything: the renderings make them harmless.
package struct MarketReport: Sendable, Equatable {
  /// One use case.
  package struct Row: Sendable, Equatable {
    package var standing: UseCaseStanding
    package var title: String

    package init(standing: UseCaseStanding, title: String) {
      self.standing = standing
      self.title = title
    }
  }

  /// The knowledge base's name.
  package var name: String
  package var asOf: CalendarDate
  /// Days that evidence counts.
  package var windowDays: Int
  /// The share of customers that makes a market.
  package var share: Double
  /// The revision that was read, or `nil` for the work tree.
  package var revision: String?
  /// Customers talked to, talks with them and notes from the field, all in the window.
  package var customers, talks, fieldNotes: Int
  /// In the order of reports.
  package var rows: [Row]
  /// What the market was narrowed to, in words ("without acme", "segment smb"); empty for all of it.
  package var scope: [String]
  /// The order of use cases without the loudest customer; `nil` when only some use cases are shown.
  package var stability: RankStability?
  package var loudest: String?
  /// Further remarks for the reader, a sentence each.
  package var remarks: [String]
  /// The account whose needs are asked about, or `nil` for the market's report.
  package var customer: String?

  /// A report on a market.
  ///
  /// - Parameters:
  ///   - standings: what was computed of `market`.
  ///   - titles: by use case id; an id without one stands for itself.
  ///   - customer: whose needs are asked about; a subsidiary stands for its topmost parent.
  ///   - selection: ids of the use cases to show, all when empty. Figures are those of the whole market all the same.
  package init(
    name: String, revision: String? = nil, fieldNotes: Int = 0, market: IndexedMarket, standings: MarketStandings,
    titles: [String: String] = [:], selection: Set<String> = [], customer: String? = nil, remarks: [String] = []
  ) {
    self.name = name
    asOf = market.asOf
    windowDays = market.window
    share = market.share
    self.revision = revision
    customers = standings.accountsTalkedTo
    talks = standings.talks
    self.fieldNotes = fieldNotes
    rows = standings.standings
      .filter { selection.isEmpty || selection.contains($0.id) }
      .map { Row(standing: $0, title: titles[$0.id] ?? "") }
    scope =
      market.scope.without.sorted().map { "without \($0)" } + market.scope.segments.sorted().map { "segment \($0)" }
      + market.scope.stages.sorted().map { "stage \($0)" }
    stability = selection.isEmpty ? standings.stability : nil
    loudest = standings.loudest
    self.remarks = remarks
    self.customer = customer.map { market.topmostAccount(of: $0) ?? $0 }
  }
}
