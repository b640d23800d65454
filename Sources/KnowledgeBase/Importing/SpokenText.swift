/// Words that were said, written so that Markdown shows them as they are.
enum SpokenText {
  /// One line for a paragraph or block quote: nothing at its beginning makes it a list, a heading or an attribution, and
  /// nothing in it opens a link or a comment.
  static func line(_ text: String) -> String {
    var text = text.replacing("<!--", with: "&lt;!--").replacing("[[", with: "\\[\\[")
    switch text.unicodeScalars.first {
    case "-", "+", "*", "#", ">", "=", "`", "~", "|", "_": text = "\\" + text
    case "—": text = "&mdash;" + text.dropFirst()
    case "–": text = "&ndash;" + text.dropFirst()
    case let digit? where ("0"..."9").contains(digit):
      // "3. of June" would begin a list.
      let digits = text.prefix { $0.isNumber }
      if let next = text.dropFirst(digits.count).first, next == "." || next == ")" { text = digits + "\\" + text.dropFirst(digits.count) }
    default: break
    }
    return text
  }

  /// A block quote, with the speaker's attribution where the speaker is known. The grade is left for a person to give.
  static func quote(_ text: String, speaker: String?) -> String {
    var quote = "> \(line(text))\n"
    if let speaker { quote += ">\n> — \(speaker)\n" }
    return quote
  }
}
