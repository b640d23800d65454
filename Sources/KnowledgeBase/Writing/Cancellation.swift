/// Asked by work that takes long and can stop half-way: whether somebody wants it to.
///
/// Work that is cancelled takes back what it has written and throws ``KnowledgeBaseError/cancelled``.
package struct Cancellation: Sendable {
  package let isRequested: @Sendable () -> Bool

  package init(isRequested: @escaping @Sendable () -> Bool) { self.isRequested = isRequested }

  /// Nobody ever does.
  package static let never = Cancellation { false }

  func check() throws(KnowledgeBaseError) {
    if isRequested() { throw .cancelled }
  }
}
