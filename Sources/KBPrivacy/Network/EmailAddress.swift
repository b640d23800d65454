/// `name@host.tld`, also with letters beyond ASCII.
enum EmailAddress: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    guard text[trigger - 1].isWord || text[trigger - 1] == UInt8(ascii: "_") || text[trigger - 1] == UInt8(ascii: "-") || text[trigger - 1] == UInt8(ascii: "+"),
      text[trigger + 1].isWord
    else { return nil }
    var start = text.start(before: trigger, limit: 64) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%")
        || $0 == UInt8(ascii: "'")
    }
    while start < trigger, !text[start].isWord, text[start] != UInt8(ascii: "_") { start += 1 }
    var end = text.end(from: trigger + 1) { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    while end > trigger, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let label = text.start(before: end) { $0.isWord || $0 == UInt8(ascii: "-") }
    // The last label of a host is a word; a picture's name (`logo@2x.png`) is no host.
    guard label > trigger + 1, end - label >= 2, (label..<end).allSatisfy({ !text[$0].isDigit || text.holds("xn--", at: label) }),
      !files.contains(text.lowercased(label, end))
    else { return nil }
    if text.holds("git", at: start), trigger - start == 3 { return nil }
    return PersonalDatum(.emailAddress, start, end)
  }

  private static let files: Set<String> = ["png", "jpg", "jpeg", "svg", "gif", "webp", "md", "yaml", "yml", "json", "pdf", "js", "css"]
}
