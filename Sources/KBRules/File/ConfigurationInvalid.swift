import KBModel

/// KB010: a fault in `kb.yaml`.
struct ConfigurationInvalid: BaseRule {
  static let description = RuleDescription(
    code: "KB010", name: "config-invalid", severity: .error,
    summary: "`kb.yaml` cannot be read, or holds an unknown key or an impossible value.",
    rationale: """
      A setting that is not understood is not in force: the default holds instead, and a whole team may rely on a limit, \
      a vocabulary or a severity that does nothing.
      """,
    readsRawNotes: true,
    bad: [
      Example("kb.yaml", "name: Permits\n↓langauge: de\n"),
      Example("kb.yaml", "market: {share: ↓20, window: 365}\n"),
      Example("kb.yaml", "rules:\n  ↓question-tags: warning\n"),
    ],
    good: [
      Example(
        "kb.yaml",
        """
        name: Permits
        segments: [enterprise, smb, public-sector]
        market: {share: 0.25, window: 365}
        rules: {question: warning, question-tag: error, KB324: off}
        limits: {file: 512 KiB}
        types:
          supplier:
            folder: suppliers
            fields:
              name: {kind: text, required: true}
              customers: {kind: list, to: customer}
        """)
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard !base.configuration.faults.isEmpty else { return }
    let file = FileFacts(path: Configuration.path, id: Configuration.path)
    for fault in base.configuration.faults {
      findings.add(
        Self.self, in: file, at: fault.span, field: fault.field, message: fault.message, help: fault.help,
        subject: "\(fault.field ?? "") \(fault.message)")
    }
  }
}
