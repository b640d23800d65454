/// A half-open range of byte offsets in one file, small enough to be kept by the million.
package struct ByteRange: Sendable, Hashable {
  package var start: Int32
  package var end: Int32

  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// Nothing, at the beginning of the file.
  package static let none = ByteRange(0, 0)

  @inlinable
  package var isEmpty: Bool { start >= end }
  @inlinable
  package var count: Int { Int(end) - Int(start) }
  @inlinable
  package var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}

extension [UInt8] {
  /// The text of those bytes; invalid UTF-8 becomes U+FFFD.
  package func text(_ range: ByteRange) -> String {
    String(decoding: self[range.range], as: UTF8.self)
  }
}
