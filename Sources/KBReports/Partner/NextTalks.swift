import KBEvidence
import KBModel

extension TableReport {
  /// Whom to talk to, about what, with which guide, and the line that starts the record.
  ///
  /// - Parameters:
  ///   - useCases: only talks about these; all when empty.
  ///   - customer: only talks with this one.
  package static func next(_ basis: ReportBasis, useCases: Set<String>, customer: String?, limit: Int) -> TableReport {
    let account = customer.flatMap { basis.market.topmostAccount(of: $0) }
    let talks = ConversationGains(basis).conversations(about: useCases, with: account).prefix(limit)
    return TableReport(
      schema: "kb.next/1", title: "WHOM TO TALK TO NEXT", subtitle: basis.name, asOf: basis.asOf, revision: basis.revision,
      tables: [
        Table(
          name: "talks", title: "By what a story would change", layout: .blocks,
          columns: [
            Column("customer", "CUSTOMER"), Column("segment", "SEGMENT"), Column("about", "about"), Column("moves", "would move"),
            Column("guide", "guide"), Column("lastTalk", "last talk"), Column("command", "write"),
          ],
          rows: talks.map { talk in
            let guide = guide(for: talk.about, basis)
            let last = basis.graph.record(talk.customer, type: "customer").flatMap { AccountView($0, in: basis).sessions.first?.date("date") }
            let covers = talk.about.prefix(2).joined(separator: ",")
            return [
              .text(talk.customer), .text(talk.segment), .list(talk.about), .list(talk.moves), .text(guide ?? "–"), .date(last),
              .text("kb new session \(talk.customer)\(guide.map { " --guide \($0)" } ?? "") --covers \(covers)"),
            ]
          }, emptyWords: "Nobody: every need is the market's, or everybody was asked.")
      ],
      notes: ["Never those who were asked and said nothing: asking until they say yes is the first mistake."])
  }

  /// The guide that covers most of the use cases.
  private static func guide(for useCases: [String], _ basis: ReportBasis) -> String? {
    let wanted = Set(useCases)
    let counts = basis.graph.records(ofType: "guide").map { ($0.id, wanted.intersection(basis.useCases($0, "covers")).count) }
    return counts.filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }
}
