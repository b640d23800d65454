internal import KBModel

extension QuestionJudge {
  /// A statement that ends with a request to nod.
  mutating func findTags() {
    let sentences = utterance.sentences
    for (number, sentence) in sentences.enumerated() {
      if let aside = utterance.first(.tagAside, in: sentence.tokens), sentence.form == .statement || sentence.main > aside.lowerBound {
        if sentence.terminator == .question || sentence.form == .statement, !startsReadBack(sentence, before: sentence.end), asksOrEndsItem(number) {
          add(.tag, aside, Self.assumed)
          continue
        }
      }
      guard sentence.terminator == .question || number == sentences.count - 1 else { continue }
      if let tail = tagTail(sentence) {
        if !startsReadBack(sentence, before: tail.lowerBound) { add(.tag, tail, Self.nod) }
        continue
      }
      // "You export to Excel. Right?"
      if sentence.terminator == .question, number > 0, sentences[number - 1].form == .statement, isBareTag(sentence.start..<sentence.end),
        !startsReadBack(sentences[number - 1], before: sentences[number - 1].end)
      {
        add(.tag, sentence.tokens, Self.nod)
        continue
      }
      if sentence.form == .statement, sentence.terminator == .question, isAddedInference(sentence) {
        add(.tag, words(from: sentence.start, atMost: 4, in: sentence), Self.statement)
      }
    }
  }

  /// Whether the aside is put to the customer: in a question, or in the last words of the item.
  private func asksOrEndsItem(_ number: Int) -> Bool {
    number == utterance.sentences.count - 1 || utterance.sentences[number].terminator == .question
  }

  /// The closing clause after the last comma or dash, or a bare "right" at the end.
  private func tagTail(_ sentence: Utterance.Sentence) -> Range<Int>? {
    let text = utterance.text
    var mark = sentence.end - 1
    var count = 0
    while mark > sentence.start, text[mark].kind != .comma, text[mark].kind != .dash, text[mark].kind != .ellipsis, text[mark].kind != .semicolon {
      mark -= 1
      count += 1
      if count > 6 { break }
    }
    if count <= 6, mark > sentence.start {
      let tail = mark + 1..<sentence.end
      guard !tail.isEmpty, sentence.main >= tail.lowerBound || sentence.form == .statement || sentence.form == .clipped else { return nil }
      if isBareTag(tail) || isAuxiliaryTag(tail) { return tail }
      return nil
    }
    // Without a mark before it.
    guard sentence.form == .statement, sentence.terminator == .question, sentence.end - sentence.start >= 4 else { return nil }
    let last = text[sentence.end - 1]
    switch last.word {
    case .right, .correct, .yes, .yeah, .no, .ok, .okay:
      if last.word == .right || last.word == .correct, text[sentence.end - 2].is([.be, .preposition, .determiner, .degree]) { return nil }
      return sentence.end - 1..<sentence.end
    default: return last.key == "huh" || last.key == "eh" || last.key == "innit" ? sentence.end - 1..<sentence.end : nil
    }
  }

  /// right, correct, yeah, or not, agreed, am I right, isn't that so, don't you think.
  private func isBareTag(_ range: Range<Int>) -> Bool {
    let text = utterance.text
    var range = range
    while range.count > 1, !text[range.upperBound - 1].isWord { range = range.lowerBound..<range.upperBound - 1 }
    let first = text[range.lowerBound]
    if range.count == 1 {
      switch first.word {
      case .right, .correct, .yes, .yeah, .no, .ok, .okay, .true, .sure: return true
      default: return ["huh", "eh", "agreed", "innit", "yep", "hm", "hmm", "nope", "exactly"].contains(first.key)
      }
    }
    if range.count == 2 {
      let second = text[range.lowerBound + 1]
      if first.word == .or, second.word == .not || second.word == .no { return true }
      if first.word == .not || first.word == .is, second.word == .so || second.word == .right || second.word == .true { return true }
      if first.word == .you, second.word == .know { return true }
      if first.is(.filler), second.word == .right || second.word == .correct { return true }
    }
    if range.count <= 4, first.word == .am, text[range.lowerBound + 1].word == .i { return true }
    // "or am I wrong?", but not "Or are there others?".
    if range.count <= 5, first.word == .or, text[range.lowerBound + 1].is(.auxiliary), text[range.lowerBound + 2].word != .there { return true }
    return false
  }

  /// isn't it, are you, did they, wouldn't you say, don't you think.
  private func isAuxiliaryTag(_ range: Range<Int>) -> Bool {
    let text = utterance.text
    var at = range.lowerBound
    guard text[at].is(.auxiliary), !text[at].shape.contains(.attached) else { return false }
    at += 1
    if text[at].word == .contractedNot || text[at].word == .not { at += 1 }
    switch text[at].word {
    case .i, .you, .we, .he, .she, .it, .they, .that, .this, .there, .these, .those, .one: break
    default: return false
    }
    at += 1
    if text[at].word == .not { at += 1 }
    if at == range.upperBound { return true }
    switch text[at].word {
    case .think, .agree, .say, .find, .feel, .so, .right, .true, .correct, .fair: return at + 1 == range.upperBound
    default: return text[at].key == "case" || (text[at].word == .the && text[at + 1].key == "case")
    }
  }

  /// Whether the words before the tag give back what the customer said.
  private func startsReadBack(_ sentence: Utterance.Sentence, before end: Int) -> Bool {
    let range = sentence.tokens.lowerBound..<end
    if utterance.has(.reported, in: range) || utterance.has(.readBack, in: range) {
      // Our own judgement added to it is no read-back.
      return utterance.first(in: range, where: { token, lexeme in lexeme.any(.evaluative) && !token.is(.adverb) }) == nil
    }
    return false
  }

  /// A statement with a question mark that draws a conclusion about the customer.
  private func isAddedInference(_ sentence: Utterance.Sentence) -> Bool {
    guard !isReported(sentence), !utterance.has(.othersSay, in: sentence.tokens), !utterance.has(.request, in: sentence.tokens) else { return false }
    let text = utterance.text
    guard sentence.end - sentence.start >= 5 else { return false }
    // "So it took nine days?" gives back; "So you must be annoyed?" does not.
    let first = text[sentence.tokens.lowerBound].word
    // "Or are there topics you would like to add?"
    if first == .or || first == .and, text[sentence.tokens.lowerBound + 1].is(.auxiliary) { return false }
    let mustOrWould = utterance.first(in: sentence.tokens, where: { token, _ in token.word == .must || token.word == .would || token.word == .contractedWould }) != nil
    if first == .so || first == .okay || first == .ok { return mustOrWould }
    if mustOrWould { return true }
    // Without a word of judgement it may well give back what was said.
    switch text[sentence.start].word {
    case .you, .your, .that, .it, .this:
      return utterance.first(in: sentence.tokens, where: { token, lexeme in
        lexeme.any([.painVerb, .painNoun, .stance, .evaluative, .moodVerb]) || token.is(.universal) || token.word == .need || token.word == .want || token.word == .prefer
      }) != nil
    default: return false
    }
  }

  private static let nod = "ends by asking for a nod: agreeing costs nothing, so a yes is no evidence"
  private static let assumed = "states what you assume and waits for a yes: the answer is yours, not theirs"
  private static let statement = "puts a question mark behind a conclusion of yours: it invites a yes"
}
