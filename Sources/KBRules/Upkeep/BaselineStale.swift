import KBModel

/// KB904: an entry of the baseline that no longer occurs.
struct BaselineStale: UpkeepRule {
  static let description = RuleDescription(
    code: "KB904", name: "baseline-stale", severity: .warning,
    summary: "An entry of the baseline that no longer occurs.",
    rationale: """
      A baseline lists what the team means to mend. An entry that is mended but stays on the list would let the same fault \
      back in unseen.
      """,
    readsRawNotes: true,
    bad: [
      Example("kb-baseline.txt", "# Known.\n↓KB205\tcustomers/acme.md\talias birch\n")
    ],
    good: [
      Example([
        ("kb-baseline.txt", "# Known.\nKB205\tcustomers/birch.md\talias acme\n"),
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\naliases: [acme]\n---\n"),
      ])
    ])

  static func check(_ upkeep: UpkeepReading, _ findings: inout BaseFindings) {
    guard let path = upkeep.baselinePath else { return }
    let file = FileFacts(path: path, id: path)
    for entry in upkeep.stale {
      let place = SourcePosition(line: entry.line, column: 1)
      let end = SourcePosition(line: entry.line, column: 1 + entry.code.unicodeScalars.count)
      findings.add(
        Self.self, in: file, at: SourceSpan(place, end), message: message(entry), help: help,
        subject: "\(entry.code) \(entry.path) \(entry.subject)")
    }
  }
}

extension BaselineStale {
  fileprivate static func message(_ entry: Baseline.Entry) -> String {
    "\(entry.code) no longer occurs in '\(entry.path)'\(entry.subject.isEmpty ? "" : " (\(entry.subject))"): this entry would let it back in"
  }

  fileprivate static let help = "Delete the line, or write the baseline anew with 'kb validate --write-baseline'."
}
