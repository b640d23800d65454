/// Words in quotation marks within a line.
struct QuotedSpeech {
  /// With their marks.
  var range: Range<String.Index>
  /// Without their marks.
  var words: String

  /// The fewest words that are taken for speech and not for a term.
  private static let fewestWords = 4

  static func all(in line: String) -> [QuotedSpeech] {
    var found: [QuotedSpeech] = []
    var position = line.startIndex
    while let open = line[position...].firstIndex(where: { closings[$0] != nil }), let marks = closings[line[open]] {
      let start = line.index(after: open)
      position = start
      // A mark within a word is an apostrophe or an inch.
      if open > line.startIndex, line[line.index(before: open)].isLetter || line[line.index(before: open)].isNumber { continue }
      guard let close = line[start...].firstIndex(where: marks.contains) else { continue }
      let words = line[start..<close].trimmingSpaces
      position = line.index(after: close)
      guard words.split(separator: " ").count >= fewestWords else { continue }
      found.append(QuotedSpeech(range: open..<position, words: words))
    }
    return found
  }

  private static let closings: [Character: [Character]] = ["\"": ["\""], "“": ["”"], "„": ["“", "”"], "«": ["»"], "»": ["«"]]
}
