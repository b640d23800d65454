/// The senses of every token of a text.
enum QuoteSenses {
  static func of(_ text: TokenView) -> Findings<Sense> {
    var senses = Findings<Sense>(capacity: text.tokens.count)
    let table = SenseTable.shared
    for token in text.tokens {
      var found = SenseTable.senses(of: token, in: table)
      // The plural is seen in the bytes, since the keys of long words are hashes.
      if token.kind == .word, token.end - token.start >= 4 {
        let last = text.bytes[Int(token.end) - 1] | 0x20
        let before = text.bytes[Int(token.end) - 2] | 0x20
        if last == 0x73, before != 0x73, before != 0x75, before != 0x69 { found.formUnion(.plural) }
      }
      senses.append(found)
    }
    return senses
  }
}
