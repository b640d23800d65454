/// Marks, and the quotations that some of them open and close.
extension Tokeniser {
  mutating func mark(from start: Int, attached: Bool) -> Int {
    let byte = bytes[start]
    let end = start + 1
    switch byte {
    case 0x2c: markToken(start, end, .comma, attached)
    case 0x3b: markToken(start, end, .semicolon, attached)
    case 0x3a: markToken(start, end, .colon, attached)
    case 0x2f: markToken(start, end, .slash, attached)
    case 0x2e: return period(from: start, attached: attached)
    case 0x3f, 0x21:
      var at = end
      var asks = byte == 0x3f
      while at < bytes.count, bytes[at] == 0x3f || bytes[at] == 0x21 {
        asks = asks || bytes[at] == 0x3f
        at += 1
      }
      let kind: Token.Kind = asks ? .question : .exclamation
      markToken(start, at, kind, attached)
      finish(kind, at)
      return at
    case 0x28, 0x5b, 0x7b:
      markToken(start, end, .opening, attached)
      depth += 1
    case 0x29, 0x5d, 0x7d:
      markToken(start, end, .closing, attached)
      depth = max(0, depth - 1)
      endPending(end)
    case 0x22:
      quotationMark(start, end, attached: attached)
      endPending(end)
    case 0x27:
      singleMark(start, end, attached: attached)
      endPending(end)
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

  mutating func markToken(_ start: Int, _ end: Int, _ kind: Token.Kind, _ attached: Bool) {
    append(start, end, kind, attached ? .attached : [], .none, ClosedClassWords.Entry(word: .other, classes: []))
  }

  mutating func period(from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    var at = start + 1
    while at < count, bytes[at] == 0x2e { at += 1 }
    if at - start >= 2 {
      markToken(start, at, .ellipsis, attached)
      if nextIsCapital(at) { finish(.ellipsis, at) }
      return at
    }
    if attached, let previous = tokens.last, previous.kind == .word {
      let isInitial = previous.end - previous.start == 1
      if at < count, Self.isLetter(bytes[at]) || Self.kind(of: bytes[at]) == .digit {
        // "node.js", "e.g.": the word goes on; "done.What": a blank is missing.
        if isInitial || bytes[at] > 0x5a || bytes[at] < 0x41 { return at }
      } else if (isInitial && previous.word == .other)
        || (ClosedClassWords.abbreviations[previous.key] && !(previous.key == "etc" && nextIsCapital(at)))
      {
        return at
      }
    }
    markToken(start, at, .period, attached)
    finish(.period, at)
    return at
  }

  mutating func wide(from start: Int, attached: Bool) -> Int {
    let count = bytes.count
    let length = letterLength(start)
    if length > 0 { return word(from: start, attached: attached) }
    let lead = bytes[start]
    if lead == 0xc2, start + 1 < count {
      switch bytes[start + 1] {
      case 0xa0, 0xad: break  // no-break space, soft hyphen
      case 0xab: guillemet(start, start + 2, opens: true, attached)
      case 0xbb:
        guillemet(start, start + 2, opens: false, attached)
        endPending(start + 2)
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
        singleMark(start, start + 3, attached: attached)
        endPending(start + 3)
      case 0x9a: openSingleQuotation(start, start + 3, attached)
      case 0x9c, 0x9e, 0x9f: guillemet(start, start + 3, opens: true, attached)
      case 0x9d:
        guillemet(start, start + 3, opens: false, attached)
        endPending(start + 3)
      case 0xa6:
        markToken(start, start + 3, .ellipsis, attached)
        if nextIsCapital(start + 3) { finish(.ellipsis, start + 3) }
      default: markToken(start, start + 3, .symbol, attached)
      }
      return start + 3
    }
    // Emoji and signs; a run of them is one token.
    var at = start
    while at < count, bytes[at] >= 0x80, letterLength(at) == 0, !(bytes[at] == 0xe2 && at + 1 < count && bytes[at + 1] == 0x80),
      bytes[at] != 0xc2
    {
      at += max(1, sequenceLength(at))
    }
    at = min(max(at, start + 1), count)
    markToken(start, at, .symbol, attached)
    return at
  }

  // MARK: Quotations

  mutating func quotationMark(_ start: Int, _ end: Int, attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    if openDouble < 0 {
      openDouble = tokens.count
    } else {
      quote(openDouble..<tokens.count - 1)
      openDouble = -1
    }
  }

  mutating func guillemet(_ start: Int, _ end: Int, opens: Bool, _ attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    if opens || openGuillemet < 0 {
      openGuillemet = tokens.count
    } else {
      quote(openGuillemet..<tokens.count - 1)
      openGuillemet = -1
    }
  }

  mutating func openSingleQuotation(_ start: Int, _ end: Int, _ attached: Bool) {
    markToken(start, end, .quotationMark, attached)
    openSingle = tokens.count
  }

  /// `'` or `’` that is not inside a word: opens before a letter, closes after a word or mark.
  mutating func singleMark(_ start: Int, _ end: Int, attached: Bool) {
    let beforeLetter = end < bytes.count && (Self.isLetter(bytes[end]) || Self.kind(of: bytes[end]) == .digit)
    if beforeLetter, !attached || tokens.last?.kind == .opening {
      openSingleQuotation(start, end, attached)
    } else if attached, openSingle >= 0 {
      markToken(start, end, .quotationMark, attached)
      quote(openSingle..<tokens.count - 1)
      openSingle = -1
    }
    // Else the apostrophe of a plural possessive ("users'"): no token.
  }

  mutating func quote(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for index in range { tokens[index].shape.insert(.quoted) }
    quotations.append(range)
  }
}
