import KBGit
import KBModel

/// What of a listing is not read although records could be there. Nobody should have to wonder where they are.
struct LeftOut {
  /// Sentences for the user.
  private(set) var notices: [String] = []
  /// Folders of records that cannot be read, with the reason.
  private(set) var unreadable: [(path: String, reason: String)] = []

  /// - Parameters:
  ///   - listing: of a source.
  ///   - configuration: names the folders of records, and what is left out on purpose.
  ///   - folder: the absolute path of the listed folder; `nil` where the files are not on disk.
  init(_ listing: FileListing, configuration: Configuration, folder: String?) {
    guard !listing.skipped.isEmpty else { return }
    let globs = configuration.exclude.map(Glob.init)
    var links: [String] = []
    for file in listing.skipped where !globs.contains(where: { $0.matches(file.path) }) {
      let isAmongRecords = configuration.schema.type(ofPath: file.path + "/") != nil
      switch file.reason {
      case .symbolicLink: if let folder, Folder.isFolder(folder + "/" + file.path) { links.append(file.path) }
      case .unreadable(let code):
        let reason = SystemError.text(code)
        if isAmongRecords { unreadable.append((file.path, reason)) } else { notices.append("'\(file.path)' cannot be read (\(reason)); records in it are missing here") }
      case .nestedRepository: if isAmongRecords { notices.append("'\(file.path)' is a repository of its own and is not read") }
      case .nameNotUTF8: notices.append("'\(file.path)' is not read: its name is not UTF-8")
      case .tooDeep: notices.append("'\(file.path)' is not read: it lies more than 64 folders deep")
      case .notRegular, .conflicted: break
      }
    }
    if let first = links.first {
      let rest = links.count - 1
      let more = rest == 0 ? "" : rest == 1 ? " (and '\(links[1])')" : " (and \(rest) more)"
      notices.append("'\(first)'\(more) leads to a folder by a symbolic link, which is not followed: nothing there is read")
    }
  }
}
