/// What begins a block, read from the first byte of a line that is no blank. Terms and conditions are CommonMark's.
enum BlockStarts {
  typealias Source = UnsafeBufferPointer<UInt8>

  /// The level of an ATX heading, 1 to 6, or 0.
  static func atxLevel(_ source: Source, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, source[position] == UInt8(ascii: "#") { position += 1 }
    let level = position - start
    guard level <= 6, position == end || source[position].isBlank else { return 0 }
    return level
  }

  /// The text of an ATX heading, without the marks before and after.
  static func atxContent(_ source: Source, _ start: Int, _ end: Int, level: Int) -> Range<Int> {
    let first = source.skippingBlanks(from: start + level, to: end)
    var last = source.trimmedEnd(end, notBefore: first)
    var hashes = last
    while hashes > first, source[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if hashes < last, hashes == first || source[hashes - 1].isBlank { last = source.trimmedEnd(hashes, notBefore: first) }
    return first..<last
  }

  /// The level of a setext underline, 1 or 2, or 0.
  static func setextLevel(_ source: Source, _ start: Int, _ end: Int) -> Int {
    let mark = source[start]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return 0 }
    var position = start
    while position < end, source[position] == mark { position += 1 }
    guard source.skippingBlanks(from: position, to: end) == end else { return 0 }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  static func isThematicBreak(_ source: Source, _ start: Int, _ end: Int) -> Bool {
    let mark = source[start]
    var count = 0
    for position in start..<end {
      if source[position] == mark { count += 1 } else if !source[position].isBlank { return false }
    }
    return count >= 3
  }

  /// The length of an opening code fence, or 0. A fence of backticks has no backtick after it.
  static func fenceLength(_ source: Source, _ start: Int, _ end: Int) -> Int {
    let mark = source[start]
    var position = start
    while position < end, source[position] == mark { position += 1 }
    guard position - start >= 3 else { return 0 }
    if mark == UInt8(ascii: "`"), source.offset(of: mark, from: position, to: end) < end { return 0 }
    return position - start
  }

  static func closesFence(_ source: Source, _ start: Int, _ end: Int, mark: UInt8, length: Int) -> Bool {
    var position = start
    while position < end, source[position] == mark { position += 1 }
    return position - start >= length && source.skippingBlanks(from: position, to: end) == end
  }

  struct ListMarker {
    var length: Int
    var isOrdered: Bool
  }

  /// The list marker that stands there. One that is to interrupt a paragraph is followed by text and, where numbered, 1.
  static func listMarker(_ source: Source, _ start: Int, _ end: Int, interruptsParagraph: Bool) -> ListMarker? {
    var position = start
    let isOrdered = source[start].isDigit
    if isOrdered {
      var number = 0
      while position < end, source[position].isDigit, position - start < 10 {
        number = number * 10 + Int(source[position] - 0x30)
        position += 1
      }
      guard position - start <= 9, position < end, source[position] == UInt8(ascii: ".") || source[position] == UInt8(ascii: ")")
      else { return nil }
      if interruptsParagraph, number != 1 { return nil }
    }
    position += 1
    guard position == end || source[position].isBlank else { return nil }
    if interruptsParagraph, source.skippingBlanks(from: position, to: end) == end { return nil }
    return ListMarker(length: position - start, isOrdered: isOrdered)
  }
}
