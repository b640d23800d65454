internal import CGit2

/// An open git repository. It is used by one thread at a time, and therefore not `Sendable`: each worker opens its own at the same
/// ``RepositoryLocation``, which takes a fraction of a millisecond once libgit2 has started.
///
/// Nothing that it hands out depends on it: results are values.
package final class Repository {
  /// Where it is.
  package let location: RepositoryLocation
  let handle: Handle<RepositoryKind>
  let objects: Handle<ObjectDatabaseKind>

  /// Opens the repository at `location`, and starts libgit2 if that has not been done.
  package init(at location: RepositoryLocation) throws(GitError) {
    try LibGit2.start()
    self.location = location
    handle = try Self.open(location)
    objects = try Handle("open the object database") { [pointer = handle.pointer] in git_repository_odb(&$0, pointer) }
  }

  private static func open(_ location: RepositoryLocation) throws(GitError) -> Handle<RepositoryKind> {
    do throws(GitError) {
      return try Handle("open the repository") { pointer in
        git_repository_open_ext(
          &pointer, location.workTree ?? location.gitDirectory, UInt32(GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue), nil)
      }
    } catch {
      throw error.whileOpening(location)
    }
  }

  /// The history was cut off when the repository was cloned (`--depth`).
  package var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }

  /// HEAD points at a commit, not at a branch.
  package var isHeadDetached: Bool { git_repository_head_detached(handle.pointer) == 1 }

  /// HEAD names a branch that has no commit.
  package var isHeadUnborn: Bool { git_repository_head_unborn(handle.pointer) == 1 }
}

extension GitError {
  /// What a failure to open means. Libgit2 tells most of these apart by its text only.
  fileprivate func whileOpening(_ location: RepositoryLocation) -> GitError {
    guard case .library(_, let code, let detail) = self else { return self }
    let path = location.workTree ?? location.gitDirectory
    // Without any safe.directory in the configuration, the look-up of that key is what fails.
    if code == GIT_EOWNER.rawValue || detail.contains("safe.directory") || detail.contains("not owned by current user") {
      return .foreignOwner(repository: path)
    }
    return GitError.unsupportedFormat(detail, repository: path) ?? .repositoryInvalid(path: path, detail: detail)
  }

  /// The feature that a refusal of libgit2 is about; `nil` when it is about something else.
  static func unsupportedFormat(_ detail: String, repository: String) -> GitError? {
    func contains(_ text: String) -> Bool { detail.contains(text) }
    if contains("extensions.objectformat") || contains("object format") { return .unsupported(.sha256, repository: repository) }
    if contains("extensions.refstorage") { return .unsupported(.reftable, repository: repository) }
    if contains("mandatory extension: 'link'") { return .unsupported(.splitIndex, repository: repository) }
    if contains("mandatory extension: 'sdir'") { return .unsupported(.sparseIndex, repository: repository) }
    if contains("unsupported extension name") || contains("unsupported repository version") || contains("unsupported mandatory extension") {
      return .unsupported(.format(detail), repository: repository)
    }
    return nil
  }
}
