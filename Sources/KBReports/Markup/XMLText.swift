/// Text inside XML 1.0, in element content and in attribute values between double quotes.
enum XMLText {
  /// The text with its markup characters as references. A line end and a tab become references too, since a reader would
  /// turn them into spaces in an attribute. Characters that XML 1.0 forbids, even as references, are dropped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      // Needed in `]]>`; harmless elsewhere.
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&apos;".unicodeScalars)
      case "\t": result.append(contentsOf: "&#9;".unicodeScalars)
      case "\n": result.append(contentsOf: "&#10;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      default: if isAllowed(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// ` name="value"` of each pair whose value is not `nil`.
  static func attributes(_ pairs: KeyValuePairs<String, String?>) -> String {
    pairs.reduce(into: "") { text, pair in
      if let value = pair.value { text += " \(pair.key)=\"\(escaped(value))\"" }
    }
  }

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// The production `Char` of XML 1.0.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
