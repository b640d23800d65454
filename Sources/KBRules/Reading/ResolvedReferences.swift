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

  /// A reference or link, by its indices.
  package struct Place: Sendable, Equatable {
    /// In `RecordGraph.files`.
    package var file: Int32
    /// In `references` of that file; `nil` for a link.
    package var reference: Int32?
    /// In `links` of that file; `nil` for a reference.
    package var link: Int32?
  }

  /// By file, where its references begin in `targets`: those of its fields, then its links.
  private var starts: [Int32] = []
  /// The index of a record, or one of the marks below: four bytes each, for there may be millions.
  private var targets: [Int32] = []

  /// What names no record, in order.
  package private(set) var unresolved: [Place] = []
  /// What names several records, in order.
  package private(set) var ambiguous: [Place] = []
  /// References that name a record of a type that the field does not take, in order.
  package private(set) var wrongType: [Place] = []
  /// Links to a heading or block of a record that is there, in order.
  package private(set) var anchored: [Place] = []

  private static let ambiguous: Int32 = -1
  private static let unresolved: Int32 = -2

  package init(_ graph: RecordGraph) {
    starts.reserveCapacity(graph.files.count)
    targets.reserveCapacity(graph.files.count * 8)
    for i in graph.files.indices {
      starts.append(Int32(targets.count))
      for (k, reference) in graph.files[i].references.enumerated() {
        let mark = Self.mark(graph.target(of: reference.name, inFile: i))
        note(mark, Place(file: Int32(i), reference: Int32(k), link: nil))
        let types = reference.types
        if mark >= 0, !types.isEmpty, !types.contains(graph.files[Int(mark)].type) {
          wrongType.append(Place(file: Int32(i), reference: Int32(k), link: nil))
        }
      }
      for (k, link) in graph.files[i].links.enumerated() {
        // A link without a target stays within the file.
        let mark = link.target.isEmpty ? Int32(i) : Self.mark(graph.target(of: link.name, inFile: i))
        note(mark, Place(file: Int32(i), reference: nil, link: Int32(k)))
        if mark >= 0, link.anchor != nil { anchored.append(Place(file: Int32(i), reference: nil, link: Int32(k))) }
      }
    }
  }

  private mutating func note(_ mark: Int32, _ place: Place) {
    targets.append(mark)
    if mark == Self.unresolved { unresolved.append(place) }
    if mark == Self.ambiguous { ambiguous.append(place) }
  }

  /// What the reference with that index in `references` of the file with that index names.
  package func target(ofReference reference: Int, inFile file: Int) -> Target {
    Self.target(targets[Int(starts[file]) + reference])
  }

  /// What the link with that index in `links` names, in a file with so many `references`.
  package func target(ofLink link: Int, inFile file: Int, references: Int) -> Target {
    Self.target(targets[Int(starts[file]) + references + link])
  }

  /// The indices of the records that the references and links of that file name; each as often as it is named.
  package func records(namedIn file: Int) -> some Sequence<Int> {
    let end = file + 1 < starts.count ? Int(starts[file + 1]) : targets.count
    return targets[Int(starts[file])..<end].lazy.filter { $0 >= 0 }.map { Int($0) }
  }

  private static func mark(_ target: RecordGraph.Target) -> Int32 {
    switch target {
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
  /// A reference of a field or a link of a body, as findings name it.
  struct Mention {
    var file: FileFacts
    /// The id or alias as written.
    var target: String
    /// The types that the field takes; empty for any, and for a link.
    var types: [String]
    var span: SourceSpan
    /// `covers[1]`; `nil` for a link.
    var field: String?
    var subject: String
  }

  /// - Parameter fields: shared by the mentions that are asked for one after the other.
  func mention(at place: ResolvedReferences.Place, _ fields: inout LastFieldPlaces) -> Mention? {
    let file = graph.files[Int(place.file)]
    if let k = place.reference {
      let reference = file.references[Int(k)]
      let places = fields.places(of: file)
      return Mention(
        file: file, target: reference.target, types: reference.types,
        span: places?.span(ofValue: Int(reference.node)) ?? .firstLine, field: places?.path(of: Int(reference.node)) ?? reference.field,
        subject: "\(reference.field) \(reference.target)")
    }
    guard let k = place.link else { return nil }
    let link = file.links[Int(k)]
    return Mention(file: file, target: link.target, types: [], span: link.span, field: nil, subject: "[[\(link.target)]]")
  }
}
