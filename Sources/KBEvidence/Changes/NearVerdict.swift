package import KBModel

/// A verdict that one customer more or less would make another one.
package struct NearVerdict: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    /// One more customer who was asked turns out to live with it.
    case oneMore
    /// One customer, of those named, turns out otherwise or leaves.
    case oneLess([String])
  }

  package var useCase: String
  package var verdict: Verdict
  package var other: Verdict
  package var step: Step
}

extension UseCaseStanding {
  /// The verdicts that are one customer away: the better one first.
  ///
  /// - Parameter share: the share of customers that makes a market.
  package func nearVerdicts(share: Double) -> [NearVerdict] {
    var near: [NearVerdict] = []
    if let better = verdictWithOneMore(share: share), better.place < verdict.place {
      near.append(NearVerdict(useCase: id, verdict: verdict, other: better, step: .oneMore))
    }
    let lowering = voices.filter { $0.counts && $0.verdictWithout.place > verdict.place }
    if let worst = lowering.map(\.verdictWithout).max(by: { $0.place < $1.place }) {
      near.append(
        NearVerdict(
          useCase: id, verdict: verdict, other: worst,
          step: .oneLess(lowering.filter { $0.verdictWithout == worst }.map(\.customer))))
    }
    return near
  }

  /// The verdict if one more of those who were asked told a fresh story, first-hand; `nil` where everybody did.
  private func verdictWithOneMore(share: Double) -> Verdict? {
    let figures = statistics
    guard figures.grounded < figures.asked else { return nil }
    // A supporter without a story is the nearest; else somebody who said nothing yet.
    let isSupporter = voices.contains { $0.counts && $0.supports && !$0.isGrounded }
    let weight = figures.weight + 1
    let top = voices.first { $0.customer == figures.topCustomer }
    let topWeight = (figures.topShare ?? 0) * figures.weight
    let basis = VerdictBasis(
      asked: figures.asked, supporters: figures.supporters + (isSupporter ? 0 : 1), grounded: figures.grounded + 1, weight: weight,
      topShare: max(topWeight, 1) / weight, topIsGrounded: top?.isGrounded ?? true, topIsSupporter: top?.supports ?? true,
      segmentsAsked: figures.segmentsAsked, segmentsReached: max(1, figures.segmentsReached))
    return VerdictRule(share: share).judge(basis).verdict
  }
}
