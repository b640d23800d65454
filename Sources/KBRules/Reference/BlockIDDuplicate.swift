import KBModel

/// KB207: a block id that stands twice in a file.
struct BlockIDDuplicate: FileRule {
  static let description = RuleDescription(
    code: "KB207", name: "block-id-duplicate", severity: .error,
    summary: "A `^block` id stands twice in a file.",
    rationale: """
      A block id is how reports and other records cite one quote. Where two quotes share it, the citation leads to the \
      first one, whichever was meant.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "field-notes/2026-06-22-acme.md",
        """
        ---
        type: field-note
        date: 2026-06-22
        customer: acme
        reported_by: sam
        ---

        > We lost a shift over it.
        > — [plant manager], anecdote, [[offline-approval]] ^q1

        > They print the binder each Friday.
        > — [plant manager], habit, [[audit-trail]] ↓^q1
        """)
    ],
    good: [
      Example(
        "field-notes/2026-06-22-acme.md",
        """
        ---
        type: field-note
        date: 2026-06-22
        customer: acme
        reported_by: sam
        ---

        > We lost a shift over it.
        > — [plant manager], anecdote, [[offline-approval]] ^q1

        > They print the binder each Friday.
        > — [plant manager], habit, [[audit-trail]] ^q2
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    let ids = file.document.body.blockIDs
    guard ids.count > 1 else { return }
    if ids.count <= 16 {
      // So few are compared faster than hashed.
      for k in 1..<ids.count {
        let bytes = file.document.bytes[ids[k].name.range]
        if ids[..<k].contains(where: { file.document.bytes[$0.name.range].elementsEqual(bytes) }) { report(ids[k], in: file, &findings) }
      }
    } else {
      var seen: Set<ArraySlice<UInt8>> = []
      for id in ids where !seen.insert(file.document.bytes[id.name.range]).inserted { report(id, in: file, &findings) }
    }
  }

  private static func report(_ id: BlockID, in file: FileReading, _ findings: inout FileFindings) {
    findings.add(Self.self, in: file, at: id.range, message: message(file.document.text(id.range)), help: help)
  }
}

extension BlockIDDuplicate {
  fileprivate static func message(_ id: String) -> String {
    "'\(id)' stands already above: who cites it is led to the other place"
  }

  fileprivate static let help = "Give the later block an id of its own, and leave the first as it is: it may be cited."
}
