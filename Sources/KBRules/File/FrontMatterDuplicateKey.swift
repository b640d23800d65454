import KBModel

/// KB002: a key that stands twice in one mapping.
struct FrontMatterDuplicateKey: FileRule {
  static let description = RuleDescription(
    code: "KB002", name: "front-matter-duplicate-key", severity: .error,
    summary: "A key stands twice in one mapping.",
    rationale: """
      Only one of the two values counts, and readers disagree about which. It is how a merge leaves two dates or two \
      customers behind, and the talk may then count for the wrong one.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "customers/birch.md",
        """
        ---
        type: customer
        name: Birch
        segment: smb
        stage: trial
        ↓segment: enterprise
        ---
        """)
    ],
    good: [
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - {date: 2026-03-02, text: raised its price, source: its price page}
          - {date: 2026-04-11, text: hired in Lyon, source: its job page}
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.document.faults.isEmpty else { return }
    for fault in file.document.faults {
      guard case .duplicateKey(let key, let firstLine) = fault.kind, file.looksLikeRecord else { continue }
      findings.add(
        Self.self, in: file, at: fault.range, field: key, message: message(key, firstLine), help: help, subject: "key \(key)")
    }
  }
}

extension FrontMatterDuplicateKey {
  fileprivate static func message(_ key: String, _ firstLine: Int) -> String {
    "'\(key)' stands already in line \(firstLine); only the first of the two counts"
  }

  fileprivate static let help = "Keep the line that is right, and delete the other."
}
