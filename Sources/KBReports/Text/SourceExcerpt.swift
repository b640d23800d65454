import KBModel

/// A source line with a marker under some of its words.
struct SourceExcerpt {
  /// The line, safe for a terminal, cut where it is long.
  let line: String
  let indent: String
  let marker: String

  /// Scalars shown before and after the marked words of a long line.
  private static let reach = 60
  private static let widest = 160

  init?(_ span: SourceSpan, in bytes: [UInt8]) {
    let table = LineTable(of: bytes)
    let index = Int(span.start.line) - 1
    guard table.starts.indices.contains(index) else { return nil }
    var scalars = Array(bytes.text(table.line(index, in: bytes)).unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var start = min(max(0, Int(span.start.column) - 1), scalars.count)
    var end = span.end.line > span.start.line ? scalars.count : min(max(start, Int(span.end.column) - 1), scalars.count)
    var (prefix, suffix) = ("", "")
    if scalars.count > Self.widest {
      let from = max(0, start - Self.reach)
      let to = min(scalars.count, max(end, start) + Self.reach, from + Self.widest)
      prefix = from > 0 ? "…" : ""
      suffix = to < scalars.count ? "…" : ""
      scalars = Array(scalars[from..<to])
      start -= from
      end = min(end - from, scalars.count)
    }
    let before = prefix + TerminalText.safe(scalars[..<start])
    let marked = TerminalText.safe(scalars[start..<max(start, end)])
    line = before + marked + TerminalText.safe(scalars[max(start, end)...]) + suffix
    indent = String(repeating: " ", count: TerminalText.width(of: before))
    marker = String(repeating: "^", count: max(1, TerminalText.width(of: marked)))
  }
}
