import KBModel

/// KB902: a suppression that suppresses nothing.
struct SuppressionUnused: UpkeepRule {
  static let description = RuleDescription(
    code: "KB902", name: "suppression-unused", severity: .warning,
    summary: "A suppression that suppresses nothing.",
    rationale: """
      What it was for is mended or gone. Left in place, it will hide the next fault of that kind from everybody.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n↓<!-- kb-disable-next-line file-link-broken: lies in the safe -->\n[Acme](acme.md)\n")
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n<!-- kb-disable-next-line file-link-broken: lies in the safe -->\n[The contract](birch.pdf)\n")
    ])

  static func check(_ upkeep: UpkeepReading, _ findings: inout BaseFindings) {
    for unused in upkeep.unused {
      let file = upkeep.files[unused.file]
      findings.add(
        Self.self, in: file, at: file.suppressions[unused.suppression].span, message: message(unused), help: help(unused),
        subject: "suppression \(unused.rules.joined(separator: " "))")
    }
  }
}

extension SuppressionUnused {
  fileprivate static func message(_ unused: UnusedSuppression) -> String {
    "\(Phrase.list(unused.rules.map { "'\($0)'" })) \(unused.rules.count == 1 ? "finds" : "find") nothing here: there is nothing to suppress"
  }

  fileprivate static func help(_ unused: UnusedSuppression) -> String {
    unused.isPartly ? "Take \(unused.rules.count == 1 ? "this name" : "these names") out of the comment." : "Remove the comment."
  }
}
