import KBModel

/// KB008: a file name that cannot be an id.
struct IDInvalid: FileRule {
  static let description = RuleDescription(
    code: "KB008", name: "id-invalid", severity: .error,
    summary: "The file name is not made of lower-case letters, digits and single hyphens.",
    rationale: """
      The file name is the id by which everything refers to the record. Blanks, capitals and accents are spelt differently \
      on each system, and then a reference that works for one colleague leads nowhere for the next.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "customers/Birch GmbH.md",
        """
        ↓---
        type: customer
        name: Birch GmbH
        segment: smb
        stage: trial
        ---
        """)
    ],
    good: [
      Example(
        "customers/birch-2.md",
        """
        ---
        type: customer
        name: Birch GmbH
        segment: smb
        stage: trial
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    // A folder that cannot be read has none.
    guard file.type != nil || file.folderType != nil, !file.id.isEmpty, !RecordID.isValid(file.id), file.id != "README" else { return }
    findings.add(Self.self, in: file, at: .none, message: message(file.id), help: help(file), subject: "id \(file.id)")
  }
}

extension IDInvalid {
  fileprivate static func message(_ id: String) -> String {
    "'\(id)' is no id: only lower-case letters, digits and single hyphens are the same on every system"
  }

  fileprivate static func help(_ file: FileReading) -> String {
    guard let id = RecordID.suggestion(for: file.id) else { return "Rename the file with 'kb rename', which takes every reference along." }
    return "Rename it: \"kb rename '\(file.id)' \(id)\" takes every reference along."
  }
}
