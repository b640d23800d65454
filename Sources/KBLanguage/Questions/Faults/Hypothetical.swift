internal import KBModel

extension QuestionJudge {
  /// What somebody would, will or could do, as against what somebody did.
  mutating func findHypotheticals() {
    for (number, sentence) in utterance.sentences.enumerated() {
      if let scenario = utterance.first(.scenario, in: sentence.tokens), isScenario(sentence, scenario, number) {
        add(.hypothetical, scenario, Self.scene)
      }
      guard sentence.asks || number == utterance.sentences.count - 1 else { continue }
      if let hit = utterance.first(.hypothetical, in: sentence.tokens), !isExcused(hit, sentence) { add(.hypothetical, hit, Self.future) }
      if let condition = unrealCondition(sentence) { add(.hypothetical, condition, Self.condition) }
      guard utterance.classes.any(.modal) else { continue }
      for index in sentence.tokens where utterance.text[index].is(.modal) && !utterance.text[index].isQuoted {
        if isHypotheticalModal(index, sentence) {
          add(.hypothetical, words(from: index, atMost: 3, in: sentence), Self.modal)
        }
      }
    }
  }

  // MARK: Modals

  private func isHypotheticalModal(_ index: Int, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let modal = text[index]
    switch modal.word {
    case .would, .could, .might, .contractedWould, .will, .contractedWill: break
    default: return false
    }
    if sentence.form == .statement, sentence.terminator != .question { return false }
    if modal.word == .contractedWould, isHad(index) { return false }
    // "Won't your auditors insist?": the appeal to agree is the fault.
    if modal.word == .will, text[index + 1].word == .contractedNot { return false }
    for hit in utterance.hits where hit.tokens.contains(index) {
      switch hit.cue {
      case .agreement: return text[index + 1].word == .contractedNot && text[index + 3].word != .agree && text[index + 3].word != .say && text[index + 3].word != .think && hit.tokens.lowerBound != index
      case .request, .logistics, .consent: 
        if !hasOwnCondition(sentence, apartFrom: hit.tokens) { return false }
      default: break
      }
    }
    let (subject, verb) = subjectAndVerb(of: index, sentence)
    let isI = text[subject].is(.firstSingular)
    if isI { return false }
    // "any topics you'd like to discuss": about the talk itself.
    if text[verb].word == .like, text[verb + 1].word == .to, utterance.lexeme(verb + 2).any([.tellVerb, .storyVerb]) || Self.raises[text[verb + 2].key], sentence.form != .open || sentence.main + 3 > index { return false }
    // "What would we see in your inbox?": asks to be shown.
    if text[subject].word == .we, text[verb].word == .see || text[verb].word == .find || text[verb].key == "notice" { return false }
    if modal.word == .could, utterance.first(in: span(verb, sentence.end), where: { token, _ in token.word == .then }) != nil, sentence.form == .open { return false }
    // "an example you could show me", "so we could talk to them".
    if utterance.lexeme(verb).any(.tellVerb), text[verb + 1].is([.firstSingular, .firstPlural]) { return false }
    if subject < index, subject > 0, text[subject - 1].word == .so { return false }
    if sentence.form == .request {
      if index == sentence.main { return false }
      // "Can you show me what you would do": embedded, and answered by an act or a story.
      if !utterance.lexeme(verb).any([.wishVerb, .payVerb, .changeVerb, .adoptVerb]) || text[verb].word == .do { return false }
      if kind == .usability, utterance.lexeme(verb).any(.actVerb) { return false }
    }
    if isInPastClause(index, sentence) || isPastAbility(index, sentence) { return false }
    if utterance.has(.typicalDay, in: sentence.tokens), utterance.first(in: span(index, sentence.end), where: { token, _ in token.word == .look || token.key == "go" }) != nil { return false }
    if modal.word == .will || modal.word == .contractedWill { return isOpenFuture(subject, verb, sentence) }
    if kind == .usability, isTask(index, verb, sentence) { return false }
    return true
  }

