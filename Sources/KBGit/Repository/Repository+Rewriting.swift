internal import CGit2
package import KBModel

extension Repository {
  /// Copies everything that references lead to into a new bare repository, with other contents where the caller says so. Authors, times
  /// and names stay; a signature over something that changed goes, since it would no longer hold.
  ///
  /// The source is only read.
  ///
  /// - Parameters:
  ///   - history: all that the references lead to.
  ///   - folder: an empty folder.
  ///   - isCancelled: asked before each object; then it throws and leaves what it has written.
  ///   - blob: the new content of a blob; `nil` leaves it as it is.
  ///   - message: the new message of a commit or annotated tag; `nil` leaves it as it is.
  /// - Returns: the new id of every object.
  package func copyHistory(
    _ history: ReachableHistory, to folder: String, isCancelled: () -> Bool = { false }, progress: WorkProgress = .unseen,
    blob: (BlobID, [UInt8]) -> [UInt8]?, message: (ObjectID, [UInt8]) -> [UInt8]?
  ) throws(GitError) -> [ObjectID: ObjectID] {
    let copy = try Handle<RepositoryKind>("make the copy") { git_repository_init(&$0, folder, 1) }
    func checkCancelled() throws(GitError) {
      if isCancelled() { throw .library(operation: "copy the history", code: 0, detail: "it was ended") }
    }
    let database = try Handle<ObjectDatabaseKind>("open the copy") { [pointer = copy.pointer] in git_repository_odb(&$0, pointer) }
    var map: [ObjectID: ObjectID] = [:]

    let count = history.blobs.count + history.trees.count
    for item in history.blobs {
      try checkCancelled()
      if map.count % 128 == 0 { progress.report(.writingObjects, map.count, of: count) }
      let object = try object(item.id)
      map[item.id] = try write(blob(item.id, object.bytes) ?? object.bytes, GIT_OBJECT_BLOB, to: database)
    }
    for id in history.trees {
      try checkCancelled()
      if map.count % 128 == 0 { progress.report(.writingObjects, map.count, of: count) }
      var bytes: [UInt8] = []
      for item in try treeItems(id) {
        bytes += Array(String(item.mode, radix: 8).utf8) + [0x20] + item.name + [0]
        bytes += (map[item.id] ?? item.id).bytes
      }
      map[id] = try write(bytes, GIT_OBJECT_TREE, to: database)
    }
    for id in history.commits {
      let text = HeadedText(try object(id).bytes)
      map[id] = try write(text.mapped(map, message: message(id, text.message)), GIT_OBJECT_COMMIT, to: database)
    }
    // A tag of a tag was met before the tag that it names.
    for id in history.tags.reversed() {
      let text = HeadedText(try object(id).bytes)
      map[id] = try write(text.mapped(map, message: message(id, text.message)), GIT_OBJECT_TAG, to: database)
    }

    for reference in try references() {
      var target = (map[reference.target] ?? reference.target).oid
      _ = try Handle<ReferenceKind>("write '\(reference.name)'") { [pointer = copy.pointer] in
        git_reference_create(&$0, pointer, reference.name, &target, 1, nil)
      }
    }
    if isHeadDetached, let head = map[try commit(named: "HEAD").id] {
      var target = head.oid
      try GitError.check(git_repository_set_head_detached(copy.pointer, &target), "set HEAD")
    } else if let branch = try headBranch() {
      try GitError.check(git_repository_set_head(copy.pointer, branch.hasPrefix("refs/") ? branch : "refs/heads/" + branch), "set HEAD")
    }
    return map
  }

  /// The object that a reference leads to, through annotated tags.
  package func target(of reference: Reference) throws(GitError) -> ObjectID {
    var id = reference.target
    while try objectType(id) == GIT_OBJECT_TAG { id = try target(ofTag: id) }
    return id
  }

  private func write(_ bytes: [UInt8], _ type: git_object_t, to database: borrowing Handle<ObjectDatabaseKind>) throws(GitError) -> ObjectID {
    var oid = git_oid()
    let pointer = database.pointer
    let status = bytes.withUnsafeBytes { git_odb_write(&oid, pointer, $0.baseAddress, $0.count, type) }
    try GitError.check(status, "write an object")
    return ObjectID(oid)
  }
}

/// A commit or tag: lines of a header, an empty line, a message.
private struct HeadedText {
  /// Each with the lines that continue it, without the last line end.
  private var fields: [[UInt8]] = []
  private(set) var message: [UInt8] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end == start {
        message = Array(bytes[(end + 1)...])
        return
      }
      let line = Array(bytes[start..<end])
      if line[0] == 0x20, let last = fields.indices.last { fields[last] += [0x0A] + line } else { fields.append(line) }
      start = end + 1
    }
  }

  /// The text with the ids that others became, and another message.
  func mapped(_ map: [ObjectID: ObjectID], message new: [UInt8]?) -> [UInt8] {
    var changed = new != nil
    var written: [[UInt8]] = []
    for field in fields {
      guard let key = ["tree ", "parent ", "object "].first(where: { field.starts(with: $0.utf8) }),
        let id = ObjectID(hex: String(decoding: field.dropFirst(key.utf8.count), as: UTF8.self)), let other = map[id]
      else {
        written.append(field)
        continue
      }
      if other != id { changed = true }
      written.append(Array("\(key)\(other)".utf8))
    }
    var message = new ?? message
    if changed {
      written.removeAll { field in ["gpgsig", "mergetag "].contains { field.starts(with: $0.utf8) } }
      message = Self.withoutSignature(message)
    }
    return Array(written.joined(separator: [0x0A])) + [0x0A, 0x0A] + message
  }

  /// A tag's signature stands at the end of its message.
  private static func withoutSignature(_ message: [UInt8]) -> [UInt8] {
    let marks = ["-----BEGIN PGP SIGNATURE-----", "-----BEGIN SSH SIGNATURE-----", "-----BEGIN SIGNED MESSAGE-----"]
    var start = 0
    while start < message.count {
      if marks.contains(where: { message[start...].starts(with: $0.utf8) }) { return Array(message[..<start]) }
      start = (message[start...].firstIndex(of: 0x0A) ?? message.count) + 1
    }
    return message
  }
}
