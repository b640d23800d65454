/// The pass over the bytes behind `TokenisedText`.
struct Tokeniser: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  var tokens: Findings<Token>
  var sentences = Findings<TokenisedText.Sentence>(capacity: 2)
  var quotations = Findings<Range<Int>>()
  var isASCII = true

  let words = ClosedClassWords.table
  var sentenceStart = 0
  var depth = 0
  /// Where a quotation may have begun: the token after the mark, by the kind of mark.
  var openDouble = -1
  var openSingle = -1
  var openGuillemet = -1
  /// A mark that ends the sentence once its bracket or quotation is closed.
  var pending: Token.Kind?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens = Findings(capacity: bytes.count / 4 + 6)
  }

  mutating func run() {
    let count = bytes.count
    var at = 0
    var newlines = 0
    var attached = false
    while at < count {
      let byte = bytes[at]
      switch Self.kind(of: byte) {
      case .blank:
        if byte == 0x0a {
          newlines += 1
          if newlines == 2 { endSentence(.end) }
        }
        at += 1
        attached = false
        continue
      case .letter:
        at = word(from: at, attached: attached)
      case .digit:
        at = number(from: at, attached: attached)
      case .wide:
        isASCII = false
        at = wide(from: at, attached: attached)
      case .mark:
        at = mark(from: at, attached: attached)
      }
      newlines = 0
      attached = true
    }
    endSentence(.end)
  }

  /// Lends what was found; it is valid within `body`.
  @inline(__always)
  borrowing func lend<Result>(_ body: (TokenView) -> Result) -> Result {
    body(
      TokenView(bytes: bytes, tokens: tokens.run, sentences: sentences.run, quotations: quotations.run, isASCII: isASCII))
  }

  @inline(__always)
  mutating func append(
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

  // MARK: Sentences

  /// A mark that may end the sentence: at once, or when the bracket or quotation around it is closed.
  mutating func finish(_ kind: Token.Kind, _ next: Int) {
    if depth > 0 || isQuotationMark(next) {
      pending = kind
    } else {
      endSentence(kind, marks: 1)
    }
  }

  mutating func endPending(_ next: Int) {
    guard let kind = pending, depth == 0, !isQuotationMark(next) else { return }
    pending = nil
    if nextIsCapital(next) { endSentence(kind) }
  }

  private mutating func endSentence(_ kind: Token.Kind, marks: Int = 0) {
    let end = tokens.count - marks
    if end > sentenceStart {
      sentences.append(.init(tokens: sentenceStart..<end, terminator: kind))
    } else if marks > 0, let last = sentences.last, last.terminator == .end {
      sentences[sentences.count - 1].terminator = kind
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
