/// Finds the finite verbs of a sentence, their tense, their subject and whether they carry the sentence.
///
/// One pass from left to right with a bounded look to either side, so linear in the number of tokens. No parser: the
/// grade of a quote depends on its verbs, and those are found by closed classes and position.
struct ClauseReader {
  private let tokens: [Token]
  private let senses: [Sense]
  private var end = 0
  private var start = 0
  private var role = Clause.Role.main
  /// Whether the clause being read has its verb already.
  private var hasVerb = false
  private var lastSubject = Clause.Subject.none
  private var lastTense: Clause.Tense?
  private var isQuestion = false

  init(tokens: [Token], senses: [Sense]) {
    self.tokens = tokens
    self.senses = senses
  }

  mutating func read(_ sentence: TokenisedText.Sentence, into clauses: inout [Clause]) {
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
  private func sense(_ index: Int) -> Sense {
    index >= start && index < end ? senses[index] : []
  }

  @inline(__always)
  private func has(_ index: Int, _ wanted: Sense) -> Bool {
    sense(index).rawValue & wanted.rawValue != 0
  }

  private mutating func openClause(at index: Int, into clauses: inout [Clause]) {
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

  private var opener = 0
  private static let openers: Sense = [.ifWord, .subordinator, .relative, .asking, .coordinator, .pointing]

  /// Whether only fillers, marks and joining words stand before the token in its sentence.
  private func opensSentence(_ index: Int) -> Bool {
    guard index - start <= 4 else { return false }
    for at in start..<index where tokens[at].kind == .word && !has(at, [.interjection, .coordinator, .honest]) { return false }
    return true
  }

  /// "You know", "I mean" set off by commas: said to gain time.
  private func isFiller(_ index: Int) -> Bool {
    guard has(index, .mental), index > start, has(index - 1, [.i, .you]), index - 1 == start || isBreak(index - 2) || has(index - 2, .interjection)
    else { return false }
    return index + 1 >= end || tokens[index + 1].kind == .comma
  }

  /// Whether the token can end a noun phrase.
  private func isNominal(_ index: Int) -> Bool {
    guard index >= start, index < end else { return false }
    let token = tokens[index]
    switch token.kind {
    case .number, .address, .closing, .quotationMark: return true
    case .word: break
    default: return false
    }
    if has(index, [.i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone, .selfObject]) { return true }
    return !has(index, Self.notNominal)
  }

  private static let notNominal: Sense = [
    .article, .preposition, .coordinator, .subordinator, .ifWord, .relative, .not, .adverb, .bePresent, .bePast, .beOther,
    .have, .had, .do, .did, .would, .could, .might, .will, .should, .can, .cliticD, .to, .selfOwned, .yourOwned, .each,
  ]

  // MARK: Verbs

  /// Reads a verb group that begins at `index`; returns the index after it, or `index` when there is none.
  private mutating func verb(at index: Int, into clauses: inout [Clause]) -> Int {
    let token = tokens[index]
    guard token.kind == .word else { return index }
    let found = senses[index]
    if found.contains(.ifWord) || role == .condition && opener == index { return index }
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

  private static let verbal: Sense = [Sense.auxiliary, .base, .thirdForm, .past]

  private mutating func add(
    _ tense: Clause.Tense, _ verb: Clause.VerbKind, subject: Clause.Subject, negated: Bool, _ range: Range<Int>,
    role other: Clause.Role? = nil, into clauses: inout [Clause]
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

  private func kind(of index: Int) -> Clause.VerbKind {
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
  private func skip(_ index: Int, negated: inout Bool, pronouns: Bool = false) -> Int {
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

  private mutating func auxiliary(at index: Int, _ found: Sense, into clauses: inout [Clause]) -> Int {
    var negated = false
    let inverted = !isNominal(index - 1)
    var at = skip(index + 1, negated: &negated, pronouns: inverted)
    let isFirst = index == start || tokens[index - 1].kind == .comma || has(index - 1, [.please, .interjection])
    let follows = sense(at)
    let subject = inverted && index + 1 < end && has(index + 1, .pronoun) ? subjectClass(index + 1) : subject(before: index)

    // "may" the month, "will" the noun, "can" the tin.
    if found.contains(.might), tokens[index].shape.contains(.capitalised), !tokens[index].shape.contains(.first) { return index }
    if found.contains(.might), has(index - 1, [.preposition, .last, .next, .each]) { return index }

    if found.rawValue & Sense.anyModal.rawValue != 0 || found.contains(.cliticD) {
      if found.contains(.cliticD), isPastParticiple(at), !has(at, .base), !has(at, .have) {
        add(role == .condition ? .counterfactual : .pastPerfect, kind(of: at), subject: subject, negated: negated, index..<at + 1, into: &clauses)
        return at + 1
      }
      if isFirst, found.contains(.should), !isQuestion, !has(at, .base) {
        add(.should, .deed, subject: .noun, negated: false, index..<index + 1, role: .condition, into: &clauses)
        role = .condition
        hasVerb = false
        return index + 1
      }
      var tense: Clause.Tense =
        found.contains(.would) || found.contains(.cliticD) ? .would
        : found.contains(.could) ? .could
        : found.contains(.might) ? .might
        : found.contains(.will) ? .will
        : found.contains(.should) ? .should : .can
      if found.contains(.cliticD), tokens[min(index + 1, end - 1)].word == .better { tense = .should }
      var verbIndex = at
      if tense != .can, tense != .will, has(at, .have) {
        var ignored = false
        let after = skip(at + 1, negated: &ignored)
        if isPastParticiple(after), tense != .should {
          tense = .counterfactual
          verbIndex = after
        }
      }
      let upper = min(verbIndex + 1, end)
      add(tense, kind(of: verbIndex), subject: subject, negated: negated, index..<upper, into: &clauses)
      return upper
    }

    if found.rawValue & (Sense.bePresent.rawValue | Sense.bePast.rawValue | Sense.cliticS.rawValue) != 0 {
      if found.contains(.cliticS) {
        // A possessive has a noun before it and one after it.
        let pronoun = has(index - 1, .pronoun) || has(index - 1, .asking) || tokens[max(index - 1, start)].word == .here
        if !pronoun, !has(index + 1, [.not, .article, .degree, .good, .bad, .praise, .ing, .adverb, .preposition]) { return index }
        if isPastParticiple(at), has(at, .beOther) || has(at, .got) {
          add(.perfect, kind(of: at), subject: subject, negated: negated, index..<at + 1, into: &clauses)
          return at + 1
        }
      }
      let isPast = found.contains(.bePast)
      if has(at, .ing), !has(at, [.praise, .bad, .good]) {
        // "is going to", "are planning to".
        if !isPast, has(at, .going), at + 1 < end, tokens[at + 1].word == .to {
          let verbIndex = min(at + 2, end - 1)
          add(.goingTo, kind(of: verbIndex), subject: subject, negated: negated, index..<verbIndex + 1, into: &clauses)
          return verbIndex + 1
        }
        add(isPast ? .past : .progressive, kind(of: at), subject: subject, negated: negated, index..<at + 1, into: &clauses)
        return at + 1
      }
      if !isPast, at + 1 < end, tokens[at].word == .about, tokens[at + 1].word == .to {
        add(.goingTo, .deed, subject: subject, negated: negated, index..<at + 2, into: &clauses)
        return at + 2
      }
      if isPastParticiple(at), !has(at, [.adjective, .praise, .good, .bad, .thanks]), !follows.contains(.base) || has(at, .participle) {
        add(isPast ? .past : .present, kind(of: at), subject: subject, negated: negated, index..<at + 1, into: &clauses)
        return at + 1
      }
      add(isPast ? .past : .present, .be, subject: subject, negated: negated, index..<index + 1, into: &clauses)
      return index + 1
    }

    if found.rawValue & (Sense.have.rawValue | Sense.had.rawValue) != 0 {
      // "have" as a bare infinitive is part of another group.
      if has(index - 1, .to) || tokens[index].word == .having { return index }
      let isPast = found.contains(.had)
      if !isPast, has(index - 1, .please), tokens[index].word == .have {
        add(.imperative, .have, subject: .none, negated: negated, index..<index + 1, into: &clauses)
        return index + 1
      }
      if isFirst, isPast, has(index + 1, [.i, .we, .you, .third, .it, .article, .someone, .everyone, .selfOwned]) , !isQuestion {
        role = .condition
        add(.counterfactual, .have, subject: subject, negated: negated, index..<index + 1, role: .condition, into: &clauses)
        return index + 1
      }
      if isPastParticiple(at), !has(at, .article) {
        add(isPast ? .pastPerfect : .perfect, kind(of: at), subject: subject, negated: negated, index..<at + 1, into: &clauses)
        return at + 1
      }
      if at < end, tokens[at].word == .to {
        let verbIndex = min(at + 1, end - 1)
        add(isPast ? .past : .haveTo, isPast ? .deed : kind(of: verbIndex), subject: subject, negated: negated, index..<verbIndex + 1, into: &clauses)
        return verbIndex + 1
      }
      add(isPast ? .past : .present, .have, subject: subject, negated: negated, index..<index + 1, into: &clauses)
      return index + 1
    }

    if found.rawValue & (Sense.do.rawValue | Sense.did.rawValue) != 0 {
      if has(index - 1, .to) { return index }
      let isPast = found.contains(.did)
      // "Don't show …" is an order.
      if !isPast, isFirst, tokens[index].word == .do, negated || has(at, .base), !isQuestion, !has(index + 1, .pronoun) {
        add(.imperative, kind(of: at), subject: .none, negated: negated, index..<min(at + 1, end), into: &clauses)
        return min(at + 1, end)
      }
      if has(at, .base) || negated {
        let upper = min(at + 1, end)
        add(isPast ? .past : .present, kind(of: at), subject: subject, negated: negated, index..<upper, into: &clauses)
        return upper
      }
      add(isPast ? .past : .present, .deed, subject: subject, negated: negated, index..<index + 1, into: &clauses)
      return index + 1
    }
    at = index
    return at
  }

  private func isPastParticiple(_ index: Int) -> Bool {
    has(index, [.participle, .had, .did]) || (has(index, .beOther) && tokens[index].word == .been)
  }

  /// "went", "merged", "closed and left": a past form that has a subject.
  private mutating func past(at index: Int, _ found: Sense, into clauses: inout [Clause]) -> Int? {
    if index > start {
      if has(index - 1, [.article, .selfOwned, .yourOwned, .each, .numberWord]), !has(index - 1, .everyone) { return nil }
      if has(index - 1, .preposition) { return nil }
      if has(index - 1, Sense.anyBe), !has(index - 1, .cliticS) { return nil }
      if has(index - 1, [.to, .have, .had, .ing, .most]) { return nil }
      if found.contains(.adjective), !has(index - 1, .pronoun) { return nil }
    }
    let isAlsoBase = found.contains(.base)
    let before = previous(index)
    let subject: Clause.Subject
    if before < start || isBreak(before) || has(before, .coordinator) {
      // Without a subject of its own: "and signed", ", faxed it", or the clipped "Got the letter".
      if before >= start, lastSubject != .none, lastTense != nil {
        // "they get married and send": the form after "and" is past only beside another past.
        if lastTense != .past, lastTense != .pastPerfect, isAlsoBase || found.contains(.participle) { return nil }
        subject = lastSubject
      } else if isAlsoBase || before >= start && !has(before, .coordinator) {
        return nil
      } else {
        subject = .none
      }
    } else if has(before, [.relative, .asking]) || tokens[before].word == .that {
      subject = .noun
    } else if isNominal(before) {
      subject = self.subject(before: index)
      // "I read", "they put": past only where something else says so, or after he, she, it.
      if isAlsoBase, has(before, [.i, .we, .you, .third]), !isPastByContext(index, before) { return nil }
      if isAlsoBase, !has(before, .pronoun), !isPastByContext(index, before) { return nil }
      // A noun with an ending like a verb's ("the files attached"): a second verb in the clause without a subject between.
      if hasVerb, role == .main, !has(before, .pronoun), found.contains(.participle), index - before == 1, has(index + 1, [.preposition]) {
        return nil
      }
    } else {
      return nil
    }
    add(.past, kind(of: index), subject: subject, negated: has(index - 1, .not), index..<index + 1, into: &clauses)
    return index + 1
  }

  /// Whether the sentence speaks of the past around a form that may be present as well ("we put", "he cut").
  private func isPastByContext(_ index: Int, _ before: Int) -> Bool {
    if tokens[before].word == .he || tokens[before].word == .she || tokens[before].word == .it { return true }
    if lastTense == .past || lastTense == .could { return true }
    for at in start..<min(end, start + 40) {
      if has(at, [.habitual, .each, .weekdays, .rate]) { return false }
      if has(at, .pastTime) || has(at, .past) && !has(at, .base) && has(at - 1, [.i, .we, .third]) { return true }
      if has(at, .last), at + 1 < end, has(at + 1, [.unit, .month, .weekday]) { return true }
      if has(at, [.weekday, .month]), has(at - 1, .preposition) { return true }
      if tokens[at].kind == .number, at > start + 1, tokens[at - 1].word == .the, has(at - 2, .preposition), has(at + 1, Sense.finiteForm) {
        return true
      }
    }
    return false
  }

  /// "sends", "reads": after a noun or a third person.
  private mutating func third(at index: Int, into clauses: inout [Clause]) -> Int? {
    let before = previous(index)
    if before < start { return nil }
    if has(before, .coordinator) || isBreak(before) {
      guard lastTense == .present, lastSubject != .i, lastSubject != .we, lastSubject != .you else { return nil }
      guard has(index + 1, [.article, .preposition, .selfOwned, .it, .third, .selfObject, .to, .adverb, .pointing, .each]) else { return nil }
      add(.present, kind(of: index), subject: lastSubject, negated: false, index..<index + 1, into: &clauses)
      return index + 1
    }
    let pronoun = has(before, [.third, .it, .pointing, .everyone, .someone, .relative, .asking])
    if !pronoun {
      guard isNominal(before) || tokens[before].word == .each else { return nil }
      if has(before, [.i, .we, .you, .selfObject]) { return nil }
      // "the product reports" or "legal reports"? Take it as a verb unless the noun reading is closed off.
      if hasVerb, !has(before, .pronoun) { return nil }
      if has(index + 1, [Sense.auxiliary, .past]), !has(index + 1, .cliticS) { return nil }
      if index + 1 < end, tokens[index + 1].kind == .comma, index - start < 2 { return nil }
      if has(before, [.good, .bad, .adjective, .compared, .more, .numberWord]), !has(before, .folk), tokens[max(before - 1, start)].word != .of {
        return nil
      }
      if tokens[before].kind == .number { return nil }
    }
    add(.present, kind(of: index), subject: subject(before: index), negated: has(index - 1, .not), index..<index + 1, into: &clauses)
    return index + 1
  }

  /// A plain form: present after I, we, you, they and plurals; an order at the start.
  private mutating func plain(at index: Int, _ found: Sense, into clauses: inout [Clause]) -> Int? {
    if isFiller(index) { return index + 1 }
    let before = previous(index)
    if has(index - 1, [.to, .article, .selfOwned, .yourOwned, .each]) || found.contains(.last) { return nil }
    if before < start || isBreak(before) || has(before, [.please, .interjection]) && index - start <= 3 {
      if let lastTense, lastTense == .present || lastTense == .imperative, before >= start, lastSubject != .none {
        // "we print, sign, scan"
        add(.present, kind(of: index), subject: lastSubject, negated: false, index..<index + 1, into: &clauses)
        return index + 1
      }
      guard index + 1 < end || isBreak(before) else { return nil }
      // "Change is hard", "Support was great": a noun.
      if has(index + 1, [Sense.auxiliary, .thirdForm, .past, .preposition]), !has(index + 1, .base), !has(index + 1, .thanks) { return nil }
      guard found.contains(.order) || has(index + 1, [.article, .selfOwned, .yourOwned, .selfObject, .it, .pointing, .each, .third])
      else {
        // "Receive form by mail": notes without a subject.
        guard before < start, index + 1 < end, senses[index + 1] == [] || isPlural(index + 1), found.rawValue & Sense.verbKinds.rawValue == 0
        else { return nil }
        add(.present, .deed, subject: .none, negated: false, index..<index + 1, into: &clauses)
        return index + 1
      }
      add(.imperative, kind(of: index), subject: .none, negated: false, index..<index + 1, into: &clauses)
      return index + 1
    }
    if has(before, .coordinator) {
      guard let lastTense, lastTense == .present || lastTense == .imperative || lastTense == .haveTo else { return nil }
      guard lastSubject == .i || lastSubject == .we || lastSubject == .you || lastSubject == .third || lastSubject == .ours
        || lastSubject == .generic || lastSubject == .bareNoun || lastSubject == .noun || lastTense == .imperative
      else { return nil }
      guard has(index + 1, [.article, .preposition, .selfOwned, .it, .third, .selfObject, .to, .adverb, .pointing, .each]) || index + 1 == end
      else { return nil }
      add(lastTense == .imperative ? .imperative : .present, kind(of: index), subject: lastSubject, negated: false, index..<index + 1, into: &clauses)
      return index + 1
    }
    if has(before, [.i, .we, .you]) || tokens[before].word == .they || tokens[before].word == .these || has(before, [.relative]) {
      add(.present, kind(of: index), subject: subject(before: index), negated: has(index - 1, .not), index..<index + 1, into: &clauses)
      return index + 1
    }
    // "Our reps keep", "the cooks write": a plural, no verb yet, and something that a verb takes after it.
    guard !hasVerb, isPlural(before) else { return nil }
    guard has(index + 1, [.article, .preposition, .selfOwned, .it, .third, .selfObject, .to, .adverb, .pointing, .each, .not, .more, .good, .bad, .numberWord, .weekday])
      || index + 1 >= end || found.rawValue & Sense.verbKinds.rawValue != 0 || tokens[min(index + 1, end - 1)].kind != .word
      || isPlural(index + 1) || sense(index + 1) == []
    else { return nil }
    add(.present, kind(of: index), subject: subject(before: index), negated: has(index - 1, .not), index..<index + 1, into: &clauses)
    return index + 1
  }

  /// A word no list knows, right after I, we or they: a verb in the present.
  private mutating func bareVerb(at index: Int, into clauses: inout [Clause]) -> Int {
    guard index > start else { return index }
    let before = previous(index)
    guard before >= start, has(before, [.i, .we]) || tokens[before].word == .they || tokens[before].word == .you, before >= index - 2 else {
      return index
    }
    if has(before, .you), has(before - 1, [.preposition, .base, .to]) { return index }
    if senses[index].rawValue & Self.neverVerb.rawValue != 0 { return index }
    add(.present, .deed, subject: subject(before: index), negated: false, index..<index + 1, into: &clauses)
    return index + 1
  }

  private static let neverVerb: Sense = [
    .i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone, .folk, .article, .preposition, .coordinator,
    .subordinator, .ifWord, .asking, .not, .adverb, .to, .ing, .unit, .weekday, .month, .last, .next, .habitual, .each,
    .numberWord, .interjection, .more, .degree, .selfObject, .selfOwned, .yourOwned, .participle, .maybe, .certain,
    .thanks, .please, .once, .most,
  ]

  // MARK: Subjects

  /// The token before `index` that is neither adverb nor "not", at most four back.
  private func previous(_ index: Int) -> Int {
    var at = index - 1
    while at >= start, at > index - 5, has(at, [.adverb, .not, .habitual, .maybe, .certain]),
      !has(at, [.everyone, .weekday, .base]), tokens[at].word != .now || at > start
    {
      at -= 1
    }
    return at
  }

  private func isBreak(_ index: Int) -> Bool {
    guard index >= start, index < end else { return true }
    switch tokens[index].kind {
    case .comma, .semicolon, .dash, .colon, .ellipsis, .opening, .quotationMark, .symbol, .slash: return true
    default: return false
    }
  }

  private func isPlural(_ index: Int) -> Bool {
    guard index >= start, index < end, tokens[index].kind == .word else { return false }
    if has(index, .folk) { return true }
    if has(index, [.unit, .weekdays, .pointing, .it, .cliticS]) { return false }
    return has(index, .plural) && !has(index, Self.notNominal)
  }

  private func subjectClass(_ index: Int) -> Clause.Subject {
    let found = sense(index)
    if found.contains(.i) { return .i }
    if found.contains(.we) { return .we }
    if found.contains(.you) { return .you }
    if found.contains(.third) { return .third }
    if found.contains(.everyone) { return .generic }
    if found.contains(.someone) { return .someone }
    if found.rawValue & Sense([.it, .pointing, .there]).rawValue != 0 { return .it }
    return .noun
  }

  private func subject(before index: Int) -> Clause.Subject {
    let head = previousSubject(index)
    guard head >= start else { return .none }
    if has(head, [.i, .we, .you, .third, .it, .there, .someone]) { return subjectClass(head) }
    if has(head, [.everyone, .pointing]) { return subjectClass(head) }
    if has(head, [.relative, .asking]) { return .noun }
    if has(head, .coordinator) || isBreak(head) { return lastSubject }
    // Walk left over the noun phrase for what determines it.
    var result: Clause.Subject = .bareNoun
    let isScreen = has(head, .screen)
    let isFolk = has(head, .folk)
    var at = head
    while at >= start, at > head - 7 {
      if has(at, .selfOwned) { return .ours }
      if has(at, .yourOwned) { return .yours }
      if at < head, isBreak(at) || has(at, [.coordinator, .subordinator, .ifWord, .relative]) || has(at, Sense.auxiliary) && !has(at, .cliticS) { break }
      if at < head, has(at, .pronoun), !has(at, [.everyone, .pointing]) { break }
      if at < head, has(at, .everyone) { return .generic }
      if has(at, [.article, .pointing, .each]) || tokens[at].kind == .number || has(at, .numberWord) || has(at, .someone) { result = .noun }
      if at > start, tokens[at].shape.contains(.capitalised), !tokens[at].shape.contains(.first) { result = .noun }
      at -= 1
    }
    if isScreen { return .screen }
    if isFolk, result == .bareNoun { return .generic }
    return result
  }

  private func previousSubject(_ index: Int) -> Int {
    var at = index - 1
    while at >= start, at > index - 7, has(at, [.adverb, .not, .habitual, .maybe, .certain, .do, .did]), !has(at, .everyone) { at -= 1 }
    return at
  }
}
