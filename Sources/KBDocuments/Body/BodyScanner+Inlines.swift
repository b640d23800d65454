import KBModel

// MARK: - Links, code spans and comments within a text

extension BodyScanner {
  /// Reads a text that may run over several lines. What stands between its lines is line ends, blanks and `>` only,
  /// none of which means anything here, so the text is read as one piece.
  mutating func readInlines(from start: Int, to end: Int) {
    guard mayHoldMoreThanWikilinks(start, end) else {
      var position = source.offset(of: UInt8(ascii: "["), from: start, to: end)
      while position < end {
        let next = addWikilink(at: position, end) ?? position + 1
        position = source.offset(of: UInt8(ascii: "["), from: next, to: end)
      }
      return
    }
    openBrackets.removeAll(keepingCapacity: true)
    if hasBacktick { lastBackticks.removeAll(keepingCapacity: true) }
    var backticksSearched = false
    var mayHoldComment = hasAngle
    var position = start
    while position < end {
      switch source[position] {
      case UInt8(ascii: "\\"):
        position += position + 1 < end && source[position + 1].isPunctuation ? 2 : 1
      case UInt8(ascii: "`"):
        position = endOfCodeSpan(at: position, end, searched: &backticksSearched)
      case UInt8(ascii: "<"):
        if mayHoldComment, source.holds("<!--", at: position, before: end) {
          if let close = source.offset(of: "-->", from: position + 4, to: end) {
            body.comments.append(ByteRange(position, close + 3))
            position = close + 3
            continue
          }
          mayHoldComment = false
        }
        position += 1
      case UInt8(ascii: "["):
        if let next = addWikilink(at: position, end) {
          position = next
        } else {
          openBrackets.append(position)
          position += 1
        }
      case UInt8(ascii: "]"):
        position += 1
        if let open = openBrackets.popLast(), position < end, source[position] == UInt8(ascii: "("),
          let link = InlineDestination(source, position, end)
        {
          let first = open > start && source[open - 1] == UInt8(ascii: "!") ? open - 1 : open
          addFileLink(ByteRange(first, link.end), destination: link.destination)
          position = link.end
        }
      default:
        position += 1
      }
    }
  }

  /// Whether a text needs to be read byte by byte. Most texts hold wikilinks at most.
  private func mayHoldMoreThanWikilinks(_ start: Int, _ end: Int) -> Bool {
    func holds(_ byte: UInt8) -> Bool { source.offset(of: byte, from: start, to: end) < end }
    return hasBacktick && holds(UInt8(ascii: "`")) || hasAngle && holds(UInt8(ascii: "<")) || hasBackslash && holds(UInt8(ascii: "\\"))
      || hasInlineLink && holds(UInt8(ascii: "("))
  }

  mutating func addFileLink(_ range: ByteRange, destination: ByteRange) {
    guard InlineDestination.isRelative(source, destination) else { return }
    body.fileLinks.append(FileLink(range: range, destination: destination))
  }

