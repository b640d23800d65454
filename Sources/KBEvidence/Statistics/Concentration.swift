/// How evenly a total is spread over its parts.
enum Concentration {
  /// The sum of squared shares (Herfindahl and Hirschman), from 1/n to 1; `nil` when the total is 0.
  ///
  /// Its reciprocal is the Hill number of order 2, the *effective* number of parts (Hill 1973; Laakso and Taagepera 1979).
  static func herfindahl(of parts: some Sequence<Double>, total: Double) -> Double? {
    guard total > 0 else { return nil }
    return parts.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// Shannon's entropy in nats of a distribution given by its counts; `nil` when all are 0.
  ///
  /// Its exponential is the Hill number of order 1.
  static func entropy(of counts: some Sequence<Int>) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let sum = counts.reduce(0.0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / Double(total)
      return sum - share * naturalLogarithm(share)
    }
    return max(0, sum)
  }

  /// Kish's effective sample size of unequally weighted units, (Σa)² / Σa²; `nil` when all weigh nothing.
  static func kish(sum: Double, sumOfSquares: Double) -> Double? {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : nil
  }
}
