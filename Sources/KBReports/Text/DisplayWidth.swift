/// How wide text is on a terminal, and text of a given width.
extension String {
  /// The number of columns the text takes.
  var displayWidth: Int {
    // Printable ASCII needs no look at scalars.
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? utf8.count : TerminalText.width(of: self)
  }

  /// The text if it is at most that wide, else its beginning and "…".
  func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars {
      used += TerminalText.width(of: String(scalar))
      if used > width - 1 { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }

  /// The text with spaces after it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - displayWidth)) }

  /// The text with spaces before it up to a width.
  func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - displayWidth)) + self }

  /// The text in lines of at most that width, broken at spaces; a longer word stands alone and is cut.
  ///
  /// A no-break space (``noBreak``) holds words together and is printed as a space.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var columns = 0
    var text = self
    text.withUTF8 { utf8 in
      for word in utf8.split(separator: UInt8(ascii: " ")) {
        // Printable ASCII that fits, which is nearly all, needs no string of its own.
        var size = word.count
        if size > width || !word.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
          var cut = String(decoding: word, as: UTF8.self).truncated(to: width)
          size = cut.displayWidth
          cut = cut.withPlainSpaces
          if columns > 0, columns + 1 + size > width { endLine() }
          cut.withUTF8 { add($0[...]) }
          columns += size
          continue
        }
        if columns > 0, columns + 1 + size > width { endLine() }
        add(word)
        columns += size
      }
    }
    if columns > 0 { endLine() }
    return lines

    func add(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
      if columns > 0 {
        line.append(UInt8(ascii: " "))
        columns += 1
      }
      line.append(contentsOf: word)
    }

    func endLine() {
      lines.append(String(decoding: line, as: UTF8.self))
      line.removeAll(keepingCapacity: true)
      columns = 0
    }
  }

  /// The text with ordinary spaces where it held words together.
  var withPlainSpaces: String {
    guard utf8.contains(0xA0) else { return self }
    var plain: [UInt8] = []
    plain.reserveCapacity(utf8.count)
    for byte in utf8 {
      // U+00A0 is C2 A0; no other scalar has these two bytes in turn.
      if byte == 0xA0, plain.last == 0xC2 { plain[plain.count - 1] = UInt8(ascii: " ") } else { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// Holds a number and its unit on one line.
let noBreak = "\u{A0}"
