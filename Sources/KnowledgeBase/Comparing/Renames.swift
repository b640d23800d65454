import KBGit
import KBModel

/// Records and files that have another name in the head than in the base.
package struct Renames: Sendable, Equatable {
  /// A record whose id changed.
  package struct Record: Sendable, Equatable {
    package var from, to: String
  }

  /// In the order of their new paths.
  package private(set) var records: [Record] = []
  /// Old paths and the new ones, also where the id stayed.
  package private(set) var paths: [String: String] = [:]
  /// Old ids and paths and the new ones, where they differ.
  package private(set) var names: [String: String] = [:]

  package init() {}

  /// Finds what was renamed: files that git recognises by their content, and records whose old id became an alias.
  init(_ changes: [FileChange], base: RecordGraph, head: RecordGraph) {
    let (before, after) = (Self.byPath(base, changes.compactMap { $0.old?.path }), Self.byPath(head, changes.compactMap { $0.new?.path }))
    for change in changes {
      guard case .renamed(let similarity) = change.kind, let old = change.old?.path, let new = change.new?.path else { continue }
      if let was = before[old], let now = after[new] {
        guard similarity == 100 || Self.isSame(was, now, similarity: similarity) else { continue }
        // An id that lives on in the head was not renamed, whatever its file did.
        if was.isRecord, was.id != now.id, head.byID[was.id] == nil { add(was.id, now.id) }
      }
      paths[old] = new
      names[old] = new
    }
    for change in changes {
      guard let old = change.old?.path, let was = before[old], was.isRecord, head.byID[was.id] == nil, names[was.id] == nil,
        let found = head.byAlias[was.id], found.count == 1
      else { continue }
      let now = head.files[Int(found[0])]
      guard now.type == was.type, base.byID[now.id] == nil else { continue }
      add(was.id, now.id)
      paths[old] = now.path
      names[old] = now.path
    }
  }

  private mutating func add(_ from: String, _ to: String) {
    records.append(Record(from: from, to: to))
    names[from] = to
  }

  /// Whether two files that look alike are one record: records of a type look alike by nature, so what names them is asked.
  private static func isSame(_ was: FileFacts, _ now: FileFacts, similarity: Int) -> Bool {
    guard was.type == now.type else { return false }
    if was.id == now.id || now.list("aliases").contains(was.id) { return true }
    if let name = was.text("name") ?? was.text("title") { return name == (now.text("name") ?? now.text("title")) }
    return was.target("customer") == now.target("customer") && similarity >= 60
  }

  private static func byPath(_ graph: RecordGraph, _ paths: [String]) -> [String: FileFacts] {
    let wanted = Set(paths)
    var found: [String: FileFacts] = [:]
    guard !wanted.isEmpty else { return found }
    for file in graph.files where wanted.contains(file.path) { found[file.path] = file }
    return found
  }
}
