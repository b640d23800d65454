import Foundation
import KBEvidence
import KBModel
import Testing

/// The worked cases in `Golden/golden-market.json`; their `asked` are the customers that were asked explicitly.
struct GoldenMarket: Decodable {
  struct Customer: Decodable {
    var arr: Double
    var segment: String
  }
  struct Evidence: Decodable {
    var customer, date, source, specificity: String
  }
  struct Input: Decodable {
    var id, asOf: String
    var asked: [String: Customer]
    var evidence: [Evidence]
  }
  struct Case: Decodable, CustomTestStringConvertible {
    struct LeaveOneOut: Decodable {
      var fragile: Bool
      var loweredBy: [String]
      var withoutTop: String
    }
    var input: Input
    var expected: Expected
    var leaveOneOut: LeaveOneOut
    var testDescription: String { input.id }
  }
  struct Expected: Decodable {
    var verdict, reason, topCustomer: String
    var asked, supporters, grounded, items, segmentsAsked, segmentsReached: Int
    var weight: Double
    var supporterWilson, groundedWilson: [Double]
    var supporterBreadth, groundedBreadth, weightedBreadth, shrunkBreadth, topShare, hhi, effectiveCustomers: Double?
    var segmentEntropy, segmentEvenness, effectiveSegments, secondHandShare, revenueBreadth, revenueEffectiveN: Double?
  }
  struct Boundary: Decodable, CustomTestStringConvertible {
    var input: Input
    var verdict, reason: String
    var testDescription: String { input.id }
  }
  struct Saturated: Decodable {
    struct Expected: Decodable {
      var customers, needsSeen, incidences, q1, q2: Int
      var chao1bc, chao2bc, goodTuringCoverage, incidenceCoverage, unseenChao2: Double
    }
    var matrix: [[Int]]
    var expected: Expected
  }
  struct Ranks: Decodable {
    struct Orders: Decodable {
      var byLower, byVolume: [String]
      var lower, volume: [String: Double]
    }
    var asked: Int
    var weights: [String: [String: Double]]
    var all, withoutLoudest: Orders
  }

  var cases: [Case]
  var boundaries: [Boundary]
  var saturation: Saturated
  var rankStability: Ranks

  static let shared: GoldenMarket = {
    // The file is a resource of this test target: without it there is nothing to test.
    let url = Bundle.module.url(forResource: "golden-market", withExtension: "json", subdirectory: "Golden")!
    return try! JSONDecoder().decode(GoldenMarket.self, from: Data(contentsOf: url))
  }()
}

extension GoldenMarket.Input {
  /// A market with one use case, `u`, and one talk per asked customer, on the as-of date.
  var market: Market {
    let today = CalendarDate(asOf)!  // the golden file holds dates only
    return Market(
      asOf: today,
      accounts: asked.map { Account(id: $0.key, segment: $0.value.segment, arr: $0.value.arr) },
      talks: asked.keys.map { Talk(customer: $0, date: today, covers: ["u"]) }, useCases: ["u"],
      items: evidence.map { item in
        EvidenceItem(
          useCase: "u", customer: item.customer, date: CalendarDate(item.date)!, grade: Grade(rawValue: item.specificity)!,
          hand: Hand(rawValue: item.source)!)
      })
  }
}

/// Whether two figures agree to a relative 1e-9, undefined ones only with undefined ones.
func agrees(_ a: Double?, _ b: Double?) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  default: false
  }
}
