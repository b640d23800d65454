import KBEvidence
import KBModel

/// Which customers' stories would move verdicts.
struct ConversationGains {
  struct Conversation {
    var customer, segment: String
    /// Use cases with the verdict that one story would give them.
    var moves: [String]
    /// All use cases for which the customer is worth asking.
    var about: [String]
  }

  private let basis: ReportBasis

  /// Only the nearest use cases and the first of those worth asking are tried: each try judges a use case anew.
  private static let mostUseCases = 12
  private static let mostCustomers = 12

  init(_ basis: ReportBasis) { self.basis = basis }

  /// The conversations that would move at least one verdict, best first.
  func best(_ count: Int) -> [Conversation] {
    Array(conversations(about: [], with: nil).filter { !$0.moves.isEmpty }.prefix(count))
  }

  /// Everybody worth asking, best first.
  ///
  /// - Parameters:
  ///   - useCases: only about these; all when empty.
  ///   - customer: only with this account; all when `nil`.
  func conversations(about useCases: Set<String>, with customer: String?) -> [Conversation] {
    var found: [String: Conversation] = [:]
    let open = basis.standings.standings.filter { $0.toMarket != nil && (useCases.isEmpty || useCases.contains($0.id)) }
    let nearest = open.sorted { (distance($0), $0.id) < (distance($1), $1.id) }.prefix(Self.mostUseCases)
    for standing in nearest {
      let ask = (standing.toMarket?.ask ?? []).filter { customer == nil || $0 == customer }
      for customer in ask.prefix(Self.mostCustomers) {
        var conversation = found[customer] ?? Conversation(customer: customer, segment: basis.segment(of: customer) ?? "", moves: [], about: [])
        conversation.about.append(standing.id)
        let verdict = verdict(of: standing.id, withStoryOf: customer)
        if verdict != standing.verdict { conversation.moves.append("\(standing.id) to \(verdict.rawValue)") }
        found[customer] = conversation
      }
    }
    return found.values.sorted { ($1.moves.count, $1.about.count, $0.customer) < ($0.moves.count, $0.about.count, $1.customer) }
  }

  private func distance(_ standing: UseCaseStanding) -> Int {
    (standing.toMarket?.groundedNeeded).map { max(0, $0 - standing.statistics.grounded) } ?? Int.max
  }

  private func verdict(of useCase: String, withStoryOf customer: String) -> Verdict {
    var market = basis.market
    market.useCases = [useCase]
    market.items = market.items.filter { $0.useCase == useCase }
    market.talks.append(Talk(customer: customer, date: basis.asOf, covers: [useCase]))
    market.items.append(EvidenceItem(useCase: useCase, customer: customer, date: basis.asOf, grade: .anecdote))
    return MarketStandings(of: market).standings.first?.verdict ?? .thin
  }
}
