internal import KBModel

extension QuestionJudge {
  /// What somebody would pay, as against what somebody paid.
  mutating func findPrice() {
    for sentence in utterance.sentences where sentence.asks || sentence.terminator == .end {
      if let sum = sumInACondition(sentence) { add(.price, sum, Self.reason) }
      if let verdict = verdictOnASum(sentence) { add(.price, verdict, Self.reason) }
      guard let hit = utterance.first(.price, in: sentence.tokens) else {
        // "Thirty dollars a user sounds fair, doesn't it?"
        if let money = utterance.first(in: sentence.tokens, where: { _, lexeme in lexeme.any(.currency) }),
          let verdict = utterance.first(in: span(money, sentence.end), where: { token, lexeme in
            token.word == .fair || token.key == "reasonable" || token.key == "acceptable" || token.key == "expensive" || token.key == "cheap" || token.key == "worth" || token.word == .okay || token.word == .ok
          })
        {
          add(.price, verdict..<verdict + 1, Self.reason)
        }
        continue
      }
      if isReported(sentence) { continue }
      if utterance.has(.bounded, in: sentence.tokens), isPast(sentence) { continue }
      add(.price, hit, Self.reason)
    }
  }

  /// "Is twenty pounds too much for a lesson?"
  private func verdictOnASum(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.text[sentence.main].is(.be), sentence.form == .polar, !isPast(sentence) else { return nil }
    guard let money = utterance.first(in: span(sentence.main + 1, min(sentence.main + 5, sentence.end)), where: { _, lexeme in lexeme.any(.currency) }) else { return nil }
    for at in span(money + 1, sentence.end) where utterance.word(at) == .too && utterance.word(at + 1) == .much { return at..<at + 2 }
    return nil
  }

  /// "Would 99 euros a month be too much?", "If it cost half as much, would you buy it?"
  private func sumInACondition(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    // "Do you think 200 a month is reasonable?"
    if utterance.classes.any(.numeral) {
      for index in sentence.tokens where text[index].is(.numeral) && (text[index + 1].word == .a || text[index + 1].word == .per) && text[index + 2].is(.timeUnit) {
        for at in span(index + 3, min(index + 7, sentence.end)) where text[at].word == .fair || text[at].key == "reasonable" || text[at].key == "acceptable" || text[at].word == .too || text[at].word == .much || text[at].key == "cheap" || text[at].key == "expensive" || text[at].word == .ok || text[at].word == .okay {
          return index..<at + 1
        }
    }
    }
    guard utterance.classes.any([.modal, .subordinator]),
      utterance.first(in: sentence.tokens, where: { token, _ in
        token.word == .would || token.word == .could || token.word == .contractedWould || token.word == .if
      }) != nil, !isReported(sentence), !isPast(sentence), !utterance.has(.request, in: sentence.tokens)
    else { return nil }
    for index in sentence.tokens where !text[index].isQuoted {
      let lexeme = utterance.lexeme(index)
      if lexeme.any(.currency), text[index - 1].is(.numeral) || text[index - 1].word == .a { return index - 1..<index + 1 }
      if text[index].kind == .symbol, text[index + 1].kind == .number { return index..<index + 2 }
      if text[index].key == "percent", text[index + 1].key == "off" || text[index + 1].key == "less" || text[index + 1].word == .more { return index..<index + 2 }
    }
    return nil
  }

  private static let reason = "asks what they would pay: stated prices run well above real ones; ask what they paid"
}
