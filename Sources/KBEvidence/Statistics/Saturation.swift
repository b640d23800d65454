/// How many needs are still to be heard, judged by how many were heard from one customer only.
///
/// The data are *incidences* (a customer raised a need, however often), so the estimators are those for incidences: Chao 2
/// and sample coverage (Chao 1987; Chao and Jost 2012). They assume a homogeneous population: compute per segment. At few
/// customers they are lower bounds with a wide error: say "at least".
package struct Saturation: Sendable, Equatable {
  /// Customers who were listened to.
  package var customers: Int
  /// Distinct needs that at least one of them raised.
  package var needsSeen: Int
  /// Pairs of customer and need.
  package var incidences: Int
  /// Needs raised by exactly one customer, and by exactly two.
  package var uniques, duplicates: Int

  /// - Parameters:
  ///   - raisedBy: for each need, how many customers raised it; zeros are needs that nobody raised.
  ///   - customers: how many customers were listened to.
  package init(raisedBy: some Sequence<Int>, customers: Int) {
    self.customers = customers
    (needsSeen, incidences, uniques, duplicates) = (0, 0, 0, 0)
    for count in raisedBy where count > 0 {
      needsSeen += 1
      incidences += count
      if count == 1 { uniques += 1 }
      if count == 2 { duplicates += 1 }
    }
  }

  /// The share of what would be heard that was heard: 1 - Q1/U (Good 1953, Turing); `nil` when nothing was heard.
  package var goodTuringCoverage: Double? {
    incidences > 0 ? 1 - Double(uniques) / Double(incidences) : nil
  }

  /// Coverage for incidences, 1 - Q1/U · (t-1)Q1 / ((t-1)Q1 + 2Q2); `nil` where undefined.
  package var incidenceCoverage: Double? {
    guard incidences > 0 else { return nil }
    guard uniques > 0 else { return 1 }
    let singles = Double(customers - 1) * Double(uniques)
    let denominator = singles + 2 * Double(duplicates)
    guard denominator > 0 else { return nil }
    return 1 - Double(uniques) / Double(incidences) * singles / denominator
  }

  /// The number of needs there are at least, bias-corrected Chao 1: S + Q1(Q1-1) / (2(Q2+1)).
  package var chao1: Double { Double(needsSeen) + unseenWithoutFactor }

  /// The number of needs there are at least, bias-corrected Chao 2.
  package var chao2: Double { Double(needsSeen) + unseen }

  /// Needs that nobody raised yet, at least: (t-1)/t · Q1(Q1-1) / (2(Q2+1)).
  package var unseen: Double {
    customers > 0 ? Double(customers - 1) / Double(customers) * unseenWithoutFactor : 0
  }

  private var unseenWithoutFactor: Double {
    Double(uniques * max(0, uniques - 1)) / Double(2 * (duplicates + 1))
  }
}
