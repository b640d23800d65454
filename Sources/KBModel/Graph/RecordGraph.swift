/// All files of a knowledge base with what their ids and aliases name. A fold over the facts: linear and cheap.
package struct RecordGraph: Sendable {
  /// In the order of their paths.
  package let files: [FileFacts]
  /// The records of each id; more than one where two files have the same name.
  package let byID: [String: RecordIndices]
  /// The records of each alias; an alias that equals its own record's id is left out.
  package let byAlias: [String: RecordIndices]
  /// By file, which of the tables of names is its own.
  private let tables: [Int32]
  /// By table and name, the index of the record that it names, or one of the marks below.
  private let targets: [[Int32]]

  private static let ambiguous: Int32 = -1
  private static let unresolved: Int32 = -2

  package init(files: [FileFacts]) {
    self.files = files
    var byID: [String: RecordIndices] = [:]
    byID.reserveCapacity(files.count)
    var byAlias: [String: RecordIndices] = [:]
    for (i, file) in files.enumerated() where file.isRecord {
      byID[file.id, default: []].append(Int32(i))
      for alias in file.list("aliases") where alias != file.id && byAlias[alias]?.last != Int32(i) {
        byAlias[alias, default: []].append(Int32(i))
      }
    }
    self.byID = byID
    self.byAlias = byAlias
    (tables, targets) = Self.targets(of: files, byID, byAlias)
  }

  /// What each name that files share stands for, looked up once.
  private static func targets(
    of files: [FileFacts], _ byID: [String: RecordIndices], _ byAlias: [String: RecordIndices]
  ) -> ([Int32], [[Int32]]) {
    var numbers: [ObjectIdentifier: Int32] = [:]
    var last: (table: ObjectIdentifier, number: Int32)?
    var tables: [Int32] = []
    tables.reserveCapacity(files.count)
    var targets: [[Int32]] = []
    for file in files {
      let table = ObjectIdentifier(file.names)
      // Files that were read by one worker lie beside each other.
      if let last, last.table == table {
        tables.append(last.number)
        continue
      }
      let number = numbers[table] ?? Int32(targets.count)
      if Int(number) == targets.count {
        numbers[table] = number
        targets.append(
          (0..<file.names.count).map { index in
            let name = NameIndex(UInt32(index))
            guard file.names.isTarget(name) else { return unresolved }
            let text = file.names.text(name)
            if let found = byID[text] { return found[0] }
            guard let found = byAlias[text] else { return unresolved }
            return found.count == 1 ? found[0] : ambiguous
          })
      }
      tables.append(number)
      last = (table, number)
    }
    return (tables, targets)
  }

  package enum Resolution: Sendable, Equatable {
    case record(Int)
    /// An alias of several records, of which the first eight are given: naming all each time would be quadratic.
    case ambiguous([Int])
    case unresolved
  }

  /// The record that an id or alias names: by id, then by alias. Of two files with one id the first by path.
  package func resolve(_ target: String) -> Resolution {
    if let found = byID[target] { return .record(Int(found[0])) }
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
    switch targets[Int(tables[file])][Int(name.value)] {
    case Self.ambiguous: .ambiguous
    case Self.unresolved: .unresolved
    case let index: .record(Int(index))
    }
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
  package func records(ofType type: String) -> some Sequence<FileFacts> { files.lazy.filter { $0.type == type } }

  /// All ids and aliases, in order, for "did you mean".
  package var names: [String] { (Array(byID.keys) + Array(byAlias.keys)).sorted() }
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
