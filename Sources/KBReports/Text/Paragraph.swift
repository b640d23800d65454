/// Running text in lines of a width.
package enum Paragraph {
  /// Breaks at spaces so that no line is wider than `width` columns where that is possible.
  package static func wrap(_ text: String, width: Int, indent: String = "") -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, TerminalText.width(of: indent) + TerminalText.width(of: line) + 1 + TerminalText.width(of: String(word)) > width {
        lines.append(indent + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(indent + line) }
    return lines.joined(separator: "\n")
  }
}
