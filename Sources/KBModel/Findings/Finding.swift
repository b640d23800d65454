/// Something that a rule found at a place.
package struct Finding: Sendable, Equatable {
  /// The rule's name (`question-tag`) and code (`KB302`).
  package var rule: String
  package var code: String
  package var severity: Severity
  /// Relative to the knowledge base, with `/`.
  package var path: String
  package var span: SourceSpan
  /// The id of the record, or `nil` for a file that is none.
  package var record: String?
  /// The path of the field (`covers[1]`), or `nil` where the finding is in the body or about the file.
  package var field: String?
  /// What is wrong and what that does to the evidence.
  package var message: String
  /// What to do.
  package var help: String
  /// What the finding is about, independent of where it stands and of how the message is worded: it tells a finding
  /// that a change brought from one that was there before.
  package var subject: String
  package var fix: Fix?
  /// Whether the source line must not be shown, because it holds what should not be spread further.
  package var hidesSource: Bool

  package init(
    rule: String, code: String, severity: Severity, path: String, span: SourceSpan, record: String?, field: String?,
    message: String, help: String, subject: String, fix: Fix? = nil, hidesSource: Bool = false
  ) {
    self.rule = rule
    self.code = code
    self.severity = severity
    self.path = path
    self.span = span
    self.record = record
    self.field = field
    self.message = message
    self.help = help
    self.subject = subject
    self.fix = fix
    self.hidesSource = hidesSource
  }

  /// The order of output: path, place, code, message.
  package static func isOrderedBefore(_ a: Finding, _ b: Finding) -> Bool {
    (a.path, a.span, a.code, a.message) < (b.path, b.span, b.code, b.message)
  }
}

/// A change of the file that removes the finding; its edits are made together or not at all.
package struct Fix: Sendable, Equatable {
  /// Whether it may be made without asking: it never touches the words of a quote or the meaning of the record.
  package var isSafe: Bool
  /// What it does, imperative: "write the attribution with a dash".
  package var summary: String
  package var edits: [TextEdit]
  /// Where the file goes, relative to the knowledge base; `nil` where it stays.
  package var newPath: String?

  package init(isSafe: Bool, summary: String, edits: [TextEdit], newPath: String? = nil) {
    self.isSafe = isSafe
    self.summary = summary
    self.edits = edits
    self.newPath = newPath
  }
}
