import KBModel

/// KB009: a line that a merge left behind.
struct ConflictMarker: FileRule {
  static let description = RuleDescription(
    code: "KB009", name: "conflict-marker", severity: .error,
    summary: "A line that a merge left behind.",
    rationale: """
      Both versions of a disputed passage now stand in the record, so its quotes count twice or contradict each other. \
      Somebody has to decide which one is true.
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
        ---

        ↓<<<<<<< HEAD
        Runs two plants.
        ↓=======
        Runs three plants.
        ↓>>>>>>> plants
        """)
    ],
    good: [
      Example(
        "customers/birch.md",
        """
        ---
        type: customer
        name: Birch
        segment: smb
        stage: trial
        ---

        Plants
        =======

        Two, and a third one in spring.
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.document.body.conflictMarkers.isEmpty, file.looksLikeRecord else { return }
    for range in file.document.body.conflictMarkers {
      findings.add(Self.self, in: file, at: range, message: message, help: help)
    }
  }
}

extension ConflictMarker {
  fileprivate static let message = "left over from a merge: both versions stand here, and their quotes may count twice"
  fileprivate static let help = "Keep what is right, and delete the three marker lines."
}
