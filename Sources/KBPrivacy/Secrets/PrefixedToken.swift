/// A token that its issuer marks with a prefix, and a JSON Web Token.
enum PrefixedToken: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    switch text[trigger] {
    case UInt8(ascii: "A"):
      if text.holdsExactly("AKIA", at: trigger) || text.holdsExactly("ASIA", at: trigger) { return token(text, trigger, trigger + 4, atLeast: 16, isUpper: true) }
      if text.holdsExactly("AIza", at: trigger) { return token(text, trigger, trigger + 4, atLeast: 30) }
      return nil
    case UInt8(ascii: "J"):
      // eyJ…: the beginning of a JSON object in Base64, in three parts with dots.
      guard text[trigger - 1] == UInt8(ascii: "y"), text[trigger - 2] == UInt8(ascii: "e"), !text[trigger - 3].isWord else { return nil }
      let end = text.end(from: trigger) { isTokenByte($0) || $0 == UInt8(ascii: ".") }
      let dots = (trigger..<end).count { text[$0] == UInt8(ascii: ".") }
      return end - trigger >= 30 && dots >= 1 ? PersonalDatum(.secret, trigger - 2, end) : nil
    case UInt8(ascii: "G"):
      guard text[trigger - 1] == UInt8(ascii: "S"), text[trigger + 1] == UInt8(ascii: "."), !text[trigger - 2].isWord else { return nil }
      let end = text.end(from: trigger) { isTokenByte($0) || $0 == UInt8(ascii: ".") }
      return end - trigger >= 40 ? PersonalDatum(.secret, trigger - 1, end) : nil
    case UInt8(ascii: "x"):
      guard text.holdsExactly("xox", at: trigger), !text[trigger - 1].isWord, text[trigger + 4] == UInt8(ascii: "-") else { return nil }
      return token(text, trigger, trigger + 5, atLeast: 10)
    default:
      guard (text[trigger] == UInt8(ascii: "-") ? hyphenated : underscored).contains(text[trigger - 1]) else { return nil }
      // Tokens are long: a space soon after is the end of an ordinary word.
      guard isTokenByte(text[trigger + 12]), isTokenByte(text[trigger + 8]), isTokenByte(text[trigger + 5]) else { return nil }
      for prefix in prefixes {
        let start = trigger - prefix.head.utf8CodeUnitCount
        guard text[trigger] == prefix.head.utf8Start[prefix.head.utf8CodeUnitCount - 1] else { continue }
        guard text.holdsExactly(prefix.head, at: start + 1), !text[start].isWord, text[start] != UInt8(ascii: "-"), text[start] != UInt8(ascii: "_") else { continue }
        return token(text, start + 1, trigger + 1, atLeast: prefix.length)
      }
      return nil
    }
  }

  /// The last letters of the prefixes below, which turn nearly all hyphens down.
  private static let hyphenated = LetterSet("tikpy")
  private static let underscored = LetterSet("pousrbtmikcfnyd")

  /// Up to and with the first byte that `triggers` has of it.
  private static let prefixes: [(head: StaticString, length: Int)] = [
    ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_", 30), ("glpat-", 16), ("gldt-", 16), ("npm_", 30),
    ("pypi-", 40), ("sk_", 20), ("rk_", 20), ("pk_", 20), ("sk-", 20), ("whsec_", 20), ("shpat_", 20), ("shpss_", 20), ("dop_", 30),
    ("hf_", 20), ("lin_", 30), ("ntn_", 30), ("secret_", 30), ("xapp-", 20), ("key-", 30), ("figd_", 30), ("dapi_", 30),
  ]

  private static func token(_ text: Text, _ start: Int, _ rest: Int, atLeast length: Int, isUpper: Bool = false) -> PersonalDatum? {
    guard !text[start - 1].isWord else { return nil }
    let end = text.end(from: rest) { isUpper ? $0.isUppercase || $0.isDigit : isTokenByte($0) }
    guard end - rest >= length, !text[end].isWord, (rest..<end).contains(where: { text[$0].isDigit }) else { return nil }
    return PersonalDatum(.secret, start, end)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
