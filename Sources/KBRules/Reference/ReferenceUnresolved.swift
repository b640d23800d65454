import KBModel

/// KB201: an id or alias that no record has.
struct ReferenceUnresolved: BaseRule {
  static let description = RuleDescription(
    code: "KB201", name: "reference-unresolved", severity: .error,
    summary: "A field or a `[[link]]` names a record that does not exist.",
    rationale: """
      Evidence counts for the customer and the use case that it names. A name that leads nowhere takes the talk or the \
      quote out of the verdict without a word.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: enterprise\nstage: customer\nparent: ↓acmee-group\n---\n"),
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\nMet at ↓[[no-such-fair]].\n"),
    ],
    good: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\nparent: acme\n---\n\nBelongs to [[acme]].\n")
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    var nearest = NearestRecords(base.graph)
    base.forEachReference { file, reference, target in
      guard target == .unresolved else { return }
      findings.add(
        Self.self, in: file, at: file.span(of: reference), field: file.path(of: reference),
        message: message(reference.target, nearest.nearest(to: reference.target, types: reference.types)), help: help, subject: "\(reference.field) \(reference.target)")
    }
    base.forEachLink { file, link, target in
      guard target == .unresolved else { return }
      findings.add(
        Self.self, in: file, at: link.span, message: message(link.target, nearest.nearest(to: link.target, types: [])), help: help,
        subject: "[[\(link.target)]]")
    }
  }
}

extension ReferenceUnresolved {
  fileprivate static func message(_ target: String, _ nearest: String?) -> String {
    "no record has the id or alias '\(target)'\(nearest.map { "; did you mean '\($0)'?" } ?? "")"
  }

  fileprivate static let help = "Correct the name, or create the record with 'kb new'; until then nothing here counts for it."
}
