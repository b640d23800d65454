package import KBEvidence
package import KBModel

/// The fold from records to what the statistics need: who was asked what, and who said what.
package enum MarketFold {
  /// - Parameter asOf: the day that verdicts hold for.
  package static func market(
    of graph: RecordGraph, configuration: Configuration, asOf: CalendarDate, scope: MarketScope = MarketScope()
  ) -> Market {
    var market = Market(
      asOf: asOf, window: configuration.windowDays, share: configuration.marketShare, accounts: [], talks: [], useCases: [], items: [],
      scope: scope)
    for (place, file) in graph.files.enumerated() {
      switch file.type {
      case "customer":
        market.accounts.append(
          Account(
            id: file.id, segment: file.text("segment", on: asOf) ?? "", stage: file.text("stage", on: asOf) ?? "",
            arr: file.number("arr", on: asOf) ?? 0, parent: file.target("parent").flatMap { graph.record($0, type: "customer")?.id }))
      case "use-case":
        if file.text("status") != "retired" { market.useCases.append(file.id) }
      case "session", "field-note":
        if file.status == .done { add(file, at: place, of: graph, to: &market) }
      default: break
      }
    }
    return market
  }

  private static func add(_ file: FileFacts, at place: Int, of graph: RecordGraph, to market: inout Market) {
    guard let date = file.date("date"), let customer = file.target("customer").flatMap({ graph.record($0, type: "customer")?.id }) else { return }
    if file.type == "session" {
      market.talks.append(Talk(customer: customer, date: date, covers: graph.useCasesAsked(in: file, at: place)))
    }
    for quote in file.quotes {
      let isPrompted = EvidenceItem.losesWeight(quote.effectiveGrade) && file.isPrompted(quote)
      var seen: [Int] = []
      for mention in quote.mentions {
        guard let index = graph.index(of: mention.name, inFile: place, type: "use-case"), !seen.contains(index) else { continue }
        seen.append(index)
        let useCase = graph.files[index].id
        if mention.isAgainst {
          market.against.append(CounterEvidence(useCase: useCase, customer: customer, date: date, record: file.id))
        } else {
          market.items.append(
            EvidenceItem(
              useCase: useCase, customer: customer, date: date, grade: quote.effectiveGrade, hand: quote.hand, isPrompted: isPrompted,
              record: file.id, quote: quote.blockID))
        }
      }
    }
  }
}

extension RecordGraph {
  /// The use cases that had a fair chance to come up in a session: the field `covers`, and those that question lines name.
  ///
  /// - Parameter place: the session's index in `files`.
  package func useCasesAsked(in session: FileFacts, at place: Int) -> [String] {
    var indices: [Int] = []
    func add(_ name: NameIndex) {
      if let index = index(of: name, inFile: place, type: "use-case"), !indices.contains(index) { indices.append(index) }
    }
    for reference in session.references where reference.field == "covers" { add(reference.name) }
    for question in session.questions {
      for cover in question.covers { add(cover.name) }
    }
    return indices.map { files[$0].id }
  }

  /// The newest date of a worked-up session or field note that is not after `limit`.
  package func newestTalk(notAfter limit: CalendarDate) -> CalendarDate? {
    var newest: CalendarDate?
    for file in files where (file.type == "session" || file.type == "field-note") && file.status == .done {
      if let date = file.date("date"), date <= limit, newest.map({ date > $0 }) ?? true { newest = date }
    }
    return newest
  }
}
