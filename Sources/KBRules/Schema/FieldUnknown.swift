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
        subject: "\(fault.field) unknown")
    }
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
