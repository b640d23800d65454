import KBEvidence
import KBModel
import Testing

@Suite struct GoldenMarketTests {
  @Test(arguments: GoldenMarket.shared.cases)
  func figuresOfTheWorkedCase(_ golden: GoldenMarket.Case) throws {
    let standing = try #require(MarketStandings(of: golden.input.market).standings.first)
    let (figures, expected) = (standing.statistics, golden.expected)
    #expect(standing.verdict.rawValue == expected.verdict)
    #expect(standing.reason.rawValue == expected.reason)
    #expect(standing.denominator == .asked)
    #expect(figures.asked == expected.asked)
    #expect(figures.supporters == expected.supporters)
    #expect(figures.grounded == expected.grounded)
    #expect(figures.items == expected.items)
    #expect(figures.segmentsAsked == expected.segmentsAsked)
    #expect(figures.segmentsReached == expected.segmentsReached)
    #expect(figures.topCustomer == expected.topCustomer)
    let compared: [(String, Double?, Double?)] = [
      ("weight", figures.weight, expected.weight),
      ("supporterBreadth", figures.supporterBreadth, expected.supporterBreadth),
      ("groundedBreadth", figures.groundedBreadth, expected.groundedBreadth),
      ("supporterWilson lower", figures.supporterWilson?.lower, expected.supporterWilson[0]),
      ("supporterWilson upper", figures.supporterWilson?.upper, expected.supporterWilson[1]),
      ("groundedWilson lower", figures.groundedWilson?.lower, expected.groundedWilson[0]),
      ("groundedWilson upper", figures.groundedWilson?.upper, expected.groundedWilson[1]),
      ("weightedBreadth", figures.weightedBreadth, expected.weightedBreadth),
      ("shrunkBreadth", figures.shrunkBreadth, expected.shrunkBreadth),
      ("topShare", figures.topShare, expected.topShare),
      ("hhi", figures.hhi, expected.hhi),
      ("effectiveCustomers", figures.effectiveCustomers, expected.effectiveCustomers),
      ("segmentEntropy", figures.segmentEntropy, expected.segmentEntropy),
      ("segmentEvenness", figures.segmentEvenness, expected.segmentEvenness),
      ("effectiveSegments", figures.effectiveSegments, expected.effectiveSegments),
      ("secondHandShare", figures.secondHandShare, expected.secondHandShare),
      ("revenueBreadth", figures.revenueBreadth, expected.revenueBreadth),
      ("revenueEffectiveN", figures.revenueEffectiveN, expected.revenueEffectiveN),
    ]
    for (name, actual, wanted) in compared {
      #expect(agrees(actual, wanted), "\(name): \(String(describing: actual)), not \(String(describing: wanted))")
    }
  }

  @Test(arguments: GoldenMarket.shared.cases)
  func leavingOneCustomerOutOfTheWorkedCase(_ golden: GoldenMarket.Case) throws {
    let standing = try #require(MarketStandings(of: golden.input.market).standings.first)
    #expect(standing.leaveOneOut.isFragile == golden.leaveOneOut.fragile)
    #expect(standing.flags.contains(.fragile) == golden.leaveOneOut.fragile)
    #expect(standing.leaveOneOut.loweredBy == golden.leaveOneOut.loweredBy)
    #expect(standing.leaveOneOut.withoutTop?.rawValue == golden.leaveOneOut.withoutTop)
  }

  @Test(arguments: GoldenMarket.shared.boundaries)
  func verdictAtTheBoundary(_ golden: GoldenMarket.Boundary) throws {
    let standing = try #require(MarketStandings(of: golden.input.market).standings.first)
    #expect(standing.verdict.rawValue == golden.verdict)
    #expect(standing.reason.rawValue == golden.reason)
  }

  @Test func theLoudCustomerOfTheBroadCaseIsFlaggedAndChangesNothing() throws {
    let golden = try #require(GoldenMarket.shared.cases.first { $0.input.id == "A-loud" })
    let standing = try #require(MarketStandings(of: golden.input.market).standings.first)
    #expect(standing.flags == [.loud])
    #expect(standing.verdict == .market)
    #expect(standing.toMarket == nil)
    #expect(standing.groundedToLose == 2)
  }

  @Test func saturationOfTheWorkedMatrix() {
    let golden = GoldenMarket.shared.saturation
    let needs = golden.matrix[0].indices
    let saturation = Saturation(
      raisedBy: needs.map { need in golden.matrix.count { $0[need] == 1 } }, customers: golden.matrix.count)
    let expected = golden.expected
    #expect(saturation.customers == expected.customers)
    #expect(saturation.needsSeen == expected.needsSeen)
    #expect(saturation.incidences == expected.incidences)
    #expect(saturation.uniques == expected.q1)
    #expect(saturation.duplicates == expected.q2)
    #expect(agrees(saturation.goodTuringCoverage, expected.goodTuringCoverage))
    #expect(agrees(saturation.incidenceCoverage, expected.incidenceCoverage))
    #expect(agrees(saturation.chao1, expected.chao1bc))
    #expect(agrees(saturation.chao2, expected.chao2bc))
    #expect(agrees(saturation.unseen, expected.unseenChao2))
  }

  @Test func rankStabilityOfTheWorkedPortfolio() throws {
    let golden = GoldenMarket.shared.rankStability
    let market = portfolio(golden)
    let all = MarketStandings(of: market)
    #expect(all.loudest == "acme")
    #expect(all.stability.order == golden.all.byLower)
    #expect(all.stability.orderWithout == golden.withoutLoudest.byLower)
    #expect(all.stability.overlap(at: 2) == 1)
    #expect(all.stability.largestShift == 0)

    var others = market
    others.scope.without = ["acme"]
    let without = MarketStandings(of: others)
    for (standings, expected) in [(all, golden.all), (without, golden.withoutLoudest)] {
      for standing in standings.standings {
        #expect(agrees(standing.statistics.groundedWilson?.lower, expected.lower[standing.id]))
        #expect(agrees(standing.statistics.weight, expected.volume[standing.id]))
      }
    }
  }

  @Test func orderingByVolumeOwesMuchToTheLoudestCustomer() {
    let golden = GoldenMarket.shared.rankStability
    let byVolume = RankStability(order: golden.all.byVolume, orderWithout: golden.withoutLoudest.byVolume)
    #expect(byVolume.overlap(at: 2) == 0.5)
    #expect(byVolume.shifts == [3, -1, -1, -1])
    #expect(byVolume.largestShift == 3)
  }

  /// Six customers asked about each use case, with as many fresh anecdotes (1.0) and habits (0.6) as make up the weights.
  private func portfolio(_ golden: GoldenMarket.Ranks) -> Market {
    let today = CalendarDate("2026-06-30")!  // a day that exists
    let customers = Set(golden.weights.values.flatMap(\.keys)).union(["x", "y", "z"]).sorted().prefix(golden.asked)
    var items: [EvidenceItem] = []
    for (useCase, weights) in golden.weights {
      for (customer, weight) in weights {
        for _ in 0..<Int(weight) {
          items.append(EvidenceItem(useCase: useCase, customer: customer, date: today, grade: .anecdote))
        }
        if weight != weight.rounded(.down) {
          items.append(EvidenceItem(useCase: useCase, customer: customer, date: today, grade: .habit))
        }
      }
    }
    return Market(
      asOf: today, accounts: customers.map { Account(id: $0, segment: "s") },
      talks: customers.map { Talk(customer: $0, date: today, covers: Array(golden.weights.keys)) },
      useCases: Array(golden.weights.keys), items: items)
  }
}
