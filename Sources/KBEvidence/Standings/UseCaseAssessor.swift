internal import KBModel

/// A standing together with the counts it was made from.
struct Assessment {
  var standing: UseCaseStanding
  /// The place of the use case in the index.
  let useCase: Int
  let reading: Reading
  /// All voices, inside the denominator or not, by account.
  let voices: [Voice]
}

/// Assesses one use case of a market after the other.
struct UseCaseAssessor {
  private let market: IndexedMarket
  private let index: MarketIndex
  private let rule: VerdictRule
  /// All accounts with a talk in the window.
  private let everyone: Population
  /// Accounts by segment's place, in order; those without a segment last.
  private let accountsOfSegment: [[Int]]
  /// Accounts set aside while one list is made: those marked with the present number.
  private var marks: [Int]
  private var mark = 0

  init(market: IndexedMarket, index: MarketIndex) {
    self.market = market
    self.index = index
    rule = VerdictRule(share: market.share)
    everyone = Population(index.talkedTo, of: index.rollUp)
    var accountsOfSegment = Array(repeating: [Int](), count: index.rollUp.segments.count + 1)
    for (account, segment) in index.rollUp.segmentOf.enumerated() {
      accountsOfSegment[segment >= 0 ? segment : index.rollUp.segments.count].append(account)
    }
    self.accountsOfSegment = accountsOfSegment
    marks = Array(repeating: 0, count: index.rollUp.tops.count)
  }

  /// The standing of the use case at a place of the index; the shrunk breadth is still to be set.
  mutating func assess(_ useCase: Int) -> Assessment {
    let asked = index.asked[useCase]
    let bucket = index.items[useCase]
    let voices = Voice.voices(in: bucket, asked: asked)
    let reading = reading(voices: voices, asked: asked)
    let figures = reading.statistics(of: bucket, in: index.rollUp)
    let against = index.against[useCase]
    let verdictsWithout = reading.verdictsWithoutEach()
    let leaveOneOut = leaveOneOut(reading, verdictsWithout, asked: asked)

    let silent = silent(asked: asked, voices: voices, against: against)
    let toMarket = toMarket(reading, voices: voices, asked: asked, against: against)

    let standing = UseCaseStanding(
      id: index.useCases[useCase], verdict: reading.judgement.verdict, reason: reading.judgement.reason,
      flags: flags(reading, figures, isFragile: leaveOneOut.isFragile, medianAge: reading.medianAge(of: bucket)),
      denominator: reading.denominator, statistics: figures, leaveOneOut: leaveOneOut, against: against.map(id),
      neverAskedSegments: neverAskedSegments(reading), newestAnecdote: newestAnecdote(reading, bucket),
      toMarket: toMarket,
      unaskedSupporters: voices.filter { $0.supports && !$0.wasAsked }.map { id($0.account) },
      silent: silent, voices: customerVoices(voices, reading, verdictsWithout),
      segments: segments(reading), prompted: prompted(useCase), groundedToLose: groundedToLose(reading))
    return Assessment(standing: standing, useCase: useCase, reading: reading, voices: voices)
  }

  /// Whether an account is in the denominator of an assessment.
  func isMember(_ account: Int, of assessment: Assessment) -> Bool {
    switch assessment.reading.denominator {
    case .asked: index.asked[assessment.useCase].contains(account)
    case .everyone: index.isTalkedTo[account] || assessment.reading.voices.contains { $0.account == account }
    }
  }

  /// The reading that counts. The asked are one; where somebody who was not asked supports the use case, everyone who was
  /// talked to is another, and the better verdict counts: so what the asked say is never lowered by what others volunteer.
  private func reading(voices: [Voice], asked: [Int]) -> Reading {
    let segmentOf = index.rollUp.segmentOf
    let ofAsked = Reading(
      .asked, of: Population(asked, of: index.rollUp), voices: voices.filter(\.wasAsked), segmentOf: segmentOf, rule: rule)
    guard voices.contains(where: { $0.supports && !$0.wasAsked }) else { return ofAsked }

    var population = everyone
    var members: [Voice] = []
    for voice in voices {
      if index.isTalkedTo[voice.account] {
        members.append(voice)
      } else if voice.supports {
        population.add(voice.account, of: index.rollUp)
        members.append(voice)
      }
    }
    let ofEveryone = Reading(.everyone, of: population, voices: members, segmentOf: segmentOf, rule: rule)
    return ofEveryone.judgement.verdict.place < ofAsked.judgement.verdict.place ? ofEveryone : ofAsked
  }

  private func id(_ account: Int) -> String { index.rollUp.tops[account].id }

  private func flags(
    _ reading: Reading, _ figures: MarketStatistics, isFragile: Bool, medianAge: Double?
  ) -> [VerdictFlag] {
    var flags: [VerdictFlag] = []
    if isFragile { flags.append(.fragile) }
    if let share = figures.topShare, share >= VerdictRule.loudShare - tolerance { flags.append(.loud) }
    if let share = figures.secondHandShare, share >= FlagLimit.secondHandShare - tolerance { flags.append(.salesLed) }
    if let medianAge, medianAge > FlagLimit.medianAge { flags.append(.stale) }
    if figures.asked < FlagLimit.fewAsked { flags.append(.smallN) }
    if reading.judgement.verdict == .customerSpecific, rule.othersMayBeMany(reading.basis) { flags.append(.soFar) }
    return flags
  }

