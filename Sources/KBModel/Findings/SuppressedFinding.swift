/// A finding that a comment with a reason set aside.
package struct SuppressedFinding: Sendable, Equatable {
  package var finding: Finding
  /// Why, in the words of whoever wrote the comment.
  package var reason: String

  package init(finding: Finding, reason: String) {
    self.finding = finding
    self.reason = reason
  }
}
