package import KBModel

extension DataTable {
  /// Comma-separated values with a header; what a spreadsheet would run as a formula is made harmless. Truth values are
  /// `true` and `false`, missing values empty cells. Line ends within a value stay.
  package func csv() -> String {
    var writer = CSVWriter()
    writer.append(columns.map { .text($0.name) })
    for row in rows { writer.append(row.map(Self.cell)) }
    return writer.text
  }

  private static func cell(_ value: Value) -> CSVWriter.Cell {
    switch value {
    case .null: .text("")
    case .text(let text): .text(safe(text))
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .boolean(let boolean): .text(boolean ? "true" : "false")
    }
  }

  private static func safe(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return TerminalText.safe(text) }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.safe($0) }.joined(separator: "\n")
  }

  /// One JSON object a line, its keys in the order of the columns.
  package func jsonLines() -> String {
    let keys = columns.map { JSONLine.quoted($0.name) + ":" }
    var text = ""
    for row in rows {
      for (i, value) in row.enumerated() {
        text += i == 0 ? "{" : ","
        text += keys[i]
        switch value {
        case .null: text += "null"
        case .text(let string): JSONLine.append(string, to: &text)
        case .integer(let integer): text += String(integer)
        case .number(let number): text += number.isFinite ? number.description : "null"
        case .boolean(let boolean): text += boolean ? "true" : "false"
        }
      }
      text += "}\n"
    }
    return text
  }
}

/// Strings as JSON writes them. What a terminal would act on is escaped, as everywhere in the reports.
private enum JSONLine {
  static func quoted(_ text: String) -> String {
    var result = ""
    append(text, to: &result)
    return result
  }

  static func append(_ text: String, to result: inout String) {
    result += "\""
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      result += text
    } else {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        case _ where TerminalText.isActive(scalar):
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    result += "\""
  }
}
