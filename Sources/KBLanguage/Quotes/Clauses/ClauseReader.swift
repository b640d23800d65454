/// Finds the finite verbs of a sentence, their tense, their subject and whether they carry the sentence.
///
/// One pass from left to right with a bounded look to either side, so linear in the number of tokens. No parser: the
/// grade of a quote depends on its verbs, and those are found by closed classes and position.
struct ClauseReader {
  let tokens: Run<Token>
  let senses: Run<Sense>
  /// What cannot end a noun phrase, and what is never a verb.
  let notNominal = ClauseReader.noNouns
  let neverVerb = ClauseReader.noVerbs
  var end = 0
  var start = 0
  var role = Clause.Role.main
  /// Whether the clause being read has its verb already.
  var hasVerb = false
  var lastSubject = Clause.Subject.none
  var lastTense: Clause.Tense?
  var isQuestion = false

  init(tokens: Run<Token>, senses: Run<Sense>) {
    self.tokens = tokens
    self.senses = senses
  }

  mutating func read(_ sentence: TokenisedText.Sentence, into clauses: inout Findings<Clause>) {
    start = sentence.tokens.lowerBound
    end = sentence.tokens.upperBound
    isQuestion = sentence.terminator == .question
    role = .main
    hasVerb = false
    lastSubject = .none
    lastTense = nil
    var index = start
    while index < end {
      openClause(at: index, into: &clauses)
      let next = verb(at: index, into: &clauses)
      index = max(next, index + 1)
    }
  }

  // MARK: Clauses

  @inline(__always)
  func sense(_ index: Int) -> Sense {
    index >= start && index < end ? senses[index] : []
  }

  @inline(__always)
  func has(_ index: Int, _ wanted: Sense) -> Bool {
    sense(index).rawValue & wanted.rawValue != 0
  }

  mutating func openClause(at index: Int, into clauses: inout Findings<Clause>) {
    let token = tokens[index]
    switch token.kind {
    case .comma, .semicolon, .dash, .colon, .ellipsis:
      if token.kind != .comma || hasVerb || role == .main {
        role = .main
        hasVerb = false
      } else {
        // A comma after "after the merger": the phrase is over, the main clause begins.
        role = .main
      }
      return
    case .word: break
    default: return
    }
    let found = senses[index]
    if found.rawValue & Self.openers.rawValue == 0, index > start || !has(index, .base) {
      // "After the merger I merged": a subject pronoun after a phrase without a verb opens the main clause.
      if role == .subordinate, !hasVerb, has(index, [.i, .we, .third, .someone]), index > opener + 1,
        [.after, .before, .since, .until].contains(tokens[opener].word), isNominal(index - 1)
      {
        role = .main
      }
      return
    }
    if has(index, .supposing), has(index, .base), opensSentence(index) {
      // "Suppose the vet had it in the car, …"
      add(.present, .mental, subject: .none, negated: false, index..<index + 1, role: .condition, into: &clauses)
      role = .condition
      hasVerb = false
      opener = index
      return
    }
    if has(index, .ifWord) {
      // "whether … or", "if at all" and "if you ask me" are no conditions.
      if index + 1 < end, tokens[index + 1].word == .you, tokens.count > index + 2, has(index + 2, .asksFor) { return }
      role = .condition
      hasVerb = false
      opener = index
    } else if has(index, .subordinator) {
      role = .subordinate
      hasVerb = false
      opener = index
    } else if has(index, .relative) {
      role = .subordinate
      hasVerb = false
      opener = index
    } else if tokens[index].word == .that, index > start, isNominal(index - 1) || has(index - 1, [.mental, .saying, .affect, .adjective, .bad, .good]),
      !isNominal(index + 1) || has(index + 1, .pronoun) || has(index - 1, [.mental, .saying])
    {
      role = .subordinate
      hasVerb = false
      opener = index
    } else if has(index, .asking), index > start, !isQuestion, !has(index - 1, .coordinator) {
      role = role == .main && !hasVerb ? .main : .subordinate
      hasVerb = false
      opener = index
    } else if has(index, .coordinator) {
      if hasVerb, role == .subordinate { hasVerb = false }
      if role == .main { hasVerb = false }
    }
  }

  var opener = 0
  static var openers: Sense { [.ifWord, .subordinator, .relative, .asking, .coordinator, .pointing] }

  /// Whether only fillers, marks and joining words stand before the token in its sentence.
  func opensSentence(_ index: Int) -> Bool {
    guard index - start <= 4 else { return false }
    for at in start..<index where tokens[at].kind == .word && !has(at, [.interjection, .coordinator, .honest]) { return false }
    return true
  }

