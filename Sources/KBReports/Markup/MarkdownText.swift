/// Text from files inside Markdown as GitHub and GitLab render it.
enum MarkdownText {
  /// The text on one line, shown as it is: nothing in it formats, links, embeds, mentions anybody or breaks a table.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    let scalars = Array(TerminalText.safe(text).unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$", "#":
        escaped.append("\\")
        escaped.append(scalar)
      case "/" where previous == ":":
        escaped.append(contentsOf: emptyComment.unicodeScalars)
        escaped.append(scalar)
      case "." where i >= 3 && scalars[(i - 3)..<i].allSatisfy({ $0 == "w" || $0 == "W" }):
        escaped.append(contentsOf: emptyComment.unicodeScalars)
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
      if i + 1 < scalars.count, isReference(scalar, before: scalars[i + 1]) { escaped.append(contentsOf: emptyComment.unicodeScalars) }
      previous = scalar
    }
    return String(escaped)
  }

  /// The text on one line as a code span.
  static func code(_ text: String) -> String {
    let text = TerminalText.safe(text)
    // A fence longer than any in the text; spaces keep a backtick at the edge from it.
    let longest = text.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 || text.isEmpty || (text.hasPrefix(" ") && text.hasSuffix(" ")) ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A Markdown table. Cells are Markdown already.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(header) + line(header.map { _ in "---" }) + rows.map(line).joined()
  }

  /// Whether a platform takes the two for the start of a mention or a reference: GitHub those with `@` and `#`, GitLab also
  /// merge requests (`!7`), snippets (`$7`), epics (`&7`), labels (`~bug`) and milestones (`%next`).
  private static func isReference(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
    switch scalar {
    case "@", "#", "~", "%": next.properties.isAlphabetic || next.properties.numericType != nil
    case "!", "$", "&": next.properties.numericType != nil
    default: false
    }
  }

  /// References work even when escaped, unless something invisible parts them.
  private static let emptyComment = "<!-- -->"
}
