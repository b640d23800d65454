internal import KBModel

/// A market's input with ids turned into places and sorted into one bucket per use case.
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
  private(set) var talkedTo: [Int]
  private(set) var isTalkedTo: [Bool]
  /// Talks in the window with accounts inside the scope.
  private(set) var talkCount = 0

  init(_ market: Market) {
    let rollUp = AccountRollUp(market.accounts, scope: market.scope)
    let useCases = Set(market.useCases).sorted()
    let placeOfUseCase = Dictionary(uniqueKeysWithValues: useCases.enumerated().map { ($1, $0) })
    self.rollUp = rollUp
    self.useCases = useCases
    items = Array(repeating: [], count: useCases.count)
    asked = items.map { _ in [] }
    against = asked
    prompted = asked
    talkedTo = []
    isTalkedTo = Array(repeating: false, count: rollUp.tops.count)

    let ages = 0...max(0, market.window)
    func isCurrent(_ date: CalendarDate) -> Bool { ages.contains(market.asOf.days(since: date)) }

    for i in market.talks.indices where isCurrent(market.talks[i].date) {
      guard let account = rollUp.place[market.talks[i].customer] else { continue }
      talkCount += 1
      isTalkedTo[account] = true
      for j in market.talks[i].covers.indices {
        if let useCase = placeOfUseCase[market.talks[i].covers[j]] { asked[useCase].append(account) }
      }
    }
    talkedTo = isTalkedTo.indices.filter { isTalkedTo[$0] }
    for quote in market.against where isCurrent(quote.date) {
      guard let account = rollUp.place[quote.customer], let useCase = placeOfUseCase[quote.useCase] else { continue }
      against[useCase].append(account)
    }
    // Quotes of one record follow each other and name one customer: it is looked up once.
    var customer = ""
    var accountOfCustomer = rollUp.place[customer]
    for source in market.items.indices {
      // Field by field: copying a whole item would count references to its four texts.
      let age = market.asOf.days(since: market.items[source].date)
      guard ages.contains(age) else { continue }
      if market.items[source].customer != customer {
        customer = market.items[source].customer
        accountOfCustomer = rollUp.place[customer]
      }
      guard let account = accountOfCustomer, let useCase = placeOfUseCase[market.items[source].useCase]
      else { continue }
      guard !market.items[source].isPrompted else {
        prompted[useCase].append(source)
        continue
      }
      let (grade, hand) = (market.items[source].grade, market.items[source].hand)
      let weight = EvidenceWeight.weight(grade: grade, hand: hand, age: age)
      items[useCase].append(
        Item(account: account, age: age, weight: weight, grade: grade, hand: hand, source: source))
    }
    for useCase in useCases.indices {
      Self.sortOut(&asked[useCase])
      Self.sortOut(&against[useCase])
      // Sums of floating-point numbers depend on their order: one order for all.
      items[useCase].sort { a, b in
        if a.account != b.account { return a.account < b.account }
        if a.weight != b.weight { return a.weight > b.weight }
        if a.age != b.age { return a.age < b.age }
        return Self.precedes(market.items[a.source], market.items[b.source])
      }
      prompted[useCase].sort { Self.precedes(market.items[$0], market.items[$1]) }
    }
  }

  private static func sortOut(_ accounts: inout [Int]) {
    accounts.sort()
    var last = -1
    accounts.removeAll { account in
      defer { last = account }
      return account == last
    }
  }

  private static func precedes(_ a: EvidenceItem, _ b: EvidenceItem) -> Bool {
    if a.record != b.record { return a.record < b.record }
    if a.quote != b.quote { return (a.quote ?? "") < (b.quote ?? "") }
    if a.grade != b.grade { return a.grade > b.grade }
    if a.hand != b.hand { return a.hand.rawValue < b.hand.rawValue }
    return a.customer < b.customer
  }
}
