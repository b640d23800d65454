import KBModel

/// `Q:` at the beginning of a line: bold or not, numbered or not (`**Q:**`, `Q3.`, `**Q3**:`, `1. Q:`).
struct QuestionMarker {
  typealias Source = UnsafeBufferPointer<UInt8>

  /// The first byte of the marker.
  let start: Int
  /// The first byte after it and the blanks that follow.
  let wordsStart: Int
  /// How many emphasis marks, opened in the marker, end the question: 2 for `**Q: why?**`.
  let openEmphasis: Int

  /// Whether a line that begins with that byte may be a question at all.
  @inline(__always)
  static func mayBegin(_ byte: @autoclosure () -> UInt8, isPresent: Bool) -> Bool {
    guard isPresent else { return false }
    let byte = byte()
    return byte == UInt8(ascii: "Q") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "[") || byte.isDigit
  }

  init?(_ source: Source, _ start: Int, _ end: Int) {
    var position = start
    if Self.isTaskBox(source, position, end) { position = source.skippingBlanks(from: position + 3, to: end) }
    self.start = position

    Self.passNumber(source, &position, end)
    var emphasis = 0
    let mark = position < end ? source[position] : 0
    if mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") {
      while position < end, source[position] == mark, emphasis < 3 {
        position += 1
        emphasis += 1
      }
      Self.passNumber(source, &position, end)
    }
    guard position < end, source[position] == UInt8(ascii: "Q") else { return nil }
    position += 1
    let digits = position
    while position < end, source[position].isDigit, position - digits < 4 { position += 1 }
    let isNumbered = position > digits

    func closesEmphasis() -> Bool {
      guard emphasis > 0, position + emphasis <= end else { return false }
      return source[position..<position + emphasis].allSatisfy { $0 == mark }
    }
    var isOpen = emphasis > 0
    if closesEmphasis() {
      position += emphasis
      isOpen = false
    }
    guard position < end else { return nil }
    let separator = source[position]
    position += 1
    if isOpen, closesEmphasis() {
      position += emphasis
      isOpen = false
    }
    switch separator {
    case UInt8(ascii: ":"): break
    case UInt8(ascii: "."):
      // "Q3. Who" is a question, "Q3.5" and "Q." are not.
      guard isNumbered, position == end || source[position].isBlank else { return nil }
    default: return nil
    }
    wordsStart = source.skippingBlanks(from: position, to: end)
    openEmphasis = isOpen ? emphasis : 0
  }

  /// `[ ]` or `[x]`, as it stands before a task.
  private static func isTaskBox(_ source: Source, _ start: Int, _ end: Int) -> Bool {
    guard start + 3 < end, source[start] == UInt8(ascii: "["), source[start + 2] == UInt8(ascii: "]"), source[start + 3].isBlank
    else { return false }
    return source[start + 1] == .space || source[start + 1].lowercased == UInt8(ascii: "x")
  }

  /// `1. ` or `1) `, as it stands in a heading.
  private static func passNumber(_ source: Source, _ position: inout Int, _ end: Int) {
    var next = position
    while next < end, source[next].isDigit, next - position < 3 { next += 1 }
    guard next > position, next + 1 < end, source[next] == UInt8(ascii: ".") || source[next] == UInt8(ascii: ")"),
      source[next + 1].isBlank
    else { return }
    position = source.skippingBlanks(from: next + 1, to: end)
  }

  /// The words asked: without a block id, emphasis marks and links at the end. `links` are those of the question.
  func words(to end: Int, links: ArraySlice<Wikilink>, in source: Source) -> ByteRange {
    let start = min(wordsStart, end)
    var end = end
    var last = links.endIndex - 1
    var isClosed = openEmphasis == 0
    func trim(_ isDropped: (UInt8) -> Bool) {
      while end > start, isDropped(source[end - 1]) { end -= 1 }
    }
    while true {
      trim { $0.isBlank || $0.isLineEnd }
      if let id = BlockIDs.last(in: source, start, end) {
        end = Int(id.start)
      } else if !isClosed, end - openEmphasis >= start, source[end - 1] == source[self.start] {
        end -= openEmphasis
        isClosed = true
      } else if last >= links.startIndex, Int(links[last].range.end) == end, Int(links[last].range.start) >= start {
        end = Int(links[last].range.start)
        last -= 1
        trim { $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
      } else if last >= links.startIndex, end > start, source[end - 1] == UInt8(ascii: ")"), Int(links[last].range.end) == end - 1 {
        end -= 1
      } else {
        return ByteRange(start, end)
      }
    }
  }
}
