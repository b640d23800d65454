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
    var line = ""
    var columns = 0
    for word in utf8.split(separator: UInt8(ascii: " ")) {
      let word = String(Substring(word)).truncated(to: width)
      let size = word.displayWidth
      if columns > 0, columns + 1 + size > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += size
    }
    if columns > 0 { lines.append(line) }
    return lines.map(\.withPlainSpaces)
  }

  /// The text with ordinary spaces where it held words together.
  var withPlainSpaces: String {
    guard utf8.contains(0xA0) else { return self }
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars { plain.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(plain)
  }
}

/// Holds a number and its unit on one line.
let noBreak = "\u{A0}"
