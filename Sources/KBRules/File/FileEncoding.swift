import KBModel

/// KB006: a file that is no clean UTF-8 text.
struct FileEncoding: FileRule {
  static let description = RuleDescription(
    code: "KB006", name: "file-encoding", severity: .error,
    summary: "The file is not UTF-8 or holds NUL bytes; a byte order mark is a warning.",
    rationale: """
      In another encoding the customer's words come out garbled, and searches and reviews miss them. A record is read by \
      many tools, and UTF-8 is what all of them agree on.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\nPasted from a↓\0 meeting tool.\n"),
      Example("customers/birch.md", "↓\u{FEFF}---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n"),
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Bjørk & Söhne 樺\nsegment: smb\nstage: trial\n---\n")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.document.faults.isEmpty else { return }
    for fault in file.document.faults {
      guard let (words, remedy) = wording(fault.kind), file.looksLikeRecord else { continue }
      let isMark = fault.kind == .byteOrderMark
      findings.add(
        Self.self, in: file, at: fault.range, severity: isMark ? .warning : nil, message: words, help: remedy,
        subject: "encoding",
        fix: isMark ? Fix(isSafe: true, summary: "remove the byte order mark", edits: [TextEdit(range: fault.range, replacement: "")]) : nil)
    }
  }
}

extension FileEncoding {
  private static func wording(_ kind: DocumentFault.Kind) -> (message: String, help: String)? {
    switch kind {
    case .notUTF8: ("these bytes are not UTF-8, so that words are garbled here", "Save the file as UTF-8.")
    case .nulByte: ("a NUL byte: this is not plain text, and tools stop reading here", "Delete the byte, or save the file as plain UTF-8 text.")
    case .byteOrderMark: ("a byte order mark, which other tools take for a part of the text", "Save the file as UTF-8 without a byte order mark.")
    default: nil
    }
  }
}
