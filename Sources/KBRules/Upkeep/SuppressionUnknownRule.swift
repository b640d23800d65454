import KBModel

/// KB903: a suppression of a rule that does not exist.
struct SuppressionUnknownRule: FileRule {
  static let description = RuleDescription(
    code: "KB903", name: "suppression-unknown-rule", severity: .warning,
    summary: "A suppression names a rule that does not exist.",
    rationale: """
      It suppresses nothing, and whoever reads it believes that the passage was looked at and found right.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n↓<!-- kb-disable-next-line file-link-borken: lies in the safe -->\n[The contract](birch.pdf)\n")
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n<!-- kb-disable-next-line KB209: lies in the safe -->\n[The contract](birch.pdf)\n")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for suppression in file.suppressions {
      for rule in suppression.rules where RuleRegistry.rule(rule) == nil {
        findings.add(Self.self, in: file, at: suppression.span, message: message(rule), help: help, subject: "suppression \(rule)")
      }
    }
  }
}

extension SuppressionUnknownRule {
  fileprivate static func message(_ rule: String) -> String {
    let names = RuleRegistry.all.map { $0.description.name }
    return "there is no rule '\(rule)', so that this suppresses nothing\(NearestWord.question(for: rule, among: names))"
  }

  fileprivate static let help = "Write the name or code of one rule; 'kb rule' lists them."
}
