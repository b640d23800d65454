import KBModel

/// KB210: a customer that is its own ancestor.
struct ParentCycle: BaseRule {
  static let description = RuleDescription(
    code: "KB210", name: "parent-cycle", severity: .error,
    summary: "A customer is its own ancestor.",
    rationale: """
      Evidence counts for the topmost parent of an account. In a circle there is none, and nobody can say for how many \
      customers the evidence stands.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\nparent: ↓cobalt\n---\n"),
        ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: smb\nstage: trial\nparent: ↓birch\n---\n"),
        ("customers/dune.md", "---\ntype: customer\nname: Dune\nsegment: smb\nstage: trial\nparent: birch\n---\n"),
      ])
    ],
    good: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\nparent: cobalt\n---\n"),
        ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: smb\nstage: trial\nparent: acme\n---\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for cycle in base.parents.cycles {
      let ids = cycle.map { base.graph.files[$0].id }
      for (k, i) in cycle.enumerated() {
        let file = base.graph.files[i]
        let parent = file.references.first { $0.field == "parent" }
        findings.add(
          Self.self, in: file, at: parent.map(file.span(of:)) ?? .firstLine, field: "parent",
          message: message(Array(ids[k...] + ids[..<k])), help: help, subject: "parent cycle")
      }
    }
  }
}

extension ParentCycle {
  fileprivate static func message(_ ids: [String]) -> String {
    guard ids.count > 1 else { return "'\(ids[0])' is its own parent, so that its evidence belongs to no account" }
    let shown = ids.count > 6 ? ids.prefix(5) + ["…"] : ids[...]
    return "the parents go round in a circle: \((shown + [ids[0]]).joined(separator: " → ")); their evidence belongs to no account"
  }

  fileprivate static let help = "Remove 'parent' from the topmost account."
}
