import KBExample
import KBGit
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A copy of the example knowledge base on disk, in a small repository of its own, to look at and to change.
package struct ExampleCopy: Sendable {
  /// Its absolute path.
  package let folder: String

  /// Writes the copy into a folder that is new or empty.
  package init(at path: String) throws(KnowledgeBaseError) {
    let empty = try EmptyFolder(path)
    folder = empty.path
    do throws(KnowledgeBaseError) { try fill() } catch {
      empty.takeBack()
      throw error
    }
  }

  /// Writes the copy into a new folder that nobody else can look into, for as long as it is wanted: ``remove()`` takes it away.
  ///
  /// - Parameter parent: a folder for temporary files.
  package init(temporaryIn parent: String) throws(KnowledgeBaseError) {
    var template = Array("\(parent)/kb-tour-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notWritable(path: parent, reason: SystemError.text(errno)) }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = Folder.absolute(made) ?? made
    do throws(KnowledgeBaseError) { try fill() } catch {
      remove()
      throw error
    }
  }

  private func fill() throws(KnowledgeBaseError) {
    try writeFiles()
    try KnowledgeBaseError.wrap { () throws(GitError) in
      // A morning at the end of June, so that the copy is the same wherever and whenever it is made.
      try Repository.initialise(
        folder, message: "What we know by the end of June\n", author: Author(name: "Kettlebridge", email: "research@kettlebridge.example"),
        time: 1_782_806_400)
    }
  }

  private func writeFiles() throws(KnowledgeBaseError) {
    let operations = FileOperations()
    for (path, text) in KBExample.files {
      do throws(FileOperations.Failure) {
        var parent = folder
        for part in path.split(separator: "/").dropLast() {
          parent += "/" + part
          try operations.makeFolder(parent)
        }
        // What can be written again need not be brought to the disk file by file.
        try operations.write(folder + "/" + path, Array(text.utf8), syncs: false)
      } catch {
        guard case .system(let code, let path) = error else { return }
        throw .notWritable(path: path, reason: SystemError.text(code))
      }
    }
  }

  /// Removes the copy with all that has been added to it.
  package func remove() { FolderRemoval.remove(folder) }
}
