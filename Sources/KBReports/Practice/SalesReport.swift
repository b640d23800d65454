import KBEvidence
package import KBModel

extension TableReport {
  /// What sales relayed, what of it was later heard first-hand, and what waits for an answer.
  ///
  /// - Parameters:
  ///   - grouping: a field of field notes (`reported_by`, or one of the team's own such as `region`) to count by; `nil` for none,
  ///     so that nobody is ranked unless asked for.
  ///   - today: the day up to which an answer is waited for.
  package static func sales(_ basis: ReportBasis, by grouping: String?, today: CalendarDate) -> TableReport {
    let notes = basis.talks(ofType: "field-note")
    let grounded = Dictionary(
      basis.standings.standings.map { ($0.id, Set($0.voices.filter(\.isGrounded).map(\.customer))) }, uniquingKeysWith: { first, _ in first })
    var tables = [relayed(basis, notes, grounded), waiting(notes, today: today)]
    if let grouping { tables.append(grouped(basis, notes, grounded, by: grouping)) }
    return TableReport(
      schema: "kb.sales/1", title: "WHAT SALES BROUGHT, AND WHAT BECAME OF IT", subtitle: "\(basis.name) · \(counted(notes.count, "field note"))",
      asOf: basis.asOf, revision: basis.revision, tables: tables,
      notes: [
        "Grounded: of the customers for whom sales relayed the need, those who told us about it themselves, first-hand.",
        "Said to block: deals whose field note names the use case in 'blocks'; signed without it: those that were won all the same.",
      ])
  }

  private static func relayed(_ basis: ReportBasis, _ notes: [FileFacts], _ grounded: [String: Set<String>]) -> Table {
    var relayed: [String: Set<String>] = [:]
    var blocked: [String: [FileFacts]] = [:]
    for note in notes {
      guard let account = basis.account(of: note) else { continue }
      for useCase in needs(of: note, basis) { relayed[useCase, default: []].insert(account) }
      for useCase in basis.useCases(note, "blocks") { blocked[useCase, default: []].append(note) }
    }
    let useCases = Set(relayed.keys).union(blocked.keys).sorted()
    return Table(
      name: "needs", title: "Needs that were relayed",
      columns: [
        Column("useCase", "USE CASE"), Column("relayed", "CUSTOMERS"), Column("grounded", "GROUNDED"), Column("share", "SHARE"),
        Column("blocks", "SAID TO BLOCK"), Column("won", "SIGNED WITHOUT"), Column("lost", "LOST"),
      ],
      rows: useCases.map { useCase in
        let from = relayed[useCase] ?? []
        let heard = from.intersection(grounded[useCase] ?? [])
        let deals = blocked[useCase] ?? []
        return [
          .text(useCase), .count(from.count), .count(heard.count), .share(from.isEmpty ? nil : Double(heard.count) / Double(from.count)),
          .count(deals.count), .count(deals.count { $0.text("outcome") == "won" }), .count(deals.count { $0.text("outcome") == "lost" }),
        ]
      }, emptyWords: "No field note names a need.")
  }

  private static func waiting(_ notes: [FileFacts], today: CalendarDate) -> Table {
    let open = notes.filter { $0.text("answer") == nil && $0.quotes.contains { $0.grade == .request } }
    return Table(
      name: "waiting", title: "Waiting for an answer",
      columns: [Column("record", "RECORD"), Column("customer", "CUSTOMER"), Column("date", "ASKED"), Column("days", "DAYS"), Column("closes", "DEAL CLOSES")],
      rows: open.map { note in
        [
          .text(note.id), .text(note.target("customer") ?? ""), .date(note.date("date")), .count(note.date("date").map { today.days(since: $0) } ?? 0),
          .date(note.date("closes")),
        ]
      }, emptyWords: "Every request has an answer.")
  }

  private static func grouped(_ basis: ReportBasis, _ notes: [FileFacts], _ grounded: [String: Set<String>], by field: String) -> Table {
    var groups: [String: (notes: Int, relayed: Int, grounded: Int, waiting: Int)] = [:]
    for note in notes {
      var group = groups[note.text(field) ?? "–"] ?? (0, 0, 0, 0)
      group.notes += 1
      if let account = basis.account(of: note) {
        for useCase in needs(of: note, basis) {
          group.relayed += 1
          if grounded[useCase]?.contains(account) == true { group.grounded += 1 }
        }
      }
      if note.text("answer") == nil, note.quotes.contains(where: { $0.grade == .request }) { group.waiting += 1 }
      groups[note.text(field) ?? "–"] = group
    }
    return Table(
      name: "groups", title: "By \(field)",
      columns: [
        Column("group", field.uppercased()), Column("notes", "NOTES"), Column("relayed", "NEEDS RELAYED"), Column("grounded", "LATER GROUNDED"),
        Column("waiting", "WAITING"),
      ],
      rows: groups.sorted { $0.key < $1.key }.map { [.text($0.key), .count($0.value.notes), .count($0.value.relayed), .count($0.value.grounded), .count($0.value.waiting)] },
      emptyWords: "No field note in the window.")
  }

  /// The use cases that a field note speaks for: in its quotes, in `covers` and in `blocks`.
  private static func needs(of note: FileFacts, _ basis: ReportBasis) -> [String] {
    let quoted = note.quotes.flatMap(\.mentions).filter { !$0.isAgainst }.compactMap { basis.graph.record($0.target, type: "use-case")?.id }
    return Set(quoted + basis.useCases(note, "covers") + basis.useCases(note, "blocks")).sorted()
  }
}
