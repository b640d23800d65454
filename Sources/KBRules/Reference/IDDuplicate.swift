import KBModel

/// KB204: two files of one name.
struct IDDuplicate: BaseRule {
  static let description = RuleDescription(
    code: "KB204", name: "id-duplicate", severity: .error,
    summary: "Two files have the same id.",
    rationale: """
      The file name is the id, wherever the file lies. All that refers to it reaches the first of the two, and what the \
      other one holds is not found.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("customers/birch.md", "↓---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n"),
        ("customers/north/birch.md", "↓---\ntype: customer\nname: Birch North\nsegment: smb\nstage: trial\n---\n"),
      ])
    ],
    good: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n"),
        ("customers/north/birch-north.md", "---\ntype: customer\nname: Birch North\nsegment: smb\nstage: trial\n---\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    let files = base.graph.files
    for indices in base.graph.byID.duplicates {
      for i in indices {
        let others = indices.prefix(Phrase.enough).filter { $0 != i }.map { files[Int($0)].path }
        findings.add(
          Self.self, in: files[Int(i)], at: .firstLine, message: message(files[Int(i)].id, others, indices.count), help: help,
          subject: "id \(files[Int(i)].id)")
      }
    }
  }
}

extension IDDuplicate {
  fileprivate static func message(_ id: String, _ paths: [String], _ count: Int) -> String {
    let more = count - 1 > paths.count ? " and others" : ""
    return "the id '\(id)' is also that of \(Phrase.list(paths.map { "'\($0)'" }))\(more): references reach only one of them"
  }

  fileprivate static let help = "Rename one of the files, or merge them into one."
}
