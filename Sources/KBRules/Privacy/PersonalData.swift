import KBModel
import KBPrivacy

/// KB801: what identifies a person, or opens a door.
struct PersonalData: FileRule {
  static let description = RuleDescription(
    code: "KB801", name: "personal-data", severity: .error,
    summary: "An e-mail address, phone number, IBAN, card number, personal profile, street address, key or token.",
    rationale: """
      Who reads the evidence needs the role and the words, never the number or address. What has once been pushed stays in \
      clones and caches, even when it is deleted here.
      """,
    readsRawNotes: true,
    bad: [
      .session("Send the minutes to ↓jane.miller@acme-chemicals.com, or ring ↓+44 20 7946 0958."),
      .session("Shift office: ↓Hauptstraße 12, 10115 Berlin."),
      .session("Notes of the talk.", further: "next_step: ring ↓030 12345678 on Friday"),
    ],
    good: [
      .session("On 2026-06-03 at 22:10 permit 4500012345 was signed, version 10.2.0.1 of the form, see [[offline-approval]]."),
      .session("> The amount was 1 250 000 EUR for d-0042.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for datum in PersonalDataScanner().scan(file.document.bytes) {
      let value = file.document.text(datum.range)
      findings.add(
        Self.self, in: file, at: datum.range, field: field(of: datum.range, in: file.document.frontMatter),
        message: message(datum.kind, value), help: help(datum.kind), subject: "\(datum.kind.rawValue) \(Masked.mark(value))", hidesSource: true)
    }
  }

  /// The field that a place in the front matter belongs to.
  private static func field(of range: ByteRange, in frontMatter: FrontMatter?) -> String? {
    guard let frontMatter, range.start < frontMatter.sourceCount else { return nil }
    let node = frontMatter.nodes.indices.last { node in
      node > 0 && frontMatter.nodes[node].value.start <= range.start && range.end <= frontMatter.nodes[node].value.end
    }
    return node.map { frontMatter.path(of: $0) }
  }
}

extension PersonalData {
  fileprivate static func message(_ kind: PersonalDatum.Kind, _ value: String) -> String {
    kind == .secret
      ? "'\(Masked.text(value))' looks like a key or token: whoever can read this can use it"
      : "'\(Masked.text(value))' looks like \(Phrase.article(kind.rawValue == "IBAN" ? "eye" : kind.rawValue)) \(kind.rawValue): it identifies a person and can hardly be erased from git"
  }

  fileprivate static func help(_ kind: PersonalDatum.Kind) -> String {
    switch kind {
    case .secret: "Take it out, and make it invalid where it was issued: it has been seen."
    case .namedPerson: "Write the role instead: [plant manager], or a pseudonym such as p-7f3k."
    default: "Take it out, or write what it stands for: [phone number of the plant]. Contacts belong into your sales system."
    }
  }
}
