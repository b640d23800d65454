import KBModel

/// KB004: a record without a type, or of a type that does not exist.
struct TypeUnknown: FileRule {
  static let description = RuleDescription(
    code: "KB004", name: "type-unknown", severity: .error,
    summary: "`type` is missing in a record folder, or names no type.",
    rationale: """
      The type decides which fields a record has and how it counts. A record of no type is left out of every list, count \
      and verdict.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "personas/planner.md",
        """
        ---
        type: ↓personna
        title: Planner
        ---
        """),
      Example(
        "personas/planner.md",
        """
        ↓---
        title: Planner
        ---
        """),
    ],
    good: [
      Example(
        "personas/planner.md",
        """
        ---
        type: persona
        title: Planner
        ---
        """),
      Example(
        "notes/idea.md",
        """
        ---
        title: no record, and in no record folder
        ---
        """),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type == nil, let frontMatter = file.document.frontMatter else { return }
    guard let node = frontMatter["type"], !frontMatter.isNull(node) else {
      guard let folderType = file.folderType else { return }
      findings.add(
        Self.self, in: file, at: .none, field: "type", message: missingMessage(folderType), help: missingHelp(folderType),
        subject: "type")
      return
    }
    let names = file.configuration.schema.types.map(\.name)
    let type = frontMatter.text(of: node)
    let value = frontMatter.nodes[node].value
    findings.add(
      Self.self, in: file, at: value.isEmpty ? frontMatter.nodes[node].key : value, field: "type",
      message: type.isEmpty ? noWordMessage : message(type, names), help: help(names), subject: "type \(type)")
  }
}

extension TypeUnknown {
  fileprivate static func message(_ type: String, _ names: [String]) -> String {
    "there is no type '\(type)', so that this record counts for nothing\(NearestWord.question(for: type, among: names))"
  }

  fileprivate static let noWordMessage = "'type' is not one word, so that this record counts for nothing"

  fileprivate static func help(_ names: [String]) -> String {
    "Write one of: \(names.joined(separator: ", ")); or declare the type under 'types' in 'kb.yaml'."
  }

  fileprivate static func missingMessage(_ type: RecordType) -> String {
    "'type' is missing: in '\(type.folder)/' this looks like a \(type.name), but it counts for nothing"
  }

  fileprivate static func missingHelp(_ type: RecordType) -> String { "Add 'type: \(type.name)'." }
}
