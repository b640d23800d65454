/// Text in which letter case and accents make no difference.
package enum FoldedText {
  /// The text in lower case and without accents on Latin letters; `ß` is `ss`, `æ` is `ae`.
  package static func fold(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { utf8 in
      var folded: [UInt8] = []
      fold(utf8, into: &folded)
      return folded
    }
  }

  /// Appends the folded text of bytes in UTF-8.
  package static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    folded.reserveCapacity(folded.count + utf8.count)
    guard utf8.contains(where: { $0 >= 0x80 }) else {
      for byte in utf8 { folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
      return
    }
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars { append(scalar, to: &folded) }
  }

  /// Appends one scalar, folded; a combining accent is dropped.
  package static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      return
    }
    guard !(0x300...0x36F).contains(scalar.value) else { return }
    guard scalar.properties.isAlphabetic else {
      folded.append(contentsOf: String(scalar).utf8)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(lower.value) {
      if let base = LatinLetter.base(of: lower) { folded += base.utf8 } else { folded += String(lower).utf8 }
    }
  }

  /// Whether a folded text occurs in a folded text.
  package static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      if text[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
