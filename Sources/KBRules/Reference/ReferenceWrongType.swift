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
    var nearest = NearestRecords(base.graph)
    base.forEachReference { file, reference, target in
      guard case .record(let i) = target, !reference.types.isEmpty else { return }
      let found = base.graph.files[i].type
      guard !reference.types.contains(found) else { return }
      findings.add(
        Self.self, in: file, at: file.span(of: reference), field: file.path(of: reference), message: message(reference, found),
        help: help(reference, nearest.nearest(to: reference.target, types: reference.types)),
        subject: "\(reference.field) \(reference.target)")
    }
  }
}

extension ReferenceWrongType {
  fileprivate static func message(_ reference: FieldReference, _ found: String) -> String {
    let asked = Phrase.list(reference.types.map { "\(Phrase.article($0)) \($0)" }, joinedBy: "or")
    return "'\(reference.target)' is \(Phrase.article(found)) \(found), but '\(reference.field)' asks for \(asked): it counts for none"
  }

  fileprivate static func help(_ reference: FieldReference, _ nearest: String?) -> String {
    let type = reference.types[0]
    let example = nearest.map { ", perhaps '\($0)'" } ?? ""
    return "Write the id of \(Phrase.article(type)) \(type)\(example); 'kb list \(type)' shows them."
  }
}
