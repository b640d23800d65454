#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBModel

/// A file as memory, for as long as anyone holds it. Nobody writes the file: one that takes its place is another file.
final class MappedFile: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  private let count: Int

  /// `nil` where there is no such file of ours, it is empty, or it cannot be mapped.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG), status.st_uid == geteuid(), status.st_size > 0 else {
      return nil
    }
    count = Int(status.st_size)
    #if os(Linux)
    // All of it is read, to see whether it is whole: one call instead of a fault for each few pages.
    let flags = MAP_PRIVATE | MAP_POPULATE
    #else
    let flags = MAP_PRIVATE
    #endif
    guard let start = mmap(nil, count, PROT_READ, flags, file, 0), start != MAP_FAILED else { return nil }
    self.start = start
  }

  deinit { munmap(start, count) }

  var bytes: HeldBytes { HeldBytes(start: start, count: count, owner: self) }
}
