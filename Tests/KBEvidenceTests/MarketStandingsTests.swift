import KBEvidence
import KBModel
import Testing

@Suite struct MarketStandingsTests {
  // MARK: Who was asked

  @Test func aUseCaseThatNobodyWasAskedAboutHasItsRowWithUndefinedShares() throws {
    let standing = try only(market(asked: []))
    #expect(standing.verdict == .thin && standing.reason == .fewAsked)
    let figures = standing.statistics
    #expect(figures.asked == 0 && figures.items == 0 && figures.weight == 0)
    #expect(figures.groundedBreadth == nil && figures.groundedWilson == nil && figures.weightedBreadth == nil)
    #expect(figures.topCustomer == nil && figures.topShare == nil && figures.hhi == nil && figures.effectiveCustomers == nil)
    #expect(figures.segmentEntropy == nil && figures.secondHandShare == nil && figures.revenueBreadth == nil)
    #expect(figures.revenueEffectiveN == nil && figures.shrunkBreadth == 0.25)
    #expect(standing.leaveOneOut.withoutTop == nil && !standing.leaveOneOut.isFragile)
    #expect(standing.toMarket?.groundedNeeded == nil)
    #expect(standing.toMarket?.ask.first == "c00")
  }

  @Test func aSessionOutsideTheWindowOrInTheFutureAsksNobody() throws {
    var market = market(asked: Array(0..<8))
    market.talks[0].date = today.advanced(byDays: -730)
    #expect(try only(market).statistics.asked == 8)
    market.talks[0].date = today.advanced(byDays: -731)
    market.talks[1].date = today.advanced(byDays: 1)
    #expect(try only(market).statistics.asked == 6)
    #expect(MarketStandings(of: market).talks == 6)
  }

  @Test func evidenceOutsideTheWindowOrInTheFutureIsNone() throws {
    var market = market(asked: Array(0..<8), stories: [0, 1, 2])
    market.items[0].date = today.advanced(byDays: -731)
    market.items[1].date = today.advanced(byDays: 1)
    #expect(try only(market).statistics.items == 1)
  }

  @Test func severalTalksWithOneCustomerAskOnce() throws {
    var market = market(asked: [0, 1])
    market.talks += market.talks
    #expect(try only(market).statistics.asked == 2)
  }

  @Test func whatNamesNoKnownAccountOrUseCaseIsLeftOut() throws {
    var market = market(asked: Array(0..<6), stories: [0])
    market.items.append(item("nobody", .anecdote))
    market.items.append(EvidenceItem(useCase: "other", customer: "c01", date: today, grade: .anecdote))
    market.talks.append(Talk(customer: "nobody", date: today, covers: ["u"]))
    let figures = try only(market).statistics
    #expect(figures.items == 1 && figures.asked == 6)
  }

  // MARK: The two readings

  @Test func unaskedSupportCountsOverEveryoneWhenTheVerdictIsBetterSo() throws {
    // Three of four asked is too few; with everyone talked to it is four of six.
    var market = market(asked: [0, 1, 2, 3], talkedTo: [4, 5], stories: [0, 1, 2])
    #expect(try only(market).verdict == .thin)
    market.items.append(item("c04", .anecdote))
    let standing = try only(market)
    #expect(standing.denominator == .everyone && standing.verdict == .market)
    #expect(standing.statistics.asked == 6 && standing.statistics.grounded == 4)
    #expect(standing.unaskedSupporters == ["c04"])
  }

  @Test func aTieIsReadOverTheAsked() throws {
    var market = market(asked: Array(0..<8), talkedTo: [8, 9], stories: [0, 1])
    market.items.append(item("c08", .anecdote))
    let standing = try only(market)
    #expect(standing.verdict == .emerging && standing.denominator == .asked)
    #expect(standing.statistics.asked == 8 && standing.statistics.grounded == 2 && standing.statistics.items == 2)
    #expect(standing.unaskedSupporters == ["c08"])
    let voice = try #require(standing.voices.first { $0.customer == "c08" })
    #expect(!voice.counts && voice.share == nil && voice.verdictWithout == .emerging)
  }

