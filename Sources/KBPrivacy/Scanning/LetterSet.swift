/// Some of the letters from `a` to `z`.
struct LetterSet {
  private var bits: UInt32 = 0

  init(_ letters: StaticString) {
    for i in 0..<letters.utf8CodeUnitCount { insert(letters.utf8Start[i]) }
  }

  /// Adds a letter in lower case.
  mutating func insert(_ letter: UInt8) { bits |= 1 << UInt32(letter - UInt8(ascii: "a")) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let index = byte &- UInt8(ascii: "a")
    return index < 26 && bits >> UInt32(index) & 1 == 1
  }
}
