package import KBModel

/// What a run of the rules found, ready to be rendered.
package struct FindingReport: Sendable {
  package var findings: [Finding]
  package var summary: FindingSummary
  /// The source lines of a file, for output that shows them; `nil` where they cannot be read again.
  package var source: @Sendable (String) -> [UInt8]?

  package init(findings: [Finding], summary: FindingSummary, source: @escaping @Sendable (String) -> [UInt8]?) {
    self.findings = findings
    self.summary = summary
    self.source = source
  }
}
