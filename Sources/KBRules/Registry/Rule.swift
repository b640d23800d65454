/// A rule of `kb validate`. One rule is one file and one line of `RuleRegistry`.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
}

/// A rule that needs one file only. It runs in parallel and its findings can be remembered with the file.
package protocol FileRule: Rule {
  static func check(_ file: FileReading, _ findings: inout FileFindings)
}

/// A rule that needs other records too. It runs over the facts of all files and must stay linear in their number.
package protocol BaseRule: Rule {
  static func check(_ base: BaseReading, _ findings: inout BaseFindings)
}

/// A rule about what the others found. It runs last, when suppressions and the baseline have had their say, and nothing
/// suppresses what it finds.
package protocol UpkeepRule: Rule {
  static func check(_ upkeep: UpkeepReading, _ findings: inout BaseFindings)
}
