/// The text of a file that another program wrote, as UTF-8 without a byte order mark.
package struct DecodedText: Sendable, Equatable {
  package enum Encoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 (little endian)"
    case utf16BigEndian = "UTF-16 (big endian)"
    /// What is no UTF-8 and has no zero bytes is taken for this, as browsers do.
    case windows1252 = "Windows-1252"
  }

  package var bytes: [UInt8]
  package var encoding: Encoding

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `nil` for what is no text: zero bytes that are no UTF-16, or control characters that text does not have.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), isBigEndian: true)
    } else {
      let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      guard !content.contains(where: Self.isBinary) else { return nil }
      if String(validating: content, as: UTF8.self) != nil {
        self.init(bytes: content, encoding: .utf8)
      } else {
        var text = ""
        for byte in content { text.unicodeScalars.append(Self.windows1252(byte)) }
        self.init(bytes: Array(text.utf8), encoding: .windows1252)
      }
    }
  }

  private init(bytes: [UInt8], encoding: Encoding) {
    self.bytes = bytes
    self.encoding = encoding
  }

  private init?(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      i += 2
    }
    guard let text = String(validating: units, as: UTF16.self), !text.utf8.contains(where: Self.isBinary) else { return nil }
    self.init(bytes: Array(text.utf8), encoding: isBigEndian ? .utf16BigEndian : .utf16LittleEndian)
  }

  private static func isBinary(_ byte: UInt8) -> Bool {
    // Tab, line ends, form feed and escape occur in text.
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte - 0x80)]
  }

  /// 0x80 to 0x9F; the five that are not assigned are the control characters of that number.
  private static let upper: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
