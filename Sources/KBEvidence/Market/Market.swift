package import KBModel

/// A customer, prospect or lost customer on the as-of date.
package struct Account: Sendable, Hashable {
  package var id: String
  /// The segment; empty when unknown, which is then no segment at all.
  package var segment: String
  package var stage: String
  /// Yearly revenue in the knowledge base's one currency; 0 when unknown.
  package var arr: Double
  /// The account this one is a subsidiary of.
  package var parent: String?

  package init(id: String, segment: String, stage: String = "customer", arr: Double = 0, parent: String? = nil) {
    self.id = id
    self.segment = segment
    self.stage = stage
    self.arr = arr
    self.parent = parent
  }
}

/// A session with a customer. Field notes are no talks: sales relaying a need asks nobody.
package struct Talk: Sendable, Hashable {
  package var customer: String
  package var date: CalendarDate
  /// The use cases that were asked about.
  package var covers: [String]

  package init(customer: String, date: CalendarDate, covers: [String]) {
    self.customer = customer
    self.date = date
    self.covers = covers
  }
}

/// One quote that speaks for a use case, from a session or a field note.
package struct EvidenceItem: Sendable, Hashable {
  package var useCase: String
  package var customer: String
  package var date: CalendarDate
  package var grade: Grade
  package var hand: Hand
  /// Whether a faulty question put it into the customer's mouth: then it is shown, and counts for nothing.
  package var isPrompted: Bool
  /// The record the quote stands in, and its block id there.
  package var record: String
  package var quote: String?

  package init(
    useCase: String, customer: String, date: CalendarDate, grade: Grade, hand: Hand = .firstHand,
    isPrompted: Bool = false, record: String = "", quote: String? = nil
  ) {
    self.useCase = useCase
    self.customer = customer
    self.date = date
    self.grade = grade
    self.hand = hand
    self.isPrompted = isPrompted
    self.record = record
    self.quote = quote
  }

  /// Whether an answer of this grade loses its weight after a faulty question: a fact survives a clumsy question.
  package static func losesWeight(_ grade: Grade) -> Bool { grade < .habit }
}

/// A quote that says a use case is not a problem. It is no item and has no weight.
package struct CounterEvidence: Sendable, Hashable {
  package var useCase: String
  package var customer: String
  package var date: CalendarDate
  package var record: String

  package init(useCase: String, customer: String, date: CalendarDate, record: String = "") {
    self.useCase = useCase
    self.customer = customer
    self.date = date
    self.record = record
  }
}

/// Which accounts belong to the market looked at; an empty scope holds all.
///
/// Everything of the others is left out: their talks, their evidence and their place among the asked.
package struct MarketScope: Sendable, Hashable {
  /// Accounts to leave out, with all their subsidiaries; naming a subsidiary leaves out its topmost parent.
  package var without: Set<String>
  /// Segments and stages to keep, of the topmost parents; empty keeps all.
  package var segments, stages: Set<String>

  package init(without: Set<String> = [], segments: Set<String> = [], stages: Set<String> = []) {
    self.without = without
    self.segments = segments
    self.stages = stages
  }
}

/// Everything the statistics need, as plain values. The order of the lists does not matter.
///
/// Evidence, talks and counter-evidence later than `asOf` or older than the window are left out, and so is what names an
/// account or use case that is not listed. Subsidiaries roll up to their topmost parent: its segment and stage count,
/// revenue adds up.
package struct Market: Sendable, Equatable {
  /// The day the figures hold for.
  package var asOf: CalendarDate
  /// Days that evidence and asking count.
  package var window: Int
  /// The share of customers that makes a market, between 0 and 1.
  package var share: Double
  package var accounts: [Account]
  package var talks: [Talk]
  /// Ids of the use cases that are not retired.
  package var useCases: [String]
  package var items: [EvidenceItem]
  package var against: [CounterEvidence]
  package var scope: MarketScope

  package static let defaultWindow = 730
  package static let defaultShare = 0.20

  package init(
    asOf: CalendarDate, window: Int = defaultWindow, share: Double = defaultShare, accounts: [Account], talks: [Talk],
    useCases: [String], items: [EvidenceItem], against: [CounterEvidence] = [], scope: MarketScope = MarketScope()
  ) {
    self.asOf = asOf
    self.window = window
    self.share = share
    self.accounts = accounts
    self.talks = talks
    self.useCases = useCases
    self.items = items
    self.against = against
    self.scope = scope
  }
}

extension Market {
  /// The newest day on which somebody was talked to or quoted: the as-of date when none is given, so that the same
  /// knowledge base always gives the same verdicts. `nil` when there is neither.
  ///
  /// - Parameter limit: days after it are left out.
  package static func newestDay(
    of talks: some Sequence<Talk>, items: some Sequence<EvidenceItem>, notAfter limit: CalendarDate
  ) -> CalendarDate? {
    let days = [talks.lazy.map(\.date).filter { $0 <= limit }.max(), items.lazy.map(\.date).filter { $0 <= limit }.max()]
    return days.compactMap(\.self).max()
  }
}

extension Market {
  /// The topmost parent of an account, itself when it has none; `nil` for an unknown id. The scope does not matter.
  package func topmostAccount(of id: String) -> String? { AccountRollUp(accounts, scope: MarketScope()).topmostAccount(of: id) }
}
