internal import KBModel

extension QuestionJudge {
  /// A yes/no opening where an open one would bring a story.
  mutating func findPolar() {
    guard let last = utterance.sentences.last(where: { $0.asks && !isWhyNot($0) }) else { return }
    guard last.form == .polar || last.form == .clipped else {
      return
    }
    if last.form == .clipped {
      if let hit = clippedPolar(last) { add(.polar, hit, Self.reason) }
      return
    }
    if isFine(last) { return }
    add(.polar, words(from: last.main, atMost: 2, in: last), Self.reason)
  }

  private func isFine(_ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let main = sentence.main
    let body = main..<sentence.end
    if utterance.has(.request, in: sentence.tokens), !utterance.hits.contains(where: { $0.cue == .request && text[$0.tokens.upperBound - 1].word == .say }) { return true }
    if utterance.has(.consent, in: sentence.tokens) || utterance.has(.logistics, in: sentence.tokens) { return true }
    if utterance.has(.readBack, in: sentence.tokens) { return true }
    let opener = text[main].word
    // "Did it?": an echo.
    if sentence.end - main <= 2 { return true }
    // "Was there a moment when you doubted it?": asks for one.
    if text[main + 1].word == .there, utterance.has(.instance, in: sentence.tokens) || (main + 2..<main + 5).contains(where: { Self.occasions[text[$0].key] }) { return true }
    if kind == .usability, text[main + 1].is(.anaphor), !isEvaluative(body) { return true }
    if opener == .may || text[main + 1].word == .i { return true }
    if opener == .shall || text[main + 1].word == .we { return true }
    // "Is that the file you meant?": which one it is.
    if opener == .is || opener == .are || opener == .was || opener == .were, text[main + 1].is(.anaphor), text[main + 2].word == .the || text[main + 2].word == .your || text[main + 2].word == .still, !isEvaluative(body) { return true }
    // "Have you ever" asks yes or no; other any-words leave it open.
    let ever = utterance.contains(.ever, in: body)
    if !ever, utterance.first(in: body, where: { token, _ in token.is(.anyWord) || token.word == .something || token.word == .somebody || token.word == .someone || token.word == .else }) != nil { return true }
    // "Is there a recent example": asks to be shown one.
    if text[main + 1].word == .there, utterance.first(in: body, where: { _, lexeme in lexeme.any(.artefact) }) != nil { return true }
    // Role screening.
    if opener == .are, text[main + 1].word == .you, text[main + 2].word == .the || text[main + 2].word == .a || text[main + 2].word == .an { return true }
    if opener == .do, text[main + 1].word == .you, text[main + 2].key == "work", text[main + 3].word == .in || text[main + 3].word == .as || text[main + 3].word == .at || text[main + 3].word == .for { return true }
    // "Have you got the file at hand?"
    if opener == .have, text[main + 1].word == .you, text[main + 2].key == "got", utterance.first(in: body, where: { _, lexeme in lexeme.any(.artefact) }) != nil { return true }
    if opener == .can || opener == .could, text[main + 1].word == .you { return true }
    // "Was it easy or difficult?": both ends are named.
    if span(main + 1, sentence.end).contains(where: { text[$0].word == .or && utterance.areOpposites($0 - 1, $0 + 1) }) { return true }
    // "Is it open, and if so, who holds the key?": a filter with an open question behind it.
    if let filter = span(main + 1, sentence.end).first(where: { text[$0].word == .if && (text[$0 + 1].word == .so || text[$0 + 1].key == "yes") }),
      span(filter + 2, min(filter + 5, sentence.end)).contains(where: { text[$0].is(.wh) })
    {
      return true
    }
    // An open question and an evaluative suggestion behind it is judged by the suggestion.
    let earlierOpen = utterance.sentences.contains {
      $0.tokens.lowerBound < main && $0.asks && ($0.form == .open || $0.form == .request) && !isWhyNot($0)
    }
    if earlierOpen, !isEvaluative(body) { return true }
    return isInstanceCheck(sentence)
  }

  /// A factual check on one event: "Did the export finish that night?"
  private func isInstanceCheck(_ sentence: Utterance.Sentence) -> Bool {
    let body = sentence.main..<sentence.end
    guard isPast(body) || utterance.text[sentence.main].is(.have), !isEvaluative(body) else { return false }
    if utterance.contains(.ever, in: body) { return false }
    if utterance.text[sentence.main].is(.have), utterance.word(sentence.main + 1) == .you { return false }
    // "Did your manager approve of the change?", "Did the conductor get it before the concert?": a deed of somebody else, on
    // a thing that both know.
    if utterance.word(sentence.main) == .did, utterance.text[sentence.main + 1].is([.possessive, .determiner]), utterance.word(sentence.main + 1) != .our {
      let isTheirs = utterance.text[sentence.main + 1].is(.possessive)
      for index in span(sentence.main + 3, sentence.end) where utterance.word(index) == .the {
        let before = utterance.word(index - 1)
        if isTheirs || before == .before || before == .after || before == .during { return true }
      }
    }
    return utterance.has(.bounded, in: body) || hasPronoun(in: span(body.lowerBound + 1, body.upperBound))
      || utterance.first(in: body, where: { token, _ in token.word == .then || token.word == .there }) != nil
  }

  private func isEvaluative(_ range: Range<Int>) -> Bool {
    utterance.first(in: range, where: { _, lexeme in lexeme.any([.judgement, .stance]) }) != nil
  }

  /// "Happy with it?", "Any trouble with the export?"
  private func clippedPolar(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard sentence.terminator == .question, !utterance.has(.consent, in: sentence.tokens), !utterance.has(.closing, in: sentence.tokens) else { return nil }
    let start = sentence.start
    let first = utterance.text[start]
    if utterance.lexeme(start).any([.stance]), sentence.end - start >= 2 { return words(from: start, atMost: 2, in: sentence) }
    if first.word == .any, utterance.lexeme(start + 1).any([.problemNoun, .painNoun, .eventNoun]) || utterance.text[start + 1].key == "luck" {
      return utterance.text[start + 1].key == "questions" || utterance.text[start + 1].key == "concerns" ? nil : words(from: start, atMost: 2, in: sentence)
    }
    return nil
  }

  private static let occasions = WordSet("moment point time day case example situation occasion incident instance week")

  private static let reason = "can be answered with yes or no, so it brings no story"
}
