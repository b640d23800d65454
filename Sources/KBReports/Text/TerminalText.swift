/// Text from files, made safe for a terminal and measured as a terminal shows it.
package enum TerminalText {
  /// The text without control characters, escape sequences and marks that turn the writing direction around: what a file
  /// says can be read, and can do nothing else. A tab becomes a space, a line end too.
  package static func safe(_ text: String) -> String {
    // Printable ASCII needs no look at scalars.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return safe(text.unicodeScalars)
  }

  package static func safe(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "\t", "\n", "\r": result.append(" ")
      default: result.append(isActive(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Whether a terminal or a page may act on the character instead of showing it: control characters, direction marks,
  /// overrides and isolates, line and paragraph separators, the byte order mark.
  static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Columns that a text takes: marks that combine take none, East Asian wide characters and emoji two.
  package static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F, 0x20D0...0x20FF: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
