import KBModel

/// KB005: a record outside its type's folder.
struct WrongFolder: FileRule {
  static let description = RuleDescription(
    code: "KB005", name: "wrong-folder", severity: .warning,
    summary: "A record lies outside its type's folder.",
    rationale: """
      It counts all the same, but colleagues look for it where its kind is kept. What they do not find they write a second \
      time, and one customer becomes two.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "customers/planner.md",
        """
        ↓---
        type: persona
        title: Planner
        ---
        """)
    ],
    good: [
      Example(
        "personas/office/planner.md",
        """
        ---
        type: persona
        title: Planner
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard let type = file.type, !type.folder.isEmpty, !lies(file.path, in: type.folder) else { return }
    findings.add(
      Self.self, in: file, at: .none, message: message(type), help: help(file, type), subject: "folder \(type.folder)",
      fix: Fix(isSafe: true, summary: "move it to '\(place(of: file, type))'", edits: [], newPath: place(of: file, type)))
  }

  /// Where the record belongs: sessions lie in a folder for each year.
  private static func place(of file: FileReading, _ type: RecordType) -> String {
    var folder = type.folder
    if type.name == "session", let date = file.text("date").flatMap({ CalendarDate($0) }) { folder += "/\(date.components.year)" }
    return "\(folder)/\(file.id).md"
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    let (path, folder) = (path.utf8, folder.utf8)
    return path.count > folder.count && path.starts(with: folder) && path.dropFirst(folder.count).first == UInt8(ascii: "/")
  }
}

extension WrongFolder {
  fileprivate static func message(_ type: RecordType) -> String {
    "a \(type.name) outside '\(type.folder)/', where nobody looks for it"
  }

  fileprivate static func help(_ file: FileReading, _ type: RecordType) -> String {
    "Move it: 'git mv \(file.path) \(place(of: file, type))'. References are ids and stay right."
  }
}
