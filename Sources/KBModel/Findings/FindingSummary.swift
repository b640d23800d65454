/// How much was read and found.
package struct FindingSummary: Sendable, Equatable {
  /// Files that were read, `kb.yaml` included.
  package var files: Int
  package var records: Int
  package var errors = 0
  package var warnings = 0
  package var infos = 0

  package init(_ findings: [Finding], files: Int, records: Int) {
    self.files = files
    self.records = records
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }
}
