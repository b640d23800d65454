internal import CGit2

/// One file that differs between two states of a folder.
package struct FileChange: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case added, removed, modified
    /// The same file under another path; `similarity` is 100 where no byte changed, else the share of the content that is the same, in
    /// percent.
    case renamed(similarity: Int)
    /// The index holds several versions of it.
    case conflicted
  }

  /// A side of the change.
  package struct Side: Sendable, Hashable {
    /// The path from the folder that was compared.
    package var path: String
    /// The id of the content; `nil` for a file on disk that was not read for the comparison.
    package var blob: BlobID?

    package init(path: String, blob: BlobID? = nil) {
      self.path = path
      self.blob = blob
    }
  }

  package var kind: Kind
  /// The file before; `nil` where it was added.
  package var old: Side?
  /// The file after; `nil` where it was removed.
  package var new: Side?

  package init(kind: Kind, old: Side?, new: Side?) {
    self.kind = kind
    self.old = old
    self.new = new
  }
}

/// What a commit is compared with.
package enum ComparisonTarget: Sendable, Hashable {
  case commit(CommitID)
  case index
  /// Tracked files on disk, and untracked ones that git does not ignore.
  case workTree
}

extension Repository {
  /// The files that differ between a commit and something later, in the order of the bytes of their new (else old) paths.
  ///
  /// Folders whose tree is the same on both sides are not looked into. Links, submodules and names that begin with a dot are left out, as
  /// they are in a listing: a file that becomes a link, or that moves out of the folder, is removed.
  ///
  /// A file that is not among the changes says the same on both sides, also where line ends are converted between the repository and the
  /// disk: it need be read once only.
  ///
  /// - Parameters:
  ///   - prefix: the folder of the repository that is compared; empty for all of it.
  ///   - similarity: how much of a moved file must be the same, in percent, for it to count as renamed; at 100 only exact renames are found;
  ///     `nil` looks for none.
  package func changes(
    from commit: CommitID, to target: ComparisonTarget, prefix: String, filter: FileFilter = .knowledgeBase, similarity: Int? = 50
  ) throws(GitError) -> [FileChange] {
    let old = try tree(try self.commit(commit).tree)
    let diff = try difference(from: old.pointer, to: target, prefix: prefix)
    if let similarity { try findRenames(in: diff, similarity: similarity) }

    let prefixed = FolderPrefix(prefix, filter: filter)
    var changes: [FileChange] = []
    for i in 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = git_diff_get_delta(diff.pointer, i) else { continue }
      if let change = prefixed.change(delta.pointee) { changes.append(change) }
    }
    return changes.sorted { ($0.new ?? $0.old)?.path.utf8.lexicographicallyPrecedes(($1.new ?? $1.old)?.path.utf8 ?? "".utf8) ?? false }
  }

  /// Whether index and work tree are as HEAD has them, under a folder; untracked files count as a change. An unborn HEAD has no files.
  package func hasChanges(prefix: String, filter: FileFilter = .knowledgeBase) throws(GitError) -> Bool {
    if isHeadUnborn { return try !listIndex(prefix: prefix, filter: filter).entries.isEmpty }
    return try !changes(from: commit(named: "HEAD").id, to: .workTree, prefix: prefix, filter: filter, similarity: nil).isEmpty
  }

  private func difference(
    from old: OpaquePointer, to target: ComparisonTarget, prefix: String
  ) throws(GitError) -> Handle<DiffKind> {
    var options = git_diff_options()
    try GitError.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), "compare")
    options.flags = [GIT_DIFF_DISABLE_PATHSPEC_MATCH, GIT_DIFF_INCLUDE_UNTRACKED, GIT_DIFF_RECURSE_UNTRACKED_DIRS, GIT_DIFF_INCLUDE_TYPECHANGE]
      .reduce(0) { $0 | $1.rawValue }
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL
    switch target {
    case .commit(let id):
      let new = try tree(try commit(id).tree)
      return try Handle("compare two revisions") { diff in
        withPathspec(prefix, &options) { git_diff_tree_to_tree(&diff, handle.pointer, old, new.pointer, $0) }
      }
    case .index:
      _ = try LoadedIndex(self)
      return try Handle("compare with the index") { diff in
        withPathspec(prefix, &options) { git_diff_tree_to_index(&diff, handle.pointer, old, nil, $0) }
      }
    case .workTree:
      _ = try LoadedIndex(self)
      return try Handle("compare with the work tree") { diff in
        withPathspec(prefix, &options) { git_diff_tree_to_workdir_with_index(&diff, handle.pointer, old, $0) }
      }
    }
  }

  /// Restricts a comparison to a folder while `body` runs, and gives back its status.
  private func withPathspec(
    _ prefix: String, _ options: inout git_diff_options, _ body: (UnsafePointer<git_diff_options>) -> Int32
  ) -> Int32 {
    guard !prefix.isEmpty else { return body(&options) }
    var path = Array((prefix + "/").utf8CString)
    return path.withUnsafeMutableBufferPointer { path in
      var start = path.baseAddress
      return withUnsafeMutablePointer(to: &start) { start in
        options.pathspec = git_strarray(strings: start, count: 1)
        defer { options.pathspec = git_strarray() }
        return body(&options)
      }
    }
  }

  private func findRenames(in diff: borrowing Handle<DiffKind>, similarity: Int) throws(GitError) {
    var options = git_diff_find_options()
    try GitError.check(git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION)), "look for renamed files")
    options.flags = GIT_DIFF_FIND_RENAMES.rawValue | GIT_DIFF_FIND_FOR_UNTRACKED.rawValue | GIT_DIFF_FIND_DONT_IGNORE_WHITESPACE.rawValue
    if similarity >= 100 { options.flags |= GIT_DIFF_FIND_EXACT_MATCH_ONLY.rawValue }
    options.rename_threshold = UInt16(min(max(similarity, 1), 100))
    try GitError.check(git_diff_find_similar(diff.pointer, &options), "look for renamed files")
  }
}

