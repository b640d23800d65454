package import KBModel

/// How a text is written as a YAML scalar.
package enum YAMLScalar {
  /// Where the scalar is to stand: within `[]` or `{}` fewer texts can do without quotes.
  package enum Place: Sendable { case block, flow }

  /// The text in that style, or, where the style cannot hold it, in double quotes.
  ///
  /// A plain text that would be read as a comment, a list, an alias or nothing at all is quoted. Texts that look like
  /// numbers or dates stay plain, since the schema and not YAML says what a field holds.
  package static func written(_ text: String, like style: FrontMatter.Style, in place: Place) -> String {
    switch style {
    case .singleQuoted where !text.unicodeScalars.contains(where: isControl):
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case .plain, .literal, .folded, .block, .flow:
      isPlain(Array(text.utf8), in: place) ? text : doubleQuoted(text)
    case .singleQuoted, .doubleQuoted:
      doubleQuoted(text)
    }
  }

  /// Whether a text reads the same without quotes.
  package static func isPlain(_ text: [UInt8], in place: Place) -> Bool {
    guard let first = text.first, let last = text.last, !first.isBlank, !last.isBlank, last != UInt8(ascii: ":") else { return false }
    if ["~", "null", "Null", "NULL", "---", "..."].contains(where: { $0.utf8.elementsEqual(text) }) { return false }
    if "?:-".utf8.contains(first) {
      guard place == .block, text.count > 1, !text[1].isBlank else { return false }
    } else if ",[]{}#&*!|>'\"%@`".utf8.contains(first) {
      return false
    }
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: ":"):
        if text[index + 1].isBlank || place == .flow && ",[]{}".utf8.contains(text[index + 1]) { return false }
      case UInt8(ascii: "#"): if text[index - 1].isBlank { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if place == .flow { return false }
      default: break
      }
    }
    // Breaks and controls beyond ASCII, and the byte order mark.
    return !String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: isControl)
  }

  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isControl(scalar) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// What YAML does not take as it is: controls, line separators, the byte order mark, the two that are no characters.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
