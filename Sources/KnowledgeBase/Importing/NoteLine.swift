/// A line of a note: what stands before its text, and the text.
struct NoteLine {
  /// Indentation, list marker, task box or heading marks, with the blank behind them.
  var lead: String
  var text: String
  var isHeading: Bool
  var isItem: Bool

  init(_ line: String) {
    var rest = line[...].drop { $0 == " " || $0 == "\t" }
    isHeading = false
    isItem = false
    let marks = rest.prefix { $0 == "#" }
    if (1...6).contains(marks.count), rest.dropFirst(marks.count).first == " " {
      isHeading = true
      rest = rest.dropFirst(marks.count)
    } else if let first = rest.first, "-*+•".contains(first), rest.dropFirst().first?.isWhitespace == true {
      isItem = true
      rest = rest.dropFirst(1)
      let box = rest.drop { $0 == " " }
      if box.hasPrefix("[ ] ") || box.hasPrefix("[x] ") || box.hasPrefix("[X] ") { rest = box.dropFirst(3) }
    } else {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if (1...3).contains(digits.count), let mark = rest.dropFirst(digits.count).first, mark == "." || mark == ")", rest.dropFirst(digits.count + 1).first?.isWhitespace == true {
        isItem = true
        rest = rest.dropFirst(digits.count + 1)
      }
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    lead = String(line[..<rest.startIndex])
    text = String(rest)
  }

  /// The blanks that put a block into the item of this line.
  var indent: String { isItem ? String(repeating: " ", count: lead.unicodeScalars.count) : "" }

  var isBlank: Bool { text.isEmpty && !isItem && !isHeading }
  var isQuote: Bool { text.hasPrefix(">") }
  var isTable: Bool { text.hasPrefix("|") }
  var isFence: Bool { text.hasPrefix("```") || text.hasPrefix("~~~") }
  /// `---`, `***`, `===`.
  var isRule: Bool { (lead + text).trimmingSpaces.count >= 3 && Set((lead + text).filter { !$0.isWhitespace }).isSubset(of: ["-", "*", "_", "="]) && Set((lead + text).filter { !$0.isWhitespace }).count == 1 }
  var isMarkedQuestion: Bool { Self.questionMarks.contains { text.hasPrefix($0) } || numberedQuestion }

  private static let questionMarks = ["Q:", "**Q:**", "__Q:__", "**Q**:", "*Q:*", "_Q:_"]

  /// `Q3.`, `Q3:`, `**Q3:**`.
  private var numberedQuestion: Bool {
    let rest = text.drop { $0 == "*" || $0 == "_" }
    guard rest.first == "Q" else { return false }
    let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count) else { return false }
    let after = rest.dropFirst(1 + digits.count).drop { $0 == "*" || $0 == "_" }
    return after.first == ":" || after.first == "."
  }

  /// A name before a colon: `Dana: …`, `**Dana:** …`, `[00:01:02] Dana: …`; and what stands before and behind it.
  var label: (before: String, name: String, words: String)? {
    var rest = text[...]
    var before = ""
    if rest.first == "[" || rest.first == "(", let close = rest.firstIndex(where: { $0 == "]" || $0 == ")" }) {
      let time = rest[rest.index(after: rest.startIndex)..<close]
      if time.contains(":"), time.utf8.allSatisfy({ (0x30...0x3A).contains($0) || $0 == UInt8(ascii: ".") }) {
        before = String(rest[...close])
        rest = rest[rest.index(after: close)...].drop { $0 == " " }
      }
    }
    let emphasis = rest.prefix { $0 == "*" || $0 == "_" }
    rest = rest.dropFirst(emphasis.count)
    guard let colon = rest.prefix(48).firstIndex(of: ":") else { return nil }
    var name = rest[..<colon]
    var words = rest[rest.index(after: colon)...]
    if !emphasis.isEmpty {
      if name.hasSuffix(emphasis) { name = name.dropLast(emphasis.count) } else if words.hasPrefix(emphasis) { words = words.dropFirst(emphasis.count) } else { return nil }
    }
    guard words.isEmpty || words.first?.isWhitespace == true, (1...4).contains(name.split(separator: " ").count),
      name.allSatisfy({ $0.isLetter || $0.isNumber || " .-'’()".contains($0) })
    else { return nil }
    return (before, String(name), words.trimmingSpaces)
  }
}
