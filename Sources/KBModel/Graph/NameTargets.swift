/// What each name that files share stands for, looked up once.
struct NameTargets: Sendable {
  /// Beside indices of records.
  static let ambiguous: Int32 = -1
  static let unresolved: Int32 = -2

  /// By file, where the names of its table begin in `records`.
  private let starts: [Int32]
  /// By name, the index of the record that it names, or one of the marks above.
  private let records: [Int32]

  init(of files: [FileFacts], ids: RecordIDs, aliases: [String: RecordIndices]) {
    var known: [ObjectIdentifier: Int32] = [:]
    var last: (table: ObjectIdentifier, start: Int32)?
    var records: [Int32] = []
    starts = files.map { file in
      let table = ObjectIdentifier(file.names)
      // Files that were read by one worker lie beside each other.
      if let last, last.table == table { return last.start }
      let start = known[table] ?? Int32(records.count)
      if Int(start) == records.count {
        known[table] = start
        Self.append(file.names, to: &records, ids, aliases)
      }
      last = (table, start)
      return start
    }
    self.records = records
  }

  private static func append(_ names: NameTable, to records: inout [Int32], _ ids: RecordIDs, _ aliases: [String: RecordIndices]) {
    records.reserveCapacity(records.count + names.count)
    for number in 0..<names.count {
      let name = NameIndex(UInt32(number))
      records.append(names.isTarget(name) ? record(names.text(name), ids, aliases) : unresolved)
    }
  }

  private static func record(_ name: String, _ ids: RecordIDs, _ aliases: [String: RecordIndices]) -> Int32 {
    if let found = ids.first(name) { return found }
    guard let found = aliases[name] else { return unresolved }
    return found.count == 1 ? found[0] : ambiguous
  }

  /// The index of the record that a name of a file stands for, or one of the marks.
  func record(_ name: NameIndex, inFile file: Int) -> Int32 { records[Int(starts[file]) + Int(name.value)] }

  /// What an index or mark means.
  static func target(_ record: Int32) -> RecordGraph.Target {
    switch record {
    case ambiguous: .ambiguous
    case unresolved: .unresolved
    default: .record(Int(record))
    }
  }

  /// The number of a name among the names of all tables: a text has one number for each table it stands in.
  func number(of name: NameIndex, inFile file: Int) -> Int32 { starts[file] + Int32(truncatingIfNeeded: name.value) }
}
