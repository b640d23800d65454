/// The senses of every token of a text.
enum QuoteSenses {
  static func of(_ text: TokenisedText) -> [Sense] {
    var senses: [Sense] = []
    senses.reserveCapacity(text.tokens.count)
    let table = SenseTable.shared
    for token in text.tokens { senses.append(SenseTable.senses(of: token, in: table)) }
    // The plural is seen in the bytes, since the keys of long words are hashes.
    func markPlurals(_ bytes: UnsafeBufferPointer<UInt8>) {
      for (index, token) in text.tokens.enumerated() where token.kind == .word && token.end - token.start >= 4 {
        let last = bytes[Int(token.end) - 1] | 0x20
        let before = bytes[Int(token.end) - 2] | 0x20
        if last == 0x73, before != 0x73, before != 0x75, before != 0x69 { senses[index].formUnion(.plural) }
      }
    }
    if text.text.utf8.withContiguousStorageIfAvailable(markPlurals) == nil {
      var native = text.text
      native.withUTF8(markPlurals)
    }
    return senses
  }
}
