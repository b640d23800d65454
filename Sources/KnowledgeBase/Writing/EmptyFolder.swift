import KBGit
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder that a command fills: new or empty.
struct EmptyFolder {
  /// Its absolute path.
  let path: String
  /// What was made for it, from the top.
  private let made: [String]

  /// Makes the folder where there is none, outside of what it is to be a copy of.
  ///
  /// - Parameter root: the absolute path of the folder that it must not lie in.
  init(_ path: String, outside root: String) throws(KnowledgeBaseError) {
    // Nothing is made before it is known where.
    var candidate = path.hasPrefix("/") ? path : (Folder.absolute(".") ?? "") + "/" + path
    while Folder.absolute(candidate) == nil, let parent = Folder.parent(of: candidate) { candidate = parent }
    let existing = Folder.absolute(candidate) ?? "/"
    if existing == root || existing.hasPrefix(root + "/") {
      throw .usage("'\(path)' lies in '\(root)', which it is to be a copy of", remedy: "Name a folder outside.")
    }
    try self.init(path)
  }

  /// Makes the folder where there is none.
  init(_ path: String) throws(KnowledgeBaseError) {
    if Folder.absolute(path) != nil, !Folder.isFolder(path) { throw .exists(path: path) }
    var made: [String] = []
    self.path = try NewFolder.make(path, made: &made)
    self.made = made
    guard try Self.isEmpty(self.path) else {
      throw .usage("'\(path)' is not empty, and nothing in it is overwritten", remedy: "Name a new folder.")
    }
  }

  /// Takes back all that was put into it, and the folder itself where it was made for that.
  func takeBack() {
    FolderRemoval.empty(path)
    for folder in made.reversed() { rmdir(folder) }
  }

  private static func isEmpty(_ path: String) throws(KnowledgeBaseError) -> Bool {
    guard let folder = opendir(path) else { throw .unreadable(path: path, reason: SystemError.text(errno)) }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let isSelf = withUnsafeBytes(of: entry.pointee.d_name) { name in
        name[0] == UInt8(ascii: ".") && (name[1] == 0 || name[1] == UInt8(ascii: ".") && name[2] == 0)
      }
      if !isSelf { return false }
    }
    return true
  }
}
