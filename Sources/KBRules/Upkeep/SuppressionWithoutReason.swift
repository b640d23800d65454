import KBModel

/// KB901: a suppression that does not say why.
struct SuppressionWithoutReason: FileRule {
  static let description = RuleDescription(
    code: "KB901", name: "suppression-without-reason", severity: .warning,
    summary: "A suppression without a reason, which is ignored.",
    rationale: """
      A suppression overrules a check of the evidence. The next reader has to be able to judge whether that was right, and \
      for that needs the reason.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n↓<!-- kb-disable-next-line file-link-broken -->\n[The contract](birch.pdf)\n")
    ],
    good: [
      Example(
        "customers/birch.md",
        "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n<!-- kb-disable-next-line file-link-broken: lies in the safe -->\n[The contract](birch.pdf)\n")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for suppression in file.suppressions where suppression.reason == nil {
      findings.add(
        Self.self, in: file, at: suppression.span, message: message(suppression.rules), help: help,
        subject: "suppression \(suppression.rules.joined(separator: " "))")
    }
  }
}

extension SuppressionWithoutReason {
  fileprivate static func message(_ rules: [String]) -> String {
    let names = rules.isEmpty ? "" : " of \(Phrase.list(rules.map { "'\($0)'" }))"
    return "this suppression\(names) gives no reason and is ignored"
  }

  fileprivate static let help = "Write the reason after a colon: 'kb-disable-next-line RULE: why it does not hold here'."
}
