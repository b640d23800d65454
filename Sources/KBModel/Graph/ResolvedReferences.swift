/// What every reference and link of a knowledge base names, looked up once for all the rules that ask.
package struct ResolvedReferences: Sendable {
  /// A reference or link, by its indices.
  package struct Place: Sendable, Equatable {
    /// In `RecordGraph.files`.
    package var file: Int32
    /// In `references` of that file; `nil` for a link.
    package var reference: Int32?
    /// In `links` of that file; `nil` for a reference.
    package var link: Int32?

    package init(file: Int32, reference: Int32?, link: Int32?) {
      self.file = file
      self.reference = reference
      self.link = link
    }
  }

  /// A link to a heading or block of a record that is there.
  package struct Anchor: Sendable, Equatable {
    /// In `RecordGraph.files`.
    package var file: Int32
    /// In `links` of that file.
    package var link: Int32
    /// The record that it leads to.
    package var record: Int32
    /// A number of the anchor's text; one text may have several.
    package var text: Int32
  }

  /// By file, where its references begin in `targets`: those of its fields, then its links.
  private var starts: [Int32] = []
  /// The index of a record, or one of the marks of `NameTargets`: four bytes each, for there may be millions.
  private var targets: [Int32] = []

  /// What names no record, in order.
  package private(set) var unresolved: [Place] = []
  /// What names several records, in order.
  package private(set) var ambiguous: [Place] = []
  /// References that name a record of a type that the field does not take, in order.
  package private(set) var wrongType: [Place] = []
  /// Links to a heading or block of a record that is there, in order.
  package private(set) var anchored: [Anchor] = []

  package init(_ graph: RecordGraph) {
    let parts = Stretches.map(graph.files.count) { stretch in
      var part = ResolvedReferences()
      part.starts.reserveCapacity(stretch.count)
      part.targets.reserveCapacity(stretch.count * 16)
      var accepted = AcceptedTypes(graph.types)
      for place in stretch { part.read(graph.files[place], at: place, graph, &accepted) }
      return part
    }
    starts.reserveCapacity(graph.files.count)
    targets.reserveCapacity(parts.reduce(0) { $0 + $1.targets.count })
    for part in parts { append(part) }
  }

  private init() {}

  private mutating func append(_ part: ResolvedReferences) {
    let first = Int32(targets.count)
    for start in part.starts { starts.append(start + first) }
    targets += part.targets
    unresolved += part.unresolved
    ambiguous += part.ambiguous
    wrongType += part.wrongType
    anchored += part.anchored
  }

  private mutating func read(_ file: FileFacts, at place: Int, _ graph: RecordGraph, _ accepted: inout AcceptedTypes) {
    starts.append(Int32(targets.count))
    accepted.begin(file.names)
    var position: Int32 = 0
    for reference in file.references {
      let target = graph.targets.record(reference.name, inFile: place)
      targets.append(target)
      if target < 0 {
        note(target, Place(file: Int32(place), reference: position, link: nil))
      } else if !accepted.contain(graph.types.numbers[Int(target)], list: reference.typeList) {
        wrongType.append(Place(file: Int32(place), reference: position, link: nil))
      }
      position += 1
    }
    position = 0
    for link in file.links {
      // A link without a target stays within the file.
      let target = file.names.range(of: link.name).isEmpty ? Int32(place) : graph.targets.record(link.name, inFile: place)
      targets.append(target)
      if target < 0 {
        note(target, Place(file: Int32(place), reference: nil, link: position))
      } else if link.anchorName != .none {
        let text = graph.targets.number(of: link.anchorName, inFile: place)
        anchored.append(Anchor(file: Int32(place), link: position, record: target, text: text))
      }
      position += 1
    }
  }

  private mutating func note(_ target: Int32, _ place: Place) {
    if target == NameTargets.ambiguous { ambiguous.append(place) } else { unresolved.append(place) }
  }

  /// What the reference with that index in `references` of the file with that index names.
  package func target(ofReference reference: Int, inFile file: Int) -> RecordGraph.Target {
    NameTargets.target(targets[Int(starts[file]) + reference])
  }

  /// What the link with that index in `links` names, in a file with so many `references`.
  package func target(ofLink link: Int, inFile file: Int, references: Int) -> RecordGraph.Target {
    NameTargets.target(targets[Int(starts[file]) + references + link])
  }

  /// By file, whether a reference or link of another file names it.
  package var areNamedByOthers: [Bool] {
    var areNamed = [Bool](repeating: false, count: starts.count)
    for file in starts.indices {
      let end = file + 1 < starts.count ? Int(starts[file + 1]) : targets.count
      for position in Int(starts[file])..<end {
        let target = Int(targets[position])
        if target >= 0, target != file { areNamed[target] = true }
      }
    }
    return areNamed
  }
}

/// Which types the fields of one table of names take: compared by name once for a table, not for each reference.
private struct AcceptedTypes {
  private let types: RecordTypes
  private var table: NameTable?
  /// By list of types and type.
  private var accepted: [[Bool]] = []

  init(_ types: RecordTypes) { self.types = types }

  mutating func begin(_ table: NameTable) {
    guard self.table !== table else { return }
    self.table = table
    accepted = table.typeLists.map { list in types.names.map { list.isEmpty || list.contains($0) } }
  }

  func contain(_ type: RecordTypes.Number, list: Int) -> Bool { accepted[list][Int(type)] }
}
