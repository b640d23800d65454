/// The frame around the commands of a tour: headings, what is typed, and what to see in the answer.
package struct TourPage {
  private let width: Int
  private let paint: Paint

  package init(width: Int, isColored: Bool) {
    self.width = width
    paint = Paint(isOn: isColored)
  }

  /// A line across the page that begins with words.
  package func heading(_ words: String) -> String {
    let title = "─── \(words) "
    return paint.faint("─── ") + paint.strong(words) + " " + paint.faint(String(repeating: "─", count: max(0, width - title.displayWidth))) + "\n"
  }

  /// Running text; blank lines part paragraphs.
  package func text(_ words: String) -> String {
    words.split(separator: "\n\n").map { Paragraph.wrap(String($0).replacing("\n", with: " "), width: width) + "\n" }.joined(separator: "\n")
  }

  /// Running text behind a label that names the mistake which a step guards against.
  package func mistake(_ name: String) -> String {
    paint.faint("Guards against: ") + paint.strong(name) + "\n"
  }

  /// What somebody would type. A line that is too long goes on below, as in a shell.
  package func command(_ words: [String]) -> String {
    var lines: [String] = []
    var line = "$ kb"
    for word in words {
      let word = Self.quoted(word)
      if (line + " " + word).displayWidth > width - 2 {
        lines.append(line + " \\")
        line = "     " + word
      } else {
        line += " " + word
      }
    }
    return (lines + [line]).map { paint.strong($0) + "\n" }.joined()
  }

  /// Lines of a file, as wide as they are.
  package func excerpt(_ lines: [Substring]) -> String { lines.map { TerminalText.safe(String($0)) + "\n" }.joined() }

  /// Commands to try, with what they do.
  package func suggestions(_ commands: [(command: String, purpose: String)]) -> String {
    let column = (commands.map(\.command.displayWidth).max() ?? 0) + 3
    return commands.map { "  " + paint.strong($0.command.padded(to: column)) + $0.purpose + "\n" }.joined()
  }

  private static func quoted(_ word: String) -> String {
    word.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") } ? "\"\(word)\"" : word
  }
}
