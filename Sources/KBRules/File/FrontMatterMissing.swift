import KBModel

/// KB003: a file among the records that has no front matter.
struct FrontMatterMissing: FileRule {
  static let description = RuleDescription(
    code: "KB003", name: "front-matter-missing", severity: .error,
    summary: "A Markdown file in a record folder has no front matter.",
    rationale: """
      Notes without front matter have no customer and no date, so they are evidence for nothing. In a record folder they \
      look as if they counted.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "sessions/2026/acme-call.md",
        """
        ↓# Call with Acme

        They still sign permits on paper.
        """)
    ],
    good: [
      Example(
        "sessions/README.md",
        """
        # How we write up talks

        Within a day, by the one who asked.
        """),
      Example("notes/idea.md", "Ask the planners about night shifts.\n"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.document.frontMatter == nil, let type = file.folderType, file.id != "README" else { return }
    let (words, remedy): (String, String)
    switch file.unreadable {
    case nil:
      guard file.document.faults.allSatisfy({ $0.kind == .byteOrderMark }) else { return }
      (words, remedy) = (message(type), help(type))
    case .tooLarge: return
    case .symbolicLink: (words, remedy) = (linkMessage, linkHelp)
    case .failed(let reason): (words, remedy) = (failureMessage(reason), failureHelp)
    }
    findings.add(Self.self, in: file, at: .none, message: words, help: remedy, subject: "front matter")
  }
}

extension FrontMatterMissing {
  fileprivate static func message(_ type: RecordType) -> String {
    "no front matter: without its fields this file in '\(type.folder)/' is no \(type.name) and counts for nothing"
  }

  fileprivate static func help(_ type: RecordType) -> String {
    "Begin the file with '---', 'type: \(type.name)', the fields and '---' ('kb new \(type.name)' writes them), or move it elsewhere."
  }

  fileprivate static let linkMessage = "a symbolic link, which is not followed: nothing leads out of the knowledge base"
  fileprivate static let linkHelp = "Put the file itself here, or remove the link."

  fileprivate static func failureMessage(_ reason: String) -> String { "cannot be read (\(reason)), and counts for nothing" }
  fileprivate static let failureHelp = "Make it readable, or remove it."
}
