internal import KBModel

/// Every use case of a market with its verdict, in the order of reports, and what holds for all of them together.
///
/// Time grows with the size of the input, not with customers times use cases.
package struct MarketStandings: Sendable, Equatable {
  /// By verdict (market first), then by the lower bound of grounded breadth, weighted breadth and id.
  package let standings: [UseCaseStanding]
  /// The share of grounded customers over all use cases, towards which small numbers are drawn; 0.25 while there are fewer
  /// than five use cases.
  package let priorMean: Double
  /// The customer with the largest weight over all use cases; `nil` when nobody's words weigh anything.
  package let loudest: String?
  /// The order of use cases by lower bound, weighted breadth and id, with everybody and without the loudest customer.
  package let stability: RankStability
  /// Per segment, by name, how far its needs were heard out.
  package let saturation: [SegmentSaturation]
  /// Topmost accounts inside the scope, those with a talk in the window, and those talks.
  package let accounts, accountsTalkedTo, talks: Int

  /// How many further customers, answering as the mean does, the shrunk breadth supposes.
  package static let priorWeight = 4.0
  /// The mean supposed while there are too few use cases to take one from.
  package static let defaultPriorMean = 0.25
  /// Fewer use cases than this say nothing about a mean.
  package static let fewestUseCasesForMean = 5
  /// So many use cases are assessed before a processor takes the next.
  private static let useCasesAtATime = 16

  package init(of market: Market) { self.init(of: IndexedMarket(market)) }

  package init(of market: IndexedMarket) {
    let index = MarketIndex(market)
    let assessor = UseCaseAssessor(market: market, index: index)
    var assessments = Stretches.map(index.useCases.count, by: Self.useCasesAtATime) { stretch in
      var assessor = assessor
      return stretch.map { assessor.assess($0) }
    }.flatMap(\.self)

    let asked = assessments.reduce(0) { $0 + $1.standing.statistics.asked }
    let grounded = assessments.reduce(0) { $0 + $1.standing.statistics.grounded }
    let mean =
      assessments.count >= Self.fewestUseCasesForMean && asked > 0
      ? Double(grounded) / Double(asked) : Self.defaultPriorMean
    for i in assessments.indices {
      let figures = assessments[i].standing.statistics
      assessments[i].standing.statistics.shrunkBreadth =
        (Double(figures.grounded) + Self.priorWeight * mean) / (Double(figures.asked) + Self.priorWeight)
    }
    priorMean = mean

    var volume = [Double](repeating: 0, count: index.rollUp.tops.count)
    for assessment in assessments {
      for voice in assessment.reading.voices { volume[voice.account] += voice.weight }
    }
    let most = volume.max() ?? 0
    let loudest = most > 0 ? volume.firstIndex { $0 >= most - tolerance } : nil
    self.loudest = loudest.map { index.rollUp.tops[$0].id }
    let everybody = assessments.map { PortfolioKey($0, without: nil) }
    let others = assessments.map { assessment in
      PortfolioKey(assessment, without: loudest.map { ($0, assessor.isMember($0, of: assessment)) })
    }
    stability = RankStability(order: everybody.sorted().map(\.id), orderWithout: others.sorted().map(\.id))

    let places = assessments.indices.sorted { a, b in
      let (first, second) = (assessments[a].standing.verdict.place, assessments[b].standing.verdict.place)
      return first != second ? first < second : everybody[a] < everybody[b]
    }
    standings = places.map { assessments[$0].standing }
    saturation = SegmentSaturation.perSegment(of: index, voices: assessments.map(\.voices))
    accounts = index.rollUp.tops.count
    accountsTalkedTo = index.talkedTo.count
    talks = index.talkCount
  }
}

/// What use cases are ordered by, whatever their verdict.
private struct PortfolioKey: Comparable {
  var lower, weightedBreadth: Double
  var id: String

  /// The key of a use case with everybody, or without one account, which may be a member of the denominator.
  init(_ assessment: Assessment, without left: (account: Int, isMember: Bool)?) {
    let reading = assessment.reading
    var (grounded, proof) = (0, 0.0)
    for voice in reading.voices where voice.account != left?.account {
      grounded += voice.isGrounded ? 1 : 0
      proof += voice.proof
    }
    let asked = reading.population.count - (left?.isMember == true ? 1 : 0)
    id = assessment.standing.id
    lower = WilsonInterval(grounded, of: asked)?.lower ?? 0
    weightedBreadth = asked > 0 ? proof / Double(asked) : 0
  }

  static func < (a: PortfolioKey, b: PortfolioKey) -> Bool {
    if a.lower != b.lower { return a.lower > b.lower }
    if a.weightedBreadth != b.weightedBreadth { return a.weightedBreadth > b.weightedBreadth }
    return a.id < b.id
  }
}

/// How far the needs of a segment's customers were heard out.
package struct SegmentSaturation: Sendable, Equatable {
  package let segment: String
  package let saturation: Saturation

  /// Over the customers of each segment who had a session or volunteered support; a need counts as raised by its supporters.
  static func perSegment(of index: MarketIndex, voices: [[Voice]]) -> [SegmentSaturation] {
    let segmentOf = index.rollUp.segmentOf
    var wasHeard = index.isTalkedTo
    var raisedBy = index.rollUp.segments.map { _ in [Int]() }
    var supporters = raisedBy.map { _ in 0 }
    for ofUseCase in voices {
      var touched: [Int] = []
      for voice in ofUseCase where voice.supports {
        wasHeard[voice.account] = true
        let segment = segmentOf[voice.account]
        guard segment >= 0 else { continue }
        if supporters[segment] == 0 { touched.append(segment) }
        supporters[segment] += 1
      }
      for segment in touched {
        raisedBy[segment].append(supporters[segment])
        supporters[segment] = 0
      }
    }
    var customers = supporters
    for account in wasHeard.indices where wasHeard[account] && segmentOf[account] >= 0 {
      customers[segmentOf[account]] += 1
    }
    return index.rollUp.segments.indices.map { segment in
      SegmentSaturation(
        segment: index.rollUp.segments[segment],
        saturation: Saturation(raisedBy: raisedBy[segment], customers: customers[segment]))
    }
  }
}
