#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file that is written from its beginning to its end beside the one whose place it takes, a chunk at a time.
///
/// What goes wrong is kept until the end: a cache that cannot be written is no error, it is only not there.
struct CacheFile: ~Copyable {
  private let target: String
  private let temporary: String
  private let number: Int32
  private var chunk: [UInt8] = []
  private var sums: [ContentHash] = []
  private var failed: Bool
  /// Where the next byte goes.
  private(set) var count = CacheLayout.headCount

  /// - Parameter target: the path under which the finished file is found; its folder must exist.
  init(target: String) {
    self.target = target
    temporary = "\(target).\(getpid())"
    number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    failed = number < 0 || lseek(number, off_t(CacheLayout.headCount), SEEK_SET) < 0
    chunk.reserveCapacity(CacheLayout.chunk)
  }

  deinit {
    // After `finish` the file has its name and there is nothing under the other one.
    if number >= 0 {
      close(number)
      unlink(temporary)
    }
  }

  /// Fills up to a boundary of eight bytes; gives back where that is.
  mutating func align() -> Int {
    let aligned = CacheLayout.aligned(count)
    let zeros: UInt64 = 0
    withUnsafeBytes(of: zeros) { append(UnsafeRawBufferPointer(rebasing: $0[..<(aligned - count)])) }
    return count
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    count += bytes.count
    while !rest.isEmpty {
      let part = min(rest.count, CacheLayout.chunk - chunk.count)
      chunk.append(contentsOf: rest[..<part])
      rest = UnsafeRawBufferPointer(rebasing: rest[part...])
      if chunk.count == CacheLayout.chunk { flush() }
    }
  }

  private mutating func flush() {
    guard !chunk.isEmpty else { return }
    sums.append(ContentHash(chunk))
    put(chunk)
    chunk.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ bytes: [UInt8]) {
    guard !failed else { return }
    failed = bytes.withUnsafeBytes { !Self.put($0, number) }
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, _ number: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(number, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  /// The hashes of all chunks; nothing is appended after that.
  mutating func takeSums() -> [ContentHash] {
    flush()
    return sums
  }

  /// Writes the hashes and the head, and gives the file its name; whether that and all before it could be done.
  consuming func finish(sums: [ContentHash], head: [UInt8]) -> Bool {
    put(sums.withUnsafeBytes { Array($0) })
    guard !failed, lseek(number, 0, SEEK_SET) == 0 else { return false }
    put(head)
    return !failed && rename(temporary, target) == 0
  }
}
