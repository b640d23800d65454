import KBEvidence
import KBModel

extension TableReport {
  /// Who was asked what, and when: segment by use case, and the conversations that would change most.
  package static func coverage(_ basis: ReportBasis) -> TableReport {
    let cells = CoverageCells(basis)
    let next = ConversationGains(basis).best(3)
    return TableReport(
      schema: "kb.coverage/1", title: "WHO WAS ASKED WHAT", subtitle: "\(basis.name) · \(counted(basis.standings.talks, "talk"))", asOf: basis.asOf,
      revision: basis.revision,
      tables: [
        Table(
          name: "matrix", title: "Live with it / asked, by segment", audience: .people,
          columns: [Column("useCase", "USE CASE")] + cells.segments.map { Column($0, $0.uppercased()) },
          rows: cells.useCases.map { useCase in
            [.text(useCase)] + cells.segments.map { .text(cells[useCase, $0].map { "\($0.grounded)/\($0.asked)" } ?? "never asked") }
          }, emptyWords: "There is no use case yet: kb new use-case ID"),
        Table(
          name: "cells", title: "Cells", audience: .machines,
          columns: [
            Column("useCase", "use case"), Column("segment", "segment"), Column("customers", "customers"), Column("asked", "asked"),
            Column("grounded", "grounded"), Column("newest", "newest"),
          ],
          rows: cells.useCases.flatMap { useCase in
            cells.segments.map { segment in
              let cell = cells[useCase, segment]
              return [
                .text(useCase), .text(segment), .count(cells.customers[segment] ?? 0), .count(cell?.asked ?? 0), .count(cell?.grounded ?? 0),
                .date(cell?.newest),
              ]
            }
          }, emptyWords: ""),
        Table(
          name: "conversations", title: "The conversations that would change most", layout: .blocks,
          columns: [Column("customer", "CUSTOMER"), Column("segment", "SEGMENT"), Column("moves", "would move"), Column("about", "ask about")],
          rows: next.map { [.text($0.customer), .text($0.segment), .list($0.moves), .list($0.about)] },
          emptyWords: "No single conversation would move a verdict."),
      ],
      notes: [
        "Asked: a talk in the window covers the use case. A field note never counts as asking.",
        "A conversation's worth: the verdicts that one first-hand story from that customer, today, would move.",
      ])
  }
}

/// Segment by use case: how many were asked, how many live with it, and the newest talk.
private struct CoverageCells {
  struct Cell {
    var asked = 0
    var grounded = 0
    var newest: CalendarDate?
  }

  let useCases: [String]
  let segments: [String]
  private(set) var customers: [String: Int] = [:]
  private var cells: [String: [String: Cell]] = [:]

  init(_ basis: ReportBasis) {
    useCases = basis.standings.standings.map(\.id)
    var segmentOf: [String: String] = [:]
    for account in basis.market.accounts where basis.market.topmostAccount(of: account.id) == account.id && !account.segment.isEmpty {
      segmentOf[account.id] = account.segment
      customers[account.segment, default: 0] += 1
    }
    segments = customers.keys.sorted()
    var asked: [String: [String: CalendarDate]] = [:]
    for talk in basis.market.talks where basis.isInWindow(talk.date) {
      guard let account = basis.market.topmostAccount(of: talk.customer) else { continue }
      for useCase in talk.covers { asked[useCase, default: [:]][account] = max(asked[useCase]?[account] ?? talk.date, talk.date) }
    }
    for standing in basis.standings.standings {
      let grounded = Set(standing.voices.filter(\.isGrounded).map(\.customer))
      for (account, date) in asked[standing.id] ?? [:] {
        guard let segment = segmentOf[account] else { continue }
        var cell = cells[standing.id]?[segment] ?? Cell()
        cell.asked += 1
        if grounded.contains(account) { cell.grounded += 1 }
        cell.newest = max(cell.newest ?? date, date)
        cells[standing.id, default: [:]][segment] = cell
      }
    }
  }

  /// `nil` where nobody of the segment was asked.
  subscript(useCase: String, segment: String) -> Cell? { cells[useCase]?[segment] }
}
