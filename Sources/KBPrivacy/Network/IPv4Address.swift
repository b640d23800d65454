/// An IPv4 address that may lead to somebody: not a version number, a mask or the own machine.
enum IPv4Address: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    let dot = UInt8(ascii: ".")
    guard number.count >= 4, !number.hasPlus, !number.hasBracket || text[number.end(ofGroup: 3)] == UInt8(ascii: ")"),
      (1...3).allSatisfy({ number.separator(before: $0) == dot }), number.count == 4 || number.separator(before: 4) != dot
    else { return nil }
    let first = number.start(ofGroup: 0)
    let end = number.end(ofGroup: 3)
    var parts = (0..<4).map { number.value($0, in: text) }
    let lengths = (0..<4).map { number.length($0) }
    guard (0..<4).allSatisfy({ lengths[$0] <= 3 && (0...255).contains(parts[$0]) }), lengths.contains(where: { $0 > 1 }) else { return nil }
    let before = text[first - 1]
    guard !before.isWord, before != dot, before != UInt8(ascii: "-"), before != UInt8(ascii: "_"), !text[end].isLetter else { return nil }
    if parts[0] == 0 || parts[0] == 127 || parts[0] == 255 || parts == [0, 0, 0, 0] { return nil }
    if let word = text.wordsBefore(first, within: 20).first, versions.contains(word) { return nil }
    parts.removeAll()
    return PersonalDatum(.ipAddress, first, end)
  }

  private static let versions: Set<String> = [
    "version", "versions", "v", "ver", "release", "releases", "build", "firmware", "section", "sections", "chapter", "clause", "step",
    "figure", "table", "paragraph", "rev", "revision", "update", "upgrade", "upgraded",
  ]
}
