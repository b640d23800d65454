#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The owner of an open file descriptor, or of none.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if isOpen { close(number) } }

  /// No descriptor.
  static var none: Descriptor { Descriptor(-1) }

  var isOpen: Bool { number >= 0 }

  /// Opens a folder by a path whose links are followed: for the folder that the user named.
  static func root(_ path: String) throws(GitError) -> Descriptor {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if number < 0 { throw .folderUnreadable(path: path, code: SystemError.last) }
    return Descriptor(number)
  }

  /// Opens a folder in this one, never through a link; negative, with the error number in ``SystemError/last``, where that fails.
  func openFolder(_ name: UnsafePointer<CChar>) -> Int32 { openat(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }

  /// Opens a file in this one for reading, never through a link and without waiting for the other end of a pipe; negative where that fails.
  func openFile(_ name: UnsafePointer<CChar>) -> Int32 { openat(number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }

  /// A file in this folder; `nil` where it cannot be opened.
  func file(_ name: UnsafePointer<CChar>) -> Descriptor? {
    let number = openFile(name)
    return number < 0 ? nil : Descriptor(number)
  }
}

extension FileStat {
  init(_ status: borrowing stat) {
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
    modified = Self.nanoseconds(status.st_mtimespec)
    changed = Self.nanoseconds(status.st_ctimespec)
    #else
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  /// A time that does not fit (before 1678, after 2262) wraps: times are compared for equality only.
  private static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
}
