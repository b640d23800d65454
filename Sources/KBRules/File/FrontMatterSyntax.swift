import KBModel

/// KB001: front matter that cannot be read as one plain YAML mapping.
struct FrontMatterSyntax: FileRule {
  static let description = RuleDescription(
    code: "KB001", name: "front-matter-syntax", severity: .error,
    summary: "The front matter is no plain YAML mapping, or is not closed.",
    rationale: """
      The front matter says whose words these are and when they were said. A talk that cannot be read is missing from \
      every count, as if it had never taken place.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "customers/birch.md",
        """
        ↓---
        type: customer
        name: Birch
        segment: smb
        stage: trial

        Met at the fair in spring.
        """),
      Example(
        "personas/planner.md",
        """
        ---
        ↓- Planner
        - plans the week
        ---
        """),
    ],
    good: [
      Example(
        "customers/birch.md",
        """
        ---
        type: customer
        name: "Birch: the younger one"
        segment: smb
        stage: trial
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard !file.document.faults.isEmpty else { return }
    for fault in file.document.faults {
      guard let message = message(fault.kind), file.looksLikeRecord else { continue }
      findings.add(Self.self, in: file, at: fault.range, message: message, help: help(fault.kind), subject: "front matter")
    }
  }
}

extension FrontMatterSyntax {
  private static func message(_ kind: DocumentFault.Kind) -> String? {
    switch kind {
    case .syntax(let words): "the front matter is no YAML (\(words)), so that nothing in this file counts"
    case .notAMapping: "the front matter is a list or a single value where 'key: value' lines belong, so that nothing in this file counts"
    case .unclosed: "the front matter is not closed, so that nothing in this file counts"
    case .tag: "the front matter uses a YAML tag, which is not read"
    case .unknownAlias: "the front matter refers with '*' to a value that is not marked with '&' before"
    case .aliasesTooLarge(let limit): "the aliases of the front matter would grow it beyond \(limit) values"
    case .tooDeep(let limit): "the front matter is nested more than \(limit) levels deep"
    case .severalDocuments: "the front matter holds a second YAML document, which is not read"
    case .duplicateKey, .notUTF8, .nulByte, .byteOrderMark: nil
    }
  }

  fileprivate static func help(_ kind: DocumentFault.Kind) -> String {
    switch kind {
    case .unclosed: "End the front matter with a line '---' above the text."
    case .notAMapping: "Begin with 'type: …' and write one 'key: value' a line."
    case .tag: "Write the value without the '!' tag, in quotes where it begins with '!'."
    case .unknownAlias: "Write the value out, in quotes where it begins with '*'."
    case .aliasesTooLarge, .tooDeep: "Write the values out, flatter and fewer."
    case .severalDocuments: "Keep one mapping between the two '---' lines."
    default: "Quote texts that hold ': ', ' #' or begin with one of \" ' [ { * & ! % @ `, and indent with spaces."
    }
  }
}
