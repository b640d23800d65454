/// Words, numbers and addresses.
extension Tokeniser {
  /// A word that begins at `start`; returns where it ends.
  @inline(__always)
  mutating func word(from start: Int, attached: Bool) -> Int {
    let bytes = bytes
    let count = bytes.count
    var at = start
    // Nearly all words are letters and digits of ASCII and nothing else.
    while at < count, Self.isLetter(bytes[at]) || bytes[at] &- 0x30 < 10 { at &+= 1 }
    if at < count, Self.goesOn(bytes[at]) { return compound(from: start, attached: attached) }
    let letters = at - start
    var shape: Token.Shape = attached ? .attached : []
    let isCapitalised = bytes[start] &- 0x41 < 26
    if isCapitalised { shape.insert(.capitalised) }
    if isCapitalised, letters >= 2, bytes[start..<at].allSatisfy({ $0 &- 0x41 < 26 }) { shape.insert(.allCapitals) }
    whole(start, at, shape, letters <= 8 ? shortKey(start, letters) : foldedKey(start..<at), letters: letters)
    return at
  }

  /// The key of at most eight letters and digits of ASCII, in whatever case.
  @inline(__always)
  private func shortKey(_ start: Int, _ letters: Int) -> WordKey {
    // Eight bytes at once where there are so many; the bit that tells small letters from capitals is set in digits, too.
    guard start + 8 <= bytes.count, let base = bytes.baseAddress else { return foldedKey(start..<start + letters) }
    let eight = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    return WordKey(bits: (eight | 0x2020_2020_2020_2020) & (UInt64.max &>> UInt64(64 - letters * 8)))
  }

  /// The key of letters and digits of ASCII, in whatever case.
  private func foldedKey(_ range: Range<Int>) -> WordKey {
    var builder = WordKey.Builder()
    for at in range { builder.append(bytes[at] | 0x20) }
    return builder.key
  }

  /// The last four letters, in lower case.
  private func lastFour(before end: Int) -> UInt32 {
    var last: UInt32 = 0
    for at in max(0, end - 4)..<end { last = last &<< 8 | UInt32(bytes[at] | 0x20) }
    return last
  }

  /// Whether a byte behind letters and digits may belong to the word, or make it something else than a word.
  @inline(__always)
  private static func goesOn(_ byte: UInt8) -> Bool {
    byte == 0x27 || byte == 0x2d || byte == 0x3a || byte == 0x40 || byte >= 0x80
  }

  /// Notes a word without an apostrophe: one token, or two for "cannot" and for negations like "dont".
  @inline(__always)
  private mutating func whole(_ start: Int, _ end: Int, _ shape: Token.Shape, _ key: WordKey, last4: UInt32? = nil, letters: Int) {
    if let length = Self.unmarkedNegation(key) {
      // "dont", "isnt": two words without their apostrophe.
      let plain = Self.beforeContraction(key)
      append(start, end - length, .word, shape, plain, words[plain])
      append(end - length, end, .word, .attached, "n't", words["n't"])
      return
    }
    if letters == 6, key == "cannot" {
      append(start, end - 3, .word, shape, "can", words["can"])
      append(end - 3, end, .word, .attached, "not", words["not"])
      return
    }
    var entry = words[key]
    if entry.classes.isEmpty, letters >= 4 {
      entry.classes = Morphology.classes(ending: last4 ?? lastFour(before: end), length: letters)
    }
    append(start, end, .word, shape, key, entry)
  }

