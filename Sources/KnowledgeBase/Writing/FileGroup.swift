#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit

/// Files of one folder that are written together: none takes its place before all are written.
///
/// The folder is one that the user named. What is in it otherwise stays.
package struct FileGroup {
  /// The folder's absolute path.
  package let folder: String
  private let made: [String]
  private let cancellation: Cancellation
  private var prepared: [(temporary: String, target: String)] = []

  /// Makes the folder where there is none.
  package init(in folder: String, cancellation: Cancellation = .never) throws(KnowledgeBaseError) {
    var made: [String] = []
    self.folder = try NewFolder.make(folder, made: &made)
    self.made = made
    self.cancellation = cancellation
  }

  /// Writes a file under another name beside its place. Where that fails, all of the group is gone again.
  package mutating func add(_ name: String, _ bytes: [UInt8]) throws(KnowledgeBaseError) {
    do throws(KnowledgeBaseError) {
      try cancellation.check()
      prepared.append((try AtomicFile.prepare(name, in: folder, bytes: bytes), folder + "/" + name))
    } catch {
      discard()
      throw error
    }
  }

  /// Puts all files into their places; gives back their absolute paths.
  package mutating func finish() throws(KnowledgeBaseError) -> [String] {
    do throws(KnowledgeBaseError) {
      try cancellation.check()
      for (_, target) in prepared where Folder.isFolder(target) { throw .notWritable(path: target, reason: "it is a folder") }
      for (temporary, target) in prepared where rename(temporary, target) != 0 { throw .notWritable(path: target, reason: SystemError.text(errno)) }
    } catch {
      discard()
      throw error
    }
    return prepared.map(\.target)
  }

  private mutating func discard() {
    for (temporary, _) in prepared { unlink(temporary) }
    prepared = []
    for folder in made.reversed() { rmdir(folder) }
  }
}
