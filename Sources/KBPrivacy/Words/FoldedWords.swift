package import KBModel

/// The words of a text in a form in which spellings of the same word are equal: lower case, no accents. What stands between words
/// (blanks, line ends, quote marks, punctuation, an apostrophe) parts them and is otherwise ignored.
package struct FoldedWords: Sendable {
  /// Where the words stand in the text, in order.
  package private(set) var ranges: [ByteRange] = []
  /// A hash of each word (FNV-1a in 64 bits of the folded bytes).
  package private(set) var hashes: [UInt64] = []
  /// The folded words, one after the other.
  private var folded: [UInt8] = []
  private var ends: [Int] = []

  package init(_ bytes: [UInt8]) {
    var start: Int?
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      var length = 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        if start == nil { start = i }
        folded.append(byte)
      case 0x41...0x5A:
        if start == nil { start = i }
        folded.append(byte | 0x20)
      case 0x80...:
        length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, bytes.count - i)
        let scalar = String(decoding: bytes[i..<i + length], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        if Self.isCombining(scalar) {
          // Belongs to the letter before it.
        } else if Self.isWord(scalar) {
          if start == nil { start = i }
          append(scalar)
        } else {
          close(&start, at: i)
        }
      default: close(&start, at: i)
      }
      i += length
    }
    close(&start, at: bytes.count)
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var count: Int { ranges.count }

  /// Some words in a row, parted by blanks.
  package func text(_ words: Range<Int>) -> String {
    words.map { String(decoding: folded[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]], as: UTF8.self) }.joined(separator: " ")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !Self.isCombining(lower) {
      folded += (LatinLetter.base(of: lower) ?? String(lower)).utf8
    }
  }

  private mutating func close(_ start: inout Int?, at end: Int) {
    guard let first = start else { return }
    start = nil
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in folded[(ends.last ?? 0)...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    ranges.append(ByteRange(first, end))
    hashes.append(hash)
    ends.append(folded.count)
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
