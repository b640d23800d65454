internal import KBModel

/// A market's input sorted into one bucket per use case.
struct MarketIndex {
  /// One item that may count: in the window, not prompted, of a known account.
  struct Item {
    /// The place of the account among the topmost accounts.
    var account: Int
    var age: Int
    var weight: Double
    var grade: Grade
    var hand: Hand
    /// The place of the item in the market's list.
    var source: Int

    var supports: Bool { grade >= .opinion }
    var grounds: Bool { grade >= .habit && hand.isFirstHand }
  }

  let rollUp: AccountRollUp
  /// Use case ids, each once, by id.
  let useCases: [String]
  /// For each use case, its items by account, then in an order that does not depend on the input's.
  private(set) var items: [[Item]]
  /// For each use case, the accounts asked about it in the window, each once, in order.
  private(set) var asked: [[Int]]
  /// For each use case, the accounts that said it is no problem, each once, in order.
  private(set) var against: [[Int]]
  /// For each use case, the places of its prompted items in the market's list, in the order of record and quote.
  private(set) var prompted: [[Int]]
  /// The accounts with a talk in the window, in order, and the same as a flag per account.
  private(set) var talkedTo: [Int] = []
  private(set) var isTalkedTo: [Bool]
  /// Talks in the window with accounts inside the scope.
  private(set) var talkCount = 0

  init(_ market: IndexedMarket) {
    rollUp = AccountRollUp(market.accounts, scope: market.scope)
    let numbers = UseCaseNumbers(market.useCases)
    useCases = numbers.ids
    items = Array(repeating: [], count: useCases.count)
    asked = Array(repeating: [], count: useCases.count)
    against = asked
    prompted = asked
    isTalkedTo = Array(repeating: false, count: rollUp.tops.count)
    addTalks(of: market, numbers)
    addCounterEvidence(of: market, numbers)
    addItems(of: market, numbers)
  }

  // MARK: What is in the window

  private mutating func addTalks(of market: IndexedMarket, _ numbers: UseCaseNumbers) {
    let places = rollUp.places
    let talks = ByAccount(market.talks, accounts: rollUp.tops.count) { talk in
      Self.isCurrent(market.asOf.days(since: talk.date), market) ? places[Int(talk.account)] : -1
    }
    talkCount = talks.places.count
    let (all, covered) = (market.talks, market.covered)
    for account in isTalkedTo.indices {
      let own = talks[account]
      guard !own.isEmpty else { continue }
      isTalkedTo[account] = true
      talkedTo.append(account)
      for talk in own {
        for cover in all[Int(talk)].covers {
          guard let useCase = numbers[covered[cover]], asked[useCase].last != account else { continue }
          asked[useCase].append(account)
        }
      }
    }
  }

  private mutating func addCounterEvidence(of market: IndexedMarket, _ numbers: UseCaseNumbers) {
    for quote in market.against where Self.isCurrent(market.asOf.days(since: quote.date), market) {
      let account = rollUp.places[Int(quote.account)]
      if account >= 0, let useCase = numbers[quote.useCase] { against[useCase].append(account) }
    }
    for useCase in useCases.indices where against[useCase].count > 1 { against[useCase] = Set(against[useCase]).sorted() }
  }

  private mutating func addItems(of market: IndexedMarket, _ numbers: UseCaseNumbers) {
    let places = rollUp.places
    let byAccount = ByAccount(market.items, accounts: rollUp.tops.count) { item in
      Self.isCurrent(market.asOf.days(since: item.date), market) ? places[Int(item.account)] : -1
    }
    var weights = EvidenceWeights()
    // Taken out: in the loop the whole market would be copied.
    let (all, asOf) = (market.items, market.asOf)
    for account in isTalkedTo.indices {
      for place in byAccount[account] {
        let item = all[Int(place)]
        guard let useCase = numbers[item.useCase] else { continue }
        guard !item.isPrompted else {
          prompted[useCase].append(Int(place))
          continue
        }
        let age = asOf.days(since: item.date)
        items[useCase].append(
          Item(
            account: account, age: age, weight: weights.weight(grade: item.grade, hand: item.hand, age: age), grade: item.grade,
            hand: item.hand, source: Int(place)))
      }
    }
    for useCase in useCases.indices {
      Self.sortWithinAccounts(&items[useCase], of: market)
      if prompted[useCase].count > 1 { prompted[useCase].sort { Self.precedes(market.items[$0], market.items[$1], market) } }
    }
  }