  /// 'd for "had": before a participle that is no plain form, or "better".
  private func isHad(_ index: Int) -> Bool {
    let next = utterance.text[index + 1]
    return next.word == .better || next.word == .been || next.word == .had || (next.is(.participle) && !next.is(.baseVerb))
  }

  /// Where subject and verb of the modal stand.
  private func subjectAndVerb(of index: Int, _ sentence: Utterance.Sentence) -> (subject: Int, verb: Int) {
    let text = utterance.text
    var next = index + 1
    while text[next].word == .contractedNot || text[next].word == .not { next += 1 }
    let isInverted =
      text[next].is([.subject, .determiner, .possessive]) || index == sentence.main
      || (index > sentence.main && sentence.form == .open && !text[index].shape.contains(.attached) && text[index - 1].is(.wh) && !text[next].is([.baseVerb, .be, .have]))
    if isInverted, next < sentence.end {
      var verb = next + 1
      if !text[next].is(.subject) || text[next].is(.determiner) {
        // A noun phrase: up to the next plain verb.
        while verb < sentence.end, verb - next < 6, !text[verb].is([.baseVerb, .be]), text[verb].isWord { verb += 1 }
      }
      while text[verb].is([.adverb, .frequency]) { verb += 1 }
      return (next, min(verb, sentence.end))
    }
    var verb = next
    while text[verb].is([.adverb, .frequency]) { verb += 1 }
    return (max(index - 1, 0), verb)
  }

  /// A modal inside "when you couldn't log in" of a question about the past.
  private func isInPastClause(_ index: Int, _ sentence: Utterance.Sentence) -> Bool {
    guard index > sentence.main + 2 else { return false }
    // "What did you hope would be different?"
    if sentence.form == .open, isPast(sentence.main..<index), !utterance.text[index + 1].is(.subject) { return true }
    var at = index - 1
    while at > sentence.main {
      let token = utterance.text[at]
      if token.is(.subordinator) || token.word == .that || token.word == .who || token.word == .so || token.is(.wh) {
        return isPast(sentence.main..<at) && token.word != .if
      }
      at -= 1
    }
    return false
  }

  /// "What could you see from there?", "What would happen back then?": about the past after all.
  private func isPastAbility(_ index: Int, _ sentence: Utterance.Sentence) -> Bool {
    // "What could you see from there during the storm?"
    if utterance.word(index) == .could, sentence.form == .open, utterance.contains(.during, in: sentence.tokens),
      sentence.tokens.contains(where: { $0 > index && (utterance.word($0) == .see || utterance.text[$0].key == "hear" || utterance.text[$0].key == "smell") })
    {
      return true
    }
    // "Which of yesterday's tasks, if any, could you not finish?"
    if utterance.word(index) == .could, utterance.contains(.yesterday, in: sentence.tokens) { return true }
    guard !utterance.contains(.if, in: sentence.tokens) else { return false }
    // "When orders came in by fax, who would type them in?"
    if sentence.main > sentence.start, index >= sentence.main, utterance.word(sentence.start) == .when || utterance.word(sentence.start) == .before || utterance.text[sentence.start].key == "back",
      isPast(sentence.start..<sentence.main) { return true }
    // "Could you log in that morning?"
    if utterance.word(index) == .could, let when = utterance.first(.bounded, in: sentence.tokens), utterance.word(when.lowerBound) == .that || utterance.word(when.lowerBound) == .last || utterance.text[when.lowerBound].key == "yesterday" { return true }
    if let then = utterance.first(.bounded, in: sentence.tokens), utterance.text[then.lowerBound].key == "back" || utterance.text[then.upperBound - 1].key == "days" || utterance.text[then.lowerBound].word == .at { return true }
    guard utterance.word(index) == .could, sentence.form == .open, utterance.text[index + 1].is(.second) else { return false }
    for at in span(index + 3, max(sentence.end, index + 3)) {
      let token = utterance.text[at]
      if token.word == .had || token.word == .were || token.word == .was || (token.is(.past) && !token.is(.baseVerb) && utterance.text[at - 1].is(.subject)) { return true }
    }
    return false
  }

