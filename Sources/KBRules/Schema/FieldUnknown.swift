import KBModel

/// KB106: a key that the record's type does not know.
struct FieldUnknown: FileRule {
  static let description = RuleDescription(
    code: "KB106", name: "field-unknown", severity: .warning,
    summary: "A key that the record's type does not know.",
    rationale: """
      What stands under a misspelt key is not read: the channel, the deal or the consent is missing although somebody wrote \
      it down. Fields of your own are welcome once 'kb.yaml' declares them.
      """,
    bad: [
      Example(
        "customers/birch.md",
        """
        ---
        type: customer
        name: Birch
        segment: smb
        stage: trial
        ↓ownr: dana
        ---
        """)
    ],
    good: [
      Example([
        ("kb.yaml", "types: {customer: {fields: {region: {kind: text}}}}\n"),
        (
          "customers/birch.md",
          """
          ---
          type: customer
          name: Birch
          segment: smb
          stage: trial
          owner: dana
          region: north
          tags: [fair]
          ---
          """
        ),
      ])
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.fieldFaults {
      guard case .unknown(let known) = fault.kind else { continue }
      findings.add(
        Self.self, in: file, at: fault.range, field: fault.field, message: message(fault, known, file.type), help: help(fault, known),
        subject: "\(fault.field) unknown", fix: fix(fault, known, in: file.document))
    }
  }

  /// Writes the one name that can have been meant, where the mapping does not have it yet.
  private static func fix(_ fault: FieldFault, _ known: [String], in document: Document) -> Fix? {
    guard let meant = NearestWord.nearest(to: fault.text, among: known),
      NearestWord.nearest(to: fault.text, among: known.filter { $0 != meant }) == nil, let frontMatter = document.frontMatter,
      let node = frontMatter.nodes.indices.first(where: { frontMatter.nodes[$0].key == fault.range }),
      let mapping = frontMatter.parent(of: node), frontMatter.child(of: mapping, key: meant) == nil
    else { return nil }
    // Within its quotes, if it has some.
    let quotes = (fault.range.count - fault.text.utf8.count) / 2
    let place = ByteRange(Int(fault.range.start) + quotes, Int(fault.range.end) - quotes)
    guard document.text(place) == fault.text else { return nil }
    return Fix(isSafe: true, summary: "write '\(meant)' for '\(fault.text)'", edits: [TextEdit(range: place, replacement: meant)])
  }
}

extension FieldUnknown {
  fileprivate static func message(_ fault: FieldFault, _ known: [String], _ type: RecordType?) -> String {
    let name = fault.field.split(separator: ".").last.map(String.init) ?? fault.field
    let owner = type.map { "\(Phrase.article($0.name)) \($0.name)" } ?? "the record"
    return "\(owner) has no field '\(fault.field)', so that it is not read\(NearestWord.question(for: name, among: known))"
  }

  fileprivate static func help(_ fault: FieldFault, _ known: [String]) -> String {
    fault.field.utf8.contains(UInt8(ascii: "."))
      ? "Write \(Phrase.list(known.map { "'\($0)'" }, joinedBy: "or"))."
      : "Correct the key, or declare the field under 'types' in 'kb.yaml'."
  }
}