  @Test func aCustomerKnownFromFieldNotesJoinsEveryoneByVolunteeringSupport() throws {
    var market = market(asked: [0, 1, 2], talkedTo: [3, 4], stories: [0, 1])
    market.items.append(item("c05", .request, .secondHand))
    market.items.append(item("c06", .hypothetical, .secondHand))
    let standing = try only(market)
    #expect(standing.denominator == .everyone)
    #expect(standing.statistics.asked == 6)
    #expect(standing.statistics.items == 3)
    #expect(standing.statistics.supporters == 3 && standing.statistics.grounded == 2)
  }

  @Test func unaskedSupportNeverReplacesABetterVerdictOfTheAsked() throws {
    var market = market(asked: Array(0..<5), talkedTo: Array(5..<14), stories: [0, 1, 2, 3])
    #expect(try only(market).verdict == .market)
    market.items.append(item("c06", .opinion))
    let standing = try only(market)
    #expect(standing.verdict == .market && standing.denominator == .asked && standing.statistics.asked == 5)
  }

  // MARK: Prompted items, counter-evidence

  @Test func promptedItemsAreNoItemsAndMakeNoSupporter() throws {
    var market = market(asked: Array(0..<6), stories: [0, 1])
    var prompted = item("c02", .opinion)
    prompted.isPrompted = true
    (prompted.record, prompted.quote) = ("2026-06-30-c02", "q2")
    market.items.append(prompted)
    let standing = try only(market)
    #expect(standing.statistics.items == 2 && standing.statistics.supporters == 2)
    #expect(standing.prompted.map(\.quote) == ["q2"])
    #expect(standing.silent == ["c02", "c03", "c04", "c05"])
  }

  @Test func counterEvidenceIsListedAndChangesNoFigure() throws {
    var market = market(asked: Array(0..<8), stories: [0, 1])
    let before = try only(market)
    for customer in ["c09", "c03"] { market.against.append(CounterEvidence(useCase: "u", customer: customer, date: today)) }
    market.against.append(CounterEvidence(useCase: "u", customer: "c04", date: today.advanced(byDays: -800)))
    let after = try only(market)
    #expect(after.against == ["c03", "c09"])
    #expect(after.statistics == before.statistics && after.verdict == before.verdict)
    #expect(after.silent == ["c02", "c04", "c05", "c06", "c07"])
    #expect(before.toMarket?.ask.contains("c09") == true && after.toMarket?.ask.contains("c09") == false)
  }

  // MARK: Accounts

  @Test func subsidiariesRollUpToTheTopmostParent() throws {
    var market = market(asked: Array(0..<8), stories: [0, 1, 2])
    market.accounts[1].parent = "c02"
    market.accounts[2].parent = "c00"
    market.accounts[1].segment = "elsewhere"
    let figures = try only(market).statistics
    #expect(figures.asked == 6 && figures.supporters == 1 && figures.items == 3)
    #expect(figures.revenueBreadth == 3.0 / 8.0)
    #expect(figures.segmentsReached == 1)
    #expect(MarketStandings(of: market).accounts == 18)
  }

  @Test func parentsInACircleAreOneAccount() throws {
    var market = market(asked: Array(0..<8), stories: [1, 2, 3])
    market.accounts[1].parent = "c02"
    market.accounts[2].parent = "c03"
    market.accounts[3].parent = "c01"
    let standing = try only(market)
    #expect(standing.statistics.asked == 6)
    #expect(standing.statistics.topCustomer == "c01")
  }

  @Test func aParentThatDoesNotExistIsNone() throws {
    var market = market(asked: Array(0..<6), stories: [0])
    market.accounts[0].parent = "holding"
    #expect(try only(market).statistics.topCustomer == "c00")
  }

  @Test func withoutACustomerItsEvidenceAndItsPlaceAmongTheAskedAreGone() throws {
    var market = market(asked: Array(0..<8), stories: [0, 1, 2])
    market.accounts[1].parent = "c00"
    market.scope.without = ["c01"]
    let standing = try only(market)
    #expect(standing.statistics.asked == 6 && standing.statistics.items == 1)
    #expect(!standing.voices.contains { $0.customer == "c00" })
  }

  @Test func aSegmentOrStageIsAMarketOfItsOwn() throws {
    var market = market(asked: Array(0..<10), stories: [0, 1, 2, 4])
    market.accounts[0].stage = "lost"
    market.scope.segments = ["s0"]
    #expect(try only(market).statistics.asked == 5)
    #expect(try only(market).neverAskedSegments == [])
    market.scope.stages = ["lost"]
    #expect(try only(market).statistics.asked == 1)
    market.scope.segments = ["nowhere"]
    #expect(try only(market).statistics.asked == 0)
  }

