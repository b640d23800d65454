/// A place in a text file: line and column from 1, the column in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package var line: Int32
  package var column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package static let start = SourcePosition(line: 1, column: 1)

  package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// From a place to another one; the end is exclusive.
package struct SourceSpan: Sendable, Hashable, Comparable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// The first line of a file, where what concerns the whole file is reported.
  package static let firstLine = SourceSpan(.start, .start)

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// Where the lines of a file begin, to turn byte offsets into lines and columns.
package struct LineTable: Sendable, Equatable {
  /// The byte offset of each line's first byte; never empty. Lines end with LF, CRLF or a lone CR.
  package private(set) var starts: [Int32]
  /// The bytes of a byte order mark at the beginning, which take no column.
  private let markLength: Int
  /// Where a line is very long, the scalars before each multiple of `stride` bytes, so that a column is not counted from
  /// the line's beginning each time; else empty.
  private let counts: [Int32]

  private static let stride = 1024
  private static let longLine = 4096

  package init(of bytes: [UInt8]) {
    var starts: [Int32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      let n = buffer.count
      while i < n {
        let byte = buffer[i]
        i += 1
        if byte == 0x0A {
          starts.append(Int32(truncatingIfNeeded: i))
        } else if byte == 0x0D {
          if i < n, buffer[i] == 0x0A { i += 1 }
          starts.append(Int32(truncatingIfNeeded: i))
        }
      }
    }
    self.init(starts: starts, of: bytes)
  }

  /// A table of line starts that were found by other means; `starts` must be what `init(of:)` finds.
  package init(starts: [Int32], of bytes: [UInt8]) {
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.starts = starts
    counts = Self.counts(starts: starts, of: bytes)
  }

  private static func counts(starts: [Int32], of bytes: [UInt8]) -> [Int32] {
    var longest = bytes.count - Int(starts[starts.count - 1])
    for i in 1..<max(1, starts.count) { longest = max(longest, Int(starts[i] - starts[i - 1])) }
    guard longest > longLine else { return [] }
    var counts: [Int32] = []
    var count: Int32 = 0
    for (i, byte) in bytes.enumerated() {
      if i % stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % stride == 0 { counts.append(count) }
    return counts
  }

  /// The index, from 0, of the line that holds that byte offset.
  package func lineIndex(of offset: Int) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var (low, high) = (0, starts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(starts[middle]) <= offset { low = middle } else { high = middle }
      }
      return low
    }
  }

  /// Line and column of that byte offset in `bytes`, the bytes that the table was made from.
  package func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let line = lineIndex(of: offset)
    var first = Int(starts[line])
    if line == 0 { first = min(markLength, offset) }
    return SourcePosition(line: line + 1, column: 1 + scalars(from: first, to: max(first, min(offset, bytes.count)), in: bytes))
  }

  private func scalars(from first: Int, to end: Int, in bytes: [UInt8]) -> Int {
    if counts.isEmpty || end - first <= 2 * Self.stride {
      return bytes.withUnsafeBufferPointer { bytes in
        var count = 0
        for i in first..<end where bytes[i] & 0xC0 != 0x80 { count += 1 }
        return count
      }
    }
    return scalars(before: end, in: bytes) - scalars(before: first, in: bytes)
  }

  private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
    let part = offset / Self.stride
    return Int(counts[part]) + scalars(from: part * Self.stride, to: offset, in: bytes)
  }

  package func span(of range: ByteRange, in bytes: [UInt8]) -> SourceSpan {
    let start = position(of: Int(range.start), in: bytes)
    let line = Int(start.line)
    // Most ranges end in the line they begin in: the column goes on from there.
    guard range.end >= range.start, Int(range.start) >= (line == 1 ? markLength : 0), line == starts.count || range.end < starts[line] else {
      return SourceSpan(start, position(of: Int(range.end), in: bytes))
    }
    let count = scalars(from: Int(range.start), to: max(Int(range.start), min(Int(range.end), bytes.count)), in: bytes)
    return SourceSpan(start, SourcePosition(line: line, column: Int(start.column) + count))
  }

  /// The bytes of a line, counted from 0, without its line end.
  package func line(_ index: Int, in bytes: [UInt8]) -> ByteRange {
    let start = Int(starts[index])
    var end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
  }
}
