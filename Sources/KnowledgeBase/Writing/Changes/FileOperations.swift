#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The system calls by which files are changed, each of them a step at which a test may fail or end the run.
struct FileOperations: Sendable {
  enum Failure: Error, Equatable {
    /// The error number of a call that concerns that path.
    case system(Int32, path: String)
    /// The process ends here, as far as a test is concerned: nothing more may be done.
    case killed
  }

  /// What a test does instead of a step.
  enum Interruption: Sendable { case fail(Int32), kill }

  /// Asked before each step; `nil` goes on.
  var interrupt: (@Sendable () -> Interruption?)?

  private func step(_ path: String) throws(Failure) {
    switch interrupt?() {
    case nil: return
    case .fail(let code): throw .system(code, path: path)
    case .kill: throw .killed
    }
  }

  // MARK: Changing

  /// Writes a file whole and makes sure that it is on disk; what stood there is overwritten.
  ///
  /// - Parameter mode: its permissions; `nil` for what the user's mask leaves.
  func write(_ path: String, _ bytes: [UInt8], mode: UInt32? = nil, syncs: Bool = true) throws(Failure) {
    try step(path)
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(errno, path: path) }
    defer { close(file) }
    // In two parts, so that a test can end the run between them.
    let middle = bytes.count / 2
    try write(bytes[..<middle], to: file, path: path)
    try step(path)
    try write(bytes[middle...], to: file, path: path)
    if let mode { fchmod(file, mode_t(mode)) }
    while syncs, fsync(file) != 0 { if errno != EINTR { throw .system(errno, path: path) } }
  }

  private func write(_ bytes: ArraySlice<UInt8>, to file: Int32, path: String) throws(Failure) {
    let code: Int32 = bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let count = systemWrite(file, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
    guard code == 0 else { throw .system(code, path: path) }
  }

  func rename(_ path: String, to target: String) throws(Failure) {
    try step(target)
    guard systemRename(path, target) == 0 else { throw .system(errno, path: target) }
  }

  /// Removes a file; one that is not there is no failure.
  func remove(_ path: String) throws(Failure) {
    try step(path)
    guard unlink(path) == 0 || errno == ENOENT else { throw .system(errno, path: path) }
  }

  func makeFolder(_ path: String) throws(Failure) {
    try step(path)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system(errno, path: path) }
  }

  /// Removes a folder if it is empty.
  func removeEmptyFolder(_ path: String) throws(Failure) {
    try step(path)
    rmdir(path)
  }

  /// Makes sure that the names in a folder are on disk. File systems that cannot do so are left to themselves.
  func sync(folder path: String) {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  // MARK: Looking

  enum Kind: Equatable { case file(mode: UInt32), folder, other }

  /// What is at a path, links not followed; `nil` where nothing is.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): return .file(mode: UInt32(status.st_mode & 0o777))
    case mode_t(S_IFDIR): return .folder
    default: return .other
    }
  }

  /// The bytes of a regular file; `nil` where nothing is.
  static func bytes(_ path: String) throws(Failure) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .system(errno, path: path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno, path: path) }
    guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else { throw .system(EINVAL, path: path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno, path: path)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

// The system's functions that methods above would hide.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(file, buffer, count) }
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