  /// "will": about them and our product it is a forecast; a fixed date is a fact.
  private func isOpenFuture(_ subject: Int, _ verb: Int, _ sentence: Utterance.Sentence) -> Bool {
    let lexeme = utterance.lexeme(verb)
    if lexeme.any([.forecastVerb, .gainVerb]) { return true }
    // "Will you be using it?"; what else they will be doing are plans of their own.
    if utterance.text[verb].is(.be) {
      return utterance.text[verb + 1].is(.gerund) && utterance.text[subject].is(.second)
        && Self.adopting[utterance.text[verb + 1].key]
    }
    // "When will you know the result?": a date of their own.
    if utterance.text[subject].is(.second) { return utterance.word(sentence.main) != .when }
    // "your needs will change"
    for index in span(max(subject - 3, sentence.start), subject) where utterance.text[index].word == .your { return subject < verb }
    return false
  }

  /// Usability: what is answered by an act on the screen.
  private func isTask(_ modal: Int, _ verb: Int, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let lexeme = utterance.lexeme(verb)
    if text[verb].is(.have) || text[verb].word == .want || text[verb].word == .like || text[verb].word == .prefer || text[verb].word == .use {
      // "What would you want to click" is an act after all.
      return utterance.first(in: span(min(verb + 1, sentence.end), min(verb + 4, sentence.end)), where: { token, lexeme in
        lexeme.any(.actVerb) && token.is(.baseVerb) && token.word != .know
      }) != nil && text[verb].word != .use
    }
    if text[verb].is(.be) || lexeme.any(.actVerb) {
      return utterance.first(in: sentence.tokens, where: { token, _ in token.key == "better" || token.word == .instead || token.key == "improve" }) == nil
        && !(modal > 0 && text[modal].word == .might && text[verb].is(.have))
    }
    return false
  }

  // MARK: Conditions and scenes

  /// A scenario that is a statement of its own ("Imagine the network is down.").
  func scenarioLine() -> Fault? {
    for (number, sentence) in utterance.sentences.enumerated() {
      guard let hit = utterance.first(.scenario, in: sentence.tokens), !utterance.sentences.contains(where: { $0.terminator == .question }) else { continue }
      if kind == .usability || isScenario(sentence, hit, number) { return Fault(label: .hypothetical, tokens: hit, reason: Self.scene) }
    }
    return nil
  }

  /// "Imagine …", unless it goes on in the past ("Say I sat next to you last Thursday. What did I see?").
  private func isScenario(_ sentence: Utterance.Sentence, _ hit: Range<Int>, _ number: Int) -> Bool {
    if kind == .usability { return false }
    // "Imagine I'm new here": a way to ask for the story; "assuming you still have it, could you show me".
    let subject = hit.upperBound - 1
    for index in span(subject, min(subject + 2, sentence.end)) where utterance.word(index) == .i {
      if utterance.word(index + 1) == .contractedAm || utterance.word(index + 1) == .am { return false }
    }
    if utterance.text[hit.lowerBound].key == "assuming", utterance.has(.request, in: sentence.tokens) { return false }
    if utterance.has(.bounded, in: sentence.tokens),
      utterance.sentences[number...].contains(where: { $0.asks && isPast($0) }) || isPast(sentence)
    {
      return false
    }
    return true
  }

  private func hasOwnCondition(_ sentence: Utterance.Sentence, apartFrom range: Range<Int>) -> Bool {
    for index in sentence.tokens where utterance.word(index) == .if && !utterance.text[index].isQuoted {
      if range.contains(index) || isWhether(index) || utterance.has(.ifAny, in: span(index, sentence.end)) { continue }
      if utterance.hits.contains(where: { ($0.cue == .request || $0.cue == .consent) && $0.tokens.contains(index) }) { continue }
      return isUnreal(index + 1..<sentence.end)
    }
    return false
  }

