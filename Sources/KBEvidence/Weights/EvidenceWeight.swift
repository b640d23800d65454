package import KBModel

/// What one item of evidence weighs, and what a customer's items weigh together.
///
/// Weights only decide whether evidence is thin and whether one voice dominates. No weight makes a need the market's.
package enum EvidenceWeight {
  /// Days after which an item weighs half.
  package static let halfLife = 365.0

  /// The weight of an item: grade times hand times 2^(-age / half-life), from 0 to 1.
  ///
  /// - Parameter age: days before the as-of date, at least 0.
  package static func weight(grade: Grade, hand: Hand, age: Int) -> Double {
    grade.weight * hand.factor * powerOfTwo(-Double(age) / halfLife)
  }

  /// What items of one customer prove together, from 0 to 1, however many they are: the noisy-or 1 - Π(1 - w).
  package static func noisyOr(_ weights: some Sequence<Double>) -> Double {
    1 - weights.reduce(1) { $0 * (1 - $1) }
  }
}

/// The same weights for many items: the fading of each age is computed once.
struct EvidenceWeights {
  /// By age in days; 0 where it was not asked for.
  private var fading: [Double] = []

  mutating func weight(grade: Grade, hand: Hand, age: Int) -> Double {
    if age >= fading.count { fading += Array(repeating: 0, count: age + 1 - fading.count) }
    if fading[age] == 0 { fading[age] = powerOfTwo(-Double(age) / EvidenceWeight.halfLife) }
    return grade.weight * hand.factor * fading[age]
  }
}

/// Equality of weights, shares and bounds: sums of the same items in another order differ by less.
let tolerance = 1e-9
