/// The secret that turns names into hashes. It must not lie beside them: with both, names can be tried out.
package struct NameKey: Sendable, Equatable {
  /// Thirty-two bytes.
  let bytes: [UInt8]

  /// A new key.
  package init(using generator: inout some RandomNumberGenerator) {
    bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Reads what ``text`` wrote: 64 hexadecimal digits on the first line; `nil` for anything else.
  package init?(text: String) {
    guard let line = text.split(whereSeparator: \.isNewline).first, let bytes = [UInt8](hexadecimal: String(line)), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The key as its file holds it.
  package var text: String { bytes.hexadecimal + "\n" }

  /// Tells keys apart without giving anything of them away.
  var mark: String { String(SHA256.authenticationCode(of: Array("kb privacy names".utf8), key: bytes).hexadecimal.prefix(16)) }

  func hash(of words: String) -> String { SHA256.authenticationCode(of: Array(words.utf8), key: bytes).hexadecimal }
}

extension [UInt8] {
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  init?(hexadecimal text: String) {
    let digits = Array(text.utf8).map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { UInt8((digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)) }
  }
}
