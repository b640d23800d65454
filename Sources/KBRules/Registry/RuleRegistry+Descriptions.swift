extension RuleRegistry {
  /// What is said about every rule, in the order of their codes.
  package static let descriptions: [RuleDescription] = all.map { $0.description }
}
