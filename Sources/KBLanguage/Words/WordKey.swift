/// The identity of a word: its normal form (lower case, `'` for every apostrophe) in one integer.
///
/// Words of up to eight ASCII bytes are packed exactly; longer ones are hashed to 63 bits. With lexicons of a few
/// thousand words the chance that an unknown long word meets a known one is below 10⁻¹⁵.
package struct WordKey: Sendable, Hashable, ExpressibleByStringLiteral {
  package let bits: UInt64

  /// No word.
  package static let none = WordKey(bits: 0)

  @inline(__always)
  package init(bits: UInt64) { self.bits = bits }

  /// The key of a word that is already in normal form.
  package init(_ word: some StringProtocol) {
    var builder = Builder()
    for byte in word.utf8 { builder.append(byte) }
    self = builder.key
  }

  // Inlined, so that the compiler works out the key of a literal.
  @inline(__always)
  package init(stringLiteral value: StaticString) {
    self.init(normalForm: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  /// The key of a word whose bytes are in normal form.
  @inline(__always)
  init(normalForm bytes: UnsafeBufferPointer<UInt8>) {
    var builder = Builder()
    var at = 0
    while at < bytes.count {
      builder.append(bytes[at])
      at &+= 1
    }
    self = builder.key
  }

  /// Takes the bytes of a normal form one by one.
  struct Builder {
    private var packed: UInt64 = 0
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var count = 0
    private var isASCII = true

    @inline(__always)
    init() {}

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      if count < 8 { packed |= UInt64(byte) &<< UInt64(count &* 8) }
      if byte >= 0x80 { isASCII = false }
      // FNV-1a, 64 bits.
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      count &+= 1
    }

    @inline(__always)
    mutating func append(_ ending: StaticString) {
      var at = 0
      while at < ending.utf8CodeUnitCount {
        append(ending.utf8Start[at])
        at &+= 1
      }
    }

    @inline(__always)
    var key: WordKey {
      count <= 8 && isASCII ? WordKey(bits: packed) : WordKey(bits: hash | 1 << 63)
    }
  }
}
