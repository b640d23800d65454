import KBModel

/// KB905: something in a record that is still to be decided.
struct ToDoComment: FileRule {
  static let description = RuleDescription(
    code: "KB905", name: "todo-comment", severity: .warning,
    summary: "A comment that begins with TODO.",
    rationale: """
      An import leaves such a comment where only a person can decide: which of two days, which of two customers. Until then \
      the record is not what it seems to be, and what rests on it neither.
      """,
    readsRawNotes: true,
    bad: [
      .session("↓<!-- TODO date: '03/04/2026' may be 2026-03-04 or 2026-04-03 -->", further: "status: raw"),
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n↓<!-- TODO: ask ravi for the contract -->\n"),
    ],
    good: [
      .session("<!-- 00:12:03 -->\n**Q:** Walk me through the last night shift. [[offline-approval]]", further: "next_step: the TODO list of the shift"),
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n`<!-- TODO -->` is how a comment begins.\n"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    let bytes = file.document.bytes
    for comment in file.document.body.comments {
      let words = bytes[comment.range].dropFirst(4).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      guard words.starts(with: Array("TODO".utf8)), words.dropFirst(4).first.map(isWordEnd) ?? true else { continue }
      findings.add(Self.self, in: file, at: comment, message: message, help: help)
    }
  }

  private static func isWordEnd(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: ":") || byte == 0x0A || byte == UInt8(ascii: "-") }
}

extension ToDoComment {
  fileprivate static let message = "something is still to be decided here"
  fileprivate static let help = "Decide it, write it where it belongs, and remove the comment."
}
