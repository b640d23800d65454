package import KBModel

/// What people write for the id of a record without meaning anything else: its path, its file name, its name.
package enum MeantRecord {
  /// The id or alias that a path (`customers/acme.md`), a file name or a name (`Acme Inc`) stands for; `nil` where no record of
  /// one of the types has it. No types are all types.
  package static func name(for target: String, types: [String], in graph: RecordGraph) -> String? {
    var name = target
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { name = String(name[name.utf8.index(after: slash)...]) }
    if name.utf8.suffix(3).elementsEqual(".md".utf8) { name.removeLast(3) }
    for candidate in [name, RecordID.suggestion(for: name)] {
      guard let candidate, let record = graph.record(candidate), types.isEmpty || types.contains(record.type) else { continue }
      return candidate
    }
    return nil
  }
}
