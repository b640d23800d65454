/// All files of a knowledge base with what their ids and aliases name. A fold over the facts: linear and cheap.
package struct RecordGraph: Sendable {
  /// In the order of their paths.
  package let files: [FileFacts]
  /// The records of each id, as indices of `files`; more than one where two files have the same name.
  package let byID: [String: [Int32]]
  /// The records of each alias; an alias that equals its own record's id is left out.
  package let byAlias: [String: [Int32]]

  package init(files: [FileFacts]) {
    self.files = files
    var byID: [String: [Int32]] = [:]
    byID.reserveCapacity(files.count)
    var byAlias: [String: [Int32]] = [:]
    for (i, file) in files.enumerated() where file.isRecord {
      byID[file.id, default: []].append(Int32(i))
      for alias in file.list("aliases") where alias != file.id && byAlias[alias]?.last != Int32(i) {
        byAlias[alias, default: []].append(Int32(i))
      }
    }
    self.byID = byID
    self.byAlias = byAlias
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
    return found.count == 1 ? .record(Int(found[0])) : .ambiguous(found.prefix(8).map(Int.init))
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
