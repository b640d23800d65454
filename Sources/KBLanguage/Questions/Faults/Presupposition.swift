internal import KBModel

extension QuestionJudge {
  /// Takes a problem, a feeling, a cause or a benefit for granted.
  mutating func findPresuppositions() {
    for (number, sentence) in utterance.sentences.enumerated() where sentence.asks || number == utterance.sentences.count - 1 {
      if utterance.has(.ifAny, in: sentence.tokens) { continue }
      // A tag is the fault of its sentence; what it states is part of it.
      if faults.contains(where: { $0.label == .tag && $0.tokens.lowerBound >= sentence.tokens.lowerBound && $0.tokens.upperBound <= sentence.end + 1 }) { continue }
      if let degree = oneSidedDegree(sentence) { add(.presupposition, degree, Self.degree) }
      for hit in utterance.all(.presupposition, in: sentence.tokens) where isUnestablished(hit, sentence) {
        add(.presupposition, hit, Self.reason)
      }
      if let cause = assumedCause(sentence) { add(.presupposition, cause, Self.cause) }
      if let again = assumedRepetition(sentence) { add(.presupposition, again, Self.repetition) }
      if let pain = namedPain(sentence) { add(.presupposition, pain, Self.reason) }
      if let fact = assumedFact(sentence) { add(.presupposition, fact, Self.reason) }
    }
  }

  /// "How easy was it": only one end of the scale is named.
  private func oneSidedDegree(_ sentence: Utterance.Sentence) -> Range<Int>? {
    for index in span(sentence.start, sentence.end) where utterance.word(index) == .how && !utterance.text[index].isQuoted {
      var at = index + 1
      while utterance.text[at].is(.degree), !utterance.lexeme(at).any(.stance) { at += 1 }
      guard at < sentence.end, utterance.lexeme(at).any(.stance), !utterance.text[at].isQuoted else { continue }
      if utterance.word(at + 1) == .or || utterance.isTwoSided(sentence.tokens) { continue }
      if utterance.word(at) == .well { continue }
      return index..<at + 1
    }
    return nil
  }

  private func isUnestablished(_ hit: Range<Int>, _ sentence: Utterance.Sentence) -> Bool {
    if utterance.isTwoSided(sentence.tokens) { return false }
    // "How did you help the new colleague?": their own deed.
    if utterance.word(hit.lowerBound) == .how, utterance.text[hit.lowerBound + 2].word == .you, utterance.first(in: hit, where: { _, lexeme in lexeme.any(.gainVerb) }) != nil,
      utterance.first(in: hit, where: { _, lexeme in lexeme.any(.painVerb) }) == nil, utterance.word(hit.lowerBound + 1) != .much { return false }
    if utterance.first(in: span(hit.lowerBound, sentence.end), where: { token, _ in token.key == "list" || token.key == "promise" || token.key == "claim" || token.key == "mention" }) != nil { return false }
    // "What stopped you from sending it that day?": of an event already told.
    if utterance.first(in: hit, where: { token, _ in token.key == "stopped" || token.key == "prevented" }) != nil, isPast(sentence), let when = utterance.first(.bounded, in: sentence.tokens), utterance.word(when.lowerBound) == .that {
      return false
    }
    // "… that would make your lives easier": part of a wish.
    if utterance.word(hit.lowerBound) == .make, utterance.text[hit.lowerBound - 1].is(.modal) || hasPronoun(in: hit) || utterance.word(hit.lowerBound + 1) == .that { return false }
    // "How much faster would you be": the modal is the fault.
    if utterance.text[hit.upperBound].is(.conditional) { return false }
    let before = sentence.tokens.lowerBound..<hit.lowerBound
    if utterance.has(.reported, in: sentence.tokens) || has(.price) { return false }
    // "Aren't you tired of …": the appeal to agree is the fault.
    if has(.agreement), utterance.first(in: hit, where: { _, lexeme in lexeme.any(.painVerb) }) == nil { return false }
    return utterance.first(in: before, where: { token, _ in token.is(.anyWord) }) == nil
  }

  /// "Why don't your reps trust …", "Why is it so hard …".
  private func assumedCause(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    guard utterance.classes.any(.wh), let why = utterance.first(in: span(sentence.main, sentence.end), where: { token, _ in token.word == .why }), why == sentence.main || text[why - 1].is([.conjunction]) || sentence.form == .request else {
      return nil
    }
    guard why + 2 < sentence.end, !isReported(sentence), !isWhyNot(sentence) else { return nil }
    for index in span(why + 1, min(why + 4, sentence.end)) where text[index].is(.negation) {
      return why..<index + 1
    }
    let subject = why + 2
    // "Why do your customers leave?": others, and something done against us or it.
    if text[why + 1].is([.doing, .have, .be]), text[why + 1].word != .did, !text[subject].is([.subject]) || text[subject].word == .they || text[subject].is(.determiner),
      utterance.first(in: span(subject, sentence.end), where: { token, _ in Self.desertion[token.key] }) != nil
    {
      return why..<why + 1
    }
    if isPronoun(subject) || isPronoun(why + 1) { return nil }
    for index in span(subject, sentence.end) where !text[index].isQuoted {
      let lexeme = utterance.lexeme(index)
      if lexeme.any([.painVerb, .painNoun, .failVerb, .harmVerb, .eventNoun]) || (lexeme.any(.moodVerb) && !text[index - 1].is(.subject)) { return why..<why + 1 }
      if lexeme.any(.stance), !utterance.text[index + 1].isWord || utterance.text[index + 1].is([.preposition, .second]) { return why..<why + 1 }
    }
    return nil
  }

