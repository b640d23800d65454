import KBGit
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file that must not lie where it could be committed or published: outside of every repository and of the knowledge base, and
/// readable by its owner only.
package struct PrivateFile: Sendable, Equatable {
  /// As the user named it.
  package let path: String

  /// - Throws: `usage` where the place lies in a repository or in the knowledge base, links followed.
  package init(_ path: String, outside location: KnowledgeBaseLocation?, option: String) throws(KnowledgeBaseError) {
    self.path = path
    let folder = Self.existingFolder(of: path)
    let remedy = "Name a place outside: \(option) ~/somewhere/else"
    if let location, folder == location.folder || folder.hasPrefix(location.folder + "/") {
      throw .usage("'\(path)' lies in the knowledge base, where everybody with a copy could read it", remedy: remedy)
    }
    if let repository = RepositoryLocation.containing(folder) {
      throw .usage(
        "'\(path)' lies in the git repository '\(repository.workTree ?? repository.gitDirectory)', where it could be committed", remedy: remedy)
    }
  }

  /// The nearest folder above the file that exists, with links followed; also where the file itself is a link.
  private static func existingFolder(of path: String) -> String {
    if let file = Folder.absolute(path) { return Folder.isFolder(file) ? file : Folder.parent(of: file) ?? "/" }
    var candidate = path.hasPrefix("/") ? path : (Folder.absolute(".") ?? "") + "/" + path
    while let parent = Folder.parent(of: candidate) {
      if let folder = Folder.absolute(parent) { return folder }
      candidate = parent
    }
    return "/"
  }

  /// What it holds; `nil` where there is no such file.
  package func read() throws(KnowledgeBaseError) -> [UInt8]? {
    guard Folder.absolute(path) != nil else { return nil }
    return try UserFile.read(path)
  }

  /// Gives it other bytes, computed from those it has, whole or not at all. One process at a time does so. `nil` leaves it alone.
  package func update<Result>(_ change: ([UInt8]?) throws(KnowledgeBaseError) -> (bytes: [UInt8]?, result: Result)) throws(KnowledgeBaseError) -> Result {
    let folder = try Self.makeFolder(above: path)
    let lock = open(folder, O_RDONLY | O_CLOEXEC)
    guard lock >= 0 else { throw .notWritable(path: path, reason: SystemError.text(errno)) }
    // Closing it gives the lock back.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .notWritable(path: path, reason: SystemError.text(errno)) }
    }
    let (bytes, result) = try change(try read())
    if let bytes {
      let file = Folder.absolute(path) ?? folder + "/" + Folder.name(of: path)
      guard let place = Folder.parent(of: file) else { throw .notWritable(path: path, reason: "it is a folder") }
      // Also where somebody had loosened it.
      if Folder.isFile(file), chmod(file, 0o600) != 0 { throw .notWritable(path: path, reason: SystemError.text(errno)) }
      try AtomicFile.replace(Folder.name(of: file), in: place, bytes: bytes, mode: 0o600)
    }
    return result
  }

  /// Makes the folders above a file, readable by their owner only.
  private static func makeFolder(above path: String) throws(KnowledgeBaseError) -> String {
    let absolute = path.hasPrefix("/") ? path : (Folder.absolute(".") ?? "") + "/" + path
    guard let folder = Folder.parent(of: absolute) else { throw .notWritable(path: path, reason: "it is a folder") }
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      guard Folder.absolute(made) == nil else { continue }
      guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw .notWritable(path: path, reason: SystemError.text(errno)) }
    }
    guard let found = Folder.absolute(folder), Folder.isFolder(found) else { throw .notWritable(path: path, reason: "'\(folder)' is no folder") }
    return found
  }
}
