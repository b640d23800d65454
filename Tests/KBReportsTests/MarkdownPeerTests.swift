import KBModel
import KBReports
import KBTestSupport
import Testing

/// Comments as GitHub's own Markdown renderer (cmark-gfm) shows them.
@Suite(.enabled(if: Peer.isAvailable, Comment(rawValue: Peer.remedy))) struct MarkdownPeerTests {
  /// Prints the elements of the page, then each list item as it is read, without what our own layout puts before the message.
  private static let reader = """
    import sys
    from html.parser import HTMLParser
    import cmarkgfm
    from cmarkgfm.cmark import Options

    class Page(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags, self.items, self.inside = set(), [], False
        def handle_starttag(self, tag, attributes):
            self.tags.add(tag)
            assert not attributes, (tag, attributes)
            if tag == "li":
                self.inside = True
                self.items.append("")
        def handle_endtag(self, tag):
            if tag == "li":
                self.inside = False
        def handle_data(self, data):
            if self.inside:
                self.items[-1] += data

    page = Page()
    page.feed(cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options=Options.CMARK_OPT_UNSAFE))
    page.close()
    print(" ".join(sorted(page.tags)))
    for item in page.items:
        print(" ".join(item.split(" KB999 r: ", 1)[1].split()))
    """

  /// Pieces that formats are made of, and that break them.
  private static let pieces = [
    "*", "**", "_", "__", "`", "``", "~~", "[", "](", ")", "![", "<", "<b>", "</li>", "<!--", "-->", "&", "&lt;", "&#35;", "\\", "|", "#", "#1",
    "@dana", "!2", "$", "$x$", "https://e.example", "http://", "www.e.example", "ftp://e.example", "mailto:a@e.example", "a@e.example", "- ", "1. ",
    "> ", "+ ", "[ ] ", "[^1]", ":", "::", "=", "---", "  ", "\n", "\n\n", "\t", "\u{202E}", "\u{1B}[1m", "\u{0}", "word", " ", "é", "😀", "'", "\"", "^", "{", "}", "%", ".", "/",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64]) func nothingInAMessageIsMarkup(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let messages = (0..<400).map { _ in
      (0..<Int.random(in: 1...8, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    }.map { "x" + $0 + "x" }
    let findings = messages.enumerated().map { i, message in
      Finding(
        rule: "r", code: "KB999", severity: .error, path: "a`b|c<\(i)>.md", span: .firstLine, record: nil, field: nil, message: message, help: "",
        subject: "")
    }
    let report = FindingReport(findings: findings, summary: FindingSummary(findings, files: 1, records: 1), rules: [], source: { _ in nil })
    let lines = try Peer.run(Self.reader, input: report.markdown(.init(limit: 400))).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "code li p strong ul", "seed \(seed)")
    #expect(lines.count == messages.count + 1, "seed \(seed)")
    for (message, line) in zip(messages, lines.dropFirst()) { #expect(Self.shown(message) == line, "seed \(seed): \(message.debugDescription)") }
  }

  /// The message as it should be read: on one line, with a mark in the place of what must not act.
  private static func shown(_ message: String) -> String {
    let safe = message.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\n", "\t": " "
      case "\u{202E}", "\u{1B}", "\u{0}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
    return safe.split(separator: " ").joined(separator: " ")
  }
}
