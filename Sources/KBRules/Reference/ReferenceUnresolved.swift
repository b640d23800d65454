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
    guard !base.resolved.unresolved.isEmpty, findings.isOn(Self.self) else { return }
    var nearest = NearestRecords(base.graph)
    // Files that are no records, because something is wrong with them.
    var unread: [String: String] = [:]
    for file in base.graph.files where !file.isRecord { unread[file.id] = file.path }
    var fields = LastFieldPlaces()
    for place in base.resolved.unresolved {
      guard let mention = base.mention(at: place, &fields) else { continue }
      if let path = unread[mention.target] {
        findings.add(
          Self.self, in: mention.file, at: mention.span, field: mention.field, message: unreadMessage(mention.target, path),
          help: unreadHelp(path), subject: mention.subject)
        continue
      }
      findings.add(
        Self.self, in: mention.file, at: mention.span, field: mention.field,
        message: message(mention.target, MeantRecord.name(for: mention.target, types: mention.types, in: base.graph) ?? nearest.nearest(to: mention.target, types: mention.types)),
        help: help, subject: mention.subject)
    }
  }
}

extension ReferenceUnresolved {
  fileprivate static func message(_ target: String, _ meant: String?) -> String {
    "no record has the id or alias '\(target)'\(meant.map { "; did you mean '\($0)'?" } ?? "")"
  }

  fileprivate static func unreadMessage(_ target: String, _ path: String) -> String {
    "'\(target)' is no record: '\(path)' cannot be read as one, so that nothing counts for it"
  }

  fileprivate static func unreadHelp(_ path: String) -> String { "Mend '\(path)' first." }

  fileprivate static let help = "Correct the name, or create the record with 'kb new'; until then nothing here counts for it."
}