  /// "You know", "I mean" set off by commas: said to gain time.
  func isFiller(_ index: Int) -> Bool {
    guard has(index, .mental), index > start, has(index - 1, [.i, .you]), index - 1 == start || isBreak(index - 2) || has(index - 2, .interjection)
    else { return false }
    return index + 1 >= end || tokens[index + 1].kind == .comma
  }

  /// Whether the token can end a noun phrase.
  func isNominal(_ index: Int) -> Bool {
    guard index >= start, index < end else { return false }
    let token = tokens[index]
    switch token.kind {
    case .number, .address, .closing, .quotationMark: return true
    case .word: break
    default: return false
    }
    if has(index, [.i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone, .selfObject]) { return true }
    return !has(index, notNominal)
  }

  private static let noNouns: Sense = [
    .article, .preposition, .coordinator, .subordinator, .ifWord, .relative, .not, .adverb, .bePresent, .bePast, .beOther,
    .have, .had, .do, .did, .would, .could, .might, .will, .should, .can, .cliticD, .to, .selfOwned, .yourOwned, .each,
  ]

  // MARK: Verbs

  /// Reads a verb group that begins at `index`; returns the index after it, or `index` when there is none.
  mutating func verb(at index: Int, into clauses: inout Findings<Clause>) -> Int {
    let token = tokens[index]
    guard token.kind == .word else { return index }
    let found = senses[index]
    if found.contains(.ifWord) || role == .condition && opener == index { return index }
    // "confused", "limited": adjectives as a rule.
    if found.contains(.adjective), !found.contains(.past), token.classes.any(.past), isVerbRatherThanAdjective(index) {
      return past(at: index, found, into: &clauses) ?? index
    }
    if found.rawValue & Self.verbal.rawValue == 0 {
      return bareVerb(at: index, into: &clauses)
    }
    if found.rawValue & Sense.auxiliary.rawValue != 0 {
      let next = auxiliary(at: index, found, into: &clauses)
      if next > index { return next }
    }
    if found.rawValue & Sense.past.rawValue != 0, let next = past(at: index, found, into: &clauses) { return next }
    if found.rawValue & Sense.thirdForm.rawValue != 0, let next = third(at: index, into: &clauses) { return next }
    if found.rawValue & Sense.base.rawValue != 0, let next = plain(at: index, found, into: &clauses) { return next }
    return index
  }

  static var verbal: Sense { Sense.auxiliary.union(.finiteForm) }

  mutating func add(
    _ tense: Clause.Tense, _ verb: Clause.VerbKind, subject: Clause.Subject, negated: Bool, _ range: Range<Int>,
    role other: Clause.Role? = nil, into clauses: inout Findings<Clause>
  ) {
    let first = range.lowerBound
    let lower = first > start && has(first - 1, [.i, .we, .you, .third, .it]) ? first - 1 : first
    clauses.append(
      Clause(
        role: other ?? role, subject: subject, tense: tense, verb: verb, isNegated: negated,
        tokens: lower..<max(range.upperBound, first + 1)))
    lastSubject = subject
    lastTense = tense
    hasVerb = true
  }

  func kind(of index: Int) -> Clause.VerbKind {
    let found = sense(index)
    // "It makes me nervous", "that made me feel at home": a reaction, no deed.
    if has(index + 1, .selfObject), has(index, .moving) { return .seeming }
    if found.contains(.desire) { return .desire }
    if found.contains(.plan) { return .plan }
    if found.contains(.affect) { return .affect }
    if found.contains(.mental) { return .mental }
    if found.contains(.seeming) { return .seeming }
    if found.contains(.stative) { return .stative }
    if found.contains(.require) { return .require }
    if found.contains(.saying) { return .saying }
    if found.rawValue & Sense.anyBe.rawValue != 0 { return .be }
    if found.rawValue & (Sense.have.rawValue | Sense.had.rawValue) != 0 { return .have }
    return .deed
  }

  /// Skips adverbs, "not" and (in questions) a pronoun, at most four tokens.
  func skip(_ index: Int, negated: inout Bool, pronouns: Bool = false) -> Int {
    var at = index
    while at < end, at < index + 4 {
      if has(at, .not) {
        negated = true
      } else if has(at, [.adverb, .habitual, .maybe, .certain, .degree]) && !has(at, [.base, .past, .good, .bad]) {
        // Part of the group.
      } else if pronouns, has(at, .pronoun) {
        // Inverted subject.
      } else {
        break
      }
      at += 1
    }
    return at
  }
}
