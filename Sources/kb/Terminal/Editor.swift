#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KnowledgeBase

/// The user's editor. It runs only because the user's own environment names it; nothing in a repository can.
enum Editor {
  /// Opens a file and waits. `command` may have arguments, as in git.
  static func open(_ path: String, with command: String) throws {
    let words = command.split(separator: " ").map(String.init) + [path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else {
      throw KnowledgeBaseError.usage("the editor '\(words[0])' cannot be started", remedy: "The record is written; set EDITOR, or use --no-edit.")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
