import KBModel

/// KB202: a field names a record of a type that it does not take.
struct ReferenceWrongType: BaseRule {
  static let description = RuleDescription(
    code: "KB202", name: "reference-wrong-type", severity: .error,
    summary: "A field names a record of another type than it asks for.",
    rationale: """
      A talk whose customer is a use case counts for no customer at all. Ids look alike, so the slip is easily made and \
      hard to see.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\nparent: ↓shift-lead\n---\n"),
      Example("guides/second.md", "---\ntype: guide\ntitle: Second talk\ncovers: [audit-trail, ↓acme]\n---\n\n- What came next?\n"),
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\nparent: acme\n---\n\nTheir [[shift-lead]] called.\n")
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard !base.resolved.wrongType.isEmpty, findings.isOn(Self.self) else { return }
    var nearest = NearestRecords(base.graph)
    var fields = LastFieldPlaces()
    for place in base.resolved.wrongType {
      guard let mention = base.mention(at: place, &fields), let found = base.graph.record(mention.target)?.type else { continue }
      findings.add(
        Self.self, in: mention.file, at: mention.span, field: mention.field, message: message(mention, found),
        help: help(mention, nearest.nearest(to: mention.target, types: mention.types)), subject: mention.subject)
    }
  }
}

extension ReferenceWrongType {
  fileprivate static func message(_ mention: BaseReading.Mention, _ found: String) -> String {
    let asked = Phrase.list(mention.types.map { "\(Phrase.article($0)) \($0)" }, joinedBy: "or")
    return "'\(mention.target)' is \(Phrase.article(found)) \(found), but '\(mention.field ?? "")' asks for \(asked): it counts for none"
  }

  fileprivate static func help(_ mention: BaseReading.Mention, _ nearest: String?) -> String {
    let type = mention.types.first ?? "record"
    let example = nearest.map { ", perhaps '\($0)'" } ?? ""
    return "Write the id of \(Phrase.article(type)) \(type)\(example); 'kb list \(type)' shows them."
  }
}
