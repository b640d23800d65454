package import KBModel

/// What every reference and link of a knowledge base names, looked up once for all the rules that ask.
package struct ResolvedReferences: Sendable {
  package enum Target: Sendable, Equatable {
    /// The index of the record in `RecordGraph.files`.
    case record(Int)
    /// An alias of several records.
    case ambiguous
    case unresolved
  }

  /// By file, where its references begin in `targets`: those of its fields, then its links.
  private var starts: [Int32] = []
  /// The index of a record, or one of the marks below: four bytes each, for there may be millions.
  private var targets: [Int32] = []

  private static let ambiguous: Int32 = -1
  private static let unresolved: Int32 = -2

  package init(_ graph: RecordGraph) {
    starts.reserveCapacity(graph.files.count)
    for (i, file) in graph.files.enumerated() {
      starts.append(Int32(targets.count))
      for reference in file.references { targets.append(Self.mark(graph.resolve(reference.target))) }
      // A link without a target stays within the file.
      for link in file.links { targets.append(link.target.isEmpty ? Int32(i) : Self.mark(graph.resolve(link.target))) }
    }
  }

  /// What the reference with that index in `references` of the file with that index names.
  package func target(ofReference reference: Int, inFile file: Int) -> Target {
    Self.target(targets[Int(starts[file]) + reference])
  }

  /// What the link with that index in `links` names, in a file with so many `references`.
  package func target(ofLink link: Int, inFile file: Int, references: Int) -> Target {
    Self.target(targets[Int(starts[file]) + references + link])
  }

  private static func mark(_ resolution: RecordGraph.Resolution) -> Int32 {
    switch resolution {
    case .record(let i): Int32(i)
    case .ambiguous: ambiguous
    case .unresolved: unresolved
    }
  }

  private static func target(_ mark: Int32) -> Target {
    switch mark {
    case ambiguous: .ambiguous
    case unresolved: .unresolved
    default: .record(Int(mark))
    }
  }
}

extension BaseReading {
  /// Every reference of a field, in order, with what it names.
  func forEachReference(_ body: (_ file: FileFacts, _ reference: FieldReference, _ target: ResolvedReferences.Target) -> Void) {
    for (i, file) in graph.files.enumerated() {
      for (k, reference) in file.references.enumerated() {
        body(file, reference, resolved.target(ofReference: k, inFile: i))
      }
    }
  }

  /// Every link of a body, in order, with what it names; a link without a target names its own file.
  func forEachLink(_ body: (_ file: FileFacts, _ link: LinkFact, _ target: ResolvedReferences.Target) -> Void) {
    for (i, file) in graph.files.enumerated() {
      for (k, link) in file.links.enumerated() {
        body(file, link, resolved.target(ofLink: k, inFile: i, references: file.references.count))
      }
    }
  }
}
