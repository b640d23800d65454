internal import CGit2

/// What trees and index entries have in common when they are listed: the rules of the folder walk, on stored names.
struct StoredFiles {
  let filter: FileFilter.Bytes
  var listing = FileListing()

  init(_ filter: FileFilter) { self.filter = FileFilter.Bytes(filter) }

  /// Adds a file by the path from the listed folder. `name` is its last part.
  mutating func add(_ path: some Collection<UInt8>, name: borrowing Span<UInt8>, id: ObjectID, mode: UInt32) {
    switch mode & 0o170000 {
    case 0o100000:
      guard filter.accepts(name) else { return }
      guard let text = String(validating: path, as: UTF8.self) else { return skip(path, .nameNotUTF8) }
      listing.entries.append(
        FileEntry(path: text, version: .stored(id, mode & 0o100 != 0 ? .executable : .regular)))
    case 0o120000: skip(path, .symbolicLink)
    case 0o160000: skip(path, .nestedRepository)
    default: break
    }
  }

  mutating func skip(_ path: some Collection<UInt8>, _ reason: SkippedFile.Reason) {
    listing.skipped.append(SkippedFile(path: String(decoding: path, as: UTF8.self), reason: reason))
  }
}

extension Repository {
  /// Lists the wanted files under a folder of a tree.
  ///
  /// - Parameter prefix: the folder's path in the repository, without `/` at its end; empty for the root.
  func list(tree id: TreeID, prefix: String, revision: String, filter: FileFilter) throws(GitError) -> FileListing {
    var walk = TreeWalk(repository: self, files: StoredFiles(filter))
    try walk.visit(try folder(prefix, of: id, revision: revision), path: [], depth: 0)
    return walk.files.listing
  }

  /// The tree of a folder in the tree of a commit.
  func folder(_ prefix: String, of root: TreeID, revision: String) throws(GitError) -> TreeID {
    guard !prefix.isEmpty else { return root }
    let tree = try self.tree(root)
    var pointer: OpaquePointer?
    let status = git_tree_entry_bypath(&pointer, tree.pointer, prefix)
    guard status != GIT_ENOTFOUND.rawValue else { throw .folderMissing(path: prefix, revision: revision) }
    try GitError.check(status, "find the folder '\(prefix)'")
    guard let pointer else { throw .folderMissing(path: prefix, revision: revision) }
    let entry = Handle<TreeEntryKind>(owning: pointer)
    guard git_tree_entry_type(entry.pointer) == GIT_OBJECT_TREE else { throw .folderMissing(path: prefix, revision: revision) }
    return ObjectID(git_tree_entry_id(entry.pointer).pointee)
  }

  func tree(_ id: TreeID) throws(GitError) -> Handle<TreeKind> {
    var oid = id.oid
    do throws(GitError) {
      return try Handle("read a folder") { git_tree_lookup(&$0, handle.pointer, &oid) }
    } catch {
      throw error.naming(id)
    }
  }

  /// Lists the wanted files of the index under a folder.
  func listIndex(prefix: String, filter: FileFilter) throws(GitError) -> FileListing {
    let index = try LoadedIndex(self)
    let prefix = prefix.isEmpty ? [] : Array(prefix.utf8) + [UInt8(ascii: "/")]
    var files = StoredFiles(filter)
    guard let first = index.firstPosition(withPrefix: prefix) else { return files.listing }
    var lastConflict: [UInt8] = []
    index.forEach(from: first) { entry, whole, stage in
      guard whole.starts(with: prefix) else { return false }
      let path = UnsafeBufferPointer(rebasing: whole[prefix.count...])
      guard let name = path.lastPart() else { return true }
      guard stage == 0 else {
        guard files.filter.accepts(name.span), !path.elementsEqual(lastConflict) else { return true }
        lastConflict = Array(path)
        files.skip(path, .conflicted)
        return true
      }
      files.add(path, name: name.span, id: ObjectID(entry.id), mode: entry.mode)
      return true
    }
    return files.listing
  }
}

/// The walk over a tree and the trees in it.
struct TreeWalk {
  let repository: Repository
  var files: StoredFiles
  private var visited = 0
  /// Where each tree is visited once for each path, the trees that have been.
  private var seen: Set<Visit>?

  private struct Visit: Hashable {
    var tree: TreeID
    var path: [UInt8]
  }

  /// A repository of a few objects can name more files than fit in memory, by using the same tree many times over.
  private static let maximumEntries = 20_000_000
  private static let maximumDepth = 64

  /// - Parameter eachTreeOnce: skip a tree that the walk has met at the same path, for walks over many similar trees.
  init(repository: Repository, files: StoredFiles, eachTreeOnce: Bool = false) {
    self.repository = repository
    self.files = files
    seen = eachTreeOnce ? [] : nil
  }

  mutating func visit(_ id: TreeID, path: [UInt8], depth: Int) throws(GitError) {
    if seen != nil, seen?.insert(Visit(tree: id, path: path)).inserted == false { return }
    let tree = try repository.tree(id)
    let count = git_tree_entrycount(tree.pointer)
    visited += count
    if visited > Self.maximumEntries { throw .tooManyEntries(limit: Self.maximumEntries) }
    var whole = path
    for i in 0..<count {
      guard let entry = git_tree_entry_byindex(tree.pointer, i), let start = git_tree_entry_name(entry) else { continue }
      whole.removeSubrange(path.count...)
      var end = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
      if end.pointee == UInt8(ascii: ".") { continue }
      while end.pointee != 0 {
        whole.append(end.pointee)
        end += 1
      }
      let mode = UInt32(git_tree_entry_filemode_raw(entry).rawValue)
      let id = ObjectID(git_tree_entry_id(entry).pointee)
      guard mode & 0o170000 == 0o040000 else {
        files.add(whole, name: whole.span.extracting(path.count...), id: id, mode: mode)
        continue
      }
      if String(validating: whole[path.count...], as: UTF8.self) == nil {
        files.skip(whole, .nameNotUTF8)
      } else if depth >= Self.maximumDepth {
        files.skip(whole, .tooDeep)
      } else {
        whole.append(UInt8(ascii: "/"))
        try visit(id, path: whole, depth: depth + 1)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The part of a path after its last `/`; `nil` where any part begins with a dot.
  func lastPart() -> UnsafeBufferPointer<UInt8>? {
    var start = 0
    if isEmpty { return nil }
    for i in indices {
      if i == start, self[i] == UInt8(ascii: ".") { return nil }
      if self[i] == UInt8(ascii: "/") { start = i + 1 }
    }
    return UnsafeBufferPointer(rebasing: self[start...])
  }
}
