/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
package struct CSVWriter: Sendable {
  package private(set) var text = ""

  package init() {}

  /// One cell: a text, which may come from anywhere, or a number of ours.
  package enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case number(Double?)
  }

  /// Appends a line. Undefined numbers are empty cells.
  package mutating func append(_ cells: [Cell]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { text += "," }
      switch cell {
      case .text(let value): text += Self.quoted(Self.defused(value))
      case .integer(let value): text += String(value)
      case .number(let value): text += value.map { $0.description } ?? ""
      }
    }
    text += "\r\n"
  }

  /// Text that a spreadsheet would run as a formula, with an apostrophe before it.
  private static func defused(_ value: String) -> String {
    switch value.utf8.first(where: { $0 != UInt8(ascii: " ") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
      UInt8(ascii: "\n"):
      "'" + value
    default: value
    }
  }

  private static func quoted(_ value: String) -> String {
    let special = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    guard value.utf8.contains(where: special.contains) else { return value }
    // By scalars: a quotation mark with a combining mark after it is another character, and still a quotation mark.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
