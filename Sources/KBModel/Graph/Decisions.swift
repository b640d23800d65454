/// The decisions of a knowledge base: the newest one about a use case is the one that holds.
package struct Decisions: Sendable {
  /// The newest decision about each use case, in the order of their paths.
  package let latest: [FileFacts]
  private let byUseCase: [String: FileFacts]

  package init(_ graph: RecordGraph) {
    var newest: [String: FileFacts] = [:]
    for file in graph.records(ofType: "decision") {
      guard let useCase = file.target("use_case").flatMap({ graph.record($0, type: "use-case")?.id }) else { continue }
      if let other = newest[useCase], !Self.isNewer(file, than: other) { continue }
      newest[useCase] = file
    }
    byUseCase = newest
    latest = newest.values.sorted { $0.path < $1.path }
  }

  /// The decision that holds for a use case.
  package subscript(useCase: String) -> FileFacts? { byUseCase[useCase] }

  private static func isNewer(_ file: FileFacts, than other: FileFacts) -> Bool {
    guard let date = file.date("date") else { return false }
    return other.date("date").map { date >= $0 } ?? true
  }
}
