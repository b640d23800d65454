#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Reading an open file to its end.
enum RegularFile {
  enum Outcome {
    case bytes([UInt8], FileStat)
    case tooLarge(Int64)
    case notRegular
    case failed(Int32)
  }

  /// Reads a file of at most `limit` bytes. The size that the system names is a hint: a file that grows while it is read is read to
  /// its new end.
  static func read(_ file: borrowing Descriptor, limit: Int) -> Outcome {
    var status = stat()
    guard fstat(file.number, &status) == 0 else { return .failed(SystemError.last) }
    guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else { return .notRegular }
    guard status.st_size <= off_t(limit) else { return .tooLarge(Int64(status.st_size)) }
    var failure: Int32 = 0
    var capacity = Int(status.st_size) + 1
    // One byte more than the file has: a read that does not fill the buffer has met the end, without a second call to see it.
    var bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      failure = fill(file, buffer, &count)
    }
    while failure == 0, bytes.count == capacity {
      guard bytes.count <= limit else { return .tooLarge(Int64(bytes.count)) }
      capacity = min(2 * capacity, limit + 1)
      let sofar = bytes
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = buffer[..<sofar.count].initialize(fromContentsOf: sofar)
        failure = fill(file, buffer, &count)
      }
    }
    return failure != 0 ? .failed(failure) : bytes.count > limit ? .tooLarge(Int64(bytes.count)) : .bytes(bytes, FileStat(status))
  }

  /// The bytes of a small file; `nil` where it cannot be read or is larger than `limit`.
  static func bytes(of file: consuming Descriptor, limit: Int) -> [UInt8]? {
    if case .bytes(let bytes, _) = read(file, limit: limit) { bytes } else { nil }
  }

  /// Reads until the buffer is full or the file ends; gives back the system's error number, or 0.
  private static func fill(_ file: borrowing Descriptor, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) -> Int32 {
    while count < buffer.count {
      let asked = buffer.count - count
      let got = systemRead(file.number, buffer.baseAddress.map { $0 + count }, asked)
      if got < 0 {
        if SystemError.last == EINTR { continue }
        return SystemError.last
      }
      count += got
      if got < asked { return 0 }
    }
    return 0
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }

extension Descriptor {
  /// Opens a file by its path, links followed: for git's own files, which are where the user's configuration says.
  static func file(atPath path: String) -> Descriptor? {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return number < 0 ? nil : Descriptor(number)
  }
}
