import KBDocuments
import KBModel

/// A record gets another id: its file moves, and every reference follows.
package struct Renaming: Sendable {
  package let oldPath: String
  package let newPath: String
  /// References that follow.
  package let references: Int
  package let changes: ChangeSet
  /// What a person should look at.
  package let notices: [String]

  /// - Parameter snapshot: the work tree.
  package init(_ old: String, to new: String, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    let record = try snapshot.onlyRecord(old)
    try Self.check(new, for: record, in: snapshot)
    let folder = record.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(record.path[...$0]) } ?? ""
    oldPath = record.path
    newPath = folder + new + ".md"
    if snapshot.hasFile(newPath) { throw .exists(path: newPath) }

    let rewrite = ReferenceRewrite(old: record.id, new: new, oldPath: oldPath, newPath: newPath, isPersona: record.type == "persona")
    let rewritten = try RewrittenFiles(rewrite, in: snapshot)
    var changes = ChangeSet()
    for (path, file) in rewritten.files where path != oldPath { changes.edit(path, from: file.document.bytes, to: try file.result(path)) }
    if let own = rewritten.files[oldPath] {
      changes.move(oldPath, to: newPath, from: own.document.bytes, to: try own.result(oldPath))
    } else {
      guard let bytes = snapshot.bytesOfFile(oldPath) else { throw .unreadable(path: oldPath, reason: "it vanished") }
      changes.move(oldPath, to: newPath, from: bytes, to: bytes)
    }
    self.changes = changes
    references = rewritten.count
    notices = rewritten.notices
  }

  private static func check(_ new: String, for record: FileFacts, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    guard RecordID.isValid(new) else {
      throw .usage(
        "'\(new)' is no id: ids are lower-case letters, digits and single hyphens", remedy: RecordID.suggestion(for: new).map { "Write '\($0)'." })
    }
    guard new != record.id else { throw .usage("'\(new)' is the record's id already", remedy: nil) }
    guard Grade(rawValue: new) == nil, Hand(rawValue: new) == nil else {
      throw .usage("'\(new)' is a word of attribution lines and cannot be an id", remedy: "Choose another id.")
    }
    for indices in [snapshot.graph.byID[new], snapshot.graph.byAlias[new]] {
      for index in indices ?? [] where snapshot.graph.files[Int(index)].path != record.path {
        throw .usage("the id '\(new)' is taken: '\(snapshot.graph.files[Int(index)].path)'", remedy: "Choose another id, or join the two with 'kb merge'.")
      }
    }
  }
}

extension Snapshot {
  /// The record of that very id, of which there must be one.
  func onlyRecord(_ id: String) throws(KnowledgeBaseError) -> FileFacts {
    let file = try record(id)
    guard file.id == id else {
      throw .usage("'\(id)' is an alias of '\(file.id)', not an id", remedy: "Name the record '\(file.id)', or change the alias in '\(file.path)'.")
    }
    let paths = (graph.byID[id] ?? []).map { graph.files[Int($0)].path }
    guard paths.count == 1 else {
      throw .usage("two files have the id '\(id)': \(paths.map { "'\($0)'" }.joined(separator: " and "))", remedy: "Rename one of the files first; references to them cannot be told apart.")
    }
    return file
  }

  /// Whether something stands at a path of the work tree.
  func hasFile(_ path: String) -> Bool { FileOperations.kind(location.folder + "/" + path) != nil }
}
