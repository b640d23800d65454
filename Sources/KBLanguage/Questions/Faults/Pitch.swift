internal import KBModel

extension QuestionJudge {
  /// Our solution before the question.
  mutating func findPitch() {
    for (number, sentence) in utterance.sentences.enumerated() {
      let end = sentence.form == .statement ? sentence.end : sentence.main
      let isLast = number == utterance.sentences.count - 1
      // A statement must be followed by a question to be a pitch in the same item.
      if sentence.form == .statement, isLast, sentence.terminator != .question, !sentence.asks { break }
      guard end > sentence.tokens.lowerBound, !faults.contains(where: { $0.label == .tag && $0.tokens.upperBound >= sentence.end - 1 }) else { continue }
      if let words = announcement(sentence.tokens.lowerBound..<end, in: sentence) {
        add(.pitch, words, Self.reason)
        return
      }
    }
    // "… we're building exactly that. Interested?" and "feedback on an idea: …"
    for sentence in utterance.sentences {
      for index in sentence.tokens where utterance.text[index].key == "idea" || utterance.text[index].key == "concept" {
        if span(index + 1, min(index + 6, sentence.end)).contains(where: { utterance.text[$0].kind == .colon }) {
          add(.pitch, index..<index + 1, Self.reason)
          return
        }
      }
    }
  }

  /// A statement of its own that describes our solution.
  func pitchLine() -> Fault? {
    for sentence in utterance.sentences where sentence.form == .statement {
      if let words = announcement(sentence.tokens, in: sentence) { return Fault(label: .pitch, tokens: words, reason: Self.reason) }
    }
    return nil
  }

  /// Words that describe or announce what is ours, in a stretch that does not ask.
  func announcement(_ range: Range<Int>, in sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    if utterance.has(.disclaimer, in: range) || utterance.has(.reported, in: range) { return nil }
    for index in range where !text[index].isQuoted {
      let token = text[index]
      if token.word == .we || token.word == .us {
        // "If we added …" is no announcement.
        if text[index - 1].word == .if || text[index - 1].word == .should { continue }
        // "After we shipped the fix in March, …": when it was.
        if index > 0, text[index - 1].word == .when || text[index - 1].word == .after || text[index - 1].word == .before || text[index - 1].word == .until { continue }
        var verb = index + 1
        while verb < range.upperBound, text[verb].is([.auxiliary, .adverb, .negation]) || text[verb].word == .all { verb += 1 }
        guard verb < range.upperBound else { continue }
        // "We're working on a way to scan pallets".
        if text[verb].key == "working", text[verb + 1].word == .on, text[verb + 2].word == .a || text[verb + 2].word == .an, !isTalk(verb + 2..<range.upperBound), !isResearch(sentence) { return index..<verb + 2 }
        if text[verb].key == "came", text[verb + 1].word == .up, token.word == .we { return index..<verb + 2 }
        if token.word == .we, verb == index + 1, Self.serves[text[verb].key], !isTalk(verb + 1..<range.upperBound), !isResearch(sentence) { return index..<verb + 1 }
        if Self.announces[text[verb].key] || (Self.plans[text[verb].key] && utterance.first(in: span(verb, min(verb + 4, range.upperBound)), where: { token, _ in Self.announces[token.key] }) != nil) {
          if isTalk(verb + 1..<range.upperBound) || isResearch(sentence) { continue }
          return index..<verb + 1
        }
      } else if token.word == .our || utterance.lexeme(index).any(.product) {
        // "You opened our dashboard on Monday": what they did.
        if let you = utterance.first(in: span(range.lowerBound, index), where: { token, _ in token.word == .you || token.word == .your }) {
          let verb = text[you + 1].key
          if text[you].word == .your || (you + 1..<you + 3).contains(where: { text[$0].is([.past, .baseVerb, .auxiliary, .adverb]) }), verb != "know", verb != "may", verb != "might", verb != "have", verb != "'ve", verb != "get", verb != "can" || text[you].word == .your { continue }
        }
        if let noun = productNoun(after: index, range) ?? deed(after: index, range) {
          if isResearch(sentence) { continue }
          return index..<noun + 1
        }
      }
    }
    // "The enterprise bundle has SSO and audit logs. Would you pay double for it?"
    let start = sentence.start
    if text[start].word == .the || text[start].word == .this || text[start].word == .it, sentence.form == .statement {
      for index in span(start, min(start + 5, range.upperBound)) where utterance.lexeme(index).any(.productNoun) {
        let verb = text[index + 1]
        if verb.word == .has || verb.word == .can || Self.offers[verb.key], asksForOpinionLater(sentence) {
          return start..<index + 2
        }
      }
    }
    return nil
  }

