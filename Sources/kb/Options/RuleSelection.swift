import ArgumentParser
import KBModel
import KBRules

/// Rules named on the command line, by name, code or family; none means all.
struct RuleSelection {
  private var codes: Set<String>?

  init(_ names: [String]) throws {
    guard !names.isEmpty else { return }
    var codes: Set<String> = []
    for name in names {
      let found = RuleRegistry.all.map { $0.description }.filter { $0.name == name || $0.code == name || $0.family.rawValue == name }
      guard !found.isEmpty else {
        throw ValidationError("No rule is called '\(name)'\(NearestWord.question(for: name, among: RuleRegistry.names)). List them with 'kb rule'.")
      }
      codes.formUnion(found.map(\.code))
    }
    self.codes = codes
  }

  func contains(_ finding: Finding) -> Bool { contains(code: finding.code) }

  func contains(code: String) -> Bool { codes?.contains(code) ?? true }
}
