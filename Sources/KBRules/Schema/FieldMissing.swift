import KBModel

/// KB101: a required field that is not there.
struct FieldMissing: FileRule {
  static let description = RuleDescription(
    code: "KB101", name: "field-missing", severity: .error,
    summary: "A required field is absent, null or empty text (an empty list is a value).",
    rationale: """
      A talk counts for a customer on a day, about the use cases that were asked about. Without one of these it cannot be \
      placed, and the verdict misses somebody who did answer.
      """,
    bad: [
      Example(
        "customers/birch.md",
        """
        ---
        ↓type: customer
        name: Birch
        stage: trial
        ---
        """),
      Example(
        "personas/planner.md",
        """
        ---
        type: persona
        title: ↓""
        ---
        """),
    ],
    good: [
      Example(
        "sessions/2026/2026-06-22-acme.md",
        """
        ---
        type: session
        date: 2026-06-22
        customer: acme
        interviewer: dana
        covers: []
        consent: {basis: consent, scope: notes}
        ---
        """),
      Example(
        "sessions/2026/2026-07-01-acme.md",
        """
        ---
        type: session
        status: planned
        date: 2026-07-01
        customer: acme
        interviewer: dana
        ---
        """, asOf: "2026-06-30"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.fieldFaults {
      guard case .missing(let field) = fault.kind else { continue }
      // What was covered and agreed to is known after the talk.
      if file.status == .planned, fault.field == "covers" || fault.field == "consent" { continue }
      findings.add(
        Self.self, in: file, at: fault.range, field: fault.field, message: message(fault, field, file), help: help(fault, field),
        subject: "\(fault.field) missing")
    }
  }
}

extension FieldMissing {
  fileprivate static func message(_ fault: FieldFault, _ field: Field, _ file: FileReading) -> String {
    let record = file.type.map { "\(Phrase.article($0.name)) \($0.name)" } ?? "the record"
    return "'\(fault.field)' is missing, which \(record) cannot do without: \(Phrase.lowercasedFirst(field.summary))"
  }

  fileprivate static func help(_ fault: FieldFault, _ field: Field) -> String {
    switch field.kind {
    case .list: "Add '\(fault.field)' with \(field.kind.phrase); '\(fault.field): []' says that there is none."
    case .choice(let words) where !words.isEmpty, .dated(.choice(let words)) where !words.isEmpty:
      "Add '\(fault.field)' with one of: \(words.joined(separator: ", "))."
    default: "Add '\(fault.field)' with \(field.kind.phrase)."
    }
  }
}