  /// An if-clause in the past tense before a question that is not about the past.
  private func unrealCondition(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.classes.any(.subordinator), let index = utterance.first(in: sentence.tokens, where: { token, _ in token.word == .if })
    else { return nil }
    if isWhether(index) || utterance.first(.ifAny, in: span(index, sentence.end))?.lowerBound == index { return nil }
    if utterance.hits.contains(where: { ($0.cue == .request || $0.cue == .consent) && $0.tokens.contains(index) }) { return nil }
    guard isUnreal(index + 1..<sentence.end) else { return nil }
    // "If I looked at your calendar, what would I see?": a condition that asks for evidence.
    if utterance.word(index + 1) == .i { return nil }
    if utterance.word(index + 1) == .we, Self.looks[utterance.text[index + 2].key] { return nil }
    if kind == .usability { return nil }
    if sentence.main > index, isPast(sentence) { return nil }
    if sentence.main < index, isPast(sentence.main..<index) { return nil }
    return words(from: index, atMost: 4, in: sentence)
  }

  /// "ask if", "see if", "mind if": whether.
  private func isWhether(_ index: Int) -> Bool {
    let before = utterance.text[index - 1]
    switch before.key {
    case "ask", "asked", "know", "see", "check", "wonder", "decide", "decided", "tell", "mind", "comfortable", "okay", "ok", "alright", "remember", "sure", "fine", "right", "confirm", "as", "even": return true
    default: return false
    }
  }

  /// Past tense or "could" close behind "if".
  private func isUnreal(_ range: Range<Int>) -> Bool {
    var count = 0
    for index in range {
      let token = utterance.text[index]
      if !token.isWord { break }
      if token.word == .could || token.word == .were || token.word == .had || token.word == .did || token.word == .contractedWould { return true }
      if token.is([.be, .doing, .modal, .have]), token.word != .was { return false }
      if token.is(.past), count > 0 { return true }
      if token.is(.baseVerb), count > 0, utterance.text[index - 1].is(.subject) { return false }
      count += 1
      if count > 6 { break }
    }
    return false
  }

  private func isExcused(_ hit: Range<Int>, _ sentence: Utterance.Sentence) -> Bool {
    if utterance.text[hit.upperBound - 1].key == "ideal" || utterance.contains(.ideal, in: hit), utterance.contains(.should, in: sentence.tokens) { return true }
    if utterance.contains(.ideal, in: hit), utterance.first(in: hit.lowerBound..<sentence.end, where: { token, _ in token.key == "customer" || token.key == "customers" || token.key == "client" || token.key == "clients" }) != nil { return true }
    // What was planned or likely then is a fact.
    if isPast(sentence), !utterance.contains(.ideal, in: hit), !utterance.contains(.if, in: sentence.tokens) { return true }
    for other in utterance.hits where other.cue == .request || other.cue == .consent || other.cue == .reported {
      if other.tokens.overlaps(hit) { return true }
    }
    if utterance.has(.consent, in: sentence.tokens) && sentence.form == .polar { return true }
    return kind == .usability && utterance.word(hit.lowerBound) == .what
  }

  private static let raises = WordSet("discuss cover add ask raise mention revisit")

  private static let adopting = WordSet("using buying trying adopting upgrading renewing subscribing recommending switching signing paying")

  private static let looks = WordSet("looked look opened open went go walked walk scrolled pulled checked counted sat followed visited")

  private static let modal = "asks what would be: people are poor judges of what they will do; ask what they did"
  private static let condition = "sets up a case that is not so: the answer is a guess about oneself"
  private static let scene = "asks to imagine: what follows are guesses, not facts"
  private static let future = "asks for a forecast or an ideal: ask for the last time instead"
}
