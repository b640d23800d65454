/// What single words, times and numbers show.
extension QuoteAnalysis {
  mutating func observeShape(of sentence: TokenisedText.Sentence, verbs: Int) {
    var first = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    while first < end, tokens[first].kind != .word || has(first, [.interjection, .coordinator]) { first += 1 }
    if sentence.terminator == .question {
      facts.isQuestion = true
      note(.shape(.question), sentence.tokens)
      if has(first, .asking) { note(.shape(.questionWord), first..<first + 1) }
      if has(first, .asking), has(first + 1, Sense.anyModal) || has(first + 2, Sense.anyModal) {
        note(.shape(.modalQuestion), first..<first + 1)
      }
      if has(first, Sense.anyModal), tokens[min(first + 1, end - 1)].word != .i || tokens[min(first + 2, end - 1)].word != .just {
        note(.shape(.modalQuestion), first..<first + 1)
      }
      if has(first, Sense.auxiliary) { note(.shape(.questionAuxiliary), first..<first + 1) }
    } else if first < end, has(first, .asking), has(first + 1, Sense.auxiliary), has(first + 2, [Sense.pronoun, .article, .selfOwned, .yourOwned]) {
      note(.shape(.questionWord), first..<first + 1)
    }
    if sentence.terminator == .exclamation { note(.shape(.exclamation), sentence.tokens) }
    if verbs == 0 { note(.shape(.noVerb), sentence.tokens) }
  }

  /// Notes senses, phrases, anchors and repetition.
  mutating func observeWords(in range: Range<Int>) {
    let table = QuotePhraseTable.shared
    let told = Self.told
    let timed = Self.timed
    for index in range {
      let token = tokens[index]
      // "do|n't" is one word to a reader.
      if token.isWord, !token.shape.contains(.attached) || index == 0 || !tokens[index - 1].isWord { facts.wordCount += 1 }
      if token.kind == .number {
        facts.senses.insert(.numberWord)
        observeNumber(at: index)
      }
      guard token.kind == .word else { continue }
      let found = senses[index]
      var new = found.rawValue & told.rawValue & ~facts.senses.rawValue
      while new != 0 {
        note(.sense(bit: new.trailingZeroBitCount), index..<index + 1)
        new &= new - 1
      }
      facts.senses.formUnion(found)
      if found.any(timed) { observeTime(at: index, found) }
      // "Until two years ago we kept it in a card index."
      if index == range.lowerBound, token.word == .until {
        facts.phrases.insert(.oldTimes)
        note(.phrase(.oldTimes), index..<index + 1)
      }
      table.matches(at: index, of: tokens) { phrase, count in
        guard index + count <= range.upperBound else { return }
        observe(phrase, at: index..<index + count)
      }
    }
  }

  private mutating func observe(_ phrase: QuotePhrase, at span: Range<Int>) {
    facts.phrases.insert(phrase)
    note(.phrase(phrase), span)
    if phrase == .occasion { facts.anchor = facts.anchor ?? span }
    if phrase == .repeated { facts.repetition = facts.repetition ?? span }
  }

  /// Senses that say something by themselves.
  static let told: Sense = [
    .i, .we, .selfObject, .selfOwned, .you, .yourOwned, .third, .it, .pointing, .there, .everyone, .someone, .folk, .screen,
    .ourOccasion, .subordinator, .ifWord, .not, .would, .could, .might, .will, .should, .can, .mental, .affect, .desire, .plan,
    .seeming, .stative, .saying, .require, .weekday, .weekdays, .month, .pastTime, .last, .next, .futureTime, .unit, .once,
    .habitual, .each, .rate, .partOfDay, .good, .bad, .compared, .badNoun, .praise, .thanks, .weighty, .degree, .maybe, .certain,
    .please, .lacking, .more, .honest, .numberWord, .interjection, .feature, .benefit, .hopeful, .most, .instead, .adjective,
  ]

  static let timed: Sense = [
    .weekday, .weekdays, .month, .pastTime, .last, .once, .habitual, .each, .rate, .futureTime, .next, .might,
  ]

