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
    for type in ["session", "field-note"] {
      for place in base.graph.places(ofType: type) {
        let file = base.graph.files[Int(place)]
        // A field note has no participants.
        let list = type == "session" ? base.graph.participants(ofFile: Int(place)) : nil
        if let list, let frontMatter = file.frontMatter, !frontMatter.hasOnlyNames(under: list, where: isPseudonym) {
          check(list, of: file, frontMatter, base, &findings)
        }
        checkSpeakers(of: file, participants: list, base, &findings)
      }
    }
  }

  private static func check(
    _ participants: Int, of file: FileFacts, _ frontMatter: FrontMatter, _ base: BaseReading, _ findings: inout BaseFindings
  ) {
    forEachName(participants, in: frontMatter) { node, range, name in
      guard !isAnonymous(name, base) else { return }
      findings.add(
        Self.self, in: file, at: frontMatter.span(of: range), field: frontMatter.path(of: node), message: message("participant", name),
        help: help, subject: "participant \(Masked.mark(name))", hidesSource: true)
    }
  }

  private static func checkSpeakers(of file: FileFacts, participants: Int?, _ base: BaseReading, _ findings: inout BaseFindings) {
    for quote in file.quotes {
      guard !quote.hasSpeaker(where: isPseudonym), let speaker = quote.speaker else { continue }
      // Without a speaker of its own a quote takes the only participant, who was looked at above.
      guard speaker != onlyName(participants, of: file), !isAnonymous(speaker, base) else { continue }
      findings.add(
        Self.self, in: file, at: quote.span, message: message("speaker", speaker), help: help,
        subject: "speaker \(Masked.mark(speaker))", hidesSource: true)
    }
  }

  /// The only name in `participants`; `nil` where there is none or another beside it.
  private static func onlyName(_ participants: Int?, of file: FileFacts) -> String? {
    guard let participants, let frontMatter = file.frontMatter else { return nil }
    var names: [String] = []
    forEachName(participants, in: frontMatter) { _, _, name in names.append(name) }
    return names.count == 1 ? names[0] : nil
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

  private static func isAnonymous(_ name: String, _ base: BaseReading) -> Bool {
    var name = name
    if name.withUTF8(isPseudonym) { return true }
    let utf8 = name.utf8
    if utf8.first == UInt8(ascii: "["), utf8.last == UInt8(ascii: "]"), utf8.count > 2 { return true }
    return base.graph.record(name, type: "persona") != nil || base.hearings.isPersonaTitle(name)
  }

  /// `p-7f3k`, as nearly all are: so this is asked first, of bytes.
  private static func isPseudonym(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 2, name[0] == UInt8(ascii: "p"), name[1] == UInt8(ascii: "-") else { return false }
    for byte in name[2...] where !isLetterOrDigit(byte) { return false }
    return true
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
