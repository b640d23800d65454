import KBModel

/// Finds what a merge left behind: `<<<<<<<`, `=======` and `>>>>>>>`, each at the beginning of a line, in that order.
struct ConflictMarkers {
  private(set) var complete: [ByteRange] = []
  private var pending: [ByteRange] = []

  /// Looks at one line; `end` is exclusive and without the line end.
  mutating func look(at start: Int, _ end: Int, in source: UnsafeBufferPointer<UInt8>) {
    guard end - start >= 7 else { return }
    switch source[start] {
    case UInt8(ascii: "<"):
      if isMarker("<<<<<<<", start, end, source) { pending = [ByteRange(start, end)] }
    case UInt8(ascii: "="):
      guard pending.count == 1, end - start == 7, isMarker("=======", start, end, source) else { return }
      pending.append(ByteRange(start, end))
    case UInt8(ascii: ">"):
      guard pending.count == 2, isMarker(">>>>>>>", start, end, source) else { return }
      complete += pending
      complete.append(ByteRange(start, end))
      pending = []
    default: break
    }
  }

  /// Looks at the lines `first..<last`, none of which is code.
  mutating func scan(_ lineStarts: UnsafeBufferPointer<Int32>, from first: Int, to last: Int, in source: UnsafeBufferPointer<UInt8>) {
    guard first < last else { return }
    let start = Int(lineStarts[first])
    let end = last < lineStarts.count ? Int(lineStarts[last]) : source.count
    guard source.offset(of: "<<<<<<<", from: start, to: end) != nil else { return }
    for line in first..<last {
      let lineStart = Int(lineStarts[line])
      var lineEnd = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : source.count
      while lineEnd > lineStart, source[lineEnd - 1].isLineEnd { lineEnd -= 1 }
      look(at: lineStart, lineEnd, in: source)
    }
  }

  private func isMarker(_ marker: StaticString, _ start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    source.holds(marker, at: start, before: end) && (end - start == 7 || source[start + 7] == .space)
  }
}