/// Turns entries of a comparison into changes of wanted files under a folder.
private struct FolderPrefix {
  let prefix: [UInt8]
  let filter: FileFilter.Bytes

  init(_ prefix: String, filter: FileFilter) {
    self.prefix = prefix.isEmpty ? [] : Array(prefix.utf8) + [UInt8(ascii: "/")]
    self.filter = FileFilter.Bytes(filter)
  }

  /// The change that an entry stands for; `nil` where neither side is a wanted file.
  func change(_ delta: git_diff_delta) -> FileChange? {
    var (old, new): (FileChange.Side?, FileChange.Side?) = (nil, nil)
    switch delta.status {
    case GIT_DELTA_ADDED, GIT_DELTA_UNTRACKED: new = side(delta.new_file)
    case GIT_DELTA_DELETED: old = side(delta.old_file)
    case GIT_DELTA_CONFLICTED:
      guard let either = side(delta.new_file) ?? side(delta.old_file) else { return nil }
      return FileChange(kind: .conflicted, old: either, new: either)
    case GIT_DELTA_MODIFIED, GIT_DELTA_TYPECHANGE, GIT_DELTA_RENAMED, GIT_DELTA_COPIED:
      old = side(delta.old_file)
      new = side(delta.new_file)
    default: return nil
    }
    // One side may be unwanted: a file that became a link, or that moved out of the folder's record files.
    let kind: FileChange.Kind
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, _): kind = .added
    case (_, nil): kind = .removed
    case (let before?, let after?): kind = before.path == after.path ? .modified : .renamed(similarity: Int(delta.similarity))
    }
    // A mode alone is no change of what a file says.
    if kind == .modified, let before = old?.blob, before == new?.blob { return nil }
    return FileChange(kind: kind, old: old, new: new)
  }

  private func side(_ file: git_diff_file) -> FileChange.Side? {
    guard let start = file.path, file.mode & 0o170000 == 0o100000 else { return nil }
    let whole = UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: String(cString: start).utf8.count)
    guard whole.starts(with: prefix) else { return nil }
    let path = UnsafeBufferPointer(rebasing: whole[prefix.count...])
    guard let name = path.lastPart(), filter.accepts(name.span), let text = String(validating: path, as: UTF8.self) else { return nil }
    let known = UInt32(file.flags) & GIT_DIFF_FLAG_VALID_ID.rawValue != 0
    return FileChange.Side(path: text, blob: known ? ObjectID(file.id) : nil)
  }
}
