/// Which items of a guide are questions or prompts, and which are notes.
enum ItemDetection {
  /// Whether a heading makes what stands under it notes: goals, what to avoid, what to watch for.
  static func makesNotes(_ heading: Utterance) -> Bool {
    // A heading that is itself a question opens questions.
    if heading.sentences.contains(where: { $0.asks && $0.terminator == .question }) { return false }
    var previous = WordKey.none
    for token in heading.text.tokens where token.kind == .word {
      if notes[token.key] { return true }
      if previous == "research", token.key == "questions" || token.key == "question" { return true }
      if previous == "watch" || previous == "look" || previous == "listen", token.key == "for" { return true }
      if previous == "key" || previous == "learning" || previous == "business", token.key == "questions" { return true }
      if token.word == .contractedNot, previous == "do" { return true }
      if previous == "do", token.word == .not { return true }
      previous = token.key
    }
    return false
  }

  /// Whether an item asks or prompts the customer.
  static func asks(_ utterance: Utterance, _ role: SequenceItem.Role, kind: GuideKind) -> Bool {
    let text = utterance.text
    guard let first = text.tokens.first else { return false }
    if case .heading = role, !utterance.sentences.contains(where: { $0.terminator == .question }) { return false }
    if isBracketed(text) { return false }
    // "Scenario: You are getting ready …": a task.
    if kind == .usability, first.key == "scenario" || first.key == "task", text[1].kind == .colon || text[2].kind == .colon { return true }
    if label(text) { return false }
    var asks = false
    for sentence in utterance.sentences where sentence.asks {
      if isAboutParticipant(sentence, utterance) { continue }
      // A question in the moderator's brackets.
      if text[sentence.main].shape.contains(.bracketed), !text[sentence.start].shape.contains(.bracketed) { continue }
      if sentence.form == .statement || sentence.form == .clipped, sentence.terminator != .question { continue }
      asks = true
    }
    return asks || isSoftPrompt(utterance)
  }

  /// Whether the whole item stands in brackets.
  private static func isBracketed(_ text: TokenView) -> Bool {
    text.tokens[0].kind == .opening && text.tokens.allSatisfy { $0.shape.contains(.bracketed) || $0.kind == .opening || $0.kind == .closing || !$0.isWord }
  }

  /// "Note: …", "Goal: …", "Moderator: …": what follows is not for the customer.
  private static func label(_ text: TokenView) -> Bool {
    guard text.tokens.count > 2 else { return false }
    for index in 1..<min(4, text.tokens.count) where text[index].kind == .colon {
      return text.tokens[..<index].contains { labels[$0.key] }
    }
    return false
  }

  /// "Do they scroll?", "What challenges does the participant have?"
  private static func isAboutParticipant(_ sentence: Utterance.Sentence, _ utterance: Utterance) -> Bool {
    let text = utterance.text
    var addressed = false
    var named = false
    for index in sentence.tokens where !text[index].isQuoted {
      if text[index].is([.second, .firstSingular]) || text[index].word == .us { addressed = true }
      if observed[text[index].key] { named = true }
    }
    if addressed { return false }
    if named { return true }
    let next = text[sentence.main + 1].word
    if sentence.form == .polar { return next == .they || next == .he || next == .she }
    // "Tell them", "Walk them through".
    return sentence.form == .request && (next == .them || next == .him || next == .her)
  }

  /// "If you could take a minute to look around.", "Just to make sure I understand that…": asks without asking.
  private static func isSoftPrompt(_ utterance: Utterance) -> Bool {
    // "This may be a silly question, but…?"
    let marks = utterance.text.tokens.suffix(2).map(\.kind)
    if marks == [.ellipsis, .question] { return true }
    if let last = utterance.sentences.last, utterance.text[last.start].word == .just || utterance.text[last.start].word == .so,
      utterance.text.tokens.last?.kind == .ellipsis
    {
      return true
    }
    for sentence in utterance.sentences {
      for index in sentence.tokens where utterance.word(index) == .if && utterance.word(index + 1) == .you {
        let modal = utterance.word(index + 2)
        if modal == .could || modal == .would, index == sentence.start || !utterance.text[index - 1].isWord { return true }
      }
    }
    return false
  }

  /// Sub-bullets or check boxes below a stem that asks to choose.
  static func offersOptions(_ item: SequenceItem, _ index: Int, _ items: [SequenceItem], _ utterance: Utterance) -> Bool {
    guard case .listItem(let depth) = item.role, index + 2 < items.count else { return false }
    guard case .listItem(let next) = items[index + 1].role, case .listItem(let after) = items[index + 2].role, next > depth, after == next else {
      return false
    }
    return utterance.has(.choice) || utterance.text.tokens.indices.contains { at in
      let key = utterance.text[at].key
      return (key == "following" || key == "these") && (utterance.text[at - 1].word == .of || utterance.text[at - 2].word == .of) || key == "select"
    }
  }

  private static let notes = WordSet(
    """
    avoid notice observe observations goal goals objective objectives aim aims purpose debrief checklist preparation prep hypotheses hypothesis \
    logistics setup set-up assumptions tips reminders notes note moderator facilitator instructions instruction recruiting recruitment \
    screener methodology method analysis synthesis summary deliverables schedule timeline roles materials equipment overview background-reading \
    bad wrong never
    """)

  private static let labels = WordSet(
    """
    note notes goal goals moderator facilitator interviewer observer instruction instructions tip reminder purpose objective avoid watch \
    probe listen observe look bad wrong aim hypothesis hypotheses don't
    """)

  private static let observed = WordSet(
    """
    participant participants interviewee interviewees respondent respondents moderator facilitator tester testers testee user users
    """)
}
