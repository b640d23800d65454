internal import KBEvidence
internal import KBModel

extension MarketReport {
  /// The report as JSON of the schema `kb.market-vs-customer/1`, with a line end after it.
  ///
  /// Numbers carry full precision; what is undefined is `null`. With a customer there are two keys more: `customer` at the
  /// top, and `customer` in each use case with that customer's relation, items, share and the verdict without it.
  package func json() -> String { JSON.document(Document(report: self)) }
}

private struct Document: Encodable {
  let report: MarketReport

  enum Key: String, CodingKey {
    case schema, asOf, windowDays, revision, useCases, customer
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("kb.market-vs-customer/1", forKey: .schema)
    try object.encode(report.asOf.description, forKey: .asOf)
    try object.encode(report.windowDays, forKey: .windowDays)
    // `encode`, not `encodeIfPresent`: an undefined value is written as null.
    try object.encode(report.revision, forKey: .revision)
    try object.encodeIfPresent(report.customer, forKey: .customer)
    try object.encode(report.rows.map { StandingEntry(row: $0, customer: report.customer) }, forKey: .useCases)
  }
}

/// A use case as every JSON output of `kb` writes it.
struct StandingEntry: Encodable {
  let row: MarketReport.Row
  let customer: String?

  enum Key: String, CodingKey {
    case id, title, verdict, reason, flags, denominator
    case asked, supporters, grounded, items, weight
    case supporterBreadth, groundedBreadth, supporterWilson, groundedWilson, weightedBreadth, shrunkBreadth
    case topCustomer, topShare, hhi, effectiveCustomers
    case segmentsAsked, segmentsReached, segmentEntropy, segmentEvenness, effectiveSegments
    case secondHandShare, revenueBreadth, revenueEffectiveN
    case leaveOneOut, against, neverAskedSegments, newestAnecdote, toMarket, customer
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    let standing = row.standing
    let figures = standing.statistics
    try object.encode(standing.id, forKey: .id)
    try object.encode(row.title, forKey: .title)
    try object.encode(standing.verdict, forKey: .verdict)
    try object.encode(standing.reason, forKey: .reason)
    try object.encode(standing.flags, forKey: .flags)
    try object.encode(standing.denominator.rawValue, forKey: .denominator)

    try object.encode(figures.asked, forKey: .asked)
    try object.encode(figures.supporters, forKey: .supporters)
    try object.encode(figures.grounded, forKey: .grounded)
    try object.encode(figures.items, forKey: .items)
    try object.encode(figures.weight, forKey: .weight)
    try object.encode(figures.supporterBreadth, forKey: .supporterBreadth)
    try object.encode(figures.groundedBreadth, forKey: .groundedBreadth)
    try object.encode(figures.supporterWilson.map { [$0.lower, $0.upper] }, forKey: .supporterWilson)
    try object.encode(figures.groundedWilson.map { [$0.lower, $0.upper] }, forKey: .groundedWilson)
    try object.encode(figures.weightedBreadth, forKey: .weightedBreadth)
    try object.encode(figures.shrunkBreadth, forKey: .shrunkBreadth)
    try object.encode(figures.topCustomer, forKey: .topCustomer)
    try object.encode(figures.topShare, forKey: .topShare)
    try object.encode(figures.hhi, forKey: .hhi)
    try object.encode(figures.effectiveCustomers, forKey: .effectiveCustomers)
    try object.encode(figures.segmentsAsked, forKey: .segmentsAsked)
    try object.encode(figures.segmentsReached, forKey: .segmentsReached)
    try object.encode(figures.segmentEntropy, forKey: .segmentEntropy)
    try object.encode(figures.segmentEvenness, forKey: .segmentEvenness)
    try object.encode(figures.effectiveSegments, forKey: .effectiveSegments)
    try object.encode(figures.secondHandShare, forKey: .secondHandShare)
    try object.encode(figures.revenueBreadth, forKey: .revenueBreadth)
    try object.encode(figures.revenueEffectiveN, forKey: .revenueEffectiveN)

    try object.encode(Removal(standing.leaveOneOut), forKey: .leaveOneOut)
    try object.encode(standing.against, forKey: .against)
    try object.encode(standing.neverAskedSegments, forKey: .neverAskedSegments)
    try object.encode(standing.newestAnecdote.map(Story.init), forKey: .newestAnecdote)
    try object.encode(standing.toMarket.map(Target.init), forKey: .toMarket)
    try object.encodeIfPresent(customer.map { Part(customer: $0, standing: standing) }, forKey: .customer)
  }
}

private struct Removal: Encodable {
  let fragile: Bool
  let loweredBy: [String]
  let withoutTop: Verdict?

  init(_ leaveOneOut: LeaveOneOut) {
    fragile = leaveOneOut.isFragile
    loweredBy = leaveOneOut.loweredBy
    withoutTop = leaveOneOut.withoutTop
  }

  enum Key: String, CodingKey {
    case fragile, loweredBy, withoutTop
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(fragile, forKey: .fragile)
    try object.encode(loweredBy, forKey: .loweredBy)
    try object.encode(withoutTop, forKey: .withoutTop)
  }
}

private struct Story: Encodable {
  let date, customer, record: String

  init(_ story: NewestAnecdote) {
    date = story.date.description
    customer = story.customer
    record = story.record
  }
}

private struct Target: Encodable {
  let groundedNeeded: Int?
  let ask: [String]

  init(_ toMarket: ToMarket) {
    groundedNeeded = toMarket.groundedNeeded
    ask = toMarket.ask
  }

  enum Key: String, CodingKey {
    case groundedNeeded, ask
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(groundedNeeded, forKey: .groundedNeeded)
    try object.encode(ask, forKey: .ask)
  }
}

/// One customer's part in a use case.
private struct Part: Encodable {
  let customer: String
  let standing: UseCaseStanding

  enum Key: String, CodingKey {
    case id, relation, items, share, newest, verdictWithout
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    let voice = standing.voices.first { $0.customer == customer }
    try object.encode(customer, forKey: .id)
    try object.encode(CustomerRelation(of: customer, to: standing).rawValue, forKey: .relation)
    try object.encode(voice?.items ?? 0, forKey: .items)
    try object.encode(voice?.share, forKey: .share)
    try object.encode(voice?.newest.description, forKey: .newest)
    try object.encode(voice?.verdictWithout, forKey: .verdictWithout)
  }
}
