/// The score interval of a share: where the true share of customers lies, as far as chance is concerned.
///
/// 95 %, two-sided, without continuity correction (Wilson 1927; recommended for small samples by Brown, Cai and
/// DasGupta 2001). It treats customers as a random sample, which they are not: the true uncertainty is larger.
package struct WilsonInterval: Sendable, Hashable {
  /// The bounds, each from 0 to 1.
  package var lower, upper: Double

  /// The quantile of the standard normal distribution at 0.975.
  package static let z = 1.959963984540054

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of `successes` out of `trials`; `nil` when there was no trial.
  ///
  /// - Precondition: `0 <= successes <= trials`.
  package init?(_ successes: Int, of trials: Int) {
    guard trials > 0 else { return nil }
    precondition((0...trials).contains(successes))
    let (n, p, z2) = (Double(trials), Double(successes) / Double(trials), Self.z * Self.z)
    let scale = 1 + z2 / n
    let centre = (p + z2 / (2 * n)) / scale
    let half = Self.z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot() / scale
    // At the ends the formula gives 0 and 1 up to rounding; say it exactly.
    lower = successes == 0 ? 0 : max(0, centre - half)
    upper = successes == trials ? 1 : min(1, centre + half)
  }
}
