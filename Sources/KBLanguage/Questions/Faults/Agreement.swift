internal import KBModel

extension QuestionJudge {
  /// A negated auxiliary at the opening, or words that ask to agree.
  mutating func findAgreement() {
    let sentences = utterance.sentences
    for (number, sentence) in sentences.enumerated() where sentence.asks || number == sentences.count - 1 {
      if sentence.form == .polar, let opener = negatedOpener(sentence), !isTagClause(sentence) {
        add(.agreement, opener, Self.negated)
      }
      for hit in utterance.all(.agreement, in: sentence.tokens) where !isTag(hit) {
        let next = utterance.word(hit.upperBound)
        // "When did you agree on it?" is a fact, not an appeal.
        if next == .on || next == .to || utterance.text[hit.upperBound].key == "upon" { continue }
        if sentence.form == .open, utterance.text[hit.lowerBound].word != .would { continue }
        if isReported(sentence) { continue }
        add(.agreement, hit, Self.appeal)
      }
      if let hit = utterance.first(.othersSay, in: sentence.tokens), sentence.form != .open, namesOthers(before: hit.lowerBound) {
        add(.agreement, hit, Self.others)
      }
    }
  }

  private func negatedOpener(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let main = sentence.main
    let next = utterance.text[main + 1]
    if next.word == .contractedNot || next.word == .not { return words(from: main, atMost: 3, in: sentence) }
    // "Do you not", "Is it not".
    if utterance.text[main + 1].is(.subject), utterance.word(main + 2) == .not { return main..<main + 3 }
    return nil
  }

  private func isTagClause(_ sentence: Utterance.Sentence) -> Bool {
    for fault in faults where fault.label == .tag && fault.tokens.contains(sentence.main) { return true }
    return false
  }

  private func isTag(_ range: Range<Int>) -> Bool {
    for fault in faults where fault.label == .tag && fault.tokens.overlaps(range) { return true }
    return false
  }

  /// "Most of your peers tell us …": others are held up as a model.
  private func namesOthers(before end: Int) -> Bool {
    for index in 0..<end {
      if utterance.lexeme(index).any(.othersNoun) { return true }
      let word = utterance.word(index)
      if word == .most || word == .everyone || word == .everybody || word == .others { return true }
    }
    return false
  }

  private static let negated = "opens with a negation and expects a yes: people agree to be polite, so the answer proves nothing"
  private static let appeal = "asks to agree with you: people agree to be polite, so the answer proves nothing"
  private static let others = "holds up others and asks for the same: few people will differ, so the answer proves nothing"
}
