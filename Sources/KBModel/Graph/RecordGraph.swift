/// All files of a knowledge base with what their ids and aliases name. A fold over the facts: linear and cheap.
package struct RecordGraph: Sendable {
  /// In the order of their paths.
  package let files: [FileFacts]
  /// The records of each id.
  package let byID: RecordIDs
  /// The records of each alias; an alias that equals its own record's id is left out.
  package let byAlias: [String: RecordIndices]
  /// What talks say of use cases.
  package let testimony: Testimony
  /// By file, the node of its `participants`.
  private let participants: [Int32]
  let types: RecordTypes
  let targets: NameTargets

  package init(files: [FileFacts]) {
    self.files = files
    types = RecordTypes(of: files)
    byID = RecordIDs(of: files)
    let fields = RootFields(of: files)
    var byAlias: [String: RecordIndices] = [:]
    for (place, alias) in fields.aliases where alias != files[Int(place)].id && byAlias[alias]?.last != place {
      byAlias[alias, default: []].append(place)
    }
    self.byAlias = byAlias
    targets = NameTargets(of: files, ids: byID, aliases: byAlias)
    participants = fields.participants
    testimony = Testimony(of: files, dates: fields.dates, types: types, targets: targets)
  }

  package enum Resolution: Sendable, Equatable {
    case record(Int)
    /// An alias of several records, of which the first eight are given: naming all each time would be quadratic.
    case ambiguous([Int])
    case unresolved
  }

  /// The record that an id or alias names: by id, then by alias. Of two files with one id the first by path.
  package func resolve(_ target: String) -> Resolution {
    if let found = byID.first(target) { return .record(Int(found)) }
    guard let found = byAlias[target] else { return .unresolved }
    return found.count == 1 ? .record(Int(found[0])) : .ambiguous(found.prefix(8).map { Int($0) })
  }

  package enum Target: Sendable, Equatable {
    /// The index of the record in `files`.
    case record(Int)
    /// An alias of several records.
    case ambiguous
    case unresolved
  }

  /// What a reference, link or mention names in the file with that index; the same as `resolve(_:)`, without a search.
  package func target(of name: NameIndex, inFile file: Int) -> Target {
    NameTargets.target(targets.record(name, inFile: file))
  }

  /// The index of the record of that type which a reference, link or mention of a file names.
  package func index(of name: NameIndex, inFile file: Int, type: String) -> Int? {
    guard case .record(let i) = target(of: name, inFile: file), files[i].type == type else { return nil }
    return i
  }

  /// The record that an id or alias names, if it names one and it is of that type.
  package func record(_ target: String, type: String) -> FileFacts? {
    guard case .record(let i) = resolve(target), files[i].type == type else { return nil }
    return files[i]
  }

  package func record(_ target: String) -> FileFacts? {
    guard case .record(let i) = resolve(target) else { return nil }
    return files[i]
  }

  /// The records of a type, in the order of their paths.
  package func records(ofType type: String) -> some Sequence<FileFacts> { places(ofType: type).lazy.map { files[Int($0)] } }

  /// The indices in `files` of the records of a type, ascending.
  package func places(ofType type: String) -> [Int32] {
    let number = Int(types.number(of: type))
    return number < types.places.count ? types.places[number] : []
  }

  /// The node of `participants` in the front matter of the file with that index; `nil` where it has none.
  package func participants(ofFile file: Int) -> Int? { participants[file] >= 0 ? Int(participants[file]) : nil }

  /// All ids and aliases, in order, for "did you mean".
  package var names: [String] { (byID.all + byAlias.keys).sorted() }
}

/// Indices of `RecordGraph.files`, ascending: nearly always one, which then needs no array.
package struct RecordIndices: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable, Equatable {
  /// -1 for none.
  private var first: Int32 = -1
  private var others: [Int32] = []

  package init(arrayLiteral elements: Int32...) {
    for element in elements { append(element) }
  }

  mutating func append(_ index: Int32) {
    if first < 0 { first = index } else { others.append(index) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { first < 0 ? 0 : others.count + 1 }
  package subscript(position: Int) -> Int32 { position == 0 ? first : others[position - 1] }
}
