internal import KBModel

extension QuestionJudge {
  /// What somebody would pay, as against what somebody paid.
  mutating func findPrice() {
    for sentence in utterance.sentences where sentence.asks || sentence.terminator == .end {
      guard let hit = utterance.first(.price, in: sentence.tokens) else {
        // "Thirty dollars a user sounds fair, doesn't it?"
        if let money = utterance.first(in: sentence.tokens, where: { _, lexeme in lexeme.any(.currency) }),
          let verdict = utterance.first(in: money..<sentence.end, where: { token, lexeme in
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

  private static let reason = "asks what they would pay: stated prices run well above real ones; ask what they paid"
}
