internal import KBModel

/// Lines of text of one width, filled from top to bottom. What goes in may hold anything: it comes out harmless.
struct TextPage {
  let width: Int
  let paint: Paint
  private(set) var text = ""

  /// Where the text of a ``Fact`` begins.
  private static let factIndent = 16

  init(width: Int, paint: Paint) {
    self.width = width
    self.paint = paint
  }

  /// A finished line, which may hold escape sequences of ours.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// An empty line, but never two in a row.
  mutating func blank() {
    if !text.utf8.suffix(2).elementsEqual("\n\n".utf8) { text += "\n" }
  }

  /// Words in as many lines as they need.
  mutating func paragraph(_ words: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for line in TerminalText.safe(words).wrapped(to: width - indent) { self.line(margin + line) }
  }

  /// A bold title at the left and a remark at the right, or under it when they do not fit.
  mutating func split(_ left: String, _ right: String) {
    let (left, right) = (TerminalText.safe(left), TerminalText.safe(right))
    let gap = width - left.displayWidth - right.displayWidth
    if gap >= 2 {
      line(paint.strong(left) + String(repeating: " ", count: gap) + right)
    } else {
      for part in left.wrapped(to: width) { line(paint.strong(part)) }
      paragraph(right)
    }
  }

  /// A heading with a rule under it.
  ///
  /// - Parameter verdict: the verdict in whose colour the heading stands, if any.
  mutating func section(_ title: String, _ meaning: String = "", verdict: Verdict? = nil) {
    let title = TerminalText.safe(title)
    let painted = verdict.map { paint.verdict($0, title) } ?? paint.strong(title)
    let rest = meaning.isEmpty ? "" : "  \(TerminalText.safe(meaning))"
    if (title + rest).displayWidth <= width {
      line(painted + rest)
    } else {
      line(painted)
      paragraph(rest)
    }
    line(paint.faint(String(repeating: "─", count: width)))
  }

  /// An id in bold with its title, which continues under itself.
  mutating func title(_ id: String, _ title: String) {
    let id = TerminalText.safe(id).truncated(to: width)
    let indent = id.displayWidth + 2
    let lines = TerminalText.safe(title).wrapped(to: max(20, width - indent))
    if indent + 20 > width {
      line(paint.strong(id))
      for part in lines { line("  " + part) }
      return
    }
    line(paint.strong(id) + (lines.first.map { "  \($0)" } ?? ""))
    for part in lines.dropFirst() { line(String(repeating: " ", count: indent) + part) }
  }

  /// A label and its text, which continues under itself.
  mutating func fact(_ fact: Fact) {
    let label = "  \(fact.label)".padded(to: Self.factIndent)
    for (i, part) in TerminalText.safe(fact.text).wrapped(to: width - Self.factIndent).enumerated() {
      line((i == 0 ? paint.faint(label) : String(repeating: " ", count: Self.factIndent)) + part)
    }
  }
}
