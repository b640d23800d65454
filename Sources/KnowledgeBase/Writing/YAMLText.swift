import KBModel

/// Writes values as YAML that fits on one line and reads back as the same text.
enum YAMLText {
  /// A scalar: plain where that is read back as this text by every YAML reader, in double quotes otherwise.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  static func list(_ items: [String]) -> String { "[\(items.map(flowScalar).joined(separator: ", "))]" }

  /// A node of a front matter in flow style, whatever style it has there.
  static func flow(_ node: Int, of frontMatter: FrontMatter) -> String {
    switch frontMatter.nodes[node].kind {
    case .scalar:
      if frontMatter.isNull(node) { return "" }
      let text = frontMatter.text(of: node)
      // What was plain there may stay what it is here: a number, a date.
      return frontMatter.nodes[node].style == .plain && !needsQuotesInFlow(text) ? text : flowScalar(text)
    case .sequence: return "[\(frontMatter.children(of: node).map { flow($0, of: frontMatter) }.joined(separator: ", "))]"
    case .mapping:
      let entries = frontMatter.children(of: node).map { "\(flowScalar(frontMatter.key(of: $0))): \(flow($0, of: frontMatter))" }
      return "{\(entries.joined(separator: ", "))}"
    }
  }

  private static func flowScalar(_ text: String) -> String { isPlain(text) && !needsQuotesInFlow(text) ? text : quoted(text) }

  private static func needsQuotesInFlow(_ text: String) -> Bool { text.utf8.contains { ",[]{}".utf8.contains($0) } }

  private static func isPlain(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    guard let first = utf8.first, let last = utf8.last, first != 0x20, last != 0x20, last != UInt8(ascii: ":") else { return false }
    if "-?:,[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
    if utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return false }
    for (i, byte) in utf8.enumerated() {
      if byte == UInt8(ascii: ":"), i + 1 < utf8.count, utf8[i + 1] == 0x20 { return false }
      if byte == UInt8(ascii: "#"), i > 0, utf8[i - 1] == 0x20 { return false }
    }
    return !["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) && !isNumber(utf8)
  }

  private static func isNumber(_ utf8: [UInt8]) -> Bool {
    guard utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eExXoO_abcdefABCDEF".utf8.contains($0) }) else { return false }
    return Double(String(decoding: utf8, as: UTF8.self)) != nil || utf8.starts(with: "0x".utf8) || utf8.starts(with: "0o".utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          result += "\\x" + (hex.utf8.count == 1 ? "0" : "") + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
