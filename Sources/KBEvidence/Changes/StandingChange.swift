internal import KBModel

/// One use case in two states of a market.
package struct StandingChange: Sendable, Equatable {
  /// The id, in the later state where the use case is there.
  package var id: String
  /// `nil` where the use case was not there, or was retired.
  package var before, after: UseCaseStanding?
  /// Ids of the earlier state that have another name in the later one.
  private let renamed: [String: String]

  package init(id: String, before: UseCaseStanding?, after: UseCaseStanding?, renamed: [String: String] = [:]) {
    self.id = id
    self.before = before
    self.after = after
    self.renamed = renamed
  }

  /// Whether the verdict or its reason is another one, or the use case came or went.
  package var isVerdict: Bool { before?.verdict != after?.verdict || before?.reason != after?.reason }

  /// Whether more than the mere ageing of evidence differs: who was asked, who spoke and how often.
  package var isOfEvidence: Bool {
    guard let before, let after else { return true }
    return before.statistics.asked != after.statistics.asked || before.statistics.items != after.statistics.items
      || before.statistics.grounded != after.statistics.grounded || before.statistics.supporters != after.statistics.supporters
      || before.against.map(now) != after.against || before.prompted.count != after.prompted.count
      || before.voices.map { now($0.customer) } != after.voices.map(\.customer)
  }

  private func now(_ id: String) -> String { renamed[id] ?? id }

  // MARK: Customers

  /// Customers who live with it now and did not before, by id.
  package var newlyGrounded: [String] { Self.grounded(after).filter { !groundedBefore.contains($0) } }

  /// Customers who lived with it before and do not now, by id: their evidence went, aged out of the window or was regraded.
  package var fallenOut: [String] {
    let still = Set(Self.grounded(after))
    return groundedBefore.filter { !still.contains($0) }.sorted()
  }

  /// Customers who say it is no problem and did not before, by id.
  package var newlyAgainst: [String] {
    let before = Set((before?.against ?? []).map(now))
    return (after?.against ?? []).filter { !before.contains($0) }
  }

  /// Quotes that count and did not before, by customer, those with the most first.
  package var newQuotes: [CustomerCount] { Self.more(itemsAfter, than: itemsBefore) }

  /// Quotes that counted before and do not now, by customer, those with the most first.
  package var lostQuotes: [CustomerCount] { Self.more(itemsBefore, than: itemsAfter) }

  /// Segments in which somebody lives with it now and nobody did before.
  package var segmentsReached: [String] {
    let before = Self.reached(before)
    return Self.reached(after).filter { !before.contains($0) }
  }

  /// So many quotes of a customer.
  package struct CustomerCount: Sendable, Equatable {
    package var customer: String
    package var count: Int
  }

  private var groundedBefore: Set<String> { Set(Self.grounded(before).map(now)) }
  private var itemsBefore: [String: Int] {
    Dictionary((before?.voices ?? []).map { (now($0.customer), $0.items) }, uniquingKeysWith: +)
  }
  private var itemsAfter: [String: Int] { Dictionary((after?.voices ?? []).map { ($0.customer, $0.items) }, uniquingKeysWith: +) }

  private static func grounded(_ standing: UseCaseStanding?) -> [String] {
    (standing?.voices ?? []).filter { $0.counts && $0.isGrounded }.map(\.customer)
  }

  private static func reached(_ standing: UseCaseStanding?) -> [String] {
    (standing?.segments ?? []).filter { $0.grounded > 0 }.map(\.segment)
  }

  private static func more(_ one: [String: Int], than other: [String: Int]) -> [CustomerCount] {
    one.map { CustomerCount(customer: $0, count: $1 - (other[$0] ?? 0)) }.filter { $0.count > 0 }
      .sorted { ($1.count, $0.customer) < ($0.count, $1.customer) }
  }
}

extension StandingChange {
  /// Every use case of either state: in the order of the later one's report, then those that went.
  ///
  /// - Parameter renamed: ids of the earlier state that have another name in the later one.
  package static func changes(
    from before: [UseCaseStanding], to after: [UseCaseStanding], renamed: [String: String] = [:]
  ) -> [StandingChange] {
    var open: [String: UseCaseStanding] = [:]
    for standing in before { open[renamed[standing.id] ?? standing.id] = standing }
    var changes = after.map { StandingChange(id: $0.id, before: open.removeValue(forKey: $0.id), after: $0, renamed: renamed) }
    for standing in before {
      if let gone = open.removeValue(forKey: renamed[standing.id] ?? standing.id) {
        changes.append(StandingChange(id: gone.id, before: gone, after: nil, renamed: renamed))
      }
    }
    return changes
  }
}
