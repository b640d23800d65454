import KBModel

/// KB103: a value outside the vocabulary.
struct FieldValue: FileRule {
  static let description = RuleDescription(
    code: "KB103", name: "field-value", severity: .error,
    summary: "A value that is not in the field's vocabulary.",
    rationale: """
      Reports group and filter by these words. A misspelt stage or segment takes its customer out of every count, and \
      nobody sees that it is missing.
      """,
    bad: [
      Example(
        "customers/acme.md",
        """
        ---
        type: customer
        name: Acme
        segment: enterprise
        stage: ↓custommer
        ---
        """)
    ],
    good: [
      Example(
        "customers/acme.md",
        """
        ---
        type: customer
        name: Acme
        segment: enterprise
        stage: customer
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.fieldFaults {
      guard case .notInVocabulary(let words) = fault.kind else { continue }
      findings.add(
        Self.self, in: file, at: fault.range, field: fault.field, message: message(fault, words), help: help(words),
        subject: "\(fault.field) \(fault.text)")
    }
  }
}

extension FieldValue {
  fileprivate static func message(_ fault: FieldFault, _ words: [String]) -> String {
    "'\(fault.text)' is no value of '\(fault.field)'\(NearestWord.question(for: fault.text, among: words))"
  }

  fileprivate static func help(_ words: [String]) -> String {
    words.isEmpty ? "Set a vocabulary in 'kb.yaml'." : "Write one of: \(words.joined(separator: ", "))."
  }
}
