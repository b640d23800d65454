/// One word, number or mark of a text.
package struct Token: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case word, number
    /// A web or mail address.
    case address
    /// Emoji and other signs.
    case symbol
    // Marks.
    case comma, period, question, exclamation, colon, semicolon, ellipsis, dash, slash
    case opening, closing, quotationMark
    /// The end of the text: what a look beyond the last token finds.
    case end
  }

  /// The form of the letters, and where the token stands.
  package struct Shape: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Its first letter is a capital.
    package static var capitalised: Self { Self(rawValue: 1) }
    /// Two letters or more, all capitals.
    package static var allCapitals: Self { Self(rawValue: 2) }
    /// Stands within quotation marks.
    package static var quoted: Self { Self(rawValue: 4) }
    /// Stands within round or square brackets.
    package static var bracketed: Self { Self(rawValue: 8) }
    /// Holds a hyphen between letters.
    package static var hyphenated: Self { Self(rawValue: 16) }
    /// Follows the one before without a blank (the "n't" of "don't").
    package static var attached: Self { Self(rawValue: 32) }
    /// Opens a sentence.
    package static var first: Self { Self(rawValue: 64) }
  }

  /// Byte offsets into the UTF-8 of the text; the end is exclusive.
  package var start: Int32
  package var end: Int32
  package var kind: Kind
  package var shape: Shape
  /// Which word of the closed list it is, or `.other`.
  package var word: Word
  /// The normal form: lower case, "can" for the "ca" of "can't", "will" for the "wo" of "won't".
  package var key: WordKey
  package var classes: WordClass

  @inline(__always)
  package func `is`(_ classes: WordClass) -> Bool { self.classes.any(classes) }

  @inline(__always)
  package var isQuoted: Bool { shape.contains(.quoted) }

  /// Whether the token is a word, a number or an address.
  @inline(__always)
  package var isWord: Bool { kind.rawValue <= Kind.address.rawValue }

  /// The token beyond the end.
  static func end(at offset: Int) -> Token {
    Token(
      start: Int32(truncatingIfNeeded: offset), end: Int32(truncatingIfNeeded: offset), kind: .end, shape: [],
      word: .other, key: .none, classes: [])
  }
}
