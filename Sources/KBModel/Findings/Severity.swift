/// How much a finding weighs. Ordered: `info < warning < error`.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