  private func leaveOneOut(_ reading: Reading, _ verdictsWithout: [Verdict], asked: [Int]) -> LeaveOneOut {
    let verdict = reading.judgement.verdict
    var lowering = reading.voices.indices.filter { verdict.isHigher(than: verdictsWithout[$0]) }
      .map { reading.voices[$0].account }
    if reading.fallsWithoutAnybody {
      switch reading.denominator {
      case .asked: lowering = asked
      case .everyone: lowering = Set(index.talkedTo + reading.voices.map(\.account)).sorted()
      }
    }
    return LeaveOneOut(
      loweredBy: lowering.map(id), withoutTop: reading.top.map { verdictsWithout[$0] })
  }

  private func neverAskedSegments(_ reading: Reading) -> [String] {
    index.rollUp.segments.indices.filter { reading.population.perSegment[$0] == 0 }.map { index.rollUp.segments[$0] }
  }

  private func segments(_ reading: Reading) -> [SegmentBreadth] {
    index.rollUp.segments.indices.compactMap { segment in
      let asked = reading.population.perSegment[segment]
      guard asked > 0 else { return nil }
      return SegmentBreadth(
        segment: index.rollUp.segments[segment], asked: asked, grounded: reading.groundedPerSegment[segment])
    }
  }

  private func newestAnecdote(_ reading: Reading, _ bucket: [MarketIndex.Item]) -> NewestAnecdote? {
    var newest: MarketIndex.Item?
    for voice in reading.voices {
      for item in bucket[voice.items] where item.grade == .anecdote && item.hand.isFirstHand {
        if newest.map({ item.age < $0.age }) ?? true { newest = item }
      }
    }
    return newest.map { item in
      let source = market.items[item.source]
      return NewestAnecdote(
        date: source.date, customer: id(item.account), record: market.recordID(source.record),
        quote: market.quoteID(source.record, source.quote))
    }
  }

  private mutating func silent(asked: [Int], voices: [Voice], against: [Int]) -> [String] {
    mark += 1
    for voice in voices where voice.supports { marks[voice.account] = mark }
    for account in against { marks[account] = mark }
    return asked.filter { marks[$0] != mark }.map(id)
  }

  private func customerVoices(_ voices: [Voice], _ reading: Reading, _ verdictsWithout: [Verdict]) -> [CustomerVoice] {
    var place = 0
    return voices.map { voice in
      var result = CustomerVoice(
        customer: id(voice.account), items: voice.items.count, weight: voice.weight, share: nil, supports: voice.supports,
        isGrounded: voice.isGrounded, wasAsked: voice.wasAsked,
        newest: market.asOf.advanced(byDays: -voice.newestAge), verdictWithout: reading.judgement.verdict, counts: false)
      if place < reading.voices.count, reading.voices[place].account == voice.account {
        result.counts = true
        result.share = reading.basis.weight > 0 ? voice.weight / reading.basis.weight : nil
        result.verdictWithout = verdictsWithout[place]
        place += 1
      }
      return result
    }
  }

  private func prompted(_ useCase: Int) -> [PromptedQuote] {
    index.prompted[useCase].map { source in
      let item = market.items[source]
      return PromptedQuote(
        customer: id(index.rollUp.places[Int(item.account)]), date: item.date, grade: item.grade, record: market.recordID(item.record),
        quote: market.quoteID(item.record, item.quote))
    }
  }

  private func groundedToLose(_ reading: Reading) -> Int? {
    guard reading.judgement.verdict == .market, let needed = rule.groundedNeeded(of: reading.basis.asked) else { return nil }
    return reading.basis.grounded - needed + 1
  }

  private mutating func toMarket(
    _ reading: Reading, voices: [Voice], asked: [Int], against: [Int]
  ) -> ToMarket? {
    guard reading.judgement.verdict != .market else { return nil }
    let limit = ToMarket.longestAsk
    var ask = voices.filter { $0.supports && !$0.isGrounded }.prefix(limit).map(\.account)
    // Whoever was asked, said no, told a story that counts or stands in the list already is not asked next.
    mark += 1
    for account in asked { marks[account] = mark }
    for account in against { marks[account] = mark }
    for account in ask { marks[account] = mark }
    for voice in reading.voices where voice.isGrounded { marks[voice.account] = mark }

    let isReached = reading.groundedPerSegment.map { $0 > 0 } + [true]
    for reached in [false, true] where ask.count < limit {
      var next: [Int] = []
      for (segment, accounts) in accountsOfSegment.enumerated() where isReached[segment] == reached {
        var found = 0
        for account in accounts where marks[account] != mark {
          next.append(account)
          found += 1
          if found == limit { break }
        }
      }
      ask += next.sorted()
    }
    return ToMarket(
      groundedNeeded: rule.groundedNeeded(of: reading.basis.asked), ask: ask.prefix(limit).map(id))
  }
}

/// Where the flags beside a verdict begin.
private enum FlagLimit {
  /// Half of the weight through sales.
  static let secondHandShare = 0.5
  /// Days: a year.
  static let medianAge = 365.0
  /// Below a dozen asked, *emerging* means "ask more", not "no".
  static let fewAsked = 12
}
