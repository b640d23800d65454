#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit

/// Writes a file whole or not at all: to a temporary file beside it first, then under its name.
enum AtomicFile {
  /// Creates a file that does not exist yet, with the folders above it.
  ///
  /// - Parameter path: relative to `root`; no part of it may be a link.
  static func create(_ path: String, in root: String, bytes: [UInt8], isExecutable: Bool = false) throws(KnowledgeBaseError) {
    try makeFolders(above: path, in: root)
    let target = root + "/" + path
    let temporary = try writeTemporary(beside: target, bytes: bytes, mode: isExecutable ? 0o755 : 0o644, path: path)
    defer { unlink(temporary) }
    // A hard link, unlike a rename, never takes the place of a file that appeared meanwhile.
    guard link(temporary, target) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .notWritable(path: path, reason: SystemError.text(errno))
    }
  }

  /// Replaces a file's content, keeping its mode, or creates it with `mode`.
  static func replace(_ path: String, in root: String, bytes: [UInt8], mode newMode: mode_t = 0o644) throws(KnowledgeBaseError) {
    let temporary = try prepare(path, in: root, bytes: bytes, mode: newMode)
    guard rename(temporary, root + "/" + path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .notWritable(path: path, reason: SystemError.text(code))
    }
  }

  /// Writes what is to replace a file beside it, with its mode; gives back where. A rename is left to do.
  static func prepare(_ path: String, in root: String, bytes: [UInt8], mode newMode: mode_t = 0o644) throws(KnowledgeBaseError) -> String {
    let target = root + "/" + path
    var status = stat()
    let mode = lstat(target, &status) == 0 ? status.st_mode & 0o777 : newMode
    if status.st_mode & mode_t(S_IFMT) == mode_t(S_IFLNK) {
      throw .notWritable(path: path, reason: "it is a symbolic link")
    }
    return try writeTemporary(beside: target, bytes: bytes, mode: mode, path: path)
  }

  private static func writeTemporary(beside target: String, bytes: [UInt8], mode: mode_t, path: String) throws(KnowledgeBaseError) -> String {
    let temporary = "\(target).kb-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw .notWritable(path: path, reason: SystemError.text(errno)) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let count = write(file, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
    while failure == 0, fsync(file) != 0 { if errno != EINTR { failure = errno } }
    close(file)
    guard failure == 0 else {
      unlink(temporary)
      throw .notWritable(path: path, reason: SystemError.text(failure))
    }
    return temporary
  }

  /// Makes the folders above a path, none of which may be a link: nothing is written outside the knowledge base.
  private static func makeFolders(above path: String, in root: String) throws(KnowledgeBaseError) {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      guard part != "..", part != "." else { throw .notWritable(path: path, reason: "it leads out of the knowledge base") }
      folder += "/" + part
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw .notWritable(path: path, reason: SystemError.text(errno)) }
      var status = stat()
      guard lstat(folder, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR) else {
        throw .notWritable(path: path, reason: "'\(part)' is no folder")
      }
    }
  }
}
