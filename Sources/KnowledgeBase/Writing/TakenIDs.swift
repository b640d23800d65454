import KBGit
import KBModel

/// The ids that records have anywhere: in the work tree, the index, and the tips of all branches, so that two people who
/// write at the same time in different branches do not take the same one.
struct TakenIDs {
  private var places: [String: String] = [:]

  init(in snapshot: Snapshot) throws(KnowledgeBaseError) {
    if let repository = snapshot.location.repository, !repository.isBare {
      do throws(GitError) {
        try add(.index(repository, prefix: snapshot.location.prefix), as: "the index")
        var seen: Set<CommitID> = []
        for branch in try Repository(at: repository).references() where branch.kind != .tag && seen.insert(branch.target).inserted {
          try add(.revision(repository, branch.target, prefix: snapshot.location.prefix), as: "the branch '\(branch.shortName)'")
        }
      } catch {
        throw .git(error)
      }
    }
    for file in snapshot.graph.files { places[file.id] = "'\(file.path)'" }
  }

  private mutating func add(_ source: FileSource, as name: String) throws(GitError) {
    let listing: FileListing
    do throws(GitError) { listing = try source.listing() } catch {
      // A branch that has no such folder takes no id.
      if case .folderMissing = error { return }
      throw error
    }
    for entry in listing.entries where RecordFiles.isRecord(entry.path) {
      places[RecordReader.id(ofPath: entry.path)] = "'\(entry.path)' in \(name)"
    }
  }

  /// Where a record of that id is; `nil` where the id is free.
  func place(of id: String) -> String? { places[id] }
}
