package import KBModel

/// The counts and sums that decide a verdict.
package struct VerdictBasis: Sendable, Equatable {
  /// Customers in the denominator (N), those who support (x) and those who told a first-hand story or habit (g).
  package var asked, supporters, grounded: Int
  /// The sum of all items' weights.
  package var weight: Double
  /// The largest share of one customer in the weight; `nil` when nothing weighs anything.
  package var topShare: Double?
  /// Whether that customer is grounded, and whether it is a supporter.
  package var topIsGrounded, topIsSupporter: Bool
  /// Segments with a customer in the denominator, and with a grounded one.
  package var segmentsAsked, segmentsReached: Int

  package init(
    asked: Int, supporters: Int, grounded: Int, weight: Double, topShare: Double?, topIsGrounded: Bool,
    topIsSupporter: Bool, segmentsAsked: Int, segmentsReached: Int
  ) {
    self.asked = asked
    self.supporters = supporters
    self.grounded = grounded
    self.weight = weight
    self.topShare = topShare
    self.topIsGrounded = topIsGrounded
    self.topIsSupporter = topIsSupporter
    self.segmentsAsked = segmentsAsked
    self.segmentsReached = segmentsReached
  }
}

/// A verdict and the condition that decided it.
package struct Judgement: Sendable, Hashable {
  package var verdict: Verdict
  package var reason: VerdictReason

  package init(_ verdict: Verdict, _ reason: VerdictReason) {
    self.verdict = verdict
    self.reason = reason
  }
}

/// The rule that says whether a need is the market's or one customer's. The first condition that holds decides.
///
/// In words, *market* is: even after losing any one supporter we are about 97.5 % sure that the share of customers that
/// makes a market lives with it, and somebody in a second segment does.
package struct VerdictRule: Sendable, Hashable {
  /// The share of customers that makes a market, between 0 and 1: a need that one account in five has can carry a segment.
  package var share: Double

  package init(share: Double = 0.20) { self.share = share }

  /// Below this even unanimity is weak: one refusal among four leaves a lower bound of 0.30.
  package static let fewestAsked = 5
  /// Fewer grounded customers are no market, whatever their share.
  package static let fewestGrounded = 3
  /// One and a half fresh first-hand anecdotes.
  package static let leastWeight = 1.5
  /// A voice of this share is loud; with nobody broad beside it, it dominates.
  package static let loudShare = 0.60
  /// With x supporters nobody dominates below this many times the even share 1/x, so that two customers do not flip on
  /// small differences.
  package static let dominantMultiple = 1.5

  /// The verdict on `basis`.
  ///
  /// - Parameter leavingOneOut: whether `basis` already lacks a customer. The last condition of *market* is itself a
  ///   leave-one-out and falls away then.
  package func judge(_ basis: VerdictBasis, leavingOneOut: Bool = false) -> Judgement {
    let (n, x, g) = (basis.asked, basis.supporters, basis.grounded)
    if n < Self.fewestAsked { return Judgement(.thin, .fewAsked) }
    if g == 0 { return Judgement(.thin, .notGrounded) }
    if basis.weight < Self.leastWeight - tolerance { return Judgement(.thin, .littleEvidence) }

    if x == 1 { return Judgement(.customerSpecific, .single) }
    if let top = basis.topShare, top >= max(Self.loudShare, Self.dominantMultiple / Double(x)) - tolerance,
      !isBroad(g - (basis.topIsGrounded ? 1 : 0), of: n - 1)
    {
      return Judgement(.customerSpecific, .dominated)
    }
    if isNarrow(x, of: n) { return Judgement(.customerSpecific, .niche) }

    let spans = basis.segmentsReached >= 2 || basis.segmentsAsked < 2
    if spans, isBroadEnough(g, of: n, leavingOneOut: leavingOneOut) { return Judgement(.market, .broad) }
    return Judgement(.emerging, g >= Self.fewestGrounded && !spans ? .oneSegment : .notYetBroad)
  }

  /// The smallest number of grounded customers that makes a market of `asked`; `nil` when even all of them would not.
  package func groundedNeeded(of asked: Int) -> Int? {
    guard asked >= Self.fewestGrounded, isBroadEnough(asked, of: asked, leavingOneOut: false) else { return nil }
    // Both bounds grow with the number of grounded customers.
    var (low, high) = (Self.fewestGrounded, asked)
    while low < high {
      let middle = (low + high) / 2
      if isBroadEnough(middle, of: asked, leavingOneOut: false) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether the supporters besides the loudest leave it open that the need is the market's: the upper bound of their
  /// share reaches the share that makes a market.
  package func othersMayBeMany(_ basis: VerdictBasis) -> Bool {
    let others = basis.supporters - (basis.topIsSupporter ? 1 : 0)
    return basis.asked > 1 && !isNarrow(others, of: basis.asked - 1)
  }

  private func isBroadEnough(_ g: Int, of n: Int, leavingOneOut: Bool) -> Bool {
    g >= Self.fewestGrounded && isBroad(g, of: n) && (leavingOneOut || isBroad(g - 1, of: n - 1))
  }

  private func isBroad(_ k: Int, of n: Int) -> Bool {
    guard let interval = WilsonInterval(k, of: n) else { return false }
    return interval.lower >= share - tolerance
  }

  private func isNarrow(_ k: Int, of n: Int) -> Bool {
    guard let interval = WilsonInterval(k, of: n) else { return false }
    return interval.upper < share - tolerance
  }
}

extension Verdict {
  /// The place in reports: market 0, emerging 1, customer-specific 2, thin 3.
  package var place: Int {
    switch self {
    case .market: 0
    case .emerging: 1
    case .customerSpecific: 2
    case .thin: 3
    }
  }

  /// Whether `other` claims less. Customer-specific and thin are both "not the market's": neither is lower.
  func isHigher(than other: Verdict) -> Bool {
    func rank(_ verdict: Verdict) -> Int { min(verdict.place, Verdict.customerSpecific.place) }
    return rank(self) < rank(other)
  }
}