  /// The noun of ours within a few words, unless it belongs to the talk itself.
  private func productNoun(after index: Int, _ range: Range<Int>) -> Int? {
    let text = utterance.text
    if utterance.lexeme(index).any(.product) { return index }
    var found: Int?
    for at in span(index + 1, min(index + 5, range.upperBound)) {
      let token = text[at]
      if !token.isWord || token.is([.auxiliary, .preposition, .conjunction, .subordinator]) { break }
      if found != nil, !utterance.lexeme(at).any([.productNoun, .talkNoun]) { break }
      if utterance.lexeme(at).any(.talkNoun) {
        // "Our team has built …"
        guard token.key == "team" else { return nil }
        return span(at + 1, min(at + 5, range.upperBound)).first { Self.announces[text[$0].key] }
      }
      if utterance.lexeme(at).any(.productNoun) { found = at }
      if found == nil, Self.announces[token.key] || Self.offers[token.key], at > index + 1 { return at }
    }
    return found
  }

  /// "Our sensors predict failures": the verb of what is ours, whatever it is.
  private func deed(after index: Int, _ range: Range<Int>) -> Int? {
    let text = utterance.text
    guard text[index].word == .our else { return nil }
    for at in span(index + 1, max(min(index + 5, range.upperBound), index + 1)) {
      let token = text[at]
      if Self.ourselves[token.key] || utterance.lexeme(at).any(.talkNoun) || !token.isWord { return nil }
      if at > index + 1, token.word == .can || token.word == .already || token.word == .now || Self.announces[token.key] || Self.offers[token.key] || Self.doesForThem[token.key] {
        return token.word == .has || token.is(.be) ? nil : at
      }
      if token.is([.auxiliary, .preposition, .conjunction]) { return nil }
    }
    return nil
  }

  /// Nouns after "our" that belong to us as people, not to what we sell.
  private static let ourselves = WordSet("goal goals purpose aim plan agenda name job boss colleague colleagues policy schedule focus intention role data hope records project office")

  private static let doesForThem = WordSet("predict predicts find finds show shows tell tells track tracks cut cuts save saves turn turns keep keeps love use uses get gets measure measures")

  private func isTalk(_ range: Range<Int>) -> Bool {
    for index in range.prefix(4) where utterance.lexeme(index).any(.talkNoun) { return true }
    return false
  }

  /// "We talk to people who use our tool, to learn …": says why we are here.
  private func isResearch(_ sentence: Utterance.Sentence) -> Bool {
    utterance.first(in: sentence.tokens, where: { token, _ in Self.research[token.key] }) != nil
  }

  private func asksForOpinionLater(_ sentence: Utterance.Sentence) -> Bool {
    has(.price) || has(.hypothetical) || has(.opinion) || utterance.has(.opinion)
  }

  private static let announces = WordSet("""
    build building built launch launching launched ship shipping shipped release releasing released solve solves solving solved automate \
    automates automating automated offer offers offering develop developing developed introduce introducing introduced replaced replace \
    replaces removes eliminate eliminates support supports redesigned redesigning roll rolling rolled integrate integrates prototyping \
    prototyped unveiled unveiling pioneered invented patented created creating added adding designed designing
    """)

  /// "We help clinics …"
  private static let serves = WordSet("help let save cut handle")

  private static let plans = WordSet("thinking think considering planning plan want hope going about working work started just")

  private static let offers = WordSet("""
    has can comes includes offers lets allows enables helps gives provides handles supports removes replaces cuts saves automates solves makes \
    merges predicts detects reads sends syncs reduces eliminates takes does finds works connects come include let cut save
    """)

  private static let research = WordSet("talking interviewing learn understand study studying research researching interview interviews feedback purpose")

  private static let reason = "describes our solution first: the answer judges it instead of telling what happens today"
}