  /// still, again, even: it was so before.
  private func assumedRepetition(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    guard sentence.form == .polar || sentence.form == .clipped || sentence.form == .open else { return nil }
    for index in span(sentence.start, sentence.end) where !text[index].isQuoted {
      switch text[index].word {
      case .still where sentence.form != .open && !text[sentence.main].is(.modal) && index >= sentence.main && text[index + 1].word != .have:
        for at in span(index + 1, min(index + 8, sentence.end)) {
          if utterance.lexeme(at).any([.painVerb, .painNoun, .eventNoun, .moodVerb]) || Self.backward[text[at].key] { return index..<at + 1 }
        }
      case .again where index == sentence.end - 1:
        if utterance.first(in: span(sentence.main, index), where: { token, lexeme in
          lexeme.any([.painVerb, .painNoun, .failVerb, .eventNoun, .harmVerb]) || token.key == "wrong" || token.key == "incident" || token.key == "cause" || token.key == "late" || token.key == "outage"
        }) != nil { return index..<index + 1 }
      case .even where sentence.form == .polar && index > sentence.main && index <= sentence.main + 3:
        return index..<index + 1
      default: break
      }
    }
    return nil
  }

  /// "When did you realise that the vendor was failing you": what is realised is taken as true.
  private func assumedFact(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.meanings.any(.factive) else { return nil }
    let text = utterance.text
    for index in span(sentence.main, sentence.end) where utterance.lexeme(index).any(.factive) && !text[index].isQuoted {
      for at in span(index + 1, sentence.end) where !text[at].isQuoted {
        if text[at].word == .if { break }
        let lexeme = utterance.lexeme(at)
        if lexeme.any([.painVerb, .painNoun, .failVerb, .harmVerb, .eventNoun]) || (lexeme.any(.evaluative) && text[at - 1].is([.be, .degree])) || (lexeme.any(.eventNoun) && text[at - 2].is(.be)) || text[at].is(.negation) || text[at].key == "wrong" || text[at].key == "letting" || text[at].key == "slow" || text[at].key == "behind" || text[at].key == "needed" {
          if utterance.has(.reported, in: sentence.tokens) { return nil }
          return index..<at + 1
        }
      }
    }
    return nil
  }

  /// Ways of working that nobody is asked "still" about without a raised eyebrow.
  private static let backward = WordSet("manual manually paper hand fax spreadsheet spreadsheets excel sheets email emails print printing typing retyping copying")

  /// "the chaos after the move": pain that stands there as a fact.
  private func namedPain(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.meanings.any(.painNoun) else { return nil }
    let text = utterance.text
    guard !has(.price), !has(.agreement), !isReported(sentence), !utterance.isTwoSided(sentence.tokens) else { return nil }
    // "your biggest frustrations"
    for index in span(sentence.main, max(sentence.end - 2, sentence.main))
    where text[index].word == .your && Self.foremost[text[index + 1].key] && utterance.lexeme(index + 2).any(.painNoun) && !text[index + 2].isQuoted {
      return index..<index + 3
    }
    for index in span(sentence.main, max(sentence.end - 1, sentence.main)) where !text[index].isQuoted && utterance.lexeme(index + 1).any(.painNoun) {
      guard text[index].word == .the || text[index].word == .all || (text[index].is(.possessive) && text[index].word != .our) else { continue }
      let next = text[index + 2]
      if !next.isWord || next.is([.preposition, .second, .auxiliary, .conjunction, .subordinator, .time]) { return index..<index + 2 }
    }
    return nil
  }

  private static let foremost = WordSet("biggest main top worst greatest largest major primary number-one")

  private static let desertion = WordSet("""
    leave leaves leaving quit quits churn complain complains complaining avoid avoids avoiding refuse refuses refusing ignore ignores ignoring \
    resist resists resisting skip skips bypass cancel cancelling abandon abandoning reject rejects forget forgets distrust oppose
    """)

  private static let reason = "takes for granted what nobody has told you yet: the answer will go along with it"
  private static let degree = "names one end of the scale only: the answer leans that way"
  private static let cause = "asks for the cause of something that nobody has told you yet"
  private static let repetition = "takes for granted that it was so before"
}
