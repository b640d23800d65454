internal import CGit2

/// The files that the branches of a repository have between them.
package struct BranchFiles: Sendable, Hashable {
  /// Paths from the folder that was asked for, over all branches and the index.
  package var paths: Set<String> = []
  /// Branches whose files could not be listed, by their short names.
  package var unreadable: [String] = []
}

extension Repository {
  /// The wanted files under a folder in the tips of all local and remote-tracking branches, in HEAD and in the index: names that a new
  /// record must not take, since another branch may be merged later.
  ///
  /// Only trees are read, and one that several branches share is read once.
  ///
  /// - Parameter prefix: the folder's path in the repository; empty for its root. A branch without it adds nothing.
  package func filesOfAllBranches(prefix: String, filter: FileFilter = .knowledgeBase) throws(GitError) -> BranchFiles {
    var result = BranchFiles()
    var walk = TreeWalk(repository: self, files: StoredFiles(filter), eachTreeOnce: true)
    func add(_ name: String, _ commit: () throws(GitError) -> Commit) {
      do throws(GitError) {
        if let tree = try self.tree(ofFolder: prefix, in: commit()) { try walk.visit(tree, path: [], depth: 0) }
      } catch {
        result.unreadable.append(name)
      }
    }
    for branch in try references() where branch.kind == .branch || branch.kind == .remoteBranch {
      add(branch.shortName) { () throws(GitError) in try self.commit(branch.target) }
    }
    if isHeadDetached { add("HEAD") { () throws(GitError) in try self.commit(named: "HEAD") } }
    for entry in walk.files.listing.entries { result.paths.insert(entry.path) }
    if !location.isBare {
      let staged = try listIndex(prefix: prefix, filter: filter)
      for entry in staged.entries { result.paths.insert(entry.path) }
      for file in staged.skipped where file.reason == .conflicted { result.paths.insert(file.path) }
    }
    return result
  }
}
