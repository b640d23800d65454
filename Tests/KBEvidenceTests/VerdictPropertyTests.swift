import KBEvidence
import KBModel
import KBTestSupport
import Testing

/// What must hold for every market. Each failure names the seed that repeats it.
@Suite struct VerdictPropertyTests {
  private static let seeds = UInt64(1)...400

  @Test func theOrderOfInputNeverMatters() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let market = randomMarket(&random)
      var shuffled = market
      shuffled.accounts.shuffle(using: &random)
      shuffled.talks.shuffle(using: &random)
      shuffled.useCases.shuffle(using: &random)
      shuffled.items.shuffle(using: &random)
      shuffled.against.shuffle(using: &random)
      #expect(MarketStandings(of: market) == MarketStandings(of: shuffled), "seed \(seed)")
    }
  }

  @Test func whatUnaskedSupportersAddNeverLowersWhatTheAskedSay() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      var market = randomMarket(&random, useCases: 1, subsidiaries: false)
      // Only the asked speak at first.
      let asked = askedCustomers(of: market, about: "u0")
      market.items.removeAll { !asked.contains($0.customer) }
      let before = MarketStandings(of: market).standings[0]
      #expect(before.denominator == .asked && before.unaskedSupporters.isEmpty, "seed \(seed)")
      // Then others join in, known already or not, one after the other.
      for newcomer in 0..<6 {
        let known = market.accounts.map(\.id).filter { !asked.contains($0) }
        let id = known.randomElement(using: &random).flatMap { random.unit() < 0.5 ? $0 : nil } ?? "new\(newcomer)"
        if id.hasPrefix("new") { market.accounts.append(Account(id: id, segment: "smb")) }
        let grade = Grade.allCases.filter { $0 >= .opinion }.randomElement(using: &random) ?? .habit
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          market.items.append(EvidenceItem(useCase: "u0", customer: id, date: today, grade: grade))
        }
        let after = MarketStandings(of: market).standings[0]
        #expect(after.verdict.place <= before.verdict.place, "seed \(seed), newcomer \(newcomer)")
        #expect(!after.unaskedSupporters.isEmpty, "seed \(seed), newcomer \(newcomer)")
      }
    }
  }

  @Test func theFirstStoryOfACustomerWhoWasTalkedToNeverLowersAMarket() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      var market = randomMarket(&random)
      let before = verdicts(of: market)
      let talkedTo = Set(market.talks.map(\.customer))
      guard let customer = talkedTo.sorted().randomElement(using: &random) else { continue }
      market.items.append(EvidenceItem(useCase: "u0", customer: customer, date: today, grade: .anecdote))
      guard before["u0"] == .market else { continue }
      #expect(verdicts(of: market)["u0"] == .market, "seed \(seed)")
    }
  }

  @Test func noWeightMakesAMarketOfTooFewCustomers() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      var market = randomMarket(&random)
      let before = MarketStandings(of: market)
      for standing in before.standings where standing.verdict != .market {
        guard standing.denominator == .asked, standing.unaskedSupporters.isEmpty else { continue }
        let needed = standing.toMarket?.groundedNeeded ?? .max
        guard standing.statistics.grounded < needed else { continue }
        // Whoever is grounded already gets ever louder; nobody new becomes grounded.
        for voice in standing.voices where voice.isGrounded && voice.counts {
          for _ in 0..<Int.random(in: 0...40, using: &random) {
            market.items.append(EvidenceItem(useCase: standing.id, customer: voice.customer, date: today, grade: .anecdote))
          }
        }
        for voice in standing.voices where !voice.isGrounded && voice.counts {
          for _ in 0..<Int.random(in: 0...40, using: &random) {
            market.items.append(EvidenceItem(useCase: standing.id, customer: voice.customer, date: today, grade: .opinion))
          }
        }
        #expect(verdicts(of: market)[standing.id] != .market, "seed \(seed), \(standing.id)")
      }
    }
  }

  @Test func revenueNeverChangesAVerdict() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      var market = randomMarket(&random)
      let before = verdicts(of: market)
      for i in market.accounts.indices { market.accounts[i].arr = Double(Int.random(in: 0...1_000_000, using: &random)) }
      #expect(verdicts(of: market) == before, "seed \(seed)")
    }
  }

  @Test func leavingOneOutAgreesWithCountingAgain() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let market = randomMarket(&random, subsidiaries: false)
      for standing in MarketStandings(of: market).standings where standing.denominator == .asked {
        for voice in standing.voices where voice.counts {
          var rest = market
          rest.scope.without = [voice.customer]
          // Only the asked, as the denominator stays the one chosen with everybody.
          let asked = askedCustomers(of: rest, about: standing.id)
          rest.items.removeAll { $0.useCase == standing.id && !asked.contains($0.customer) }
          guard let again = MarketStandings(of: rest).standings.first(where: { $0.id == standing.id }) else { continue }
          // Counting again holds one condition more against a market, so it may say less than the leave-one-out.
          let figures = again.statistics
          let basis = VerdictBasis(
            asked: figures.asked, supporters: figures.supporters, grounded: figures.grounded, weight: figures.weight,
            topShare: figures.topShare, topIsGrounded: again.voices.contains { $0.customer == figures.topCustomer && $0.isGrounded },
            topIsSupporter: again.voices.contains { $0.customer == figures.topCustomer && $0.supports },
            segmentsAsked: figures.segmentsAsked, segmentsReached: figures.segmentsReached)
          let expected = VerdictRule().judge(basis, leavingOneOut: true).verdict
          #expect(voice.verdictWithout == expected, "seed \(seed), \(standing.id) without \(voice.customer)")
        }
      }
    }
  }

  @Test func sharesLieBetweenNoughtAndOneAndAddUp() {
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      for standing in MarketStandings(of: randomMarket(&random)).standings {
        let figures = standing.statistics
        let shares = [
          figures.supporterBreadth, figures.groundedBreadth, figures.weightedBreadth, figures.topShare, figures.hhi,
          figures.segmentEvenness, figures.secondHandShare, figures.revenueBreadth, figures.groundedWilson?.lower,
          figures.groundedWilson?.upper,
        ]
        #expect(shares.allSatisfy { $0.map { (0...1 + 1e-9).contains($0) } ?? true }, "seed \(seed), \(standing.id)")
        #expect(figures.grounded <= figures.supporters && figures.supporters <= figures.asked, "seed \(seed), \(standing.id)")
        if figures.weight > 0 {
          let sum = standing.voices.compactMap(\.share).reduce(0, +)
          #expect(abs(sum - 1) < 1e-9, "seed \(seed), \(standing.id)")
        }
      }
    }
  }

  private func verdicts(of market: Market) -> [String: Verdict] {
    Dictionary(uniqueKeysWithValues: MarketStandings(of: market).standings.map { ($0.id, $0.verdict) })
  }

  /// The customers with a talk in the window that covers the use case, in a market without subsidiaries.
  private func askedCustomers(of market: Market, about useCase: String) -> Set<String> {
    Set(
      market.talks.filter { talk in
        talk.covers.contains(useCase) && (0...market.window).contains(market.asOf.days(since: talk.date))
      }.map(\.customer))
  }
}
