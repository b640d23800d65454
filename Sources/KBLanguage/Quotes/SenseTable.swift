/// The senses of every word the lexicon knows, forms of verbs included.
enum SenseTable {
  static let shared: WordTable<Sense> = {
    var lines: [(Sense, String)] = QuoteLexicon.words
    var kinds: [Substring: Sense] = [:]
    for (kind, words) in QuoteLexicon.verbKinds {
      for base in words.split(whereSeparator: \.isWhitespace) { kinds[base, default: []].formUnion(kind) }
    }
    var irregular: Set<Substring> = []
    for entry in (IrregularVerbs.list + " " + QuoteLexicon.irregular).split(whereSeparator: \.isWhitespace) {
      let forms = entry.split(separator: "/")
      irregular.insert(forms[0])
      let kind = kinds[forms[0]] ?? []
      lines.append((kind.union(.base), String(forms[0])))
      lines.append((kind.union(.past), String(forms[1])))
      lines.append((kind.union(.participle), String(forms[forms.count - 1])))
      lines.append((kind.subtracting(.order).union(.thirdForm), VerbForms.third(forms[0])))
      lines.append((kind.subtracting(.order).union(.ing), VerbForms.ing(forms[0])))
    }
    let auxiliaries: Set<Substring> = ["be", "do", "have"]
    let regular = Set(QuoteLexicon.actions.split(whereSeparator: \.isWhitespace)).union(kinds.keys)
    for base in regular.subtracting(irregular).subtracting(auxiliaries) {
      let kind = kinds[base] ?? []
      lines.append((kind.union(.base), String(base)))
      lines.append((kind.subtracting(.order).union(.thirdForm), VerbForms.third(base)))
      lines.append((kind.subtracting(.order).union([.past, .participle]), VerbForms.past(base)))
      lines.append((kind.subtracting(.order).union(.ing), VerbForms.ing(base)))
    }
    lines.append((.order, "do be"))
    lines.append(([.participle], "been done had"))
    return WordTable(lines)
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

/// Regular forms of English verbs.
enum VerbForms {
  static func third(_ base: Substring) -> String {
    if endsInConsonantY(base) { return base.dropLast() + "ies" }
    for ending in ["s", "x", "ch", "sh", "z", "o"] where base.hasSuffix(ending) { return base + "es" }
    return base + "s"
  }

  static func past(_ base: Substring) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  static func ing(_ base: Substring) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), base != "be" { return base.dropLast() + "ing" }
    return doubled(base) + "ing"
  }

  private static func endsInConsonantY(_ base: Substring) -> Bool {
    guard base.hasSuffix("y"), base.count > 1 else { return false }
    return !isVowel(base.dropLast().last)
  }

  /// "stop" → "stopp": one syllable that ends consonant, vowel, consonant.
  private static func doubled(_ base: Substring) -> String {
    let letters = Array(base)
    guard letters.count >= 3, letters.count <= 4, let last = letters.last, !isVowel(last), !"wxy".contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3])
    else { return String(base) }
    if letters.count == 4, isVowel(letters[0]) { return String(base) }
    return String(base) + String(last)
  }

  private static func isVowel(_ letter: Character?) -> Bool {
    guard let letter else { return false }
    return "aeiou".contains(letter)
  }
}
