/// What the ending of a word that no list knows says about it.
enum Morphology {
  /// - Parameters:
  ///   - ending: the last four letters in lower case, the last one in the low byte.
  ///   - length: the number of letters.
  @inline(__always)
  static func classes(ending: UInt32, length: Int) -> WordClass {
    guard length >= 4 else { return [] }
    let two = ending & 0xffff
    if two == 0x6564 {  // -ed, but not -eed
      return ending & 0xff_0000 == 0x65_0000 ? [] : [.past, .participle]
    }
    if two == 0x6c79 { return length >= 5 ? .adverb : [] }  // -ly
    if ending & 0xff_ffff == 0x69_6e67 { return length >= 5 ? .gerund : [] }  // -ing
    return []
  }
}
