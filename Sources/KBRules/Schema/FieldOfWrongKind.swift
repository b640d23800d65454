import KBModel

/// KB102: a value of a kind that the field does not take.
struct FieldOfWrongKind: FileRule {
  static let description = RuleDescription(
    code: "KB102", name: "field-kind", severity: .error,
    summary: "Text stands where a list, number, date or mapping belongs, or the other way round.",
    rationale: """
      Revenue written as words adds up to nothing, and a list written as text names no use case. The record looks complete \
      and yet is left out of sums and counts.
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
        arr: ↓about 40k
        ---
        """),
      Example(
        "personas/planner.md",
        """
        ---
        type: persona
        title: ↓[Planner, Dispatcher]
        ---
        """),
      Example(
        "guides/second.md",
        """
        ---
        type: guide
        title: The second talk
        covers: ↓audit-trail
        ---

        - What came next?
        """),
    ],
    good: [
      Example(
        "customers/birch.md",
        """
        ---
        type: customer
        name: Birch
        segment: smb
        stage: [{from: 2025-01-01, value: prospect}, {from: 2026-02-01, value: trial}]
        arr: 40000
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.fieldFaults {
      guard case .wrongKind(let kind) = fault.kind else { continue }
      findings.add(
        Self.self, in: file, at: fault.range, field: fault.field, message: message(fault, kind), help: help(kind),
        subject: "\(fault.field) kind", fix: fix(fault, kind))
    }
  }

  /// One word where a list belongs becomes a list of one.
  private static func fix(_ fault: FieldFault, _ kind: FieldKind) -> Fix? {
    guard case .list = kind, !fault.text.isEmpty, fault.text.utf8.count == fault.range.count,
      fault.text.utf8.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || "-_ ".utf8.contains($0) })
    else { return nil }
    return Fix(isSafe: true, summary: "make it a list of one", edits: [TextEdit(range: fault.range, replacement: "[\(fault.text)]")])
  }
}

extension FieldOfWrongKind {
  fileprivate static func message(_ fault: FieldFault, _ kind: FieldKind) -> String {
    if case .list = kind, !fault.text.isEmpty { return "'\(fault.field)' takes a list, and '\(fault.text)' is a single value" }
    let found = fault.text.isEmpty ? "what stands here" : "'\(fault.text)'"
    return "'\(fault.field)' takes \(kind.phrase); \(found) is none and does not count"
  }

  fileprivate static func help(_ kind: FieldKind) -> String {
    switch kind {
    case .number: "Write a plain number in your one currency or unit, without blanks, commas or a sign: 40000."
    case .date: "Write the date as YYYY-MM-DD."
    case .list: "Write a list: [a, b], or one '- a' a line; [] for none."
    case .dated: "Write one value, or a list of dated ones: '- {from: 2026-02-01, value: …}'."
    case .mapping(let fields): "Write a mapping with \(Phrase.list(fields.map { "'\($0.name)'" }, joinedBy: "or"))."
    case .dictionary: "Write a mapping: {key: value}."
    case .reference(let types): "Write \(types.isEmpty ? "one id" : "the id of one \(types.joined(separator: " or "))")."
    case .text, .choice: "Write one text, in quotes where it holds ': ' or begins with a bracket."
    case .either(let first, let second): "Write \(first.phrase) or \(second.phrase)."
    }
  }
}
