import KBModel

/// KB205: an alias that names something else as well.
struct AliasDuplicate: BaseRule {
  static let description = RuleDescription(
    code: "KB205", name: "alias-duplicate", severity: .warning,
    summary: "An alias equals another record's id or alias.",
    rationale: """
      An alias is a second name for one record. Shared by two, it leads to the other one or to neither, and evidence \
      recorded under it goes astray.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\naliases: [Birch Steel, ↓acme]\n---\n"),
      Example([
        ("customers/birch-steel.md", "---\ntype: customer\nname: Birch Steel\nsegment: smb\nstage: trial\naliases: ↓Birch\n---\n"),
        ("customers/birch-foods.md", "---\ntype: customer\nname: Birch Foods\nsegment: smb\nstage: trial\naliases: [↓Birch]\n---\n"),
      ]),
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\naliases: [Birch Steel, Birch Works]\n---\n")
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    let graph = base.graph
    // Aliases are few and clashes fewer: the records that have one are found first.
    var clashing: Set<Int32> = []
    for (alias, records) in graph.byAlias where records.count > 1 || graph.byID[alias] != nil { clashing.formUnion(records) }
    for i in clashing.sorted() {
      let file = graph.files[Int(i)]
      guard let frontMatter = file.frontMatter, let node = frontMatter["aliases"] else { continue }
      let places = FieldPlaces(frontMatter)
      let isList = frontMatter.nodes[node].kind == .sequence
      for element in isList ? Array(frontMatter.children(of: node)) : [node] where frontMatter.nodes[element].kind == .scalar {
        let alias = frontMatter.text(of: element)
        guard let others = others(alias, of: i, in: graph) else { continue }
        findings.add(
          Self.self, in: file, at: places.span(ofValue: element), field: places.path(of: element),
          message: message(alias, others, isID: graph.byID[alias] != nil), help: help, subject: "alias \(alias)")
      }
    }
  }

  /// Some other records that the alias names; `nil` where there is none.
  private static func others(_ alias: String, of record: Int32, in graph: RecordGraph) -> [String]? {
    let file = graph.files[Int(record)]
    guard alias != file.id else { return nil }
    let found = (graph.byID[alias] ?? graph.byAlias[alias] ?? []).prefix(Phrase.enough).filter { $0 != record }
    return found.isEmpty ? nil : found.map { graph.files[Int($0)].id }
  }
}

extension AliasDuplicate {
  fileprivate static func message(_ alias: String, _ others: [String], isID: Bool) -> String {
    isID
      ? "the alias '\(alias)' is the id of another record, which every reference to '\(alias)' reaches instead"
      : "'\(alias)' is also an alias of \(Phrase.list(others.map { "'\($0)'" })): a reference to it reaches neither"
  }

  fileprivate static let help = "Remove the alias, or make it more specific; if both are the same, 'kb merge' makes them one."
}
