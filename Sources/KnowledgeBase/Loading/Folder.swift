import KBGit
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Questions about paths that need nothing but the file system.
package enum Folder {
  /// The absolute path without symbolic links; `nil` where nothing is there.
  package static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func isFile(_ path: String) -> Bool { mode(of: path) == mode_t(S_IFREG) }
  package static func isFolder(_ path: String) -> Bool { mode(of: path) == mode_t(S_IFDIR) }

  /// The folder above an absolute path; `nil` for the root.
  package static func parent(of path: String) -> String? {
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & mode_t(S_IFMT) : nil
  }
}

extension Folder {
  /// An absolute path as seen from the working directory, where it lies below that; unchanged otherwise.
  package static func relative(_ path: String) -> String {
    guard let here = absolute("."), path.hasPrefix(here == "/" ? "/" : here + "/") else { return path }
    return String(path.dropFirst(here == "/" ? 1 : here.utf8.count + 1))
  }
}

/// Folders that a command makes.
package enum NewFolder {
  /// Makes a folder where there is none, with those above it; gives back its absolute path.
  package static func make(_ path: String) throws(KnowledgeBaseError) -> String {
    var made: [String] = []
    return try make(path, made: &made)
  }

  /// - Parameter made: gets the folders that were made, from the top; none where it fails.
  static func make(_ path: String, made: inout [String]) throws(KnowledgeBaseError) -> String {
    var folder = path.hasPrefix("/") ? "" : "."
    var failure: String?
    for part in path.split(separator: "/") {
      folder += "/" + part
      if mkdir(folder, 0o755) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        failure = SystemError.text(errno)
        break
      }
    }
    if failure == nil, let absolute = Folder.absolute(path), Folder.isFolder(absolute) { return absolute }
    for folder in made.reversed() { rmdir(folder) }
    made = []
    throw .notWritable(path: path, reason: failure ?? "it is no folder")
  }
}