  @Test func everythingInOneSegmentNeedsNoSecondOne() throws {
    var market = market(asked: Array(0..<8), stories: [0, 1, 2, 3, 4])
    for i in market.accounts.indices { market.accounts[i].segment = "only" }
    let standing = try only(market)
    #expect(standing.verdict == .market)
    #expect(standing.statistics.segmentEntropy == 0 && standing.statistics.effectiveSegments == 1)
    #expect(standing.statistics.segmentEvenness == nil)
  }

  @Test func anUnknownSegmentIsNoSegment() throws {
    var market = market(asked: Array(0..<8), stories: [0, 2, 4, 6, 1])
    for i in market.accounts.indices where i % 2 == 1 { market.accounts[i].segment = "" }
    let standing = try only(market)
    #expect(standing.statistics.segmentsAsked == 1 && standing.statistics.segmentsReached == 1)
    #expect(standing.segments.map(\.segment) == ["s0"])
    #expect(standing.reason == .broad)
  }

  @Test func withoutRevenueTheRevenueViewIsUndefined() throws {
    var market = market(asked: Array(0..<6), stories: [0])
    for i in market.accounts.indices { market.accounts[i].arr = 0 }
    let figures = try only(market).statistics
    #expect(figures.revenueBreadth == nil && figures.revenueEffectiveN == nil)
  }

  // MARK: Flags

  @Test func aVerdictThatOneCustomerCarriesIsFragile() throws {
    // At five asked, whoever is taken away leaves too few.
    let standing = try only(market(asked: Array(0..<5), stories: [0, 1, 2, 3]))
    #expect(standing.verdict == .market)
    #expect(standing.leaveOneOut.loweredBy == ["c00", "c01", "c02", "c03", "c04"])
    #expect(standing.flags == [.fragile, .smallN])
  }

  @Test func oneVoiceIsOnlySoFarACustomersWhileTheOthersMayBeMany() throws {
    var few = market(asked: Array(0..<8))
    few.items = [item("c00", .anecdote), item("c00", .anecdote)]
    #expect(try only(few).flags == [.loud, .smallN, .soFar])
    // Sixteen others who were asked and live without it rule a fifth out.
    var many = market(asked: Array(0..<17))
    many.items = few.items
    #expect(try only(many).verdict == .customerSpecific && only(many).flags == [.loud])
  }

  @Test func evidenceThroughSalesAndOldEvidenceAreFlagged() throws {
    var relayed = market(asked: Array(0..<12), stories: [0, 1])
    for customer in ["c02", "c03", "c04", "c05"] { relayed.items.append(item(customer, .anecdote, .secondHand)) }
    #expect(try only(relayed).flags.contains(.salesLed))
    relayed.items.removeLast()
    #expect(try only(relayed).flags.contains(.salesLed) == false)

    var old = market(asked: Array(0..<12), stories: [0, 1, 2])
    old.items[0].date = today.advanced(byDays: -366)
    old.items[1].date = today.advanced(byDays: -400)
    #expect(try only(old).flags.contains(.stale))
    old.items[0].date = today.advanced(byDays: -365)
    #expect(try only(old).flags.contains(.stale) == false)
  }

  // MARK: Whom to ask

  @Test func supportersWithoutAStoryAreAskedFirstThenUnreachedSegments() throws {
    // c00 to c05 asked in both segments; stories only from s0; c03 relays an opinion; c04 and c05 said nothing.
    var market = market(asked: Array(0..<6), stories: [0, 2])
    market.items.append(item("c03", .opinion))
    market.accounts = (0..<10).map { account($0) }
    let toMarket = try #require(try only(market).toMarket)
    #expect(toMarket.groundedNeeded == 4)
    #expect(toMarket.ask == ["c03", "c07", "c09", "c06", "c08"])
  }

  @Test func whoWasAskedAndSaidNothingIsNotAskedAgain() throws {
    let standing = try only(market(asked: Array(0..<20), stories: [0, 1]))
    #expect(standing.toMarket?.ask == [])
    #expect(standing.silent.count == 18)
  }

