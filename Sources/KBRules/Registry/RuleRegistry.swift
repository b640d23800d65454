/// Every rule, one line each, in the order of their codes.
package enum RuleRegistry {
  package static let file: [any FileRule.Type] = [
    FieldValue.self,
  ]

  package static let base: [any BaseRule.Type] = [
    ReferenceUnresolved.self,
  ]

  package static let all: [any Rule.Type] = (file as [any Rule.Type] + base as [any Rule.Type])
    .sorted { $0.description.code < $1.description.code }

  /// The rule of that name or code.
  package static func rule(_ name: String) -> (any Rule.Type)? {
    all.first { $0.description.name == name || $0.description.code == name }
  }
}
