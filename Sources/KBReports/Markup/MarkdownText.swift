/// Text inside Markdown as GitHub and GitLab render it.
enum MarkdownText {
  /// The text on one line, shown as it is: nothing in it formats, embeds, links, mentions anybody or closes a table cell.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = TerminalText.safe(text).unicodeScalars.makeIterator()
    var current = scalars.next()
    while let scalar = current {
      let next = scalars.next()
      current = next
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|":
        result.append("\\")
        result.append(scalar)
      case "@", "#", "!", "$", "%", "&", "~":
        result.append("\\")
        result.append(scalar)
        // An escaped `@dana` or `#7` still is a mention: a space of no width between keeps the platforms from seeing one.
        if let next, !next.properties.isWhitespace { result.append(contentsOf: gap) }
      // `https://` and `www.` become links by themselves.
      case ":" where next == "/", ".":
        result.append(scalar)
        if let next, !next.properties.isWhitespace { result.append(contentsOf: gap) }
      default: result.append(scalar)
      }
    }
    return String(result)
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

  private static let gap = "&#8203;".unicodeScalars
}
