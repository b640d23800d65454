internal import KBModel

extension QuestionJudge {
  /// Closed alternatives that may miss the truth.
  mutating func findForcedChoice() {
    for sentence in utterance.sentences where sentence.asks || utterance.has(.choice, in: sentence.tokens) || utterance.has(.scale, in: sentence.tokens) {
      if let hit = utterance.first(.scale, in: sentence.tokens) { add(.forcedChoice, hit, Self.scale) }
      if let hit = utterance.first(.choice, in: sentence.tokens), !isReported(sentence),
        !utterance.hits.contains(where: { $0.cue == .request && $0.tokens.overlaps(hit) })
      { add(.forcedChoice, hit, Self.reason) }
      guard utterance.classes.any(.conjunction) else { continue }
      for index in span(sentence.start, sentence.end) where utterance.word(index) == .or && !utterance.text[index].isQuoted {
        if !utterance.text[index].shape.contains(.bracketed), isClosedAlternative(index, sentence) {
          add(.forcedChoice, alternatives(around: index, sentence), Self.reason)
        }
      }
    }
  }

  private func isClosedAlternative(_ or: Int, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    for hit in utterance.hits where hit.cue == .twoSided && hit.tokens.contains(or) { return false }
    // "Did you or your manager sign?": who, not which.
    if text[or - 1].word == .you || text[or - 1].word == .i || text[or - 1].word == .we, text[or + 1].is([.possessive, .determiner]) { return false }
    // "Was that this year or last year?": when it was.
    if text[or + 1].is([.time, .timeUnit, .weekday, .month]) || text[or + 1].word == .last || text[or + 1].word == .next, text[or - 1].is([.time, .timeUnit, .weekday, .month]) || isPast(sentence) { return false }
    // A factual check on one event.
    if sentence.form == .polar, isPast(sentence), utterance.has(.bounded, in: sentence.tokens),
      utterance.first(in: sentence.tokens, where: { token, _ in token.word == .because || token.key == "reason" || token.key == "caused" || token.key == "due" }) == nil { return false }
    if or > sentence.main, utterance.has(.readBack, in: span(sentence.main, or)) { return false }
    if utterance.areOpposites(or - 1, or + 1) { return false }
    // "Which of the two did you fill in first, the blue one or the white one?": which it was.
    if sentence.form == .open, isPast(sentence), utterance.word(sentence.main) == .which, utterance.word(sentence.main + 1) == .of { return false }
    // "deal or no deal": yes or no.
    if text[or + 1].word == .no, text[or + 2].key == text[or - 1].key { return false }
    let next = text[or + 1]
    if !next.isWord || next.is([.wh]) || next.word == .not || next.word == .anything || next.word == .something || next.word == .any || next.word == .so || next.is(.numeral) && text[or - 1].is(.numeral) { return false }
    if text[or - 1].is(.wh) || next.word == .otherOne { return false }
    for fault in faults where fault.label == .tag && fault.tokens.contains(or) { return false }
    for fault in faults where fault.label == .agreement && fault.tokens.contains(or) { return false }
    // Words that leave a way out.
    if utterance.first(in: span(sentence.start, sentence.end), where: { token, _ in
      token.word == .both || token.word == .neither || token.is(.anyWord) || token.word == .something || token.word == .else
    }) != nil { return false }
    if utterance.has(.request, in: sentence.tokens) || utterance.has(.consent, in: sentence.tokens) { 
      if utterance.text[sentence.main].word != .would || utterance.word(sentence.main + 2) != .say && utterance.text[sentence.main + 2].key != "call" { return false }
    }
    switch sentence.form {
    case .request: return false
    case .polar:
      if utterance.word(sentence.main + 1) == .there { return false }
      return or > sentence.main
    case .clipped:
      return sentence.terminator == .question || utterance.has(.choice, in: sentence.tokens)
    case .statement:
      return false
    case .open:
      if or < sentence.main { return false }
      let comparative = utterance.first(in: span(sentence.main, or), where: { token, _ in
        token.word == .more || token.word == .better || token.key == "rather" || token.word == .prefer || token.key == "worse"
      }) != nil
      // The alternatives stand at the end, after a mark, without a verb of their own.
      var mark = or
      while mark > sentence.main, text[mark].kind != .colon, text[mark].kind != .dash, !(text[mark].kind == .comma && isListStart(mark, or, sentence)) { mark -= 1 }
      // "…, in hours or money, that time?": an aside.
      if span(or + 1, max(sentence.end, or + 1)).contains(where: { text[$0].kind == .comma }) { return false }
      if mark <= sentence.main { return comparative && utterance.word(sentence.main) != .how }
      for index in span(mark + 1, sentence.end) {
        let token = text[index]
        if token.is([.auxiliary]) || token.is(.subject) && token.is([.firstSingular, .second, .third]) { return comparative }
      }
      return true
    }
  }

  /// Whether the comma opens the list of alternatives: no further comma before it belongs to the list.
  private func isListStart(_ comma: Int, _ or: Int, _ sentence: Utterance.Sentence) -> Bool {
    var at = comma - 1
    var words = 0
    while at > sentence.main, utterance.text[at].isWord {
      at -= 1
      words += 1
    }
    // A list item before the comma is short and has no verb.
    return at <= sentence.main || words > 3 || utterance.text[at].kind == .colon
  }

  private func alternatives(around or: Int, _ sentence: Utterance.Sentence) -> Range<Int> {
    var lower = or
    while lower > sentence.main + 1, or - lower < 3, utterance.text[lower - 1].isWord { lower -= 1 }
    var upper = or + 1
    while upper < sentence.end, upper - or < 4, utterance.text[upper].isWord { upper += 1 }
    return lower..<upper
  }

  private static let reason = "offers closed alternatives: the truth may be a third one that you will not hear"
  private static let scale = "asks for a number on a scale: it hides the story behind it"
}