  /// A word that may hold an apostrophe, hyphens, or letters beyond ASCII, or may turn out to be an address.
  private mutating func compound(from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    var at = start
    var builder = WordKey.Builder()
    var shape: Token.Shape = attached ? .attached : []
    var capitals = 0
    var letters = 0
    var apostrophe = -1
    var apostropheEnd = -1
    var last4: UInt32 = 0
    scan: while at < count {
      let byte = bytes[at]
      switch Self.kind(of: byte) {
      case .letter, .digit:
        let lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
        if lower != byte {
          capitals += 1
          if at == start { shape.insert(.capitalised) }
        }
        letters += 1
        builder.append(lower)
        last4 = last4 << 8 | UInt32(lower)
        at += 1
      case .wide:
        isASCII = false
        let length = letterLength(at)
        if length == 0 {
          // A typographic apostrophe between letters belongs to the word.
          guard apostrophe < 0, isApostrophe(at), at + 3 < count, Self.isLetter(bytes[at + 3]) else { break scan }
          apostrophe = at
          apostropheEnd = at + 3
          break scan
        }
        for offset in 0..<length {
          var lower = bytes[at + offset]
          // Capitals of Latin-1: À to Þ, without ×.
          if offset == 1, bytes[at] == 0xc3, lower >= 0x80, lower <= 0x9e, lower != 0x97 { lower += 0x20 }
          builder.append(lower)
        }
        letters += 1
        last4 = 0
        at += length
      case .mark:
        if byte == 0x27, at + 1 < count, Self.isLetter(bytes[at + 1]) {
          apostrophe = at
          apostropheEnd = at + 1
          break scan
        }
        if byte == 0x2d, at + 1 < count, Self.kind(of: bytes[at + 1]) == .letter || Self.kind(of: bytes[at + 1]) == .digit {
          shape.insert(.hyphenated)
          builder.append(byte)
          last4 = last4 << 8 | UInt32(byte)
          at += 1
          continue
        }
        if byte == 0x3a, at + 2 < count, bytes[at + 1] == 0x2f, bytes[at + 2] == 0x2f {
          return address(from: start)
        }
        if byte == 0x40, at + 1 < count, Self.isLetter(bytes[at + 1]) { return address(from: start) }
        break scan
      case .blank:
        break scan
      }
    }
    if capitals == letters, letters >= 2 { shape.insert(.allCapitals) }
    guard apostrophe >= 0 else {
      whole(start, at, shape, builder.key, last4: last4, letters: letters)
      return at
    }
    return contraction(
      start: start, apostrophe: apostrophe, after: apostropheEnd, shape: shape, builder: builder, last4: last4, letters: letters)
  }

  /// A word with an apostrophe: "do|n't", "you|'d", "vendor|'s"; others stay whole ("o'clock").
  private mutating func contraction(
    start: Int, apostrophe: Int, after: Int, shape: Token.Shape, builder: WordKey.Builder, last4: UInt32, letters: Int
  ) -> Int {
    let count = bytes.count
    var end = after
    var tail = WordKey.Builder()
    tail.append(0x27)
    while end < count, Self.isLetter(bytes[end]) {
      tail.append(bytes[end] >= 0x41 && bytes[end] <= 0x5a ? bytes[end] | 0x20 : bytes[end])
      end += 1
    }
    let tailKey = tail.key
    if tailKey == "'t", last4 & 0xff == 0x6e, letters >= 2 {
      let head = apostrophe - 1
      var headBuilder = WordKey.Builder()
      for at in start..<head {
        headBuilder.append(bytes[at] >= 0x41 && bytes[at] <= 0x5a ? bytes[at] | 0x20 : bytes[at])
      }
      let key = Self.beforeContraction(headBuilder.key)
      append(start, head, .word, shape, key, words[key])
      append(head, end, .word, .attached, "n't", words["n't"])
      return end
    }
    let entry = words[tailKey]
    if entry.word != .other {
      let key = builder.key
      var head = words[key]
      if head.classes.isEmpty { head.classes = Morphology.classes(ending: last4, length: letters) }
      append(start, apostrophe, .word, shape, key, head)
      append(apostrophe, end, .word, .attached, tailKey, entry)
      return end
    }
    var whole = builder
    whole.append(0x27)
    for at in after..<end { whole.append(bytes[at] | 0x20) }
    append(start, end, .word, shape, whole.key, words[whole.key])
    return end
  }

  mutating func number(from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    var at = start
    var builder = WordKey.Builder()
    while at < count {
      let byte = bytes[at]
      switch Self.kind(of: byte) {
      case .digit, .letter:
        builder.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
      case .mark:
        // 2,300 and 3.5 and 09:15 and 2026-06-30 and 3/4, but not the stop after the number.
        guard byte == 0x2c || byte == 0x2e || byte == 0x3a || byte == 0x2d || byte == 0x2f, at + 1 < count,
          Self.kind(of: bytes[at + 1]) == .digit || (byte == 0x2d && Self.kind(of: bytes[at + 1]) == .letter)
        else {
          if byte == 0x25 { at += 1 }
          append(start, at, .number, attached ? .attached : [], builder.key, ClosedClassWords.Entry(word: .other, classes: .numeral))
          return at
        }
        builder.append(byte)
      default:
        append(start, at, .number, attached ? .attached : [], builder.key, ClosedClassWords.Entry(word: .other, classes: .numeral))
        return at
      }
      at += 1
    }
    append(start, at, .number, attached ? .attached : [], builder.key, ClosedClassWords.Entry(word: .other, classes: .numeral))
    return at
  }

  private mutating func address(from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x29, bytes[at] != 0x3e, bytes[at] != 0x22 { at += 1 }
    // The stop of the sentence is not the address's.
    while at > start + 1, bytes[at - 1] == 0x2e || bytes[at - 1] == 0x2c || bytes[at - 1] == 0x3f { at -= 1 }
    append(start, at, .address, [], .none, ClosedClassWords.Entry(word: .other, classes: []))
    return at
  }
}
