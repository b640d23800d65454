import KBEvidence
import KBModel
import KBTestSupport

let today = CalendarDate("2026-06-30")!  // a day that exists

/// A small market in which every branch of the rule has a fair chance: few customers, some asked, some not.
func randomMarket(_ random: inout SeededGenerator, useCases: Int = 6, subsidiaries: Bool = true) -> Market {
  let customers = (0..<Int.random(in: 4...18, using: &random)).map { "c\($0)" }
  let segments = ["enterprise", "mid-market", "smb"].prefix(Int.random(in: 1...3, using: &random))
  let accounts = customers.map { id in
    Account(
      id: id, segment: segments.randomElement(using: &random) ?? "smb",
      arr: Double(Int.random(in: 0...9, using: &random)) * 1000,
      parent: subsidiaries && random.unit() < 0.1 ? customers.randomElement(using: &random) : nil)
  }
  let ids = (0..<useCases).map { "u\($0)" }
  let talks = (0..<Int.random(in: 0...40, using: &random)).map { _ in
    Talk(
      customer: customers.randomElement(using: &random) ?? "c0", date: day(&random),
      covers: ids.filter { _ in random.unit() < 0.6 })
  }
  // Half of the markets are well heard, half hardly.
  let count = random.unit() < 0.5 ? 20 : 90
  let items = (0..<count).map { i in
    EvidenceItem(
      useCase: ids.randomElement(using: &random) ?? "u0", customer: customers.randomElement(using: &random) ?? "c0",
      date: day(&random), grade: Grade.allCases.randomElement(using: &random) ?? .anecdote,
      hand: random.unit() < 0.7 ? .firstHand : Hand.allCases.randomElement(using: &random) ?? .firstHand,
      isPrompted: random.unit() < 0.05, record: "r\(i)")
  }
  let against = (0..<3).map { i in
    CounterEvidence(
      useCase: ids.randomElement(using: &random) ?? "u0", customer: customers.randomElement(using: &random) ?? "c0",
      date: day(&random), record: "a\(i)")
  }
  return Market(asOf: today, accounts: accounts, talks: talks, useCases: ids, items: items, against: against)
}

/// Mostly a recent day; now and then one outside the window or in the future.
private func day(_ random: inout SeededGenerator) -> CalendarDate {
  today.advanced(byDays: -Int.random(in: random.unit() < 0.9 ? 0...700 : -40...900, using: &random))
}
