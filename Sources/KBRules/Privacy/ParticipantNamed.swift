import KBModel

/// KB806: a person where a pseudonym belongs.
struct ParticipantNamed: BaseRule {
  static let description = RuleDescription(
    code: "KB806", name: "participant-named", severity: .error,
    summary: "A participant or speaker that is no pseudonym, no persona and no term in brackets.",
    rationale: """
      What has once been committed to git can hardly be erased, from clones and caches least of all. A pseudonym keeps \
      the words usable and lets the person be forgotten.
      """,
    readsRawNotes: true,
    bad: [
      .session("Notes of the talk.", participants: "[↓Jane Miller]"),
      .session(
        "> On 3 June the night shift wrote 41 permits on paper.\n> ↓— Jane, anecdote, [[offline-approval]] ^q1",
        participants: "[p-7f3k, p-k29d]"),
    ],
    good: [
      .session("> On 3 June we wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
      .session("> The auditor found two gaps.\n> — [plant manager], anecdote, [[offline-approval]] ^q1"),
      .session("> On 3 June we wrote 41 permits on paper.\n> — Shift lead, anecdote, [[offline-approval]] ^q1"),
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard findings.isOn(Self.self) else { return }
    for file in base.graph.files where file.type == "session" || file.type == "field-note" {
      var inherited: String?
      if file.type == "session", let frontMatter = file.frontMatter, let list = frontMatter["participants"] {
        var count = 0
        forEachName(list, in: frontMatter) { node, range, name in
          count += 1
          inherited = count == 1 ? name : nil
          guard !isAnonymous(name, base) else { return }
          findings.add(
            Self.self, in: file, at: frontMatter.span(of: range), field: frontMatter.path(of: node), message: message("participant", name),
            help: help, subject: "participant \(Masked.mark(name))", hidesSource: true)
        }
      }
      for quote in file.quotes {
        // Without a speaker of its own a quote takes the only participant, who was looked at above.
        guard let speaker = quote.speaker, speaker != inherited, !isAnonymous(speaker, base) else { continue }
        findings.add(
          Self.self, in: file, at: quote.span, message: message("speaker", speaker), help: help,
          subject: "speaker \(Masked.mark(speaker))", hidesSource: true)
      }
    }
  }

  /// The names in `participants`: one, a list, or the keys of a mapping.
  private static func forEachName(
    _ node: Int, in frontMatter: FrontMatter, _ body: (_ node: Int, _ range: ByteRange, _ name: String) -> Void
  ) {
    switch frontMatter.nodes[node].kind {
    case .scalar:
      if !frontMatter.isBlank(node) { body(node, frontMatter.range(ofValue: node), frontMatter.text(of: node)) }
    case .sequence:
      for child in frontMatter.children(of: node) where frontMatter.nodes[child].kind == .scalar && !frontMatter.isBlank(child) {
        body(child, frontMatter.range(ofValue: child), frontMatter.text(of: child))
      }
    case .mapping:
      for child in frontMatter.children(of: node) { body(child, frontMatter.nodes[child].key, frontMatter.key(of: child)) }
    }
  }

  /// Ordered by cost: nearly all are pseudonyms.
  private static func isAnonymous(_ name: String, _ base: BaseReading) -> Bool {
    let utf8 = name.utf8
    if utf8.starts(with: "p-".utf8), utf8.count > 2, utf8.dropFirst(2).allSatisfy(isLetterOrDigit) { return true }
    if utf8.first == UInt8(ascii: "["), utf8.last == UInt8(ascii: "]"), utf8.count > 2 { return true }
    return base.graph.record(name, type: "persona") != nil || base.hearings.isPersonaTitle(name)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension ParticipantNamed {
  fileprivate static func message(_ role: String, _ name: String) -> String {
    "the \(role) '\(Masked.text(name))' is no pseudonym, persona or term in brackets: a name in git can hardly be erased again"
  }

  fileprivate static let help =
    "Write a pseudonym such as p-7f3k (the key to it stays outside the repository), a persona's id, or a term in brackets: [plant manager]."
}
