/// What can go wrong between `kb` and a git repository. Each case that a person can mend says how, in ``remedy``.
package enum GitError: Error, Sendable, Hashable {
  /// Git does not read a repository that another user owns, unless `safe.directory` names it.
  case foreignOwner(repository: String)
  /// The history before some commit was not fetched, and `revision` (or the common ancestor of two revisions) lies in that part.
  case shallowHistory(revision: String)
  /// HEAD names a branch without a commit.
  case unbornHead(branch: String)
  /// No branch, tag or commit goes by that name; `candidates` are names that are close, best first.
  case revisionMissing(name: String, candidates: [String])
  /// A short commit id that several objects begin with.
  case revisionAmbiguous(name: String)
  /// A revision that is no commit (a blob's or tree's id, say) or that does not follow the grammar.
  case revisionInvalid(name: String, detail: String)
  /// A merge is under way: the index holds several versions of these files.
  case conflictedIndex(paths: [String])
  /// The repository uses something that libgit2 does not read. Its folder can still be read as plain files.
  case unsupported(Feature, repository: String)
  /// An object is damaged, or not what its name promises.
  case corruptObject(id: ObjectID?, detail: String)
  /// An object is not in the repository, though something refers to it.
  case objectMissing(id: ObjectID?, detail: String)
  /// Two revisions have no commit in common.
  case unrelatedHistories(String, String)
  /// A bare repository has neither work tree nor index.
  case bareRepository(repository: String)
  /// A folder that was taken for a repository is none, or is damaged beyond opening.
  case repositoryInvalid(path: String, detail: String)
  /// The folder is not in that revision (or index).
  case folderMissing(path: String, revision: String)
  /// A folder cannot be opened; `code` is the system's error number.
  case folderUnreadable(path: String, code: Int32)
  /// The walk met more entries than any knowledge base has, as a crafted repository can make it do.
  case tooManyEntries(limit: Int)
  /// Any other failure of libgit2, in its words.
  case library(operation: String, code: Int32, detail: String)

  /// A property of a repository that libgit2 refuses.
  package enum Feature: Sendable, Hashable {
    /// Objects are named by SHA-256.
    case sha256
    /// The index is split in two files (`core.splitIndex`).
    case splitIndex
    /// The index leaves out folders (`index.sparse`).
    case sparseIndex
    /// References are stored as reftable.
    case reftable
    /// Another extension or version of the repository format, by its name.
    case format(String)

    /// The feature in words.
    package var name: String {
      switch self {
      case .sha256: "SHA-256 object names"
      case .splitIndex: "a split index"
      case .sparseIndex: "a sparse index"
      case .reftable: "the reftable format"
      case .format(let name): "the repository format '\(name)'"
      }
    }
  }
}

extension GitError: CustomStringConvertible {
  /// One sentence that stands alone: what is wrong, and with what.
  package var message: String {
    switch self {
    case .foreignOwner(let repository): "the repository '\(repository)' belongs to another user, so git does not trust it"
    case .shallowHistory(let revision): "'\(revision)' lies in history that this shallow clone did not fetch"
    case .unbornHead(let branch): "the branch '\(branch)' has no commit yet"
    case .revisionMissing(let name, _): "no branch, tag or commit is called '\(name)'"
    case .revisionAmbiguous(let name): "several objects begin with '\(name)'"
    case .revisionInvalid(let name, let detail): "'\(name)' is not a commit: \(detail)"
    case .conflictedIndex(let paths):
      paths.count == 1
        ? "the index holds an unmerged file: \(paths[0])"
        : "the index holds \(paths.count) unmerged files: \(paths.prefix(3).joined(separator: ", "))\(paths.count > 3 ? ", …" : "")"
    case .unsupported(let feature, let repository): "the repository '\(repository)' uses \(feature.name), which libgit2 cannot read"
    case .corruptObject(let id, let detail): "a git object is damaged\(id.map { " (\($0))" } ?? ""): \(detail)"
    case .objectMissing(let id, let detail): "a git object is missing\(id.map { " (\($0))" } ?? ""): \(detail)"
    case .unrelatedHistories(let one, let other): "'\(one)' and '\(other)' have no commit in common"
    case .bareRepository(let repository): "the repository '\(repository)' is bare: it has no work tree and no index"
    case .repositoryInvalid(let path, let detail): "'\(path)' cannot be opened as a git repository: \(detail)"
    case .folderMissing(let path, let revision): "there is no folder '\(path)' in \(revision)"
    case .folderUnreadable(let path, let code): "the folder '\(path)' cannot be read: \(SystemError.text(code))"
    case .tooManyEntries(let limit): "the repository lists more than \(limit) files and folders"
    case .library(let operation, let code, let detail): "git could not \(operation): \(detail) (libgit2 code \(code))"
    }
  }

  /// What the user can do about it, as one sentence with the command to run; `nil` where nothing general helps.
  package var remedy: String? {
    switch self {
    case .foreignOwner(let repository):
      "If you trust it, run: git config --global --add safe.directory '\(repository)'"
    case .shallowHistory:
      "Fetch the whole history: git fetch --unshallow (in a workflow that checks out: fetch-depth: 0)"
    case .unbornHead: "Make the first commit, or leave the revision out to read the work tree."
    case .revisionMissing(let name, let candidates):
      candidates.isEmpty
        ? "List what there is with: git branch --all; git tag. A branch of the server may need: git fetch origin \(name)"
        : "Did you mean \(candidates.map { "'\($0)'" }.joined(separator: " or "))?"
    case .revisionAmbiguous: "Give more digits of the id."
    case .revisionInvalid: "Name a branch, a tag or a commit."
    case .conflictedIndex: "Resolve the conflicts, then run: git add FILE"
    case .unsupported(.splitIndex, _): "Run: git update-index --no-split-index"
    case .unsupported(.sparseIndex, _): "Run: git sparse-checkout reapply --no-sparse-index"
    case .unsupported: "Leave the revision out: the files on disk can be read all the same."
    case .corruptObject: "Look for the damage with: git fsck --full; then fetch the object again from another clone."
    case .objectMissing: "Look with: git fsck --full. In a partial or shallow clone, fetch the rest: git fetch --unshallow, or git fetch --refetch"
    case .unrelatedHistories: "Name two revisions of one history."
    case .bareRepository: "Name a revision with --at."
    case .repositoryInvalid: "Look with: git -C FOLDER status"
    case .folderMissing, .folderUnreadable, .tooManyEntries, .library: nil
    }
  }

  /// Message and remedy.
  package var description: String { remedy.map { "\(message). \($0)" } ?? message }
}
