package import KBEvidence
package import KBModel

/// The fold from records to what the statistics need: who was asked what, and who said what.
package enum MarketFold {
  /// The market as counting reads it.
  ///
  /// - Parameter asOf: the day that verdicts hold for.
  package static func indexed(
    of graph: RecordGraph, configuration: Configuration, asOf: CalendarDate, scope: MarketScope = MarketScope()
  ) -> IndexedMarket {
    let (files, testimony) = (graph.files, graph.testimony)
    let customers = graph.places(ofType: "customer")
    let useCases = graph.places(ofType: "use-case").filter { files[Int($0)].text("status") != "retired" }
    var market = IndexedMarket(
      asOf: asOf, window: configuration.windowDays, share: configuration.marketShare, scope: scope,
      accounts: customers.map { account(files[Int($0)], in: graph, asOf: asOf) }, useCases: useCases.map { files[Int($0)].id },
      recordID: { files[Int($0)].id }, quoteID: { files[Int($0)].quotes[Int($1)].blockID })
    // By record, its number in the market.
    var numbers = [Int32](repeating: -1, count: files.count)
    for (number, place) in customers.enumerated() { numbers[Int(place)] = Int32(number) }
    for (number, place) in useCases.enumerated() { numbers[Int(place)] = Int32(number) }

    market.covered = testimony.covered.map { numbers[Int($0)] }
    market.items.reserveCapacity(testimony.mentions.count)
    for talk in testimony.talks {
      guard let date = talk.date, talk.customer >= 0 else { continue }
      let account = numbers[Int(talk.customer)]
      if talk.isSession { market.talks.append(IndexedMarket.Talk(account: account, date: date, covers: talk.covers)) }
      for k in talk.mentions {
        let mention = testimony.mentions[k]
        let useCase = numbers[Int(mention.useCase)]
        guard useCase >= 0, !mention.isRepeated else { continue }
        let item = IndexedMarket.Item(
          useCase: useCase, account: account, date: date, grade: mention.grade, hand: mention.hand,
          isPrompted: mention.isPrompted && EvidenceItem.losesWeight(mention.grade), record: talk.file, quote: mention.quote)
        if mention.isAgainst { market.against.append(item) } else { market.items.append(item) }
      }
    }
    return market
  }

  /// The market with ids.
  ///
  /// - Parameter asOf: the day that verdicts hold for.
  package static func market(
    of graph: RecordGraph, configuration: Configuration, asOf: CalendarDate, scope: MarketScope = MarketScope()
  ) -> Market {
    let indexed = indexed(of: graph, configuration: configuration, asOf: asOf, scope: scope)
    return Market(
      asOf: asOf, window: indexed.window, share: indexed.share, accounts: indexed.accounts,
      talks: indexed.talks.map { talk in
        Talk(
          customer: indexed.accounts[Int(talk.account)].id, date: talk.date,
          covers: graph.testimony.covered[talk.covers].map { graph.files[Int($0)].id })
      },
      useCases: indexed.useCases,
      items: indexed.items.map { item in
        EvidenceItem(
          useCase: indexed.useCases[Int(item.useCase)], customer: indexed.accounts[Int(item.account)].id, date: item.date, grade: item.grade,
          hand: item.hand, isPrompted: item.isPrompted, record: indexed.recordID(item.record), quote: indexed.quoteID(item.record, item.quote))
      },
      against: indexed.against.map { item in
        CounterEvidence(
          useCase: indexed.useCases[Int(item.useCase)], customer: indexed.accounts[Int(item.account)].id, date: item.date,
          record: indexed.recordID(item.record))
      }, scope: scope)
  }

  private static func account(_ file: FileFacts, in graph: RecordGraph, asOf: CalendarDate) -> Account {
    Account(
      id: file.id, segment: file.text("segment", on: asOf) ?? "", stage: file.text("stage", on: asOf) ?? "",
      arr: file.number("arr", on: asOf) ?? 0, parent: file.target("parent").flatMap { graph.record($0, type: "customer")?.id })
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
    testimony.talks.lazy.compactMap(\.date).filter { $0 <= limit }.max()
  }
}
