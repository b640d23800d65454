/// Words as they are written in a table of the source: in normal form, with blanks between them.
///
/// The bytes stand in the program as they are written; nothing is made of them before somebody asks.
struct WordList: Sendable, ExpressibleByStringLiteral {
  private let text: StaticString

  init(stringLiteral text: StaticString) { self.text = text }

  /// The bytes of the list.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) }

  /// Calls `body` with the bytes of each word.
  @inline(__always)
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { Self.forEach(in: bytes, parted: { $0 <= 0x20 }, body) }

  /// Calls `body` with the key of each word, also of those that a slash joins.
  @inline(__always)
  func forEachKey(_ body: (WordKey) -> Void) {
    Self.forEach(in: bytes, parted: { $0 <= 0x20 || $0 == 0x2f }) { body(WordKey(normalForm: $0)) }
  }

  /// The number of words, or a few more.
  var count: Int {
    var count = 1
    for byte in bytes where byte <= 0x20 || byte == 0x2f { count &+= 1 }
    return count
  }

  /// Calls `body` with each run of bytes that are no marks.
  @inline(__always)
  static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, parted isMark: (UInt8) -> Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var at = 0
    while at < bytes.count {
      while at < bytes.count, isMark(bytes[at]) { at &+= 1 }
      let start = at
      while at < bytes.count, !isMark(bytes[at]) { at &+= 1 }
      if at > start { body(UnsafeBufferPointer(rebasing: bytes[start..<at])) }
    }
  }
}
