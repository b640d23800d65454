import KBEvidence
import KBModel

/// One account with all that was said with it: the customer, its topmost parent's subsidiaries, their talks and notes.
struct AccountView {
  let basis: ReportBasis
  /// The topmost account.
  let account: FileFacts
  /// The accounts that count as this one, itself first.
  let members: [FileFacts]
  /// Worked-up sessions and field notes of all of them, whether or not in the window, newest first.
  let sessions: [FileFacts]
  let notes: [FileFacts]

  init(_ customer: FileFacts, in basis: ReportBasis) {
    self.basis = basis
    let top = basis.market.topmostAccount(of: customer.id) ?? customer.id
    account = basis.graph.record(top, type: "customer") ?? customer
    members = [account] + basis.graph.records(ofType: "customer").filter { $0.id != top && basis.market.topmostAccount(of: $0.id) == top }
    func records(_ type: String) -> [FileFacts] {
      basis.graph.records(ofType: type).filter { $0.status == .done && basis.account(of: $0) == top && ($0.date("date").map { $0 <= basis.asOf } ?? false) }
        .sorted { Self.isNewer($0, $1) }
    }
    sessions = records("session")
    notes = records("field-note")
  }

  private static func isNewer(_ a: FileFacts, _ b: FileFacts) -> Bool {
    guard let first = a.date("date"), let second = b.date("date") else { return false }
    return first == second ? a.id < b.id : first > second
  }

  /// Yearly revenue of all members on the report's day.
  var revenue: Double { members.reduce(0) { $0 + ($1.number("arr", on: basis.asOf) ?? 0) } }

  /// The use cases that were asked about here, with the days, newest first.
  var asked: [String: [CalendarDate]] {
    var days: [String: [CalendarDate]] = [:]
    for session in sessions {
      let named = session.targets("covers") + session.questions.flatMap { $0.covers.map(\.text) }
      for useCase in Set(named.compactMap { basis.graph.record($0, type: "use-case")?.id }) {
        if let date = session.date("date") { days[useCase, default: []].append(date) }
      }
    }
    return days
  }

  /// Quotes about a use case, newest first, with the record they stand in.
  func quotes(about useCase: String, against: Bool = false) -> [(record: FileFacts, quote: QuoteFact)] {
    var found: [(FileFacts, QuoteFact)] = []
    for record in (sessions + notes).sorted(by: Self.isNewer) {
      for quote in record.quotes where quote.mentions.contains(where: { $0.isAgainst == against && basis.graph.record($0.target, type: "use-case")?.id == useCase }) {
        found.append((record, quote))
      }
    }
    return found
  }
}

/// Money in short: "900 k", "1.2 M".
func money(_ amount: Double) -> String {
  switch amount {
  case 1_000_000...: fixed(amount / 1_000_000, decimals: 1) + noBreak + "M"
  case 1_000...: fixed(amount / 1_000, decimals: 0) + noBreak + "k"
  default: fixed(amount, decimals: 0)
  }
}
