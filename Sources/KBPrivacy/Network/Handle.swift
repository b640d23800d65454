/// `@name`, as on social networks.
enum Handle: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    let before = text[trigger - 1]
    guard before.isSpace || before == UInt8(ascii: "(") || before == UInt8(ascii: "\"") || before == UInt8(ascii: ",") || before == UInt8(ascii: ":")
      || before == UInt8(ascii: "*") || before == UInt8(ascii: "|"),
      text[trigger + 1].isLetter || text[trigger + 1] == UInt8(ascii: "_")
    else { return nil }
    var end = text.end(from: trigger + 1) { $0.isWord || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    while text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    // A scope of packages (`@acme/forms`), an annotation with arguments, or a word that addresses everybody.
    guard end - trigger >= 3, text[end] != UInt8(ascii: "/"), !words.contains(text.lowercased(trigger + 1, end)) else { return nil }
    if text[end] == UInt8(ascii: "("), before != UInt8(ascii: "(") { return nil }
    if text[end] == UInt8(ascii: "@") { end = text.end(from: end + 1) { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") } }
    return PersonalDatum(.handle, trigger, end)
  }

  private static let words: Set<String> = [
    "all", "channel", "everyone", "here", "team", "home", "work", "site", "media", "import", "charset", "param", "return", "returns", "todo",
    "override", "test", "deprecated", "main", "mainactor", "work.", "night", "least", "once",
  ]
}
