package import KBModel

/// A market with numbers for its ids, as counting reads it: nothing is looked up by name. It means the same as a `Market`.
///
/// Accounts and use cases are known by their place in `accounts` and `useCases`. Talks and evidence may name a use case by -1:
/// one that is retired.
package struct IndexedMarket: Sendable {
  package struct Talk: Sendable {
    package var account: Int32
    package var date: CalendarDate
    /// The use cases that were asked about: a range of `covered`.
    package var covers: Range<Int>

    package init(account: Int32, date: CalendarDate, covers: Range<Int>) {
      self.account = account
      self.date = date
      self.covers = covers
    }
  }

  /// One quote that speaks for a use case, or against it.
  package struct Item: Sendable {
    package var useCase: Int32
    package var account: Int32
    package var date: CalendarDate
    package var grade: Grade
    package var hand: Hand
    /// Whether a faulty question put it into the customer's mouth.
    package var isPrompted: Bool
    /// The record that it stands in and the quote there, for `recordID` and `quoteID`.
    package var record: Int32
    package var quote: Int32

    package init(
      useCase: Int32, account: Int32, date: CalendarDate, grade: Grade, hand: Hand, isPrompted: Bool, record: Int32, quote: Int32
    ) {
      self.useCase = useCase
      self.account = account
      self.date = date
      self.grade = grade
      self.hand = hand
      self.isPrompted = isPrompted
      self.record = record
      self.quote = quote
    }
  }

  /// The day the figures hold for.
  package var asOf: CalendarDate
  /// Days that evidence and asking count.
  package var window: Int
  /// The share of customers that makes a market, between 0 and 1.
  package var share: Double
  package var scope: MarketScope
  package var accounts: [Account]
  /// Ids of the use cases that are not retired.
  package var useCases: [String]
  package var talks: [Talk] = []
  package var covered: [Int32] = []
  package var items: [Item] = []
  /// Quotes that say a use case is not a problem: they have no weight, and neither grade nor hand counts.
  package var against: [Item] = []
  /// The id of a record and the block id of a quote in it, which only few items are asked for.
  package var recordID: @Sendable (_ record: Int32) -> String
  package var quoteID: @Sendable (_ record: Int32, _ quote: Int32) -> String?

  package init(
    asOf: CalendarDate, window: Int, share: Double, scope: MarketScope, accounts: [Account], useCases: [String],
    recordID: @escaping @Sendable (Int32) -> String, quoteID: @escaping @Sendable (Int32, Int32) -> String?
  ) {
    self.asOf = asOf
    self.window = window
    self.share = share
    self.scope = scope
    self.accounts = accounts
    self.useCases = useCases
    self.recordID = recordID
    self.quoteID = quoteID
  }
}

extension IndexedMarket {
  /// The same market; what names an account that is not listed is left out.
  package init(_ market: Market) {
    let items = market.items
    self.init(
      asOf: market.asOf, window: market.window, share: market.share, scope: market.scope, accounts: market.accounts,
      useCases: market.useCases, recordID: { items[Int($0)].record }, quoteID: { record, _ in items[Int(record)].quote })
    func numbers(_ ids: some Sequence<String>) -> [String: Int32] {
      Dictionary(ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }
    let accounts = numbers(market.accounts.lazy.map(\.id))
    let useCases = numbers(market.useCases)
    for talk in market.talks {
      guard let account = accounts[talk.customer] else { continue }
      let start = covered.count
      for useCase in talk.covers { covered.append(useCases[useCase] ?? -1) }
      talks.append(Talk(account: account, date: talk.date, covers: start..<covered.count))
    }
    for (number, item) in items.enumerated() {
      guard let account = accounts[item.customer], let useCase = useCases[item.useCase] else { continue }
      self.items.append(
        Item(
          useCase: useCase, account: account, date: item.date, grade: item.grade, hand: item.hand, isPrompted: item.isPrompted,
          record: Int32(number), quote: 0))
    }
    for quote in market.against {
      guard let account = accounts[quote.customer], let useCase = useCases[quote.useCase] else { continue }
      against.append(
        Item(
          useCase: useCase, account: account, date: quote.date, grade: .opinion, hand: .firstHand, isPrompted: false, record: -1, quote: -1))
    }
  }

  /// The topmost parent of an account, itself when it has none; `nil` for an unknown id. The scope does not matter.
  package func topmostAccount(of id: String) -> String? { AccountRollUp(accounts, scope: MarketScope()).topmostAccount(of: id) }
}
