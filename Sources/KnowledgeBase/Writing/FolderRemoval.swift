#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Removes folders that the program itself has made.
enum FolderRemoval {
  /// Removes a folder and all that is in it; links go, and what they lead to stays. What cannot be removed stays too.
  static func remove(_ path: String) {
    empty(path)
    rmdir(path)
  }

  /// Removes all that is in a folder.
  static func empty(_ path: String) {
    for name in names(in: path) {
      let child = path + "/" + name
      if FileOperations.kind(child) == .folder { remove(child) } else { unlink(child) }
    }
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
