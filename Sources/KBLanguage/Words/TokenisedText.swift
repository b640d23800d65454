/// A text cut into tokens, sentences and quotations.
///
/// One pass over the bytes, linear in their number. Every input has a result, empty ones included.
package struct TokenisedText: Sendable {
  /// A run of tokens that ends with a full stop, question mark, exclamation mark, blank line or the end.
  package struct Sentence: Sendable, Hashable {
    /// The tokens, without the mark that ends them (a mark inside the closing bracket or quotation stays).
    package var tokens: Range<Int>
    /// `.question`, `.exclamation`, `.period`, `.ellipsis`, or `.end` when nothing stands there.
    package var terminator: Token.Kind
  }

  package let text: String
  /// All tokens in order, marks included.
  package let tokens: [Token]
  package let sentences: [Sentence]
  /// Token ranges inside quotation marks, without the marks.
  package let quotations: [Range<Int>]
  /// Whether every byte is ASCII, so that byte and scalar offsets are the same.
  package let isASCII: Bool

  package init(_ text: String) {
    self.text = text
    (tokens, sentences, quotations, isASCII) = TokenView.read(text) { view in
      (Array(view.tokens), Array(view.sentences), Array(view.quotations), view.isASCII)
    }
  }

  /// The token at `index`, or the end token beyond either end.
  package subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : Token.end(at: index < 0 ? 0 : text.utf8.count)
  }

  /// The byte range of a token range; empty token ranges give an empty range where they stand.
  package func bytes(of range: Range<Int>) -> Range<Int> { withView { $0.bytes(of: range) } }

  /// A byte range in Unicode scalars.
  package func scalars(of bytes: Range<Int>) -> Range<Int> { withView { $0.scalars(of: bytes) } }

  /// The words of a token range as they stand in the text.
  package func string(of range: Range<Int>) -> String { withView { $0.string(of: range) } }

  /// Lends the text to a reader.
  func withView<Result>(_ body: (TokenView) -> Result) -> Result {
    TokenView.withBytes(of: text) { bytes in
      tokens.withUnsafeBufferPointer { tokens in
        sentences.withUnsafeBufferPointer { sentences in
          quotations.withUnsafeBufferPointer { quotations in
            body(
              TokenView(
                bytes: bytes, tokens: Run(tokens), sentences: Run(sentences), quotations: Run(quotations), isASCII: isASCII))
          }
        }
      }
    }
  }
}

/// A text cut into tokens, as readers see it: lent to them for the time of one reading.
///
/// Holds no counted reference, so that it may be passed on and looked into for nothing.
struct TokenView {
  let bytes: UnsafeBufferPointer<UInt8>
  /// All tokens in order, marks included.
  let tokens: Run<Token>
  let sentences: Run<TokenisedText.Sentence>
  /// Token ranges inside quotation marks, without the marks.
  let quotations: Run<Range<Int>>
  /// Whether every byte is ASCII, so that byte and scalar offsets are the same.
  let isASCII: Bool

  /// Cuts `text` and lends the tokens to `body`.
  @inline(__always)
  static func read<Result>(_ text: String, _ body: (TokenView) -> Result) -> Result {
    withBytes(of: text) { bytes in
      var tokeniser = Tokeniser(bytes)
      tokeniser.run()
      return tokeniser.lend(body)
    }
  }

  @inline(__always)
  static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // A native string hands out its storage; a bridged one is copied into a native one first.
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var native = text
    return native.withUTF8(body)
  }

  /// The token at `index`, or the end token beyond either end.
  subscript(index: Int) -> Token {
    @inline(__always) get {
      UInt(bitPattern: index) < UInt(bitPattern: tokens.count) ? tokens[index] : Token.end(at: index < 0 ? 0 : bytes.count)
    }
  }

  /// The byte range of a token range; empty token ranges give an empty range where they stand.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.lowerBound < tokens.count else {
      let at = range.lowerBound < tokens.count ? Int(tokens[range.lowerBound].start) : bytes.count
      return at..<at
    }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[Swift.min(range.upperBound, tokens.count) - 1].end)
  }

  /// A byte range in Unicode scalars.
  func scalars(of range: Range<Int>) -> Range<Int> {
    if isASCII { return range }
    var lower = 0
    var upper = 0
    for at in 0..<Swift.min(range.upperBound, bytes.count) where bytes[at] & 0xc0 != 0x80 {
      // Continuation bytes belong to the scalar before them.
      upper += 1
      if at < range.lowerBound { lower += 1 }
    }
    return lower..<upper
  }

  /// The words of a token range as they stand in the text.
  func string(of range: Range<Int>) -> String { String(decoding: bytes[bytes(of: range)], as: UTF8.self) }
}

extension Run {
  /// What an array or a string lends.
  init(_ buffer: UnsafeBufferPointer<Element>) {
    // An empty buffer may have no address; any aligned one will do, since nothing is read from it.
    self.init(base: buffer.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped, count: buffer.count)
  }
}
