internal import CGit2

extension Repository {
  /// The content of a blob of at most `limit` bytes. The size is asked for first, so a large one is not unpacked.
  func content(of id: BlobID, limit: Int) throws(GitError) -> FileContent {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_INVALID
    let status = git_odb_read_header(&size, &type, objects.pointer, &oid)
    if status < 0 { throw GitError(status: status, operation: "read a file's size").naming(id) }
    guard type == GIT_OBJECT_BLOB else { throw .corruptObject(id: id, detail: "a file was expected, and it is something else") }
    guard size <= limit else { return .tooLarge(Int64(size)) }
    do throws(GitError) {
      let object = try Handle<StoredObjectKind>("read a file") { git_odb_read(&$0, objects.pointer, &oid) }
      let bytes = UnsafeRawBufferPointer(start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
      return .bytes([UInt8](bytes), nil)
    } catch {
      throw error.naming(id)
    }
  }

  /// Mode and id of what a tree has at a path; `nil` where it has nothing.
  func item(_ path: String, in tree: TreeID) throws(GitError) -> (mode: UInt32, id: ObjectID)? {
    let tree = try self.tree(tree)
    var pointer: OpaquePointer?
    let status = git_tree_entry_bypath(&pointer, tree.pointer, path)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(status, "look up '\(path)'")
    guard let pointer else { return nil }
    let entry = Handle<TreeEntryKind>(owning: pointer)
    return (UInt32(git_tree_entry_filemode_raw(entry.pointer).rawValue), ObjectID(git_tree_entry_id(entry.pointer).pointee))
  }
}

extension LoadedIndex {
  /// Mode and id of what is at a path; a folder has no id of its own. `nil` where there is nothing.
  func item(_ path: String) -> (mode: UInt32, id: ObjectID)? {
    if let found = entry(path) { return found }
    return containsFolder(Array(path.utf8) + [UInt8(ascii: "/")]) ? (0o040000, ObjectID(.init())) : nil
  }
}
