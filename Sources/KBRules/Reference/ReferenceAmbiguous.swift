import KBModel

/// KB203: a reference by an alias that several records have.
struct ReferenceAmbiguous: BaseRule {
  static let description = RuleDescription(
    code: "KB203", name: "reference-ambiguous", severity: .error,
    summary: "A field or a `[[link]]` uses an alias that several records have.",
    rationale: """
      Nobody can tell which of the records is meant, and so the evidence is counted for none of them. An id is always \
      clear.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("customers/birch-steel.md", "---\ntype: customer\nname: Birch Steel\nsegment: smb\nstage: trial\naliases: [Birch]\n---\n"),
        ("customers/birch-foods.md", "---\ntype: customer\nname: Birch Foods\nsegment: smb\nstage: trial\naliases: [Birch]\n---\n"),
        (
          "field-notes/2026-06-22-birch.md",
          "---\ntype: field-note\ndate: 2026-06-22\ncustomer: ↓Birch\nreported_by: sam\n---\n\nHeard from ↓[[Birch]] at the fair.\n"
        ),
      ])
    ],
    good: [
      Example([
        ("customers/birch-steel.md", "---\ntype: customer\nname: Birch Steel\nsegment: smb\nstage: trial\naliases: [Birch]\n---\n"),
        ("field-notes/2026-06-22-birch.md", "---\ntype: field-note\ndate: 2026-06-22\ncustomer: Birch\nreported_by: sam\n---\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    var fields = LastFieldPlaces()
    for place in base.resolved.ambiguous {
      guard let mention = base.mention(at: place, &fields) else { continue }
      let ids = candidates(mention.target, base.graph)
      findings.add(
        Self.self, in: mention.file, at: mention.span, field: mention.field, message: message(mention.target, ids), help: help(ids),
        subject: mention.subject)
    }
  }

  private static func candidates(_ target: String, _ graph: RecordGraph) -> [String] {
    guard case .ambiguous(let indices) = graph.resolve(target) else { return [] }
    return indices.map { graph.files[$0].id }
  }
}

extension ReferenceAmbiguous {
  fileprivate static func message(_ target: String, _ ids: [String]) -> String {
    "'\(target)' is an alias of \(Phrase.list(ids.map { "'\($0)'" })), so that this counts for none of them"
  }

  fileprivate static func help(_ ids: [String]) -> String { "Write the id: \(Phrase.list(ids.map { "'\($0)'" }, joinedBy: "or"))." }
}
