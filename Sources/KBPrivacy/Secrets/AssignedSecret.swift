/// A secret after its name: `password: hunter2!`, `api_key=…`, `Bearer …`, or within an address (`https://user:pass@host`).
enum AssignedSecret: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    if text[trigger + 1] == UInt8(ascii: "/") { return text[trigger + 2] == UInt8(ascii: "/") ? credentials(text, trigger) : nil }
    let quote = text[trigger - 1]
    let nameEnd = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "*") || quote == 0x20 ? trigger - 1 : trigger
    guard let kind = kind(text, nameEnd) else { return nil }
    var start = trigger + 1
    while text[start].isBlank || text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") || text[start] == UInt8(ascii: "`") || text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "=") || text[start] == UInt8(ascii: ">") {
      start += 1
    }
    if text.holdsExactly("Bearer ", at: start) { start += 7 }
    if text.holdsExactly("Basic ", at: start) { start += 6 }
    var end = text.end(from: start) {
      $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "{")
    }
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ",") || text[end - 1] == UInt8(ascii: ";") || text[end - 1] == UInt8(ascii: ")") { end -= 1 }
    guard isSecret(text, start, end, kind) else { return nil }
    return PersonalDatum(.secret, start, end)
  }

  private enum Kind { case password, token }

  /// What the word that ends there names. The last letter turns nearly all words down.
  private static func kind(_ text: Text, _ end: Int) -> Kind? {
    switch text[end - 1].lowercased {
    case UInt8(ascii: "d"):
      return text.holds("password", at: end - 8) || text.holds("passwd", at: end - 6) || text.holds("pwd", at: end - 3) ? .password : nil
    case UInt8(ascii: "e"): return text.holds("passphrase", at: end - 10) || text.holds("passcode", at: end - 8) ? .password : nil
    case UInt8(ascii: "s"): return text.holds("pass", at: end - 4) && !text[end - 5].isLetter ? .password : nil
    case UInt8(ascii: "t"): return text.holds("secret", at: end - 6) || text.holds("kennwort", at: end - 8) || text.holds("passwort", at: end - 8) ? .password : nil
    case UInt8(ascii: "n"): return text.holds("token", at: end - 5) || text.holds("authorization", at: end - 13) ? .token : nil
    case UInt8(ascii: "y"):
      guard text.holds("key", at: end - 3) else { return nil }
      let word = text.lowercased(text.start(before: end, limit: 24) { $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == 0x20 }, end)
      return ["api", "access", "secret", "private", "account", "auth", "signing", "license", "licence"].contains { word.contains($0) } ? .token : nil
    default: return nil
    }
  }

  /// Passwords have a digit or a sign among letters; tokens are long and mixed.
  private static func isSecret(_ text: Text, _ start: Int, _ end: Int, _ kind: Kind) -> Bool {
    let length = end - start
    var digits = 0
    var letters = 0
    var signs = 0
    var distinct: Set<UInt8> = []
    for i in start..<max(start, end) {
      let byte = text[i]
      if byte.isDigit { digits += 1 } else if byte.isLetter || byte >= 0x80 { letters += 1 } else { signs += 1 }
      distinct.insert(byte)
    }
    switch kind {
    case .password:
      // "on-a-sticker" has signs, but only those that words are joined by.
      let isMixed = digits > 0 && letters > 0 || (start..<end).contains { !text[$0].isWord && !"-_/.,()".utf8.contains(text[$0]) } && letters > 0
      return length >= 6 && isMixed && distinct.count >= 4
    case .token:
      return length >= 12 && digits >= 2 && letters >= 2 && distinct.count >= 8 && !text.holds("http", at: start)
    }
  }

  private static func credentials(_ text: Text, _ colon: Int) -> PersonalDatum? {
    let start = colon + 3
    let end = text.end(from: start) { !$0.isSpace && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ">") }
    guard let at = (start..<end).first(where: { text[$0] == UInt8(ascii: "@") }), (start..<at).contains(where: { text[$0] == UInt8(ascii: ":") }), at + 1 < end
    else { return nil }
    return PersonalDatum(.secret, start, end)
  }
}
