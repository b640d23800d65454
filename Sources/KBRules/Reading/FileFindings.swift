package import KBModel

/// Collects what the rules of one file find, at the severities that hold.
package struct FileFindings: Sendable {
  package private(set) var all: [Finding] = []
  private let levels: RuleLevels

  package init(levels: RuleLevels) { self.levels = levels }

  /// Adds a finding of a rule at a byte range of the file.
  ///
  /// - Parameters:
  ///   - severity: where it differs from the rule's own, before `kb.yaml` has its word; never raises above what
  ///     `kb.yaml` sets.
  ///   - ceiling: the highest severity that makes sense here, whatever `kb.yaml` says.
  ///   - subject: what it is about; the text of the range where it is left out.
  package mutating func add(
    _ rule: any Rule.Type, in file: FileReading, at range: ByteRange, field: String? = nil, severity: Severity? = nil,
    atMost ceiling: Severity? = nil, message: String, help: String, subject: String? = nil, fix: Fix? = nil, hidesSource: Bool = false
  ) {
    add(
      rule, in: file, at: file.document.span(range), field: field, severity: severity, atMost: ceiling, message: message, help: help,
      subject: subject ?? file.document.text(range), fix: fix, hidesSource: hidesSource)
  }

  /// Adds a finding of a rule at a place whose bytes are not at hand.
  package mutating func add(
    _ rule: any Rule.Type, in file: FileReading, at span: SourceSpan, field: String? = nil, severity: Severity? = nil,
    atMost ceiling: Severity? = nil, message: String, help: String, subject: String, fix: Fix? = nil, hidesSource: Bool = false
  ) {
    let description = rule.description
    guard var level = levels.severity(ofCode: description.code) else { return }
    if file.status == .raw, !description.readsRawNotes, field != "date", field != "customer" { return }
    // A severity of its own holds as long as the configuration has not changed the rule's.
    if let severity, level == description.severity || severity < level { level = severity }
    if let ceiling { level = min(level, ceiling) }
    all.append(
      Finding(
        rule: description.name, code: description.code, severity: level, path: file.path, span: span,
        record: file.type == nil ? nil : file.id, field: field, message: message, help: help,
        subject: subject, fix: fix, hidesSource: hidesSource))
  }
}
