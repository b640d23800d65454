import KBModel

/// Cuts text in UTF-8 into words: runs of letters and digits. Everything else parts them, apostrophes and hyphens too.
enum WordScanner {
  /// Calls `body` with the bytes of each word within `range`.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var position = range.lowerBound
    var start = -1
    while position < range.upperBound {
      let length = separatorLength(bytes, at: position, before: range.upperBound)
      if length == 0 {
        if start < 0 { start = position }
        position += 1
      } else {
        if start >= 0 { body(start..<position) }
        start = -1
        position += length
      }
    }
    if start >= 0 { body(start..<position) }
  }

  /// The bytes of the separator at that place, or 0 where a word goes on there. Of the scalars beyond ASCII, those of Latin-1 that are
  /// no letters (lead byte C2), general punctuation and symbols (E2) and CJK punctuation (E3 80) part words.
  @inline(__always)
  static func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 0 : 1 }
    if byte == 0xC2 { return min(2, end - position) }
    if byte == 0xE2 || byte == 0xE3 && position + 1 < end && bytes[position + 1] == 0x80 { return min(3, end - position) }
    return 0
  }

  /// Whether a word begins at that place.
  @inline(__always)
  static func beginsWord(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = bytes[position - 1]
    if before < 0x80 { return !((before | 0x20) &- 0x61 < 26 || before &- 0x30 < 10) }
    // The last byte of a longer scalar: its lead byte tells.
    var lead = position - 1
    while lead > 0, bytes[lead] & 0xC0 == 0x80, position - lead < 4 { lead -= 1 }
    return separatorLength(bytes, at: lead, before: position) > 0
  }

  /// Where the word that begins at that place ends.
  @inline(__always)
  static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, separatorLength(bytes, at: position, before: bytes.count) == 0 { position += 1 }
    return position
  }

  /// The words of a text, folded.
  static func foldedWords(_ text: String) -> [[UInt8]] {
    let folded = FoldedText.fold(text)
    return folded.withUnsafeBufferPointer { bytes in
      var words: [[UInt8]] = []
      scan(bytes, in: 0..<bytes.count) { words.append(Array(bytes[$0])) }
      return words
    }
  }
}
