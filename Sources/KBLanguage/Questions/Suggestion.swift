internal import KBModel

extension QuestionReader {
  /// A neutral wording to ask instead: built from the question's own words where that works, else a good general one.
  ///
  /// `nil` for a question without fault. What is returned has no fault itself.
  package func suggestion(for text: String) -> String? { suggestion(for: text, reading: reading(of: text)) }

  /// The same for a question that has been read, alone or in context.
  package func suggestion(for text: String, reading: QuestionReading) -> String? {
    guard let worst = reading.faults.max(by: { $0.label.severity < $1.label.severity }) else { return nil }
    let candidates = withUtterance(of: text) { SuggestionBuilder($0, reading.faults).candidates() }
    for candidate in candidates where isSound(candidate) { return candidate }
    return SuggestionBuilder.general[worst.label]
  }

  /// Whether a wording has no fault, with and without a kind of guide that excuses some.
  private func isSound(_ candidate: String) -> Bool {
    faults(in: candidate).isEmpty && (kind == .discovery || QuestionReader().faults(in: candidate).isEmpty)
  }
}

/// Makes wordings out of the words of a faulty question.
struct SuggestionBuilder {
  private let utterance: Utterance
  private let labels: Set<QuestionFault>
  private let faults: [QuestionFinding]

  init(_ utterance: Utterance, _ faults: [QuestionFinding]) {
    self.utterance = utterance
    self.faults = faults
    labels = Set(faults.map(\.label))
  }

  /// Wordings that hold for any topic, by the fault they mend.
  static let general: [QuestionFault: String] = [
    .presupposition: "What happened the last time, step by step?",
    .tag: "What happened the last time, step by step?",
    .agreement: "How did you handle that the last time it came up?",
    .loaded: "Tell me about the last time you worked with it.",
    .polar: "How did that go the last time?",
    .doubleBarrelled: "Tell me about the first of the two. What happened the last time?",
    .hypothetical: "When did that last come up, and what did you do?",
    .pitch: "How do you do that today? Walk me through the last time.",
    .opinion: "When did you last need something like that, and what did you do?",
    .price: "What did you spend on that last year, and whose budget was it?",
    .forcedChoice: "What were the reasons in the last case?",
    .vagueTime: "Walk me through the last time that happened.",
    .frequencyAssumption: "When did that last happen, if at all?",
  ]

  /// Candidates, the closest to the question first.
  func candidates() -> [String] {
    var list: [String] = []
    if let kept = lastGoodSentence() { list.append(kept) }
    if labels.contains(.loaded), let plain = withoutJudgement() { list.append(plain) }
    if labels.contains(.doubleBarrelled), let first = firstHalf() { list.append(first) }
    if !labels.isDisjoint(with: [.frequencyAssumption, .vagueTime, .polar, .forcedChoice]), let last = lastTimeOfTheVerb() { list.append(last) }
    if let topic = topic() {
      if labels.contains(.price) { list.append("What did you spend on \(topic.text) last year?") }
      if topic.isEvent { list.append("Tell me about the last \(topic.noun).") }
      if topic.isProduct {
        list.append("Tell me about the last time you used \(topic.text).")
      }
      list.append("Tell me about the last time you dealt with \(topic.text).")
    }
    return list
  }

  // MARK: Parts of the question

  /// The question behind a pitch, when it is sound on its own.
  private func lastGoodSentence() -> String? {
    guard labels.contains(.pitch), utterance.sentences.count > 1, let last = utterance.sentences.last, last.form == .open || last.form == .request else {
      return nil
    }
    return sentence(utterance.text.string(of: last.start..<last.end), asks: last.terminator == .question)
  }

  /// The question without its judging words.
  private func withoutJudgement() -> String? {
    guard let last = utterance.sentences.last(where: { $0.asks }) else { return nil }
    var kept: [Range<Int>] = []
    var start = last.start
    for index in span(last.start, last.end) where isJudging(index) {
      if index > start { kept.append(start..<index) }
      start = index + 1
      // The comma or "and" between two of them goes too.
      if utterance.text[start].kind == .comma || utterance.word(start) == .and, isJudging(start + 1) || isJudging(start - 1) && utterance.isNounLike(start + 1) { start += 1 }
    }
    guard !kept.isEmpty, start < last.end else { return nil }
    kept.append(start..<last.end)
    return sentence(kept.map { utterance.text.string(of: $0) }.joined(separator: " "), asks: last.terminator == .question)
  }

  private func isJudging(_ index: Int) -> Bool {
    guard utterance.text[index].isWord, !utterance.text[index].isQuoted else { return false }
    if utterance.lexeme(index).any([.evaluative, .slantedAdverb]) { return true }
    if utterance.text[index].shape.contains(.hyphenated), utterance.isSlantedCompound(index) { return true }
    let token = utterance.text[index]
    return faults.contains { $0.label == .loaded && $0.bytes == Int(token.start)..<Int(token.end) }
  }

  /// What stands before "and how …".
  private func firstHalf() -> String? {
    guard let fault = faults.first(where: { $0.label == .doubleBarrelled }), let last = utterance.sentences.last(where: { $0.asks }) else { return nil }
    guard let and = span(last.start, last.end).first(where: { utterance.word($0) == .and && Int(utterance.text[$0].start) >= fault.bytes.lowerBound }) else {
      return nil
    }
    var end = and
    while end > last.start, !utterance.text[end - 1].isWord { end -= 1 }
    guard end - last.main >= 3 else { return nil }
    return sentence(utterance.text.string(of: last.main..<end), asks: last.terminator == .question)
  }

