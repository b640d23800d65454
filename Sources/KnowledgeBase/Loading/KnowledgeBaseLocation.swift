package import KBGit

/// Where a knowledge base is: its folder, and the repository around it where there is one.
package struct KnowledgeBaseLocation: Sendable, Equatable {
  /// The folder that holds `kb.yaml`; in a bare repository the git directory.
  package var folder: String
  package var repository: RepositoryLocation?
  /// The folder's path in the repository, empty for its root.
  package var prefix: String
  /// Whether `kb.yaml` was found on disk. In a bare repository, or where only a revision has it, it was not.
  package var isOnDisk: Bool

  /// Finds the knowledge base that holds `folder`: the nearest folder, from it upwards, with a `kb.yaml`.
  ///
  /// Without one, the repository itself may still hold it in a revision; without a repository either, there is none.
  package init(containing folder: String) throws(KnowledgeBaseError) {
    guard let start = Folder.absolute(folder) else { throw .folderMissing(folder) }
    let repository = RepositoryLocation.containing(start)
    self.repository = repository
    var candidate = start
    while true {
      if Folder.isFile(candidate + "/kb.yaml") {
        self.folder = candidate
        prefix = repository?.prefix(of: candidate) ?? ""
        isOnDisk = true
        return
      }
      // A knowledge base does not reach beyond its repository.
      guard candidate != repository?.workTree, let parent = Folder.parent(of: candidate) else { break }
      candidate = parent
    }
    guard let repository else { throw .notFound(start) }
    self.folder = repository.workTree ?? repository.gitDirectory
    prefix = ""
    isOnDisk = false
  }

  /// A folder taken as a knowledge base whether or not it has a `kb.yaml`.
  package init(folder: String, repository: RepositoryLocation?) {
    self.folder = folder
    self.repository = repository
    prefix = repository?.prefix(of: folder) ?? ""
    isOnDisk = true
  }

  /// The folder under the git directory where caches and journals live; `nil` without a repository.
  package var stateFolder: String? { repository.map { $0.gitDirectory + "/kb" } }

  /// The folder of the ``FactsCache``; it may be deleted at any time.
  package var cacheFolder: String? { stateFolder.map { $0 + "/cache" } }
}