  private static func isCurrent(_ age: Int, _ market: IndexedMarket) -> Bool { age >= 0 && age <= max(0, market.window) }

  // MARK: Order

  /// Sums of floating-point numbers depend on their order: one order for all.
  ///
  /// - Parameter bucket: in the order of accounts.
  private static func sortWithinAccounts(_ bucket: inout [Item], of market: IndexedMarket) {
    bucket.withUnsafeMutableBufferPointer { items in
      var start = 0
      while start < items.count {
        var end = start + 1
        while end < items.count, items[end].account == items[start].account { end += 1 }
        if end - start > 1 {
          var own = UnsafeMutableBufferPointer(rebasing: items[start..<end])
          own.sort { isOrderedBefore($0, $1, market) }
        }
        start = end
      }
    }
  }

  private static func isOrderedBefore(_ a: Item, _ b: Item, _ market: IndexedMarket) -> Bool {
    if a.weight != b.weight { return a.weight > b.weight }
    if a.age != b.age { return a.age < b.age }
    return precedes(market.items[a.source], market.items[b.source], market)
  }

  private static func precedes(_ a: IndexedMarket.Item, _ b: IndexedMarket.Item, _ market: IndexedMarket) -> Bool {
    if a.record != b.record {
      let (first, second) = (market.recordID(a.record), market.recordID(b.record))
      if first != second { return first < second }
    }
    let (first, second) = (market.quoteID(a.record, a.quote), market.quoteID(b.record, b.quote))
    if first != second { return (first ?? "") < (second ?? "") }
    if a.grade != b.grade { return a.grade > b.grade }
    if a.hand != b.hand { return a.hand.rawValue < b.hand.rawValue }
    return market.accounts[Int(a.account)].id < market.accounts[Int(b.account)].id
  }
}

/// Use cases, each once, in the order of their ids.
private struct UseCaseNumbers {
  let ids: [String]
  /// By the market's number, the place in `ids`.
  private let places: [Int]

  init(_ useCases: [String]) {
    let order = useCases.indices.sorted { useCases[$0] < useCases[$1] }
    var ids: [String] = []
    var places = [Int](repeating: 0, count: useCases.count)
    for number in order {
      if ids.last != useCases[number] { ids.append(useCases[number]) }
      places[number] = ids.count - 1
    }
    self.ids = ids
    self.places = places
  }

  /// `nil` for a use case that is retired.
  subscript(number: Int32) -> Int? { number >= 0 ? places[Int(number)] : nil }
}

/// The places of a list's elements, sorted by account in one pass; within an account in their order.
private struct ByAccount {
  private(set) var places: [Int32]
  /// Where each account's begin, and where the last one's end.
  private var starts: [Int]

  /// - Parameter account: an element's account, or -1 to leave the element out.
  init<Element>(_ elements: [Element], accounts: Int, _ account: (Element) -> Int) {
    let accountOf = elements.map(account)
    starts = Array(repeating: 0, count: accounts + 1)
    for account in accountOf where account >= 0 { starts[account + 1] += 1 }
    for account in 0..<accounts { starts[account + 1] += starts[account] }
    var next = starts
    places = Array(repeating: 0, count: starts[accounts])
    for (place, account) in accountOf.enumerated() where account >= 0 {
      places[next[account]] = Int32(place)
      next[account] += 1
    }
  }

  subscript(account: Int) -> ArraySlice<Int32> { places[starts[account]..<starts[account + 1]] }
}
