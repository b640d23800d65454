import KBEvidence
import KBModel
import Testing

@Suite struct VerdictRuleTests {
  @Test(arguments: [
    (5, 4), (6, 4), (7, 5), (8, 5), (9, 5), (10, 6), (12, 6), (15, 7), (20, 9), (25, 10), (30, 12), (35, 13), (40, 14),
  ])
  func groundedCustomersNeededForAMarket(asked: Int, needed: Int) {
    #expect(VerdictRule().groundedNeeded(of: asked) == needed)
  }

  @Test(arguments: [0, 1, 2]) func noNumberOfSoFewCustomersMakesAMarket(asked: Int) {
    #expect(VerdictRule().groundedNeeded(of: asked) == nil)
  }

  @Test func neededIsTheSmallestNumberThatTheRuleAccepts() throws {
    for n in VerdictRule.fewestAsked...60 {
      let needed = try #require(VerdictRule().groundedNeeded(of: n))
      #expect(VerdictRule().judge(broad(g: needed, n: n)) == Judgement(.market, .broad))
      #expect(VerdictRule().judge(broad(g: needed - 1, n: n)).verdict != .market)
    }
  }

  /// The chance of a market verdict when each of n customers lives with the need with probability p: the breadth part only.
  private func chanceOfMarket(n: Int, p: Double) -> Double {
    (0...n).reduce(0.0) { sum, g in
      guard let needed = VerdictRule().groundedNeeded(of: n), g >= needed else { return sum }
      return sum + binomial(g, of: n, p)
    }
  }

  private func binomial(_ k: Int, of n: Int, _ p: Double) -> Double {
    var value = 1.0
    for i in 0..<k { value *= Double(n - i) / Double(i + 1) * p }
    for _ in k..<n { value *= 1 - p }
    return value
  }

  @Test func aRareNeedIsHardlyEverTakenForAMarket() {
    let worst = { (p: Double) in (5...40).map { chanceOfMarket(n: $0, p: p) }.max() ?? 1 }
    #expect(worst(0.10) <= 0.0013)
    #expect(worst(0.20) <= 0.0233)
    #expect(worst(0.20) > 0.0223)
  }

  @Test func theLeaveOneOutConditionIsWhatKeepsSmallSamplesHonest() {
    // At N = 5 three grounded customers would do without it.
    let chance = { (p: Double) in (3...5).reduce(0.0) { $0 + binomial($1, of: 5, p) } }
    #expect(VerdictRule().judge(broad(g: 3, n: 5), leavingOneOut: true).verdict == .market)
    #expect(VerdictRule().judge(broad(g: 3, n: 5)).verdict == .emerging)
    #expect(chance(0.10) <= 0.0086 && chance(0.20) <= 0.0579 + 5e-5)
    #expect(chance(0.20) > 0.0233)
  }

  @Test(arguments: [(5, 0.19), (8, 0.36), (12, 0.61), (20, 0.75), (40, 0.98)])
  func aNeedOfEverySecondCustomerIsFoundMoreOftenTheMoreAreAsked(n: Int, chance: Double) {
    #expect(abs(chanceOfMarket(n: n, p: 0.5) - chance) < 0.005)
  }

  @Test func nicheBeginsAtTwoOf33AndThreeOf40() {
    for (x, n) in [(2, 33), (3, 40)] {
      #expect(VerdictRule().judge(quiet(x: x, n: n)).reason == .niche)
      #expect(VerdictRule().judge(quiet(x: x, n: n - 1)).reason == .notYetBroad)
    }
  }

  @Test func dominationNeedsAMajorityVoiceAndNobodyBroadBesideIt() {
    var basis = broad(g: 7, n: 12)
    basis.topShare = 0.9
    #expect(VerdictRule().judge(basis).verdict == .market)
    basis.grounded = 3
    #expect(VerdictRule().judge(basis) == Judgement(.customerSpecific, .dominated))
    basis.topShare = 0.59
    #expect(VerdictRule().judge(basis).verdict == .emerging)
  }

  @Test func twoSupportersDoNotFlipOnSmallDifferences() {
    var basis = quiet(x: 2, n: 10)
    basis.topShare = 0.74
    #expect(VerdictRule().judge(basis).verdict == .emerging)
    basis.topShare = 0.75 - 1e-12
    #expect(VerdictRule().judge(basis).reason == .dominated)
  }

  @Test func anotherShareMovesTheLine() {
    let basis = broad(g: 6, n: 12)
    #expect(VerdictRule(share: 0.20).judge(basis).verdict == .market)
    #expect(VerdictRule(share: 0.25).judge(basis).verdict == .emerging)
    #expect(VerdictRule(share: 0.15).judge(broad(g: 5, n: 12)).verdict == .market)
  }

  @Test func sumsThatDifferInTheLastDigitsAreEqual() {
    var basis = broad(g: 4, n: 5)
    basis.weight = 1.5 - 1e-12
    #expect(VerdictRule().judge(basis).verdict == .market)
    basis.weight = 1.5 - 1e-6
    #expect(VerdictRule().judge(basis).reason == .littleEvidence)
  }

  /// All supporters grounded and equally loud, in two of two segments.
  private func broad(g: Int, n: Int) -> VerdictBasis {
    VerdictBasis(
      asked: n, supporters: g, grounded: g, weight: Double(max(2, g)), topShare: g > 0 ? 1 / Double(g) : nil,
      topIsGrounded: g > 0, topIsSupporter: g > 0, segmentsAsked: 2, segmentsReached: min(2, g))
  }

  private func quiet(x: Int, n: Int) -> VerdictBasis { broad(g: x, n: n) }
}
