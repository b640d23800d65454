#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit
import KnowledgeBase

/// The folder that relative paths begin at.
enum WorkingDirectory {
  /// Does something in another folder, and comes back.
  static func during(_ folder: String, _ body: () throws -> Void) throws {
    let here = Folder.absolute(".")
    guard chdir(folder) == 0 else { throw KnowledgeBaseError.unreadable(path: folder, reason: SystemError.text(errno)) }
    defer { if let here { chdir(here) } }
    try body()
  }
}
