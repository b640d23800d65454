internal import KBModel

extension QuestionJudge {
  /// Two subjects, one answer.
  mutating func findDoubleBarrelled() {
    for sentence in utterance.sentences where sentence.asks && sentence.form != .statement {
      if sentence.form == .request, utterance.first(.opinion, in: sentence.tokens) == nil { continue }
      if let words = secondClause(sentence) ?? twoDegrees(sentence) ?? twoObjects(sentence) ?? twoMerits(sentence) ?? twoClaims(sentence) { add(.doubleBarrelled, words, Self.reason) }
    }
  }

  /// "…, and who trains new reps?"
  private func secondClause(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.classes.any(.conjunction) else { return nil }
    let text = utterance.text
    if utterance.isTwoSided(sentence.tokens) { return nil }
    for index in span(sentence.main + 1, max(sentence.end, sentence.main + 1)) where text[index].word == .and || text[index].word == .plus {
      var start = index + 1
      while start < sentence.end, text[start].key == "also" || text[start].kind == .comma || text[start].is(.filler) && !text[start].is(.wh) { start += 1 }
      guard start < sentence.end, !text[start].isQuoted else { continue }
      let isWh = text[start].is(.wh) || (text[start].is(.preposition) && text[start + 1].is(.wh))
      if isWh {
        if sentence.form == .polar, text[start].is(.wh) {
          // "Do you use it, and for what?": an open follow-up.
          if isFacet(start, sentence) { continue }
        }
        if !isFacet(start, sentence) { return index..<min(start + 2, sentence.end) }
      } else if text[start].is(.auxiliary), !text[start].shape.contains(.attached), text[start + 1].is([.subject, .determiner, .possessive]) || text[start + 1].key == "other", sentence.form == .polar || sentence.form == .open {
        // "… and do you act on them?", but not "and may I see it?".
        if text[start].is(.modal), text[start + 1].is(.firstSingular) || text[start + 1].word == .we { continue }
        return index..<min(start + 2, sentence.end)
      }
    }
    return nil
  }

  /// Whether the second clause asks about the same thing.
  private func isFacet(_ start: Int, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let clause = start..<sentence.end
    var contents = 0
    for index in clause {
      if utterance.isContent(index), !text[index].is(.baseVerb) { contents += 1 }
    }
    if clause.count <= 3 { return true }
    let first = sentence.main..<start
    let differs = isPast(first) != isPast(clause)
    // Role and team, at the opening.
    if utterance.has(.opening, in: first), contents <= 2, !differs { return true }
    if utterance.contains(.there, in: clause), text[clause.lowerBound + 2].word != .there { return true }
    if hasPronoun(in: clause) { return !(differs && contents >= 2) }
    if contents == 0 { return true }
    if differs { return false }
    if sharesContent(first, clause) { return true }
    // Both about the past: two sides of one event, unless a cause or a choice of its own is asked for.
    guard isPast(first) else { return false }
    if utterance.has(.bounded, in: sentence.tokens) { return true }
    return text[start].word == .what || text[start].word == .who || text[start].word == .when || text[start].word == .where
  }

  private func sharesContent(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    for index in second where utterance.isContent(index) {
      for other in first where utterance.text[other].key == utterance.text[index].key { return true }
    }
    return false
  }

  /// "our fast, friendly support": two merits under one verdict.
  private func twoMerits(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard utterance.meanings.any(.attitude), utterance.first(in: span(sentence.main, sentence.end), where: { _, lexeme in lexeme.any(.attitude) }) != nil else { return nil }
    for index in span(sentence.main + 2, max(sentence.end - 1, sentence.main + 2))
    where utterance.text[index].kind == .comma || utterance.word(index) == .and {
      let merits: Lexeme = [.evaluative, .praise]
      if utterance.lexeme(index - 1).any(merits), utterance.lexeme(index + 1).any(merits), utterance.text[index - 2].is(.possessive) { return index - 1..<index + 2 }
    }
    return nil
  }

  /// "Do you agree that finance has had time and should sign?"
  private func twoClaims(_ sentence: Utterance.Sentence) -> Range<Int>? {
    guard has(.agreement) else { return nil }
    for index in span(sentence.main + 3, max(sentence.end - 1, sentence.main + 3)) where utterance.word(index) == .and && utterance.text[index + 1].is(.auxiliary) {
      return index..<index + 2
    }
    return nil
  }

  /// "How clear and how complete was it?"
  private func twoDegrees(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    for index in span(sentence.main, sentence.end) where text[index].word == .how {
      guard text[index + 2].word == .and, text[index + 1].word == .other || utterance.lexeme(index + 1).any(.stance) else { continue }
      if text[index + 3].word == .how, !text[index + 4].is([.auxiliary]), text[index + 5].is(.auxiliary) { return index + 1..<index + 5 }
      if text[index + 4].is(.be), utterance.lexeme(index + 1).any([.stance, .judgement]) || utterance.lexeme(index + 3).any([.stance, .judgement]) { return index + 1..<index + 4 }
    }
    return nil
  }