  @Test func theListOfWhomToAskEnds() throws {
    var market = market(asked: [0])
    market.accounts = (0..<300).map { account($0) }
    let ask = try #require(try only(market).toMarket).ask
    #expect(ask.count == ToMarket.longestAsk)
    #expect(ask == ask.sorted())
  }

  @Test func segmentsWithoutAnybodyAskedAreNamed() throws {
    var market = market(asked: Array(0..<6))
    market.accounts.append(Account(id: "z", segment: "public"))
    #expect(try only(market).neverAskedSegments == ["public"])
  }

  @Test func theNewestStoryIsFirstHandAndCounts() throws {
    var market = market(asked: Array(0..<6), stories: [1])
    market.items[0].date = today.advanced(byDays: -10)
    market.items[0].record = "2026-06-20-c01"
    market.items += [item("c02", .anecdote, .secondHand), item("c03", .habit)]
    let newest = try #require(try only(market).newestAnecdote)
    #expect(newest.customer == "c01" && newest.record == "2026-06-20-c01" && newest.date == today.advanced(byDays: -10))
  }

  // MARK: All use cases

  @Test func useCasesStandInTheOrderOfTheirVerdicts() {
    var market = market(asked: Array(0..<12))
    market.useCases = ["thin", "market", "emerging", "single", "stronger"]
    market.talks = market.talks.map { Talk(customer: $0.customer, date: $0.date, covers: market.useCases) }
    for (useCase, customers) in [("market", 0..<6), ("emerging", 0..<3), ("single", 0..<1), ("stronger", 0..<9)] {
      for customer in customers {
        for _ in 0..<2 {
          market.items.append(EvidenceItem(useCase: useCase, customer: id(customer), date: today, grade: .anecdote))
        }
      }
    }
    let standings = MarketStandings(of: market)
    #expect(standings.standings.map(\.id) == ["stronger", "market", "emerging", "single", "thin"])
    // Five use cases: small numbers are drawn to their mean, 19 of 60.
    #expect(agrees(standings.priorMean, 19.0 / 60))
    #expect(agrees(standings.standings[4].statistics.shrunkBreadth, 4 * 19.0 / 60 / 16))
  }

  @Test func saturationIsCountedPerSegment() {
    let standings = MarketStandings(of: market(asked: Array(0..<6), stories: [0, 1, 2]))
    #expect(standings.saturation.map(\.segment) == ["s0", "s1"])
    #expect(standings.saturation.map(\.saturation.customers) == [3, 3])
    #expect(standings.saturation.map(\.saturation.incidences) == [2, 1])
  }

  @Test func anEmptyMarketHasNoStandings() {
    let standings = MarketStandings(of: Market(asOf: today, accounts: [], talks: [], useCases: [], items: []))
    #expect(standings.standings.isEmpty && standings.loudest == nil && standings.saturation.isEmpty)
  }

  @Test func theNewestDayIsTheLastTalkOrQuoteThatIsNotInTheFuture() {
    let market = market(asked: [0], stories: [0])
    #expect(Market.newestDay(of: market.talks, items: market.items, notAfter: today) == today)
    #expect(Market.newestDay(of: market.talks, items: market.items, notAfter: today.advanced(byDays: -1)) == nil)
  }

  // MARK: A market of c00, c01, … in two segments

  private func id(_ i: Int) -> String { i < 10 ? "c0\(i)" : "c\(i)" }

  private func account(_ i: Int) -> Account { Account(id: i < 100 ? id(i) : "d\(i)", segment: "s\(i % 2)", arr: 1) }

  private func item(_ customer: String, _ grade: Grade, _ hand: Hand = .firstHand) -> EvidenceItem {
    EvidenceItem(useCase: "u", customer: customer, date: today, grade: grade, hand: hand)
  }

  private func market(asked: [Int], talkedTo: [Int] = [], stories: [Int] = []) -> Market {
    Market(
      asOf: today, accounts: (0..<20).map(account),
      talks: asked.map { Talk(customer: id($0), date: today, covers: ["u"]) }
        + talkedTo.map { Talk(customer: id($0), date: today, covers: []) },
      useCases: ["u"], items: stories.map { item(id($0), .anecdote) })
  }

  private func only(_ market: Market) throws -> UseCaseStanding {
    try #require(MarketStandings(of: market).standings.first)
  }
}
