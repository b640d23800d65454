import KBEvidence
import KBModel

extension TableReport {
  /// When to stop asking: how much of a segment's needs was heard, and how many are still unheard at least.
  package static func saturation(_ basis: ReportBasis) -> TableReport {
    var heard: Set<String> = []
    var curve: [[Cell]] = []
    for (i, talk) in basis.talks(ofType: "session").enumerated() {
      let raised = Set(talk.quotes.flatMap { quote in
        quote.effectiveGrade >= .opinion && !talk.isPrompted(quote) ? quote.mentions.filter { !$0.isAgainst }.map(\.target) : []
      }.compactMap { basis.graph.record($0, type: "use-case")?.id })
      let new = raised.subtracting(heard).sorted()
      heard.formUnion(raised)
      guard !new.isEmpty else { continue }
      curve.append([.count(i + 1), .date(talk.date("date")), .text(talk.id), .list(new), .count(heard.count)])
    }
    return TableReport(
      schema: "kb.saturation/1", title: "WHEN TO STOP ASKING", subtitle: "\(basis.name) · \(counted(basis.standings.talks, "talk"))", asOf: basis.asOf,
      revision: basis.revision,
      tables: [
        Table(
          name: "segments", title: "By segment",
          columns: [
            Column("segment", "SEGMENT"), Column("customers", "CUSTOMERS"), Column("needs", "NEEDS HEARD"), Column("once", "HEARD ONCE"),
            Column("coverage", "COVERAGE"), Column("unseen", "UNHEARD, AT LEAST"),
          ],
          rows: basis.standings.saturation.map { entry in
            let figures = entry.saturation
            return [
              .text(entry.segment), .count(figures.customers), .count(figures.needsSeen), .count(figures.uniques), .share(figures.incidenceCoverage),
              .number(figures.unseen),
            ]
          }, emptyWords: "Nobody was talked to in the window."),
        Table(
          name: "curve", title: "Talks that brought a new need",
          columns: [Column("talk", "TALK"), Column("date", "DATE"), Column("record", "RECORD"), Column("new", "NEW"), Column("total", "IN ALL")],
          rows: curve, emptyWords: "No need was raised in the window."),
      ],
      notes: [
        "Coverage: the share of all mentions still to come that would be of needs already heard (incidence coverage). Unheard: a lower bound (Chao2, bias-corrected).",
        "Both take a segment's customers to be alike. At few customers the error is wide: read them as 'at least'.",
      ])
  }
}