  mutating func observeTime(at index: Int, _ found: Sense) {
    let before = index - 1
    let token = tokens[index]
    if found.any([.habitual, .each, .rate, .weekdays]) {
      // "each of" things is no repetition, "every bank" hardly; "every Monday", "each time", "every new tenant" are.
      if found.contains(.each) {
        if has(index + 1, [.unit, .weekday, .month, .partOfDay]) || tokens[min(index + 1, tokens.count - 1)].word == .time {
          facts.repetition = facts.repetition ?? index..<min(index + 2, facts.range.upperBound)
        }
      } else {
        facts.repetition = facts.repetition ?? index..<index + 1
      }
    }
    if found.contains(.weekday), !has(before, [.each, .next]) || has(before, .last) {
      facts.anchor = facts.anchor ?? max(before, facts.range.lowerBound)..<index + 1
    }
    if found.contains(.month), has(before, [.preposition, .last, .pointing]) || has(before, .numberWord) || tokens[max(before, 0)].kind == .number,
      !has(before, [.each, .next])
    {
      facts.anchor = facts.anchor ?? max(before, facts.range.lowerBound)..<index + 1
    }
    if token.word == .may, token.shape.contains(.capitalised), !token.shape.contains(.first) {
      facts.anchor = facts.anchor ?? max(before, facts.range.lowerBound)..<index + 1
    }
    if found.contains(.pastTime) { facts.anchor = facts.anchor ?? index..<index + 1 }
    if found.contains(.last), index + 1 < facts.range.upperBound, tokens[index + 1].kind == .word, !has(before, .subordinator),
      has(index + 1, [.unit, .month, .weekday, .partOfDay, .ourOccasion])
        || !has(index + 1, [.preposition, .adverb, .coordinator, .numberWord])
          && (index == facts.range.lowerBound || has(before, .preposition) || has(before, [.article, .selfOwned]) && has(before - 1, .preposition))
    {
      facts.anchor = facts.anchor ?? index..<index + 2
    }
    if found.contains(.once), !(index + 1 < facts.range.upperBound && (tokens[index + 1].word == .a || has(index + 1, [.unit, .each, .rate]))) {
      if index == facts.range.lowerBound || has(index + 1, [.article, .i, .we]) { note(.sense(bit: 61), index..<index + 1) }
    }
    if found.contains(.futureTime)
      || found.contains(.next) && has(index + 1, [.unit, .month, .weekday])
    {
      note(.shape(.futureTime), index..<min(index + 2, facts.range.upperBound))
    }
  }

  mutating func observeNumber(at index: Int) {
    note(.shape(.number), index..<index + 1)
    let before = index - 1
    let length = Int(tokens[index].end - tokens[index].start)
    // "in 2019", "on the 3rd", "3 June".
    if has(index + 1, .month) && !has(index + 1, .unit) { facts.anchor = facts.anchor ?? index..<index + 2 }
    // "Up to 2022 we did it by fax."
    if length == 4, before >= facts.range.lowerBound, tokens[before].word == .to && before > facts.range.lowerBound && tokens[before - 1].word == .up || tokens[before].word == .until
    {
      facts.phrases.insert(.oldTimes)
      note(.phrase(.oldTimes), before..<index + 1)
    }
    if length == 4, before >= facts.range.lowerBound, tokens[before].word == .in { facts.anchor = facts.anchor ?? before..<index + 1 }
    if length >= 3, length <= 4, before >= facts.range.lowerBound, tokens[before].word == .the, has(before - 1, .preposition),
      tokens[index].key.endsInLetter
    {
      facts.anchor = facts.anchor ?? before..<index + 1
    }
    if before >= facts.range.lowerBound, tokens[before].word == .at { note(.shape(.clock), before..<index + 1) }
    if has(index + 1, .unit) { note(.shape(.numberWithUnit), index..<index + 2) }
  }
}

extension WordKey {
  /// Whether a short word ends in a letter ("3rd").
  fileprivate var endsInLetter: Bool {
    guard bits >> 63 == 0, bits != 0 else { return false }
    let last = UInt8(truncatingIfNeeded: bits >> UInt64((63 - bits.leadingZeroBitCount) / 8 * 8))
    return last >= 0x61 && last <= 0x7a
  }
}
