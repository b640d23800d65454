import KBGit
package import KBModel

/// The notes among files and folders that the user names.
package enum NoteFiles {
  package struct Found: Sendable, Equatable {
    /// As the user would name them, in order.
    package var notes: [String] = []
    /// What is no note by its name.
    package var others: [String] = []
  }

  private static let endings = [".md", ".markdown", ".txt", ".text"]

  /// A file that is named is a note whatever its ending; in folders the ending decides.
  package static func find(_ paths: [String]) throws(KnowledgeBaseError) -> Found {
    var found = Found()
    for path in paths {
      guard Folder.isFolder(path) else {
        guard Folder.isFile(path) else { throw .unreadable(path: path, reason: "there is no such file or folder") }
        found.notes.append(path)
        continue
      }
      let base = path.hasSuffix("/") ? String(path.dropLast()) : path
      guard let absolute = Folder.absolute(path) else { throw .folderMissing(path) }
      let listing = try KnowledgeBaseError.wrap { () throws(GitError) in try FileSource.folder(absolute, nil).listing(.all) }
      for entry in listing.entries {
        let isNote = endings.contains { entry.path.lowercased().hasSuffix($0) }
        if isNote { found.notes.append("\(base)/\(entry.path)") } else { found.others.append("\(base)/\(entry.path)") }
      }
    }
    return found
  }

  /// The most commits that are looked through for the one that brought a file.
  private static let longestHistory = 2000

  /// The day of the oldest commit that has the file; `nil` outside of a repository and for a file that is not committed.
  package static func firstCommit(of path: String) -> CalendarDate? {
    guard let absolute = Folder.absolute(path), let parent = Folder.parent(of: absolute), let location = RepositoryLocation.containing(parent),
      let prefix = location.prefix(of: parent)
    else { return nil }
    let file = Folder.name(of: absolute)
    do throws(GitError) {
      let repository = try Repository(at: location)
      guard !repository.isHeadUnborn else { return nil }
      let commits = try repository.history(of: repository.commit(named: "HEAD").id, limit: longestHistory)
      for commit in commits.reversed() {
        let reader = try FileReader(of: .revision(location, commit.id, prefix: prefix))
        if case .bytes = reader.read(path: file, limit: 1 << 24) {
          let seconds = commit.time + Int64(commit.timeZoneOffset) * 60
          return CalendarDate(dayNumber: Int32(clamping: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
        }
      }
    } catch {
      // The history is one of several places to look: without it the note simply says no date.
      return nil
    }
    return nil
  }
}
