/// The figures of one use case, over the customers of the denominator that counts.
///
/// What is undefined (a share of nobody, the entropy of nothing) is `nil`. All shares run from 0 to 1.
package struct MarketStatistics: Sendable, Equatable {
  /// Customers in the denominator, N.
  package internal(set) var asked = 0
  /// Customers with at least one anecdote, habit, request or opinion, x.
  package internal(set) var supporters = 0
  /// Customers with at least one first-hand anecdote or habit, g.
  package internal(set) var grounded = 0
  /// Items that count, and the sum of their weights, W.
  package internal(set) var items = 0
  package internal(set) var weight = 0.0

  /// x/N and g/N, each with its 95 % interval.
  package internal(set) var supporterBreadth, groundedBreadth: Double?
  package internal(set) var supporterWilson, groundedWilson: WilsonInterval?
  /// The mean over N of what each customer's items prove together (noisy-or).
  package internal(set) var weightedBreadth: Double?
  /// g/N drawn towards the mean of all use cases, as if four more customers had been asked: for ranking at small N.
  package internal(set) var shrunkBreadth = 0.0

  /// The customer with the largest share of the weight (among equals the smallest id), and that share.
  package internal(set) var topCustomer: String?
  package internal(set) var topShare: Double?
  /// The sum of the squared shares, and its reciprocal.
  package internal(set) var hhi, effectiveCustomers: Double?

  /// Segments of the customers in the denominator, and of the grounded ones.
  package internal(set) var segmentsAsked = 0
  package internal(set) var segmentsReached = 0
  /// Shannon's entropy of the grounded customers over segments, in nats; its share of the largest possible; its exponential.
  package internal(set) var segmentEntropy, segmentEvenness, effectiveSegments: Double?

  /// The share of the weight that was not heard first-hand.
  package internal(set) var secondHandShare: Double?
  /// The grounded customers' share of the denominator's revenue, and the number of equal accounts that would carry as much
  /// information (Kish). Never part of a verdict: it is the loudest-customer error in figures.
  package internal(set) var revenueBreadth, revenueEffectiveN: Double?
}
