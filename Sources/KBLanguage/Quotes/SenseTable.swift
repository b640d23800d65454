/// The senses of every word the lexicon knows, forms of verbs included.
enum SenseTable {
  static let shared: WordTable<Sense> = {
    var table = WordTable<Sense>.Builder(words: 5000, missing: [])
    table.add(QuoteLexicon.words)
    let kinds = WordTable<Sense>(QuoteLexicon.verbKinds)
    var irregular = WordTable<Bool>.Builder(words: 256, missing: false)
    for list in [IrregularVerbs.list, QuoteLexicon.irregular] {
      IrregularVerbs.forEach(in: list) { plain, past, participle in
        irregular[plain.key] = true
        let kind = kinds[plain.key]
        table.add(kind.union(.base), to: plain.key)
        table.add(kind.union(.past), to: past.key)
        table.add(kind.union(.participle), to: participle.key)
        table.add(kind.subtracting(.order).union(.thirdForm), to: plain.third)
        table.add(kind.subtracting(.order).union(.ing), to: plain.ing)
      }
    }
    for key: WordKey in ["be", "do", "have"] { irregular[key] = true }
    for list in [QuoteLexicon.actions] + QuoteLexicon.verbKinds.map(\.1) {
      list.forEach { bytes in
        let verb = VerbForm(bytes: bytes)
        guard !irregular[verb.key] else { return }
        let kind = kinds[verb.key]
        table.add(kind.union(.base), to: verb.key)
        table.add(kind.subtracting(.order).union(.thirdForm), to: verb.third)
        table.add(kind.subtracting(.order).union([.past, .participle]), to: verb.past)
        table.add(kind.subtracting(.order).union(.ing), to: verb.ing)
      }
    }
    table.add(.order, to: "do")
    table.add(.order, to: "be")
    for key: WordKey in ["been", "done", "had"] { table.add(.participle, to: key) }
    return table.table()
  }()

  /// The senses of a token: the table's, or what its ending suggests.
  @inline(__always)
  static func senses(of token: Token, in table: WordTable<Sense>) -> Sense {
    guard token.kind == .word else { return [] }
    let known = table[token.key]
    if known != [] { return known }
    if token.classes.any(.plain) { return [] }
    if token.classes.any(.past) { return [.past, .participle] }
    if token.classes.any(.gerund) { return .ing }
    if token.classes.any(.adverb) { return .adverb }
    return []
  }
}
