internal import KBModel

extension QuestionJudge {
  /// A verdict on our idea, a wish-list, a view on others, a compliment.
  mutating func findOpinion() {
    for (number, sentence) in utterance.sentences.enumerated() where sentence.asks || number == utterance.sentences.count - 1 {
      for hit in utterance.all(.opinion, in: sentence.tokens) where !isFactual(hit, sentence) {
        add(.opinion, hit, Self.reason)
        break
      }
      // "We're launching it in June. Excited?"
      if has(.pitch), sentence.form == .clipped, sentence.terminator == .question, sentence.end - sentence.start <= 2, utterance.lexeme(sentence.start).any(.stance) {
        add(.opinion, sentence.start..<sentence.start + 1, Self.reason)
      }
    }
  }

  private func isFactual(_ hit: Range<Int>, _ sentence: Utterance.Sentence) -> Bool {
    let text = utterance.text
    let first = text[hit.lowerBound].word
    let last = text[hit.upperBound - 1].word
    if isReported(sentence) { return true }
    // "Do you think people would pay": the price is the fault.
    if has(.price), utterance.contains(.think, in: hit) { return true }
    if has(.agreement), utterance.has(.othersSay, in: sentence.tokens) { return true }
    // "you wish you could": a hypothetical.
    if last == .wish, utterance.first(in: span(hit.upperBound, sentence.end), where: { token, _ in token.is(.modal) }) != nil { return true }
    // "What do you wish you had known?", "What did you wish you had?": about one time in the past.
    if last == .wish || text[hit.upperBound - 1].key == "wished" {
      if isPast(sentence.main..<hit.upperBound) { return true }
      if text[hit.upperBound].is(.subject), text[hit.upperBound + 1].word == .had || text[hit.upperBound + 1].word == .contractedWould, text[hit.upperBound + 2].is(.participle) { return true }
    }
    // "How do you know that a horse is ready for …": a state of their own things.
    if text[hit.lowerBound].key == "ready", sentence.form == .open { return true }
    // "…, and do other departments use folders?": a fact of their own house.
    if sentence.form == .open, let other = span(hit.lowerBound, min(hit.lowerBound + 2, hit.upperBound)).first(where: { text[$0].key == "other" }), other > sentence.main + 1,
      text[other - 1].is([.doing, .be, .have]), text[other - 2].word == .and
    {
      return true
    }
    // "What is your favourite story from the kitchen?": no thing of ours.
    if hit.contains(where: { text[$0].key == "favourite" || text[$0].key == "favorite" }),
      utterance.first(in: span(hit.lowerBound, min(hit.upperBound + 3, sentence.end)), where: { _, lexeme in lexeme.any([.featureNoun, .productNoun, .screenNoun, .artefact]) }) == nil
    {
      return true
    }
    // "What do you think about that now?": what they have told.
    if !has(.pitch), !followsPitch, let think = hit.first(where: { utterance.word($0) == .think }),
      text[think + 1].word == .of || text[think + 1].word == .about, text[think + 2].word == .that,
      !text[think + 3].isWord || text[think + 3].word == .now
    {
      return true
    }
    if last == .on || last == .about, !text[hit.upperBound].isWord { return true }
    let hasObject = (last == .on || last == .about) && text[hit.upperBound].isWord
    if !has(.pitch), !followsPitch, !hasObject {
      for other in utterance.hits where (other.cue == .consent || other.cue == .logistics) && other.tokens.overlaps(hit) { return true }
    }
    for other in utterance.hits where (other.cue == .agreement || other.cue == .othersSay) && other.tokens.overlaps(hit) { return true }
    // "Do you think you would …", "Don't you wish …": what is asked is in the other fault.
    if has(.agreement), last == .wish { return true }
    if has(.hypothetical), last == .think || utterance.contains(.think, in: hit), first == .do || first == .does,
      utterance.first(in: span(hit.upperBound - 1, min(hit.upperBound + 5, sentence.end)), where: { token, _ in token.word == .would || token.word == .will || token.word == .could }) != nil { return true }
    if kind == .requirements, isRequirement(hit) { return true }
    // "What do you think of when you hear …": an association.
    if last == .of || last == .about || last == .think, let next = Optional(text[hit.upperBound]), next.word == .when || next.word == .first || next.word == .of && text[hit.upperBound + 1].word == .when { return true }
    // What they thought, or made of it, at the time.
    if utterance.first(in: span(sentence.main, hit.upperBound), where: { token, _ in token.word == .did }) != nil {
      if last == .think || utterance.contains(.think, in: hit), last != .of, last != .about, text[hit.upperBound].word != .of, text[hit.upperBound].word != .about { return true }
      if utterance.contains(.make, in: hit), last == .of { return true }
    }
    if last.rawValue.isEmpty, text[hit.upperBound - 1].key == "idea", isPast(sentence) { return true }
    // "Which file should we open?"
    if utterance.contains(.should, in: hit), last == .we, utterance.lexeme(hit.upperBound).any(.logistics), text[hit.upperBound].word != .have { return true }
    // "What do you think went wrong that day?", "Who do you think has the file?": about facts.
    if last == .think || utterance.contains(.think, in: hit), first == .what || first == .do {
      let opener = utterance.word(sentence.main)
      if opener == .who || opener == .where || opener == .when || opener == .why { if utterance.first(in: span(hit.lowerBound, sentence.end), where: { token, _ in token.is([.past, .conditional]) || token.key == "has" || token.key == "knows" || token.key == "is" }) != nil { return true } }
      if let think = span(hit.lowerBound, hit.upperBound).first(where: { utterance.word($0) == .think }),
        text[think + 1].is(.past) && !text[think + 1].is(.baseVerb) || text[think + 1].key == "happened" || (text[think + 1].is([.determiner, .subject]) && span(think + 2, min(think + 5, sentence.end)).contains { text[$0].is(.past) && !text[$0].is(.baseVerb) })
      { return true }
    }
    if kind == .usability, isExpectation(hit, sentence) { return true }
    // "Which option would you choose?": the modal is the fault, and an act answers it during a task.
    if kind == .usability, let modal = hit.first(where: { text[$0].is(.modal) }), text[modal + 1].is(.second),
      text[modal + 2].word == .choose || text[modal + 2].word == .pick || text[modal + 2].key == "click" || text[modal + 2].key == "select"
    {
      return true
    }
    // "How could it be better?": the modal is the fault.
    if has(.hypothetical), utterance.word(hit.lowerBound) == .how, text[hit.upperBound - 1].key == "better", utterance.contains(.it, in: hit) { return true }
    if first == .do, last == .like || last == .love || last == .enjoy || text[hit.upperBound - 1].key == "dislike" {
      // Stance on their own practice is fine.
      let next = text[hit.upperBound]
      if sentence.main < hit.lowerBound, sentence.form == .open { return true }
      if next.is(.possessive), next.word != .our { return true }
      // "Do you like the new office": theirs, unless it is a thing one sells or draws.
      if next.word == .the, utterance.first(in: span(hit.upperBound, min(hit.upperBound + 4, sentence.end)), where: { _, lexeme in lexeme.any([.productNoun, .screenNoun, .featureNoun]) }) == nil { return true }
      if next.is(.gerund) || next.word == .to || next.word == .working { return true }
      if next.word == .it { return !has(.pitch) && !followsPitch }
    }
    if isPast(sentence), utterance.has(.bounded, in: sentence.tokens) || utterance.contains(.when, in: span(hit.lowerBound, sentence.end)) { return true }
    return false
  }

  private func isRequirement(_ hit: Range<Int>) -> Bool {
    for index in hit {
      let word = utterance.word(index)
      if word == .should || word == .must || utterance.lexeme(index).any(.featureNoun) || word == .need { return true }
    }
    return false
  }

  /// A guess about what comes next during a task.
  private func isExpectation(_ hit: Range<Int>, _ sentence: Utterance.Sentence) -> Bool {
    guard utterance.contains(.think, in: hit) else { return false }
    for index in span(hit.lowerBound, min(hit.upperBound + 8, sentence.end)) {
      let token = utterance.text[index]
      if token.word == .will || token.word == .contractedWill || token.key == "gonna" || token.key == "going" || token.key == "means" || token.word == .mean || token.key == "happens" || token.key == "happen" || token.key == "does" && index > hit.upperBound { return true }
    }
    return false
  }

  private static let reason = "asks for an opinion: opinions are cheap and kind; ask what they did or what happened"
}
