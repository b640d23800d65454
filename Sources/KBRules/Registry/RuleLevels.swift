package import KBModel

/// The severities that hold in a knowledge base: each rule's default unless `kb.yaml` names the rule, its code or its
/// family; a rule's own name wins over its family's.
package struct RuleLevels: Sendable {
  private var levels: [String: Severity?] = [:]

  package init(_ configuration: Configuration) {
    for rule in RuleRegistry.all {
      let description = rule.description
      var level: Configuration.Level?
      for (name, value) in configuration.levels where name == description.family.rawValue { level = value }
      for (name, value) in configuration.levels where name == description.name || name == description.code { level = value }
      levels[description.code] = level.map(Self.severity) ?? description.severity
    }
  }

  /// The severity of the rule with that code; `nil` where it is switched off.
  package func severity(ofCode code: String) -> Severity? { levels[code] ?? nil }

  private static func severity(_ level: Configuration.Level) -> Severity? {
    switch level {
    case .error: .error
    case .warning: .warning
    case .info: .info
    case .off: nil
    }
  }
}
