internal import CGit2

/// Where the files of a knowledge base come from. All three are listed and read the same way:
///
/// ```swift
/// let listing = try source.listing()
/// let reader = try FileReader(of: source)  // one for each worker
/// for entry in listing.entries { reader.read(entry, limit: 1 << 20) }
/// ```
///
/// Paths are those from the folder of the knowledge base, whatever the source, so the same file has the same path in all of them.
package enum FileSource: Sendable, Hashable {
  /// The files on disk under a folder. With a repository whose work tree holds the folder, what git ignores is left out.
  case folder(String, RepositoryLocation?)
  /// What would be committed, under the folder `prefix` of the repository (empty for its root).
  case index(RepositoryLocation, prefix: String)
  /// A commit's files under the folder `prefix` of the repository. Nothing is checked out.
  case revision(RepositoryLocation, CommitID, prefix: String)

  /// The wanted files, in the order of the bytes of their paths. Reading is a second step, so that it can be shared among workers.
  ///
  /// Names that begin with a dot, and all that is under such a folder, are never listed; links are reported and never followed; a folder
  /// with a repository of its own is reported and not entered.
  ///
  /// - Parameters:
  ///   - filter: which file names are wanted.
  ///   - withStat: for files on disk, also ask for size and times, which takes one system call a file. What ``FileReader`` reads comes
  ///     with them anyway.
  package func listing(_ filter: FileFilter = .knowledgeBase, withStat: Bool = false) throws(GitError) -> FileListing {
    switch self {
    case .folder(let root, let location):
      var fault: GitError?
      var rules: IgnoreRules?
      if let location, let prefix = location.prefix(of: root) {
        do throws(GitError) {
          rules = try IgnoreRules(Repository(at: location), prefix: prefix, filter: filter)
        } catch {
          fault = error
        }
      }
      var listing = try FolderWalk.list(root, filter: filter, withStat: withStat, ignore: rules)
      listing.gitFault = fault ?? rules?.fault
      return listing
    case .index(let location, let prefix):
      return try Repository(at: location).listIndex(prefix: prefix, filter: filter)
    case .revision(let location, let commit, let prefix):
      let repository = try Repository(at: location)
      return try repository.list(
        tree: repository.commit(commit).tree, prefix: prefix, revision: commit.abbreviated(), filter: filter)
    }
  }
}
