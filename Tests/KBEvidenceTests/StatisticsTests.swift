import KBEvidence
import KBModel
import Testing

@Suite struct StatisticsTests {
  @Test func theWilsonIntervalOfSevenInTwelve() throws {
    let interval = try #require(WilsonInterval(7, of: 12))
    #expect(abs(interval.lower - 0.319511) < 1e-6 && abs(interval.upper - 0.806740) < 1e-6)
  }

  @Test func theWilsonIntervalEndsExactlyAtNoughtAndOne() throws {
    for n in 1...200 {
      #expect(try #require(WilsonInterval(0, of: n)).lower == 0)
      #expect(try #require(WilsonInterval(n, of: n)).upper == 1)
    }
    #expect(WilsonInterval(0, of: 0) == nil)
  }

  @Test func theWilsonIntervalHoldsTheShareAndGrowsWithIt() throws {
    for n in 1...60 {
      var last = WilsonInterval(lower: -1, upper: 0)
      for k in 0...n {
        let interval = try #require(WilsonInterval(k, of: n))
        let share = Double(k) / Double(n)
        #expect(interval.lower <= share && share <= interval.upper)
        #expect(interval.lower > last.lower && interval.upper > last.upper)
        last = interval
      }
    }
  }

  @Test(arguments: [
    (Grade.anecdote, Hand.firstHand, 0, 1.0), (.anecdote, .paraphrase, 0, 1), (.anecdote, .observed, 0, 1),
    (.anecdote, .secondHand, 0, 0.5), (.opinion, .inferred, 0, 0.05), (.anecdote, .firstHand, 365, 0.5),
    (.habit, .firstHand, 730, 0.15), (.compliment, .firstHand, 0, 0),
  ])
  func weightOfAnItem(grade: Grade, hand: Hand, age: Int, weight: Double) {
    #expect(agrees(EvidenceWeight.weight(grade: grade, hand: hand, age: age), weight))
  }

  @Test func whatOneCustomerProvesNeverExceedsOne() {
    #expect(EvidenceWeight.noisyOr([]) == 0)
    #expect(EvidenceWeight.noisyOr([0.5, 0.5]) == 0.75)
    #expect(EvidenceWeight.noisyOr(Array(repeating: 0.9, count: 500)) <= 1)
  }

  @Test func answersThatAreNoFactsLoseTheirWeightAfterAFaultyQuestion() {
    #expect(Grade.allCases.filter(EvidenceItem.losesWeight) == [.request, .opinion, .hypothetical, .compliment])
  }

  @Test func saturationOfNothingIsUndefined() {
    let nothing = Saturation(raisedBy: [0, 0], customers: 0)
    #expect(nothing.goodTuringCoverage == nil && nothing.incidenceCoverage == nil)
    #expect(nothing.needsSeen == 0 && nothing.unseen == 0 && nothing.chao1 == 0 && nothing.chao2 == 0)
    let one = Saturation(raisedBy: [1, 1], customers: 1)
    #expect(one.goodTuringCoverage == 0 && one.incidenceCoverage == nil && one.unseen == 0)
  }

  @Test func needsThatEverybodyRaisesLeaveNothingUnseen() {
    let saturation = Saturation(raisedBy: [5, 5, 4], customers: 5)
    #expect(saturation.incidenceCoverage == 1 && saturation.goodTuringCoverage == 1 && saturation.unseen == 0)
  }

  @Test func rankStabilityComparesWhatThereIs() {
    #expect(RankStability(order: [], orderWithout: []).overlap(at: 3) == nil)
    let two = RankStability(order: ["a", "b"], orderWithout: ["b", "a"])
    #expect(two.overlap(at: 1) == 0 && two.overlap(at: 5) == 1 && two.largestShift == 1)
  }
}
