#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit

/// Files that the user names on the command line, anywhere on disk: links are followed, since the user chose them.
package enum UserFile {
  /// The bytes of a file.
  package static func read(_ path: String) throws(KnowledgeBaseError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, reason: SystemError.text(errno)) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: SystemError.text(errno))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file whole or not at all.
  package static func write(_ path: String, _ bytes: [UInt8]) throws(KnowledgeBaseError) {
    let absolute = path.hasPrefix("/") ? path : "./" + path
    guard let slash = absolute.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = slash == absolute.utf8.startIndex ? "" : String(absolute[..<slash])
    try AtomicFile.replace(String(absolute[absolute.utf8.index(after: slash)...]), in: folder, bytes: bytes)
  }
}

/// The system's `read`, which the name of a static function above would hide.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, buffer, count) }
