import KBModel

extension TableReport {
  /// Which rivals were met where, with which outcome, and what is known of them that is still in date.
  package static func competition(_ basis: ReportBasis) -> TableReport {
    let records = basis.graph.records(ofType: "competitor").sorted { $0.id < $1.id }
    var met: [String: [String: Meeting]] = [:]
    for talk in basis.talks(ofType: "field-note") + basis.talks(ofType: "session") {
      guard let account = basis.account(of: talk) else { continue }
      let segment = basis.segment(of: account) ?? "–"
      for target in talk.targets("competitors") {
        guard let id = basis.graph.record(target, type: "competitor")?.id else { continue }
        met[id, default: [:]][segment, default: Meeting()].add(talk, account: account)
      }
    }
    return TableReport(
      schema: "kb.competition/1", title: "WHOM WE MEET", subtitle: basis.name, asOf: basis.asOf, revision: basis.revision,
      tables: [
        Table(
          name: "meetings", title: "By segment and outcome of the deal",
          columns: [
            Column("competitor", "COMPETITOR"), Column("segment", "SEGMENT"), Column("customers", "CUSTOMERS"), Column("won", "WON"),
            Column("lost", "LOST"), Column("open", "OPEN"), Column("newest", "NEWEST"),
          ],
          rows: records.flatMap { record in
            (met[record.id] ?? [:]).sorted { $0.key < $1.key }.map { segment, meeting in
              [
                .text(record.id), .text(segment), .count(meeting.customers.count), .count(meeting.outcomes["won"] ?? 0),
                .count(meeting.outcomes["lost"] ?? 0), .count(meeting.outcomes["open"] ?? 0), .date(meeting.newest),
              ]
            }
          }, emptyWords: "No talk or field note names a competitor."),
        Table(
          name: "facts", title: "Facts", layout: .blocks,
          columns: [Column("competitor", "COMPETITOR"), Column("date", "DATE"), Column("state", "STATE"), Column("fact", "FACT"), Column("source", "SOURCE")],
          rows: records.flatMap { facts(of: $0, asOf: basis.asOf) }, emptyWords: "No competitor has facts."),
      ],
      notes: ["An expired fact must not be used in a deal before it is checked again."])
  }

  private struct Meeting {
    var customers: Set<String> = []
    var outcomes: [String: Int] = [:]
    var newest: CalendarDate?

    mutating func add(_ talk: FileFacts, account: String) {
      customers.insert(account)
      if let outcome = talk.text("outcome") { outcomes[outcome, default: 0] += 1 }
      if let date = talk.date("date") { newest = max(newest ?? date, date) }
    }
  }

  private static func facts(of record: FileFacts, asOf: CalendarDate) -> [[Cell]] {
    guard let frontMatter = record.frontMatter, let list = frontMatter["facts"] else { return [] }
    return frontMatter.children(of: list).compactMap { fact -> [Cell]? in
      guard frontMatter.nodes[fact].kind == .mapping else { return nil }
      func text(_ key: String) -> String { frontMatter.child(of: fact, key: key).map { frontMatter.text(of: $0) } ?? "" }
      let expires = CalendarDate(text("expires"))
      let state = expires.map { $0 < asOf ? "expired" : "until \($0)" } ?? "no date of expiry"
      return [.text(record.id), .date(CalendarDate(text("date"))), .text(state), .text(text("text")), .text(text("source").isEmpty ? "–" : text("source"))]
    }
  }
}