  /// "How often do you export the ledger?" gives "When did you last export the ledger, if at all?".
  private func lastTimeOfTheVerb() -> String? {
    guard let last = utterance.sentences.last(where: { $0.asks }) else { return nil }
    let text = utterance.text
    for index in span(last.main, max(last.end - 2, last.main)) where text[index].word == .do || text[index].word == .does {
      guard text[index + 1].word == .you || text[index + 1].word == .your else { continue }
      var subject = index + 2
      if text[index + 1].word == .your { subject += 1 }
      var verb = subject
      while verb < last.end, text[verb].is([.frequency, .adverb]) || text[verb].key == "tend" || text[verb].word == .to || text[verb].word == .ever { verb += 1 }
      guard verb < last.end, text[verb].isWord, !text[verb].is([.auxiliary, .preposition, .determiner]), !utterance.lexeme(verb).any([.painVerb, .wishVerb, .attitude]) else { return nil }
      var end = last.end
      // One alternative is no choice: cut before the list.
      if labels.contains(.forcedChoice) {
        guard let or = span(verb, last.end).first(where: { text[$0].word == .or }) else { return nil }
        end = or
        while end > verb, !text[end].is(.preposition), text[end].kind != .comma, text[end].kind != .colon { end -= 1 }
        while end > verb, text[end].kind == .comma || text[end].kind == .colon || text[end].is(.preposition) {
          end -= 1
          if text[end].isWord { end += 1; break }
        }
        guard end > verb + 1 else { return nil }
      }
      while end > verb, !text[end - 1].isWord { end -= 1 }
      return "When did \(text.string(of: index + 1..<subject)) last \(text.string(of: verb..<end)), if at all?"
    }
    return nil
  }

  private struct Topic {
    var text: String
    var noun: String
    var isEvent: Bool
    var isProduct: Bool
  }

  /// The thing asked about: the first noun phrase with an article or possessive, without its judging words.
  private func topic() -> Topic? {
    let text = utterance.text
    guard let last = utterance.sentences.last(where: { $0.asks }) ?? utterance.sentences.last else { return nil }
    for index in span(last.start, max(last.end - 1, last.start)) {
      let opener = text[index].word
      guard opener == .the || opener == .your || opener == .our || opener == .a || opener == .an else { continue }
      var words: [String] = []
      var end = index + 1
      while end < last.end, end - index < 6 {
        let token = text[end]
        if isJudging(end) || token.kind == .comma && end > index && (isJudging(end - 1) || isJudging(end + 1)) || utterance.lexeme(end).any([.praise, .blame]) {
          end += 1
          continue
        }
        guard utterance.isNounLike(end), !token.is([.past, .adverb, .baseVerb, .anyWord, .frequency]) || (words.isEmpty && token.is(.baseVerb)),
          !utterance.lexeme(end).any([.painVerb, .painNoun, .opinionNoun, .featureNoun, .priceNoun, .gainNoun, .epithet])
        else { break }
        // A verb of its own after the noun ends the phrase ("the batch job fails").
        if !words.isEmpty, utterance.lexeme(end).any([.failVerb, .moodVerb, .gainVerb, .harmVerb, .adoptVerb]) { break }
        words.append(text.string(of: end..<end + 1))
        end += 1
      }
      guard let head = words.last, words.count <= 3, head.utf8.count > 2 else { continue }
      let headIndex = end - 1
      if utterance.lexeme(headIndex).any(.empty) || text[headIndex].is([.timeUnit, .time]) { continue }
      // Cut off in the middle of a phrase.
      if end < last.end, text[end].isWord, !text[end].is([.preposition, .auxiliary, .conjunction, .subordinator, .wh, .adverb, .subject, .determiner, .past, .baseVerb, .time]) { continue }
      let noun = words.joined(separator: " ")
      let article = opener == .your ? "your" : "the"
      let isEvent = words.count == 1 && (utterance.lexeme(headIndex).any(.instanceNoun) || Self.deeds[text[headIndex].key])
      return Topic(
        text: "\(article) \(noun)", noun: noun, isEvent: isEvent, isProduct: utterance.lexeme(headIndex).any([.productNoun, .screenNoun]))
    }
    return nil
  }

  /// A sentence of its own: capital first, one mark at the end.
  private func sentence(_ words: String, asks: Bool) -> String {
    var words = words
    while let last = words.unicodeScalars.last, last == "," || last == " " || last == ";" { words.unicodeScalars.removeLast() }
    guard let first = words.unicodeScalars.first else { return words }
    if first.properties.isLowercase {
      words.unicodeScalars.removeFirst()
      words = first.properties.uppercaseMapping + words
    }
    return words + (asks ? "?" : ".")
  }

  /// Deeds that one can ask the last one of.
  private static let deeds = WordSet("""
    export import report delivery order shipment invoice inspection check repair call visit review approval request claim complaint renewal \\
    purchase upload download search backup update upgrade test run payment booking shift handover stocktake count interview tender quote
    """)
}
