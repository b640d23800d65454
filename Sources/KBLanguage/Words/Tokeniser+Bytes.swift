extension Tokeniser {
  enum ByteKind: UInt8 { case blank, letter, digit, mark, wide }

  @inline(__always)
  static func kind(of byte: UInt8) -> ByteKind {
    if isLetter(byte) { return .letter }
    // Control characters separate words, as blanks do.
    if byte <= 0x20 || byte == 0x7f { return .blank }
    if byte >= 0x80 { return .wide }
    return byte &- 0x30 < 10 ? .digit : .mark
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether ’ (U+2019) or ʼ-like ‛ (U+201B) stands at `at`.
  @inline(__always)
  func isApostrophe(_ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xe2 && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9b)
  }

  /// Whether a mark that can close a quotation stands at `at`.
  func isQuotationMark(_ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case 0x22, 0x27: return true
    case 0xc2: return at + 1 < bytes.count && bytes[at + 1] == 0xbb
    case 0xe2: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9d)
    default: return false
    }
  }

  /// The number of bytes that a lead byte announces, cut at the end of the text; 1 for a stray byte.
  func sequenceLength(_ at: Int) -> Int {
    let announced =
      switch bytes[at] {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    return min(announced, bytes.count - at)
  }

  /// The length of the letter beyond ASCII at `at`, or 0 when no letter stands there.
  func letterLength(_ at: Int) -> Int {
    let lead = bytes[at]
    let length = sequenceLength(at)
    switch lead {
    case 0xc3...0xdf: return length
    // General punctuation, arrows, mathematical and other signs, dingbats.
    case 0xe2: return 0
    case 0xe3:
      // CJK marks; the rest are letters.
      return at + 1 < bytes.count && bytes[at + 1] == 0x80 ? 0 : length
    case 0xe0, 0xe1, 0xe4...0xee: return length
    case 0xef: return at + 1 < bytes.count && bytes[at + 1] >= 0xac && bytes[at + 1] <= 0xbb ? length : 0
    case 0xf0: return at + 1 < bytes.count && bytes[at + 1] == 0x9f ? 0 : length
    default: return 0
    }
  }

  /// Whether the next letter is a capital, or nothing follows: a sentence may end here.
  func nextIsCapital(_ start: Int) -> Bool {
    var at = start
    while at < bytes.count, !Self.isLetter(bytes[at]), bytes[at] < 0x80, at - start < 8 { at += 1 }
    guard at < bytes.count else { return true }
    return bytes[at] >= 0x41 && bytes[at] <= 0x5a
  }

  /// The plain word before "n't": "can" for "ca", "will" for "wo".
  static func beforeContraction(_ key: WordKey) -> WordKey {
    switch key {
    case "ca", "cant": "can"
    case "wo", "wont": "will"
    case "sha": "shall"
    case "ai": "is"
    case "dont": "do"
    case "doesnt": "does"
    case "didnt": "did"
    case "isnt": "is"
    case "arent": "are"
    case "wasnt": "was"
    case "werent": "were"
    case "havent": "have"
    case "hasnt": "has"
    case "hadnt": "had"
    case "wouldnt": "would"
    case "couldnt": "could"
    case "shouldnt": "should"
    default: key
    }
  }

  /// The bytes of "nt" in a negation written without its apostrophe.
  static func unmarkedNegation(_ key: WordKey) -> Int? {
    // All of them end with "nt" and have at most eight letters.
    let bits = key.bits
    if bits >> 63 != 0 { return nil }
    let length = (64 - bits.leadingZeroBitCount + 7) / 8
    guard length >= 4, length <= 8, bits >> UInt64((length - 2) * 8) == 0x746e else { return nil }
    let plain = beforeContraction(key)
    if plain == key { return nil }
    return key == "cant" || key == "wont" ? 1 : 2
  }
}
