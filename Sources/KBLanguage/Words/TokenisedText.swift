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
  /// The number of bytes.
  package let count: Int

  package init(_ text: String) {
    self.text = text
    var utf8 = text.utf8
    var tokeniser = Tokeniser()
    // A native string hands out its storage; a bridged one is copied into a native one first.
    if utf8.withContiguousStorageIfAvailable({ tokeniser.run($0) }) == nil {
      var native = text
      native.makeContiguousUTF8()
      utf8 = native.utf8
      _ = utf8.withContiguousStorageIfAvailable { tokeniser.run($0) }
    }
    tokens = tokeniser.tokens
    sentences = tokeniser.sentences
    quotations = tokeniser.quotations
    isASCII = tokeniser.isASCII
    count = utf8.count
  }

  /// The token at `index`, or the end token beyond either end.
  @inline(__always)
  package subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : Token.end(at: index < 0 ? 0 : count)
  }

  /// The byte range of a token range; empty token ranges give an empty range where they stand.
  package func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.lowerBound < tokens.count else {
      let at = range.lowerBound < tokens.count ? Int(tokens[range.lowerBound].start) : count
      return at..<at
    }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[min(range.upperBound, tokens.count) - 1].end)
  }

  /// A byte range in Unicode scalars.
  package func scalars(of bytes: Range<Int>) -> Range<Int> {
    if isASCII { return bytes }
    var lower = 0
    var upper = 0
    var offset = 0
    for byte in text.utf8 {
      if offset == bytes.upperBound { break }
      // Continuation bytes belong to the scalar before them.
      if byte & 0xc0 != 0x80 {
        upper += 1
        if offset < bytes.lowerBound { lower += 1 }
      }
      offset += 1
    }
    return lower..<upper
  }

  /// The words of a token range as they stand in the text.
  package func string(of range: Range<Int>) -> String {
    let bytes = bytes(of: range)
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let upper = utf8.index(lower, offsetBy: bytes.count)
    return String(text[lower..<upper])
  }
}
