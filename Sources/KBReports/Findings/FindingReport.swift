package import KBModel
package import KBRules

/// What a run of the rules found, ready to be rendered.
package struct FindingReport: Sendable {
  package var findings: [Finding]
  /// What comments set aside; only formats that have a place for it show it.
  package var suppressed: [SuppressedFinding]
  package var summary: FindingSummary
  /// The rules that were applied, in the order of their codes.
  package var rules: [RuleDescription]
  /// The source lines of a file, for output that shows them; `nil` where they cannot be read again.
  package var source: @Sendable (String) -> [UInt8]?

  package init(
    findings: [Finding], suppressed: [SuppressedFinding] = [], summary: FindingSummary,
    rules: [RuleDescription] = RuleRegistry.descriptions, source: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.findings = findings
    self.suppressed = suppressed
    self.summary = summary
    self.rules = rules
    self.source = source
  }
}

extension FindingReport {
  /// The most severe first, otherwise in their order: where a platform shows some only, it shows those.
  var mostSevereFirst: [Finding] {
    Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
  }

  /// The path from the root of the repository, which is what platforms want.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository; empty where it is the root.
  static func path(_ path: String, in prefix: String) -> String { prefix.isEmpty ? path : "\(prefix)/\(path)" }

  /// What is wrong and what to do, on one line, without anything that a terminal or a browser would act on.
  static func sentences(of finding: Finding) -> String {
    var text = TerminalText.safe(finding.message)
    guard !finding.help.isEmpty else { return text }
    if let last = text.last, !".!?:".contains(last) { text += "." }
    return text + " " + TerminalText.safe(finding.help)
  }
}
