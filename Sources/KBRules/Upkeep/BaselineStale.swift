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
      Example("kb-baseline.json", baseline(place: "↓", fingerprint: "00000000000000000000000000000000"))
    ],
    good: [
      Example([
        ("kb-baseline.json", baseline(fingerprint: "5b0c5c6492d11f66dc87a7b97bf8fdc6")),
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\naliases: [acme]\n---\n"),
      ])
    ])

  static func check(_ upkeep: UpkeepReading, _ findings: inout BaseFindings) {
    guard let path = upkeep.baselinePath else { return }
    let file = FileFacts(path: path, id: path)
    for entry in upkeep.stale {
      let place = SourcePosition(line: entry.line ?? 1, column: 1)
      findings.add(
        Self.self, in: file, at: SourceSpan(place, place), message: message(entry), help: help, subject: entry.fingerprint.text)
    }
  }

  /// A baseline with one entry, an alias that equals an id.
  private static func baseline(place: String = "", fingerprint: String) -> String {
    """
    {"schema": "kb.baseline/1", "findings": [
    \(place){"code": "KB205", "fingerprint": "\(fingerprint)", "path": "customers/birch.md", "record": "birch", "rule": "alias-duplicate"}
    ]}

    """
  }
}

extension BaselineStale {
  fileprivate static func message(_ entry: Baseline.Entry) -> String {
    let often = entry.count > 1 ? " \(entry.count) times" : ""
    return "\(entry.code) \(entry.rule) no longer occurs\(often) in '\(entry.path)': this entry would let it back in"
  }

  fileprivate static let help = "Write the baseline anew with 'kb validate --write-baseline'."
}
