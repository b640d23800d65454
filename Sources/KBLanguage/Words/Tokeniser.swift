/// The pass over the bytes behind `TokenisedText`.
struct Tokeniser {
  var tokens: [Token] = []
  var sentences: [TokenisedText.Sentence] = []
  var quotations: [Range<Int>] = []
  var isASCII = true

  private var sentenceStart = 0
  private var depth = 0
  /// Where a quotation may have begun: the token after the mark, and the kind of mark.
  private var openDouble = -1
  private var openSingle = -1
  private var openGuillemet = -1
  /// A mark that ends the sentence once its bracket or quotation is closed.
  private var pending: Token.Kind?

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    tokens.reserveCapacity(count / 4 + 4)
    var at = 0
    var newlines = 0
    var attached = false
    while at < count {
      let byte = bytes[at]
      switch Self.kinds[Int(byte)] {
      case .blank:
        if byte == 0x0a {
          newlines += 1
          if newlines == 2 { endSentence(.end) }
        }
        at += 1
        attached = false
        continue
      case .letter:
        at = word(bytes, from: at, attached: attached)
      case .digit:
        at = number(bytes, from: at, attached: attached)
      case .wide:
        isASCII = false
        at = wide(bytes, from: at, attached: attached)
      case .mark:
        at = mark(bytes, from: at, attached: attached)
      }
      newlines = 0
      attached = true
    }
    endSentence(.end)
  }

  // MARK: Words

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, attached: Bool) -> Int {
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
      switch Self.kinds[Int(byte)] {
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
        let length = Self.letterLength(bytes, at)
        if length == 0 {
          // A typographic apostrophe between letters belongs to the word.
          guard apostrophe < 0, Self.isApostrophe(bytes, at), at + 3 < count, Self.isLetter(bytes[at + 3]) else { break scan }
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
        if byte == 0x2d, at + 1 < count, Self.kinds[Int(bytes[at + 1])] == .letter || Self.kinds[Int(bytes[at + 1])] == .digit {
          shape.insert(.hyphenated)
          builder.append(byte)
          last4 = last4 << 8 | UInt32(byte)
          at += 1
          continue
        }
        if byte == 0x3a, at + 2 < count, bytes[at + 1] == 0x2f, bytes[at + 2] == 0x2f {
          return address(bytes, from: start)
        }
        if byte == 0x40, at + 1 < count, Self.isLetter(bytes[at + 1]) { return address(bytes, from: start) }
        break scan
      case .blank:
        break scan
      }
    }
    if capitals == letters, letters >= 2 { shape.insert(.allCapitals) }
    guard apostrophe >= 0 else {
      let key = builder.key
      if let length = Self.unmarkedNegation(key) {
        // "dont", "isnt": two words without their apostrophe.
        let entry = ClosedClassWords.table[Self.beforeContraction(key)]
        append(start, at - length, .word, shape, Self.beforeContraction(key), entry)
        append(at - length, at, .word, .attached, "n't", ClosedClassWords.table["n't"])
        return at
      }
      if letters == 6, key == "cannot" {
        append(start, at - 3, .word, shape, "can", ClosedClassWords.table["can"])
        append(at - 3, at, .word, .attached, "not", ClosedClassWords.table["not"])
        return at
      }
      var entry = ClosedClassWords.table[key]
      if entry.classes.isEmpty { entry.classes = Morphology.classes(ending: last4, length: letters) }
      append(start, at, .word, shape, key, entry)
      return at
    }
    return contraction(
      bytes, start: start, apostrophe: apostrophe, after: apostropheEnd, shape: shape, builder: builder, last4: last4,
      letters: letters)
  }

  /// A word with an apostrophe: "do|n't", "you|'d", "vendor|'s"; others stay whole ("o'clock").
  private mutating func contraction(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, apostrophe: Int, after: Int, shape: Token.Shape,
    builder: WordKey.Builder, last4: UInt32, letters: Int
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
      append(start, head, .word, shape, key, ClosedClassWords.table[key])
      append(head, end, .word, .attached, "n't", ClosedClassWords.table["n't"])
      return end
    }
    let entry = ClosedClassWords.table[tailKey]
    if entry.word != .other {
      let key = builder.key
      var head = ClosedClassWords.table[key]
      if head.classes.isEmpty { head.classes = Morphology.classes(ending: last4, length: letters) }
      append(start, apostrophe, .word, shape, key, head)
      append(apostrophe, end, .word, .attached, tailKey, entry)
      return end
    }
    var whole = builder
    whole.append(0x27)
    for at in after..<end { whole.append(bytes[at] | 0x20) }
    append(start, end, .word, shape, whole.key, ClosedClassWords.table[whole.key])
    return end
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    var at = start
    var builder = WordKey.Builder()
    while at < count {
      let byte = bytes[at]
      switch Self.kinds[Int(byte)] {
      case .digit, .letter:
        builder.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
      case .mark:
        // 2,300 and 3.5 and 09:15 and 2026-06-30 and 3/4, but not the stop after the number.
        guard byte == 0x2c || byte == 0x2e || byte == 0x3a || byte == 0x2d || byte == 0x2f, at + 1 < count,
          Self.kinds[Int(bytes[at + 1])] == .digit || (byte == 0x2d && Self.kinds[Int(bytes[at + 1])] == .letter)
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

  private mutating func address(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x29, bytes[at] != 0x3e, bytes[at] != 0x22 { at += 1 }
    // The stop of the sentence is not the address's.
    while at > start + 1, bytes[at - 1] == 0x2e || bytes[at - 1] == 0x2c || bytes[at - 1] == 0x3f { at -= 1 }
    append(start, at, .address, [], .none, ClosedClassWords.Entry(word: .other, classes: []))
    return at
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ kind: Token.Kind, _ shape: Token.Shape, _ key: WordKey, _ entry: ClosedClassWords.Entry
  ) {
    var shape = shape
    if tokens.count == sentenceStart { shape.insert(.first) }
    if depth > 0 { shape.insert(.bracketed) }
    if kind == .word { pending = nil }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind, shape: shape,
        word: entry.word, key: key, classes: entry.classes))
  }

  // MARK: Marks

  private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, attached: Bool) -> Int {
    let byte = bytes[start]
    let end = start + 1
    switch byte {
    case 0x2c: markToken(start, end, .comma, attached)
    case 0x3b: markToken(start, end, .semicolon, attached)
    case 0x3a: markToken(start, end, .colon, attached)
    case 0x2f: markToken(start, end, .slash, attached)
    case 0x2e: return period(bytes, from: start, attached: attached)
    case 0x3f, 0x21:
      var at = end
      var asks = byte == 0x3f
      while at < bytes.count, bytes[at] == 0x3f || bytes[at] == 0x21 {
        asks = asks || bytes[at] == 0x3f
        at += 1
      }
      let kind: Token.Kind = asks ? .question : .exclamation
      markToken(start, at, kind, attached)
      finish(kind, bytes, at)
      return at
    case 0x28, 0x5b, 0x7b:
      markToken(start, end, .opening, attached)
      depth += 1
    case 0x29, 0x5d, 0x7d:
      markToken(start, end, .closing, attached)
      depth = max(0, depth - 1)
      endPending(bytes, end)
    case 0x22:
      quotationMark(start, end, attached: attached)
      endPending(bytes, end)
    case 0x27:
      singleMark(bytes, start, end, attached: attached)
      endPending(bytes, end)
    case 0x2d:
      var at = end
      while at < bytes.count, bytes[at] == 0x2d { at += 1 }
      markToken(start, at, .dash, attached)
      return at
    case 0x2a, 0x5f, 0x60, 0x23, 0x3e, 0x7c:
      // Emphasis, code, heading, quotation and table marks of Markdown are no part of the text.
      break
    default:
      markToken(start, end, .symbol, attached)
    }
    return end
  }

  private mutating func markToken(_ start: Int, _ end: Int, _ kind: Token.Kind, _ attached: Bool) {
    append(start, end, kind, attached ? .attached : [], .none, ClosedClassWords.Entry(word: .other, classes: []))
  }

  private mutating func period(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    var at = start + 1
    while at < count, bytes[at] == 0x2e { at += 1 }
    if at - start >= 2 {
      markToken(start, at, .ellipsis, attached)
      if Self.nextIsCapital(bytes, at) { finish(.ellipsis, bytes, at) }
      return at
    }
    if attached, let previous = tokens.last, previous.kind == .word {
      let isInitial = previous.end - previous.start == 1
      if at < count, Self.isLetter(bytes[at]) || Self.kinds[Int(bytes[at])] == .digit {
        // "node.js", "e.g.": the word goes on; "done.What": a blank is missing.
        if isInitial || bytes[at] > 0x5a || bytes[at] < 0x41 { return at }
      } else if (isInitial && previous.word == .other)
        || (ClosedClassWords.abbreviations[previous.key] && !(previous.key == "etc" && Self.nextIsCapital(bytes, at)))
      {
        return at
      }
    }
    markToken(start, at, .period, attached)
    finish(.period, bytes, at)
    return at
  }

  private mutating func wide(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    let length = Self.letterLength(bytes, start)
    if length > 0 { return word(bytes, from: start, attached: attached) }
    let lead = bytes[start]
    if lead == 0xc2, start + 1 < count {
      switch bytes[start + 1] {
      case 0xa0, 0xad: break  // no-break space, soft hyphen
      case 0xab: guillemet(start, start + 2, opens: true, attached)
      case 0xbb:
        guillemet(start, start + 2, opens: false, attached)
        endPending(bytes, start + 2)
      default: markToken(start, start + 2, .symbol, attached)
      }
      return start + 2
    }
    if lead == 0xe2, start + 2 < count, bytes[start + 1] == 0x80 {
      switch bytes[start + 2] {
      case 0x80...0x8f, 0xa8...0xaf, 0xab: break  // spaces, joiners and direction marks
      case 0x90...0x92: markToken(start, start + 3, .dash, attached)
      case 0x93...0x95: markToken(start, start + 3, .dash, attached)
      case 0x98: openSingleQuotation(start, start + 3, attached)
      case 0x99:
        singleMark(bytes, start, start + 3, attached: attached)
        endPending(bytes, start + 3)
      case 0x9a: openSingleQuotation(start, start + 3, attached)
      case 0x9c, 0x9e, 0x9f: guillemet(start, start + 3, opens: true, attached)
      case 0x9d:
        guillemet(start, start + 3, opens: false, attached)
        endPending(bytes, start + 3)
      case 0xa6:
        markToken(start, start + 3, .ellipsis, attached)
        if Self.nextIsCapital(bytes, start + 3) { finish(.ellipsis, bytes, start + 3) }
      default: markToken(start, start + 3, .symbol, attached)
      }
      return start + 3
    }
    // Emoji and signs; a run of them is one token.
    var at = start
    while at < count, bytes[at] >= 0x80, Self.letterLength(bytes, at) == 0, !(bytes[at] == 0xe2 && at + 1 < count && bytes[at + 1] == 0x80),
      bytes[at] != 0xc2
    {
      at += max(1, Self.sequenceLength(bytes, at))
    }
    at = min(max(at, start + 1), count)
    markToken(start, at, .symbol, attached)
    return at
  }

  // MARK: Quotations

  private mutating func quotationMark(_ start: Int, _ end: Int, attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    if openDouble < 0 {
      openDouble = tokens.count
    } else {
      quote(openDouble..<tokens.count - 1)
      openDouble = -1
    }
  }

  private mutating func guillemet(_ start: Int, _ end: Int, opens: Bool, _ attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    if opens || openGuillemet < 0 {
      openGuillemet = tokens.count
    } else {
      quote(openGuillemet..<tokens.count - 1)
      openGuillemet = -1
    }
  }

  private mutating func openSingleQuotation(_ start: Int, _ end: Int, _ attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    openSingle = tokens.count
  }

  /// `'` or `’` that is not inside a word: opens before a letter, closes after a word or mark.
  private mutating func singleMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, attached: Bool) {
    let beforeLetter = end < bytes.count && (Self.isLetter(bytes[end]) || Self.kinds[Int(bytes[end])] == .digit)
    if beforeLetter, !attached || tokens.last?.kind == .opening {
      openSingleQuotation(start, end, attached)
    } else if attached, openSingle >= 0 {
      markToken(start, end, .quotationMark, attached)
      quote(openSingle..<tokens.count - 1)
      openSingle = -1
    }
    // Else the apostrophe of a plural possessive ("users'"): no token.
  }

  private mutating func quote(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for index in range { tokens[index].shape.insert(.quoted) }
    quotations.append(range)
  }

  // MARK: Sentences

  /// A mark that may end the sentence: at once, or when the bracket or quotation around it is closed.
  private mutating func finish(_ kind: Token.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) {
    if depth > 0 || Self.isQuotationMark(bytes, next) {
      pending = kind
    } else {
      endSentence(kind, marks: 1)
    }
  }

  private mutating func endPending(_ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) {
    guard let kind = pending, depth == 0, !Self.isQuotationMark(bytes, next) else { return }
    pending = nil
    if Self.nextIsCapital(bytes, next) { endSentence(kind) }
  }

  private mutating func endSentence(_ kind: Token.Kind, marks: Int = 0) {
    let end = tokens.count - marks
    if end > sentenceStart {
      sentences.append(.init(tokens: sentenceStart..<end, terminator: kind))
    } else if marks > 0, var last = sentences.last, last.terminator == .end {
      last.terminator = kind
      sentences[sentences.count - 1] = last
    }
    sentenceStart = tokens.count
    pending = nil
    openSingle = -1
    if kind == .end {
      depth = 0
      openDouble = -1
      openGuillemet = -1
    }
  }
}
