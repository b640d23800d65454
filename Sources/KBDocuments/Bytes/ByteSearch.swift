#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first offset in `start..<end` that holds that byte, or `end`. Uses the C library's vector search.
  @inline(__always)
  func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end, let base = baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the bytes at that offset are those.
  func holds(_ bytes: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = bytes.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end, let base = baseAddress else { return false }
    return memcmp(base + offset, bytes.utf8Start, count) == 0
  }

  /// The first offset in `start..<end` where those bytes begin, or `nil` where they do not occur whole.
  func offset(of bytes: StaticString, from start: Int, to end: Int) -> Int? {
    let first = bytes.utf8Start.pointee
    var position = start
    while true {
      position = offset(of: first, from: position, to: end)
      guard position < end else { return nil }
      if holds(bytes, at: position, before: end) { return position }
      position += 1
    }
  }

  /// Whether a range holds that word, given in lower case, in any case.
  func holdsFolded(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    guard end - start == word.utf8CodeUnitCount else { return false }
    for i in 0..<(end - start) where self[start + i].lowercased != word.utf8Start[i] { return false }
    return true
  }

  /// The first offset from `start` that holds a space or tab, or `end`.
  func skippingWord(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, !self[position].isBlank { position += 1 }
    return position
  }

  /// Whether two ranges hold the same bytes.
  func areEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count, let base = baseAddress else { return a.count == b.count }
    return memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
  }

  /// Where the text of a line ends: `end` without the spaces and tabs before it, not before `start`.
  func trimmedEnd(_ end: Int, notBefore start: Int) -> Int {
    var end = end
    while end > start, self[end - 1] == .space || self[end - 1] == .tab { end -= 1 }
    return end
  }

  /// The first offset from `start` that holds neither space nor tab, or `end`.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, self[position] == .space || self[position] == .tab { position += 1 }
    return position
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  var isBlank: Bool { self == .space || self == .tab }
  /// ASCII letters in lower case, every other byte as it is.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// What a backslash can escape in Markdown.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
