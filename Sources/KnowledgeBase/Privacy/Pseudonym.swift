/// The names under which people stand in a knowledge base: `p-7f3k`.
package enum Pseudonym {
  /// Whether a text has the form of a pseudonym: `p-` and letters or digits.
  package static func isPseudonym(_ text: String) -> Bool {
    text.utf8.count > 2 && text.hasPrefix("p-") && text.utf8.dropFirst(2).allSatisfy(isPart)
  }

  /// The pseudonyms in a text, wherever they stand.
  static func all(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for range in ranges(in: bytes) { found.insert(String(decoding: bytes[range], as: UTF8.self)) }
    return found
  }

  /// Where pseudonyms stand in a text: no part of a longer word.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while i + 2 < bytes.count {
      guard bytes[i] == UInt8(ascii: "p"), bytes[i + 1] == UInt8(ascii: "-"), isPart(bytes[i + 2]), i == 0 || !isWord(bytes[i - 1]) else {
        i += 1
        continue
      }
      var end = i + 2
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      // "p-7f3k-2" is something else.
      if end == bytes.count || !isWord(bytes[end]) { found.append(i..<end) }
      i = end
    }
    return found
  }

  /// A new pseudonym that is none of those taken. Four letters or digits, without those that are easily confused; more where
  /// most of these are taken.
  static func new(notIn taken: Set<String>, using generator: inout some RandomNumberGenerator) -> String {
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)
    var length = 4
    while true {
      for _ in 0..<100 {
        let part = (0..<length).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }
        let candidate = "p-" + String(decoding: part, as: UTF8.self)
        // Digits alone look like a number, letters alone like a word.
        guard part.contains(where: { $0 < 0x3A }), part.contains(where: { $0 > 0x3A }), !taken.contains(candidate) else { continue }
        return candidate
      }
      length += 1
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool { isPart(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80 }
}
