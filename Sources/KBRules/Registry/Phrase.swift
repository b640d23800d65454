/// Small pieces of English that messages are put together from.
enum Phrase {
  /// So many examples are gathered for a message, however many there are: naming all for each would be quadratic.
  static let enough = 8

  /// "a", "a and b", "a, b and c"; "a, b, c and 2 more" where there are more than `limit`.
  static func list(_ words: [String], joinedBy conjunction: String = "and", limit: Int = enough) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    if words.count > limit {
      return "\(words.prefix(limit - 1).joined(separator: ", ")) \(conjunction) \(words.count - limit + 1) more"
    }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(words[words.count - 1])"
  }

  /// "a" or "an", by the first letter; "use case" begins as "you" does.
  static func article(_ word: String) -> String {
    guard let first = word.utf8.first.map({ $0 | 0x20 }), "aeiou".utf8.contains(first) else { return "a" }
    return word.utf8.starts(with: "use".utf8) ? "a" : "an"
  }

  static func lowercasedFirst(_ sentence: String) -> String {
    let text = sentence.last == "." ? sentence.dropLast() : sentence[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
