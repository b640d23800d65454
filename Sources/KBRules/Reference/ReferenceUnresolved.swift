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
    for file in base.graph.files {
      for reference in file.references where base.graph.resolve(reference.target) == .unresolved {
        findings.add(
          Self.self, in: file, at: file.span(of: reference), field: file.path(of: reference),
          message: message(reference.target, base.graph), help: help, subject: "\(reference.field) \(reference.target)")
      }
      for link in file.links where !link.target.isEmpty && base.graph.resolve(link.target) == .unresolved {
        findings.add(
          Self.self, in: file, at: link.span, message: message(link.target, base.graph), help: help,
          subject: "[[\(link.target)]]")
      }
    }
  }
}

extension ReferenceUnresolved {
  fileprivate static func message(_ target: String, _ graph: RecordGraph) -> String {
    "no record has the id or alias '\(target)'\(NearestWord.question(for: target, among: graph.names))"
  }

  fileprivate static let help = "Correct the name, or create the record with 'kb new'; until then nothing here counts for it."
}