  /// The end of the code span that begins there, or of the backticks where they begin none.
  ///
  /// The positions of the last runs of each length are kept, so that many runs without a partner are not searched for again.
  private mutating func endOfCodeSpan(at start: Int, _ end: Int, searched: inout Bool) -> Int {
    let limit = 80
    var open = start
    while open < end, source[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - start
    guard length <= limit else { return open }
    if lastBackticks.isEmpty { lastBackticks = [Int](repeating: 0, count: limit + 1) }
    if searched, lastBackticks[length] <= open { return open }
    var position = open
    while true {
      position = source.offset(of: UInt8(ascii: "`"), from: position, to: end)
      guard position < end else { break }
      let run = position
      while position < end, source[position] == UInt8(ascii: "`") { position += 1 }
      if position - run <= limit { lastBackticks[position - run] = run }
      if position - run == length { return position }
    }
    searched = true
    return open
  }

  /// Records the wikilink that begins at that bracket; the offset after it, or `nil` where there is none.
  private mutating func addWikilink(at start: Int, _ end: Int) -> Int? {
    guard start + 1 < end, source[start + 1] == UInt8(ascii: "[") else { return nil }
    let first = start + 2
    var position = first
    var hash = -1
    var bar = -1
    scan: while true {
      guard position < end else { return nil }
      switch source[position] {
      case UInt8(ascii: "["), .lineFeed, .carriageReturn: return nil
      case UInt8(ascii: "]"): break scan
      case UInt8(ascii: "#"): if hash < 0, bar < 0 { hash = position }
      case UInt8(ascii: "|"): if bar < 0 { bar = position }
      default: break
      }
      position += 1
    }
    guard position + 1 < end, source[position + 1] == UInt8(ascii: "]") else { return nil }
    var textEnd = bar >= 0 ? bar : position
    // In a table the bar is written `\|`.
    if bar > first, source[bar - 1] == UInt8(ascii: "\\") { textEnd -= 1 }
    let target = trimmed(first, hash >= 0 ? hash : textEnd)
    let anchor = hash >= 0 ? trimmed(hash + 1, textEnd) : ByteRange(textEnd, textEnd)
    guard !target.isEmpty || !anchor.isEmpty else { return nil }
    body.links.append(Wikilink(range: ByteRange(start, position + 2), target: target, anchor: anchor))
    return position + 2
  }

  private func trimmed(_ start: Int, _ end: Int) -> ByteRange {
    let first = source.skippingBlanks(from: start, to: end)
    return ByteRange(first, source.trimmedEnd(end, notBefore: first))
  }
}

/// What stands in parentheses after a Markdown link's text.
struct InlineDestination {
  typealias Source = UnsafeBufferPointer<UInt8>

  let destination: ByteRange
  /// The offset after the closing parenthesis.
  let end: Int

  init?(_ source: Source, _ parenthesis: Int, _ end: Int) {
    var position = Self.skippingSpace(source, parenthesis + 1, end)
    guard let destination = Self.destination(source, position, end) else { return nil }
    position = destination.next
    let afterSpace = Self.skippingSpace(source, position, end)
    if afterSpace > position, let titleEnd = Self.titleEnd(source, afterSpace, end) { position = titleEnd }
    position = Self.skippingSpace(source, position, end)
    guard position < end, source[position] == UInt8(ascii: ")") else { return nil }
    self.destination = destination.range
    self.end = position + 1
  }

  /// The destination that begins there, without angle brackets, and the offset after it.
  static func destination(_ source: Source, _ start: Int, _ end: Int) -> (range: ByteRange, next: Int)? {
    var position = start
    if position < end, source[position] == UInt8(ascii: "<") {
      position += 1
      while position < end {
        switch source[position] {
        case UInt8(ascii: ">"): return (ByteRange(start + 1, position), position + 1)
        case UInt8(ascii: "<"), .lineFeed, .carriageReturn: return nil
        case UInt8(ascii: "\\"): position += 2
        default: position += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while position < end {
      switch source[position] {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
        position += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
        position += 1
      case UInt8(ascii: "\\"):
        position += position + 1 < end && source[position + 1].isPunctuation ? 2 : 1
      case 0...0x20, 0x7F: break scan
      default: position += 1
      }
    }
    guard depth == 0 else { return nil }
    return (ByteRange(start, position), position)
  }

  /// The offset after the title that begins there.
  static func titleEnd(_ source: Source, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let opening = source[start]
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var position = start + 1
    while position < end {
      let byte = source[position]
      if byte == closing { return position + 1 }
      if byte == opening { return nil }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether a destination is a path beside the file: no scheme, no absolute path, no mere anchor.
  static func isRelative(_ source: Source, _ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    let (start, end) = (Int(range.start), Int(range.end))
    switch source[start] {
    case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "?"): return false
    default: break
    }
    var position = start
    while position < end {
      let byte = source[position]
      if byte == UInt8(ascii: ":") { return position == start }
      guard byte.isLetter || position > start && (byte.isDigit || "+-.".utf8.contains(byte)) else { return true }
      position += 1
    }
    return true
  }

  private static func skippingSpace(_ source: Source, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, source[position].isBlank || source[position].isLineEnd { position += 1 }
    return position
  }
}
