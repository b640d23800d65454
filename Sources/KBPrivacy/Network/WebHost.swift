/// A host and the beginning of a path, as they stand around the slash between them.
struct WebHost {
  /// In lower case, without `www.`.
  let name: String
  /// Where the address begins, with its scheme.
  let start: Int
  /// The offset of the slash.
  let slash: Int

  /// The host before a slash; `nil` where none stands there. Ordered so that most slashes are turned down at once.
  init?(in text: Text, before slash: Int) {
    guard text[slash - 1].isLetter, text[slash + 1] != UInt8(ascii: "/") else { return nil }
    let first = text.start(before: slash, limit: 64) { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard slash - first >= 4, (first..<slash).contains(where: { text[$0] == UInt8(ascii: ".") }), text[first - 1] != UInt8(ascii: "@") else { return nil }
    var start = first
    if text[first - 1] == UInt8(ascii: "/") {
      guard text[first - 2] == UInt8(ascii: "/") else { return nil }
      start = text.start(before: first - 3, limit: 8) { $0.isLetter }
    }
    let host = text.lowercased(first, slash)
    name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    self.start = start
    self.slash = slash
  }

  /// The end of the whole address.
  func end(in text: Text) -> Int {
    var end = text.end(from: slash) { byte in
      !byte.isSpace && byte != UInt8(ascii: ")") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "]")
        && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "`") && byte != UInt8(ascii: "*")
    }
    while end > slash, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'")].contains(text[end - 1]) {
      end -= 1
    }
    return end
  }

  /// The parts of the path, in lower case, without a query.
  func path(in text: Text) -> [String] {
    let whole = text.lowercased(slash + 1, end(in: text))
    let plain = whole.prefix { $0 != "?" && $0 != "#" }
    return plain.split(separator: "/").map(String.init)
  }

  /// Whether the host is that one or one below it.
  func isAt(_ domain: String) -> Bool { name == domain || name.hasSuffix("." + domain) }
}