  /// One attitude, two objects: "What do you think of our onboarding and of our support team?"
  private func twoObjects(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    guard utterance.meanings.any(.attitude), let attitude = span(sentence.main, sentence.end).first(where: { utterance.lexeme($0).any(.attitude) && isAttitude($0, sentence) }) else { return nil }
    for index in span(attitude + 1, max(sentence.end, attitude + 1)) where text[index].word == .and && !text[index].isQuoted {
      let left = text[index - 1].kind == .comma ? index - 2 : index - 1
      var right = index + 1
      guard right < sentence.end else { return nil }
      if isPaired(index, after: attitude) { continue }
      if utterance.areOpposites(left, right) || utterance.hits.contains(where: { $0.cue == .twoSided && $0.tokens.contains(index) }) { continue }
      let next = text[right]
      if Self.pairs[WordKey(bits: text[left].key.bits ^ next.key.bits)] { continue }
      // Two verbs of one deed: "find and download".
      if next.is([.baseVerb, .past, .auxiliary, .wh, .gerund]) && !next.is([.determiner, .possessive, .preposition]) && utterance.lexeme(right).subtracting(.scaleEnd).isEmpty { continue }
      let opensPhrase = next.is([.determiner, .possessive, .preposition])
      if opensPhrase { right += 1 }
      if text[right].is([.determiner, .possessive]) { right += 1 }
      guard right < sentence.end, text[right].isWord, utterance.isNounLike(left), utterance.isNounLike(right) else { continue }
      // "the roles and permissions page": a compound, not two objects.
      if !opensPhrase, text[right + 1].isWord, !text[right + 1].is([.preposition, .time, .adverb, .subordinator, .conjunction, .auxiliary]) { continue }
      return left..<right + 1
    }
    return nil
  }

  /// Whether "between" or "both" stands before the "and", which then joins the two ends of one thing: "between the start and
  /// the end of a shift".
  private func isPaired(_ and: Int, after attitude: Int) -> Bool {
    var at = and - 1
    while at > attitude, utterance.text[at].isWord {
      if utterance.text[at].key == "between" || utterance.text[at].word == .both { return true }
      at -= 1
    }
    return false
  }

  /// Whether the word expresses an attitude here: "do you like", "view of", "how happy"; not "tools like Excel".
  private func isAttitude(_ index: Int, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    guard !text[index].isQuoted else { return false }
    if utterance.lexeme(index).any(.opinionNoun), text[index + 1].is(.preposition) { return true }
    if text[index + 1].is(.second) || text[index + 1].word == .them || text[index + 1].key == "people" { return utterance.lexeme(index).any(.moodVerb) || text[index].word == .about }
    if utterance.lexeme(index).any([.stance, .judgement]) {
      return text[index - 1].word == .how || text[index - 1].is([.second, .degree]) || utterance.text[sentence.main].is(.be) || utterance.isTwoSided(sentence.tokens)
    }
    switch text[index].word {
    case .like, .love, .think, .feel, .enjoy, .rate: break
    default:
      if !utterance.lexeme(index).any(.painVerb), text[index].key != "value", text[index].key != "trust" { return false }
    }
    // Somebody does it: "do you like", "do site leads feel".
    return span(sentence.main, index).contains { text[$0].is(.doing) } && !text[index - 1].is([.preposition, .determiner]) && text[index - 1].key != "look" && text[index - 1].key != "tools"
      && (text[index - 1].is([.subject, .adverb]) || utterance.isNounLike(index - 1) && text[index + 1].is(.preposition) || text[index - 1].word == .or)
  }

  /// Pairs of words that name one thing, as the exclusive or of their keys.
  private static let pairs = WordSet(
    pairs: """
      terms/conditions roles/permissions research/development profit/loss pros/cons likes/dislikes back/forth sales/marketing \
      health/safety supply/demand trial/error plug/play wear/tear ups/downs do's/don'ts dos/donts policies/procedures rules/regulations \
      products/services goods/services time/effort time/money bits/pieces pick/choose questions/answers strengths/weaknesses \
      search/replace search/rescue nuts/bolts mergers/acquisitions drag/drop copy/paste hardware/software advantages/disadvantages \
      accounts/payable policy/procedure food/drink night/weekend friends/family black/white inputs/outputs input/output lessons/learned \
      name/address quality/assurance diversity/inclusion environment/safety training/education print/scan pack/ship
      """)

  private static let reason = "asks two things at once: you will not know which one the answer is about"
}

extension Utterance {
  /// Whether both ends of a scale are named in `range`, so that neither is suggested.
  func isTwoSided(_ range: Range<Int>) -> Bool {
    if has(.twoSided, in: range) { return true }
    guard meanings.any(.scaleEnd) else { return false }
    for index in range where lexemes[index].any(.scaleEnd) {
      for other in range where other > index && areOpposites(index, other) { return true }
    }
    return false
  }

  /// Whether two words are the two ends of one scale.
  func areOpposites(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (text[first].key, text[second].key)
    return a != b && lexeme(first).any(.scaleEnd) && lexeme(second).any(.scaleEnd) && Scales.opposites[WordKey(bits: a.bits ^ b.bits)]
  }

  /// Whether a token can be a noun: an open-class word that is no verb form of the lists.
  func isNounLike(_ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.word == .other else { return token.kind == .word && token.word == .question }
    return !token.is([.preposition, .determiner, .auxiliary, .subordinator, .conjunction, .frequency, .wh])
  }
}
