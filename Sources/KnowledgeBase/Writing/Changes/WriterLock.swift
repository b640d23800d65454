#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit

/// Holds that nobody else changes a knowledge base meanwhile.
///
/// The system keeps the lock on an open file and takes it back when the process ends, however it ends: a lock file that a dead
/// process left behind holds nothing. The file itself stays, since removing it would let two writers hold two files of one name.
final class WriterLock {
  private let file: Int32

  /// - Parameter patience: how long to wait for whoever holds it, in tenths of a second.
  init(_ path: String, patience: Int = 0) throws(KnowledgeBaseError) {
    let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .notWritable(path: path, reason: SystemError.text(errno)) }
    var tries = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      if code == EWOULDBLOCK, tries < patience {
        tries += 1
        usleep(100_000)
        continue
      }
      let holder = Self.holder(of: file)
      close(file)
      guard code == EWOULDBLOCK else { throw .notWritable(path: path, reason: SystemError.text(code)) }
      throw .busy(holder: holder)
    }
    self.file = file
    let line = Array("\(getpid())\n".utf8)
    // For people who look, and for the message of whoever comes meanwhile.
    ftruncate(file, 0)
    _ = pwrite(file, line, line.count, 0)
  }

  /// The process that holds it, as it wrote itself down.
  private static func holder(of file: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &buffer, buffer.count, 0)
    return Int32(String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self))
  }

  deinit { close(file) }
}
