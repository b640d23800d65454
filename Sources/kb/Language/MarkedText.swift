import KBReports

/// A text with some of its words underlined on a line of their own.
struct MarkedText {
  private let scalars: [Unicode.Scalar]
  private let marked: [Bool]

  /// - Parameter spans: what is underlined, in Unicode scalars of `text`.
  init(_ text: String, marking spans: [Range<Int>]) {
    scalars = Array(TerminalText.safe(text.unicodeScalars).unicodeScalars)
    var marked = [Bool](repeating: false, count: scalars.count)
    for span in spans { for index in span.clamped(to: 0..<scalars.count) { marked[index] = true } }
    self.marked = marked
  }

  /// Lines of at most `width` columns, each followed by its underline where it has one.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    for range in wrapped(width) {
      var words = String.UnicodeScalarView()
      var marks = ""
      for index in range {
        words.append(scalars[index])
        let columns = TerminalText.width(of: String(scalars[index]))
        marks += String(repeating: marked[index] ? "~" : " ", count: columns)
      }
      lines.append(String(words))
      while marks.last == " " { marks.removeLast() }
      if !marks.isEmpty { lines.append(marks) }
    }
    return lines
  }

  /// Where the lines break: at the last blank that fits, or in the middle of a word that is too long.
  private func wrapped(_ width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var columns = 0
    var blank: Int?
    var index = 0
    while index < scalars.count {
      columns += TerminalText.width(of: String(scalars[index]))
      if scalars[index] == " " { blank = index }
      if columns > width, index > start {
        let end = blank.flatMap { $0 > start ? $0 : nil } ?? index
        ranges.append(start..<end)
        start = scalars[end] == " " ? end + 1 : end
        index = start
        columns = 0
        blank = nil
        continue
      }
      index += 1
    }
    if start < scalars.count { ranges.append(start..<scalars.count) }
    return ranges
  }
}
