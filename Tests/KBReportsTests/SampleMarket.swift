import KBEvidence
import KBModel
import KBReports

/// An invented market in which every verdict occurs, as of 2026-06-30.
enum SampleMarket {
  static let asOf = CalendarDate("2026-06-30")!  // a day that exists

  static let accounts = [
    Account(id: "acme", segment: "enterprise", arr: 900_000), Account(id: "birch", segment: "enterprise", arr: 150_000),
    Account(id: "cobalt", segment: "enterprise", arr: 120_000), Account(id: "dune", segment: "enterprise", arr: 80_000),
    Account(id: "ember", segment: "mid-market", arr: 60_000), Account(id: "fjord", segment: "mid-market", arr: 55_000),
    Account(id: "grove", segment: "mid-market", arr: 40_000), Account(id: "heron", segment: "mid-market", arr: 35_000),
    Account(id: "iris", segment: "mid-market", arr: 30_000), Account(id: "juno", segment: "smb", arr: 12_000),
    Account(id: "kite", segment: "smb", arr: 9_000), Account(id: "lark", segment: "smb", arr: 9_000),
    Account(id: "town-hall", segment: "public-sector", stage: "prospect"),
    Account(id: "acme-nord", segment: "enterprise", parent: "acme"),
  ]

  static let titles = [
    "offline-approval": "Approve permits while the network is down",
    "shift-handover": "Hand open work over to the next shift without a paper list on the wall of the control room",
    "sso-idp": "Sign in with the company account",
    "bulk-import": "Bring last year's permits along",
    "visitor-list": "Know who is on site",
    "audit-trail": "Show an auditor who signed what",
  ]

  static var market: Market {
    var items: [EvidenceItem] = []
    func say(_ useCase: String, _ customer: String, _ date: String, _ grade: Grade, _ hand: Hand = .firstHand, prompted: Bool = false) {
      items.append(
        EvidenceItem(
          useCase: useCase, customer: customer, date: CalendarDate(date)!, grade: grade, hand: hand, isPrompted: prompted,
          record: "\(date)-\(customer)", quote: "q\(items.count + 1)"))
    }
    say("offline-approval", "acme", "2026-06-20", .anecdote)
    say("offline-approval", "acme-nord", "2026-06-20", .anecdote)
    say("offline-approval", "acme", "2026-05-11", .anecdote)
    say("offline-approval", "birch", "2026-04-15", .anecdote)
    say("offline-approval", "cobalt", "2026-02-10", .habit)
    say("offline-approval", "ember", "2026-06-01", .anecdote)
    say("offline-approval", "fjord", "2025-12-01", .habit)
    say("offline-approval", "grove", "2026-01-20", .opinion)
    say("offline-approval", "juno", "2026-05-30", .anecdote)
    say("offline-approval", "kite", "2025-06-30", .habit)
    say("offline-approval", "heron", "2026-06-10", .request, .secondHand)

    say("shift-handover", "birch", "2026-03-10", .anecdote)
    say("shift-handover", "ember", "2026-04-22", .habit)
    say("shift-handover", "acme", "2026-05-05", .habit)
    say("shift-handover", "kite", "2026-05-06", .opinion, prompted: true)

    say("sso-idp", "birch", "2026-03-10", .anecdote)
    say("sso-idp", "ember", "2026-04-22", .habit)
    for _ in 0..<3 { say("sso-idp", "acme", "2026-06-22", .anecdote) }
    say("sso-idp", "lark", "2026-06-24", .opinion)

    say("bulk-import", "fjord", "2026-06-25", .anecdote, .secondHand)
    say("bulk-import", "birch", "2026-06-01", .anecdote, .secondHand)

    say("visitor-list", "cobalt", "2024-11-01", .anecdote)
    say("visitor-list", "cobalt", "2026-01-02", .anecdote)
    say("visitor-list", "cobalt", "2026-01-03", .anecdote)
    let asked = accounts.prefix(11).map(\.id)
    var talks = asked.map {
      Talk(customer: $0, date: CalendarDate("2026-05-05")!, covers: ["offline-approval", "shift-handover", "bulk-import", "visitor-list"])
    }
    talks += asked.prefix(10).map { Talk(customer: $0, date: CalendarDate("2026-06-22")!, covers: ["sso-idp"]) }
    talks.append(Talk(customer: "lark", date: CalendarDate("2026-06-24")!, covers: ["offline-approval"]))
    return Market(
      asOf: asOf, accounts: accounts, talks: talks, useCases: Array(titles.keys), items: items,
      against: [CounterEvidence(useCase: "offline-approval", customer: "dune", date: CalendarDate("2026-05-05")!)])
  }

  static func report(customer: String? = nil, selection: Set<String> = []) -> MarketReport {
    let market = market
    return MarketReport(
      name: "kb-example", fieldNotes: 8, market: IndexedMarket(market), standings: MarketStandings(of: market), titles: titles,
      selection: selection, customer: customer)
  }
}
