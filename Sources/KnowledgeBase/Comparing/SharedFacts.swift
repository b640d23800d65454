import KBModel

/// What was read in one state of a knowledge base and holds in another one too, so that it is read once.
package struct SharedFacts: Sendable {
  private let configuration: Configuration
  private let facts: [String: FileFacts]

  /// - Parameters:
  ///   - snapshot: the state that was read, on the same day and with or without source as the other one will be.
  ///   - changed: paths of files that say something else in the other state.
  init(of snapshot: Snapshot, except changed: Set<String>) {
    configuration = snapshot.configuration
    var facts: [String: FileFacts] = [:]
    facts.reserveCapacity(snapshot.graph.files.count)
    for file in snapshot.graph.files where !changed.contains(file.path) { facts[file.path] = file }
    self.facts = facts
  }

  /// The facts by path; none under another configuration, which may read the same file otherwise.
  func facts(under configuration: Configuration) -> [String: FileFacts] {
    self.configuration == configuration ? facts : [:]
  }
}
