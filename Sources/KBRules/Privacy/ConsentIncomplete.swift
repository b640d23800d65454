import KBModel

/// KB802: consent that leaves out on what grounds, or for what.
struct ConsentIncomplete: FileRule {
  static let description = RuleDescription(
    code: "KB802", name: "consent-incomplete", severity: .error,
    summary: "`consent` without `basis` or `scope`, or a preset that `kb.yaml` does not have.",
    rationale: """
      Whoever asks later whether these words may be kept or shown must find the answer here. Without grounds and scope \
      nothing of the talk may be used.
      """,
    bad: [
      .session("Notes of the talk.", consent: "↓{basis: consent}"),
      Example([
        (
          path: "sessions/2026/2026-06-22-acme.md",
          text: """
            ---
            type: session
            date: 2026-06-22
            customer: acme
            interviewer: dana
            covers: [offline-approval]
            consent: ↓recordde
            ---

            """
        ),
        (path: "kb.yaml", text: "consents:\n  recorded: {basis: consent, scope: [internal-quote, recording]}\n"),
      ]),
    ],
    good: [
      .session("Notes of the talk.", consent: "{basis: consent, scope: [notes, internal-quote]}"),
      .session("To come.", covers: "[]", consent: "{}", further: "status: planned"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard let consent = file.consent else { return }
    if case .unknownPreset(let name) = consent.origin {
      let presets = file.configuration.consents.map(\.name)
      findings.add(
        Self.self, in: file, at: consent.range, field: "consent", message: message(unknown: name, presets), help: help(presets),
        subject: name)
    } else if !consent.missing.isEmpty {
      findings.add(
        Self.self, in: file, at: consent.range, field: "consent", message: message(consent), help: helpMissing(consent),
        subject: consent.missing.joined(separator: " "))
    }
  }
}

extension ConsentIncomplete {
  fileprivate static func message(unknown name: String, _ presets: [String]) -> String {
    "'kb.yaml' has no consent '\(name)'\(NearestWord.question(for: name, among: presets)); nothing says what was agreed to"
  }

  fileprivate static func help(_ presets: [String]) -> String {
    presets.isEmpty
      ? "Write {basis: consent, scope: internal-quote}, or add the preset under 'consents' in 'kb.yaml'."
      : "Write one of: \(presets.joined(separator: ", ")); or a mapping with 'basis' and 'scope'."
  }

  fileprivate static func message(_ consent: ConsentTerms) -> String {
    let parts = Phrase.list(consent.missing.map { "'\($0)'" })
    if case .preset(let name) = consent.origin {
      return "the consent '\(name)' in 'kb.yaml' has no \(parts): nothing of the talk may be used"
    }
    return "the consent has no \(parts): nothing of the talk may be used"
  }

  fileprivate static func helpMissing(_ consent: ConsentTerms) -> String {
    consent.missing.map { part in
      part == "basis"
        ? "Add 'basis': consent, legitimate-interest or contract."
        : "Add 'scope': one or more of notes, internal-quote, anonymous-external-quote, recording."
    }.joined(separator: " ")
  }
}
