package import KBEvidence
package import KBModel

/// What the reports on a team's practice are made from.
package struct ReportBasis: Sendable {
  package var name: String
  package var revision: String?
  package var asOf: CalendarDate
  package var graph: RecordGraph
  package var market: Market
  package var standings: MarketStandings

  package init(name: String, revision: String?, asOf: CalendarDate, graph: RecordGraph, market: Market, standings: MarketStandings) {
    self.name = name
    self.revision = revision
    self.asOf = asOf
    self.graph = graph
    self.market = market
    self.standings = standings
  }

  /// The first day of the evidence window.
  var firstDay: CalendarDate { asOf.advanced(byDays: -market.window) }

  func isInWindow(_ date: CalendarDate?) -> Bool { date.map { $0 >= firstDay && $0 <= asOf } ?? false }

  /// Worked-up records of a type in the window, by date and id.
  func talks(ofType type: String) -> [FileFacts] {
    graph.records(ofType: type).filter { $0.status == .done && isInWindow($0.date("date")) }
      .sorted { ($0.date("date"), $0.id) < ($1.date("date"), $1.id) }
  }

  /// The topmost account of a record's customer.
  func account(of record: FileFacts) -> String? {
    record.target("customer").flatMap { graph.record($0, type: "customer")?.id }.flatMap { market.topmostAccount(of: $0) }
  }

  func segment(of account: String) -> String? { graph.record(account, type: "customer")?.text("segment", on: asOf) }

  /// The ids of use cases that a field names.
  func useCases(_ record: FileFacts, _ field: String) -> [String] {
    record.targets(field).compactMap { graph.record($0, type: "use-case")?.id }
  }
}

private func < (a: (CalendarDate?, String), b: (CalendarDate?, String)) -> Bool {
  let (first, second) = (a.0 ?? CalendarDate(dayNumber: .min), b.0 ?? CalendarDate(dayNumber: .min))
  return first == second ? a.1 < b.1 : first < second
}
