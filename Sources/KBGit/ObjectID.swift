internal import CGit2

/// The SHA-1 name of an object in a git repository: twenty bytes, as a value that outlives every handle.
package struct ObjectID: Sendable, Hashable {
  private var high: UInt64
  private var middle: UInt64
  private var low: UInt32

  /// The id made of exactly twenty bytes; `nil` for any other count.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    (high, middle, low) = (0, 0, 0)
    for (i, byte) in bytes.enumerated() {
      switch i {
      case 0..<8: high = high << 8 | UInt64(byte)
      case 8..<16: middle = middle << 8 | UInt64(byte)
      default: low = low << 8 | UInt32(byte)
      }
    }
  }

  /// Reads forty hexadecimal digits of either case; `nil` for anything else.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    var pending: UInt8?
    for digit in hex.utf8 {
      let nibble: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): nibble = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = pending {
        bytes.append(first << 4 | nibble)
        pending = nil
      } else {
        pending = nibble
      }
    }
    guard pending == nil else { return nil }
    self.init(bytes: bytes)
  }

  /// The twenty bytes of the id.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift))) }
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift))) }
    for shift in stride(from: 24, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: low >> UInt32(shift))) }
    return bytes
  }

  /// The first digits of the id, for people: seven unless told otherwise.
  package func abbreviated(to digits: Int = 7) -> String { String(description.prefix(digits)) }
}

extension ObjectID: CustomStringConvertible {
  /// Forty lower-case hexadecimal digits.
  package var description: String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 40) { buffer in
      for (i, byte) in bytes.enumerated() {
        buffer[2 * i] = digits.utf8Start[Int(byte >> 4)]
        buffer[2 * i + 1] = digits.utf8Start[Int(byte & 15)]
      }
      return 40
    }
  }
}

extension ObjectID: Comparable {
  package static func < (a: ObjectID, b: ObjectID) -> Bool {
    (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
  }
}

extension ObjectID {
  init(_ oid: git_oid) {
    (high, middle, low) = withUnsafeBytes(of: oid.id) { raw in
      (
        UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      )
    }
  }

  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid.id) { raw in
      raw.storeBytes(of: high.bigEndian, as: UInt64.self)
      raw.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      raw.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }

  /// The id that git gives a blob of these bytes: the hash of `blob`, the length and the bytes. Under `core.autocrlf` or a filter
  /// this is not what `git add` would record for a file on disk that has these bytes.
  package static func blob(of bytes: borrowing RawSpan) throws(GitError) -> ObjectID {
    try LibGit2.start()
    var oid = git_oid()
    let status = bytes.withUnsafeBytes { git_odb_hash(&oid, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }
    try GitError.check(status, "hash bytes")
    return ObjectID(oid)
  }

  package static func blob(of bytes: [UInt8]) throws(GitError) -> ObjectID { try blob(of: bytes.span.bytes) }
}

/// The id of a file's content. Equal ids mean equal bytes, so a file that two revisions share need be read only once.
package typealias BlobID = ObjectID
/// The id of a commit.
package typealias CommitID = ObjectID
/// The id of a folder's listing as git stores it.
package typealias TreeID = ObjectID
