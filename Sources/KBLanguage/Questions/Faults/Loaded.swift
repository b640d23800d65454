internal import KBModel

extension QuestionJudge {
  /// A word that judges the thing asked about.
  mutating func findLoaded() {
    let judging: Lexeme = [.evaluative, .praise, .blame, .epithet, .slantedAdverb]
    guard utterance.meanings.any(judging) || utterance.shapes.contains(.hyphenated) else { return }
    for sentence in utterance.sentences where !utterance.has(.reported, in: sentence.tokens) {
      for index in sentence.tokens where !utterance.text[index].isQuoted {
        var lexeme = utterance.lexeme(index)
        if utterance.text[index].shape.contains(.hyphenated), utterance.isSlantedCompound(index) { lexeme.insert(.evaluative) }
        guard lexeme.any(judging) else { continue }
        if isLoaded(index, lexeme, sentence) {
          add(.loaded, index..<index + 1, Self.reason)
          return
        }
      }
    }
  }

  private func isLoaded(_ index: Int, _ lexeme: Lexeme, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let before = text[index - 1]
    if before.word == .how || before.word == .most { return false }
    if lexeme.any(.epithet) {
      return before.is([.determiner, .possessive]) || utterance.lexeme(index - 1).any([.evaluative, .blame])
    }
    if lexeme.any(.slantedAdverb), text[index + 1].isWord, !text[index + 1].is([.preposition, .determiner, .subject]) { return text[index].key != "obviously" }
    // "between a good season and a bad season": both ends are named.
    if sentence.tokens.contains(where: { utterance.areOpposites(index, $0) }) { return false }
    guard let head = head(after: index, sentence) else {
      return lexeme.any([.evaluative, .praise]) && isOursPraised(index, sentence)
    }
    if utterance.lexeme(head).any(.neutralHead) { return false }
    if text[index].shape.contains(.capitalised), !text[index].shape.contains(.first), text[head].shape.contains(.capitalised) { return false }
    if lexeme.any(.evaluative) { return true }
    if lexeme.any(.praise) {
      // Only what is ours is praised so.
      var at = index - 1
      while at > sentence.tokens.lowerBound, utterance.lexeme(at).any([.evaluative, .praise]) || !text[at].isWord { at -= 1 }
      if text[at].is(.adverb) { at -= 1 }
      return text[at].word == .our && text[index].key != "new" && text[index].key != "free" && text[index].key != "enterprise"
    }
    if lexeme.any(.blame) {
      if text[index].key == "manual" || text[index].key == "old" || text[index].key == "legacy" || text[index].key == "hard" || text[index].key == "expensive" || text[index].key == "complex" { return false }
      return before.is([.possessive]) || before.word == .that || before.word == .those || before.word == .such || before.word == .this || before.word == .these
    }
    return false
  }

  /// The noun that the adjective stands before, past further adjectives.
  private func head(after index: Int, _ sentence: Utterance.Sentence) -> Int? {
    let text = utterance.text
    var at = index + 1
    while at < sentence.end {
      let token = text[at]
      if token.kind == .comma || token.word == .and || token.word == .but {
        guard utterance.lexeme(at + 1).any([.evaluative, .praise, .blame, .stance]) else { return nil }
        at += 1
        continue
      }
      if !token.isWord { return nil }
      if token.is([.preposition, .determiner, .auxiliary, .wh, .subordinator, .anyWord, .conjunction]) || token.is(.subject) { return nil }
      if utterance.lexeme(at).any([.evaluative, .praise, .blame]) && text[at + 1].isWord && !text[at + 1].is([.preposition, .auxiliary, .determiner]) {
        at += 1
        continue
      }
      if token.is(.adverb), token.word != .other { return nil }
      // "time sheet": the last noun is the head.
      while at + 1 < sentence.end, utterance.isNounLike(at + 1), utterance.lexeme(at).any(.neutralHead), !text[at + 1].is([.past, .baseVerb, .adverb, .anyWord]) { at += 1 }
      return at
    }
    return nil
  }

  /// "Our new editor is more intuitive, isn't it?"
  private func isOursPraised(_ index: Int, _ sentence: Utterance.Sentence) -> Bool {
    guard sentence.form == .statement || sentence.main > index else { return false }
    guard let our = utterance.first(in: span(sentence.tokens.lowerBound, index), where: { token, lexeme in token.word == .our || lexeme.any(.product) }) else { return false }
    return utterance.first(in: span(our, index), where: { token, _ in token.is(.be) }) != nil
  }

  private static let reason = "judges what it asks about: the answer takes the judgement over"
}

extension Utterance {
  /// "error-prone", "award-winning", "over-engineered", "ill-advised": compounds that judge by their first or last part.
  func isSlantedCompound(_ index: Int) -> Bool {
    let token = text[index]
    let word = text.bytes[Int(token.start)..<Int(token.end)]
    guard let hyphen = word.firstIndex(of: 0x2d), let last = word.lastIndex(of: 0x2d) else { return false }
    var head = WordKey.Builder()
    for byte in word[..<hyphen] { head.append(byte | 0x20) }
    var tail = WordKey.Builder()
    for byte in word[(last + 1)...] { tail.append(byte | 0x20) }
    return Self.slantedHeads[head.key] || Self.slantedTails[tail.key]
  }

  private static let slantedHeads = WordSet("over ill award prize much game ground eye mind soul so-called badly poorly beautifully hassle fool")

  private static let slantedTails = WordSet("prone ridden winning leading saving consuming breaking changing numbing destroying crushing edge friendly beating loved hated awaited infested riddled baked conceived crafted stopping notch")
}
