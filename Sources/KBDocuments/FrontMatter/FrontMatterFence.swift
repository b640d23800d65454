import KBModel

/// Where a file's front matter stands: between a first line `---` and the next line `---` or `...`.
enum FrontMatterFence {
  case none
  /// The range is the opening `---`.
  case unclosed(ByteRange)
  /// `content` begins at the opening `---` and ends before the closing line, so that libyaml sees a document that was
  /// begun explicitly: a `%` line is then no directive.
  case closed(content: ByteRange, bodyStart: Int, firstBodyLine: Int)

  init(of bytes: [UInt8], lines: LineTable) {
    self = bytes.withUnsafeBufferPointer { source in
      let start = source.holds("\u{FEFF}", at: 0, before: source.count) ? 3 : 0
      guard Self.isMarker(in: source, at: start, orDots: false) else { return .none }
      let starts = lines.starts
      for index in starts.indices.dropFirst() {
        let lineStart = Int(starts[index])
        guard Self.isMarker(in: source, at: lineStart, orDots: true) else { continue }
        let next = index + 1
        return .closed(
          content: ByteRange(start, lineStart), bodyStart: next < starts.count ? Int(starts[next]) : source.count,
          firstBodyLine: next)
      }
      return .unclosed(ByteRange(start, start + 3))
    }
  }

  private static func isMarker(in source: UnsafeBufferPointer<UInt8>, at start: Int, orDots: Bool) -> Bool {
    guard source.holds("---", at: start, before: source.count) || orDots && source.holds("...", at: start, before: source.count)
    else { return false }
    let end = source.skippingBlanks(from: start + 3, to: source.count)
    return end == source.count || source[end].isLineEnd
  }
}
