/// A comment that switches a rule off for some lines.
package struct Suppression: Sendable, Equatable {
  /// Names or codes of rules, as written.
  package var rules: [String]
  /// The lines, from 1, in which it holds; both ends included.
  package var lines: ClosedRange<Int32>
  /// `nil` where it is missing: then the suppression does not hold.
  package var reason: String?
  /// The comment itself.
  package var span: SourceSpan

  package init(rules: [String], lines: ClosedRange<Int32>, reason: String?, span: SourceSpan) {
    self.rules = rules
    self.lines = lines
    self.reason = reason
    self.span = span
  }
}

extension Suppression {
  /// Whether it means the rule of that name and code.
  package func names(rule: String, code: String) -> Bool { rules.contains(rule) || rules.contains(code) }
}
