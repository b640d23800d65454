package import KBModel

/// Over whom the shares of a use case are taken.
package enum Denominator: String, Sendable, Hashable {
  /// The customers who were asked about it.
  case asked
  /// All customers with a session in the window, and those who brought it up without one: taken when somebody who was not
  /// asked supports it and the verdict is better so.
  case everyone
}

/// What one use case's verdict is, what it rests on and what would change it.
package struct UseCaseStanding: Sendable, Equatable {
  package internal(set) var id: String
  package internal(set) var verdict: Verdict
  package internal(set) var reason: VerdictReason
  /// In the order of ``VerdictFlag``.
  package internal(set) var flags: [VerdictFlag]
  package internal(set) var denominator: Denominator
  package internal(set) var statistics: MarketStatistics
  package internal(set) var leaveOneOut: LeaveOneOut
  /// Accounts with counter-evidence in the window, asked or not, by id.
  package internal(set) var against: [String]
  /// Segments that have customers but none in the denominator, by name.
  package internal(set) var neverAskedSegments: [String]
  /// The newest first-hand anecdote that counts.
  package internal(set) var newestAnecdote: NewestAnecdote?
  /// `nil` for a market verdict.
  package internal(set) var toMarket: ToMarket?

  /// Supporters who were not asked, by id: they count only where the denominator is everyone.
  package internal(set) var unaskedSupporters: [String]
  /// Customers who were asked, do not support it and did not say that it is no problem either, by id.
  package internal(set) var silent: [String]
  /// Everybody with an item, by id, whether it counts or not.
  package internal(set) var voices: [CustomerVoice]
  /// Segments with a customer in the denominator, by name.
  package internal(set) var segments: [SegmentBreadth]
  /// Quotes in the window that a faulty question prompted, by record and quote.
  package internal(set) var prompted: [PromptedQuote]
  /// How many grounded customers would have to turn out otherwise for a market verdict to fall; `nil` for other verdicts.
  package internal(set) var groundedToLose: Int?
}

/// What is left of a verdict when one customer is taken away, with evidence and with its place among the asked.
package struct LeaveOneOut: Sendable, Equatable {
  /// Customers whose absence lowers a market or emerging verdict, by id.
  package internal(set) var loweredBy: [String]
  /// The verdict without the top customer; `nil` when nobody's words weigh anything.
  package internal(set) var withoutTop: Verdict?

  /// Whether some single customer's absence lowers the verdict.
  package var isFragile: Bool { !loweredBy.isEmpty }
}

/// The newest story: when, whose and where it stands.
package struct NewestAnecdote: Sendable, Equatable {
  package internal(set) var date: CalendarDate
  package internal(set) var customer: String
  package internal(set) var record: String
  package internal(set) var quote: String?
}

/// What a market verdict would take.
package struct ToMarket: Sendable, Equatable {
  /// The smallest number of grounded customers that makes a market at the present denominator; `nil` when it is too small.
  package internal(set) var groundedNeeded: Int?
  /// Whom to talk to next, at most ``longestAsk``: supporters without a grounded story by id, then customers that were never
  /// asked, those of segments not yet reached first, by id. Never those who were asked and said nothing, nor those who said
  /// that it is no problem: asking until they say yes would be the first mistake. Nor those whose volunteered story counts.
  package internal(set) var ask: [String]

  /// Nobody plans more conversations about one need at a time.
  package static let longestAsk = 50
}

/// One customer's words about a use case.
package struct CustomerVoice: Sendable, Equatable {
  package internal(set) var customer: String
  package internal(set) var items: Int
  package internal(set) var weight: Double
  /// The share of the use case's weight; `nil` when the voice does not count or nothing weighs anything.
  package internal(set) var share: Double?
  package internal(set) var supports, isGrounded, wasAsked: Bool
  /// The date of the newest item.
  package internal(set) var newest: CalendarDate
  /// The verdict without this customer; the verdict itself when the voice does not count.
  package internal(set) var verdictWithout: Verdict

  /// Whether the customer is in the denominator that counts.
  package internal(set) var counts: Bool
}

/// How many of a segment's customers in the denominator are grounded.
package struct SegmentBreadth: Sendable, Equatable {
  package internal(set) var segment: String
  package internal(set) var asked, grounded: Int
}

/// A quote that counts for nothing because the question put it into the customer's mouth.
package struct PromptedQuote: Sendable, Equatable {
  package internal(set) var customer: String
  package internal(set) var date: CalendarDate
  package internal(set) var grade: Grade
  package internal(set) var record: String
  package internal(set) var quote: String?
}
