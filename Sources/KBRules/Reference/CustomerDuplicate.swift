import KBModel

/// KB211: one customer in two records.
struct CustomerDuplicate: BaseRule {
  static let description = RuleDescription(
    code: "KB211", name: "customer-duplicate", severity: .warning,
    summary: "Two customers have one name or alias, but for case, accents, punctuation and legal form.",
    rationale: """
      Breadth counts customers. One account in two records counts twice, and one loud customer begins to look like a \
      market.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("customers/muller.md", "---\ntype: customer\nname: ↓Muller & Sons Ltd\nsegment: smb\nstage: trial\n---\n"),
        ("customers/mueller-sons.md", "---\ntype: customer\nname: Sons of Müller\nsegment: smb\nstage: trial\naliases: [The Mill, ↓\"MÜLLER & SONS, LTD.\"]\n---\n"),
      ])
    ],
    good: [
      Example([
        ("customers/birch-ag.md", "---\ntype: customer\nname: Birch AG\nsegment: smb\nstage: trial\n---\n"),
        ("customers/birch-inc.md", "---\ntype: customer\nname: Birch Inc.\nsegment: smb\nstage: trial\nparent: birch-ag\n---\n"),
        ("customers/birch-foods.md", "---\ntype: customer\nname: Birch Foods\nsegment: smb\nstage: trial\n---\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard findings.isOn(Self.self) else { return }
    let files = base.graph.files
    // Accounts of one group count as one already: by name, one record of each group.
    var groups: [String: [(top: Int, record: Int)]] = [:]
    let customers = base.graph.places(ofType: "customer").map { Int($0) }
    let parents = base.parents
    for i in customers {
      let file = files[i]
      let top = parents.top(of: i)
      forEachName(file) { _, name in
        let folded = FoldedName.company(name)
        guard !folded.isEmpty else { return }
        let known = groups[folded, default: []]
        if known.count < Phrase.enough, !known.contains(where: { $0.top == top }) { groups[folded] = known + [(top, i)] }
      }
    }
    groups = groups.filter { $0.value.count > 1 }
    guard !groups.isEmpty else { return }

    var fields = LastFieldPlaces()
    for i in customers {
      let file = files[i]
      forEachName(file) { node, name in
        guard let group = groups[FoldedName.company(name)] else { return }
        guard let places = fields.places(of: file) else { return }
        let top = parents.top(of: i)
        let ids = group.filter { $0.top != top }.map { files[$0.record].id }
        findings.add(
          Self.self, in: file, at: places.span(ofValue: node), field: places.path(of: node), message: message(name, ids),
          help: help(file.id, ids[0]), subject: "customer \(name)")
      }
    }
  }

  /// The name and the aliases of a customer with their nodes.
  private static func forEachName(_ file: FileFacts, _ body: (Int, String) -> Void) {
    guard let frontMatter = file.frontMatter else { return }
    func visit(_ node: Int) {
      if frontMatter.nodes[node].kind == .scalar, !frontMatter.isNull(node) { body(node, frontMatter.text(of: node)) }
    }
    if let name = frontMatter["name"] { visit(name) }
    guard let aliases = frontMatter["aliases"] else { return }
    if frontMatter.nodes[aliases].kind == .sequence {
      for alias in frontMatter.children(of: aliases) { visit(alias) }
    } else {
      visit(aliases)
    }
  }
}

extension CustomerDuplicate {
  fileprivate static func message(_ name: String, _ others: [String]) -> String {
    "'\(name)' is also a name of \(Phrase.list(others.map { "'\($0)'" })): one customer in two records counts twice"
  }

  fileprivate static func help(_ id: String, _ other: String) -> String {
    "If they are one, 'kb merge \(other) \(id)'; if one belongs to the other, set 'parent'; else make the names differ."
  }
}
