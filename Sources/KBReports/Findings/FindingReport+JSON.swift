package import KBModel

extension FindingReport {
  /// `kb.findings/1`, one document.
  package func json() -> String {
    JSON.document(Document(findings: findings.map(FindingEntry.init), summary: SummaryEntry(summary)))
  }

  /// One finding a line.
  package func jsonLines() -> String { findings.map { JSON.line(FindingEntry($0)) }.joined() }

  private struct Document: Encodable {
    var schema = "kb.findings/1"
    var findings: [FindingEntry]
    var summary: SummaryEntry
  }
}

/// A finding as every JSON output of `kb` writes it.
package struct FindingEntry: Encodable, Sendable {
  private let finding: Finding

  package init(_ finding: Finding) { self.finding = finding }

  private enum Key: String, CodingKey {
    case rule, code, severity, path, line, column, endLine, endColumn, record, field, message, help
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(finding.rule, forKey: .rule)
    try container.encode(finding.code, forKey: .code)
    try container.encode(finding.severity, forKey: .severity)
    try container.encode(finding.path, forKey: .path)
    try container.encode(finding.span.start.line, forKey: .line)
    try container.encode(finding.span.start.column, forKey: .column)
    try container.encode(finding.span.end.line, forKey: .endLine)
    try container.encode(finding.span.end.column, forKey: .endColumn)
    // Absent values are written as null, so that readers find every key.
    try container.encode(finding.record, forKey: .record)
    try container.encode(finding.field, forKey: .field)
    try container.encode(finding.message, forKey: .message)
    try container.encode(finding.help, forKey: .help)
  }
}

private struct SummaryEntry: Encodable {
  var files, records, errors, warnings, infos: Int

  init(_ summary: FindingSummary) {
    files = summary.files
    records = summary.records
    errors = summary.errors
    warnings = summary.warnings
    infos = summary.infos
  }
}
