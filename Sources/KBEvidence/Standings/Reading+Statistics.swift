internal import KBModel

extension Reading {
  /// The figures of this reading, but for the shrunk breadth, which needs all use cases.
  func statistics(of bucket: [MarketIndex.Item], in rollUp: AccountRollUp) -> MarketStatistics {
    var figures = MarketStatistics()
    let (n, weight) = (basis.asked, basis.weight)
    figures.asked = n
    figures.supporters = basis.supporters
    figures.grounded = basis.grounded
    figures.items = voices.reduce(0) { $0 + $1.items.count }
    figures.weight = weight

    figures.supporterWilson = WilsonInterval(basis.supporters, of: n)
    figures.groundedWilson = WilsonInterval(basis.grounded, of: n)
    if n > 0 {
      figures.supporterBreadth = Double(basis.supporters) / Double(n)
      figures.groundedBreadth = Double(basis.grounded) / Double(n)
      figures.weightedBreadth = voices.reduce(0) { $0 + $1.proof } / Double(n)
    }

    figures.topCustomer = top.map { rollUp.tops[voices[$0].account].id }
    figures.topShare = basis.topShare
    figures.hhi = Concentration.herfindahl(of: voices.lazy.map(\.weight), total: weight)
    figures.effectiveCustomers = figures.hhi.map { 1 / $0 }

    figures.segmentsAsked = basis.segmentsAsked
    figures.segmentsReached = basis.segmentsReached
    if let entropy = Concentration.entropy(of: groundedPerSegment) {
      figures.segmentEntropy = entropy
      figures.effectiveSegments = exponential(entropy)
      if basis.segmentsAsked >= 2 { figures.segmentEvenness = entropy / naturalLogarithm(Double(basis.segmentsAsked)) }
    }

    if weight > 0 {
      let relayed = voices.reduce(0.0) { sum, voice in
        bucket[voice.items].reduce(sum) { $1.hand.isFirstHand ? $0 : $0 + $1.weight }
      }
      figures.secondHandShare = relayed / weight
    }
    if population.arr > 0 {
      let grounded = voices.reduce(0.0) { $1.isGrounded ? $0 + rollUp.tops[$1.account].arr : $0 }
      figures.revenueBreadth = grounded / population.arr
    }
    figures.revenueEffectiveN = Concentration.kish(sum: population.arr, sumOfSquares: population.arrSquares)
    return figures
  }

  /// The median age of the items that count, in days; `nil` without any.
  func medianAge(of bucket: [MarketIndex.Item]) -> Double? {
    let ages = voices.flatMap { bucket[$0.items].lazy.map(\.age) }.sorted()
    guard !ages.isEmpty else { return nil }
    return Double(ages[(ages.count - 1) / 2] + ages[ages.count / 2]) / 2
  }
}
