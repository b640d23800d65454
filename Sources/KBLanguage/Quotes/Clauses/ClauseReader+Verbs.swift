/// Verbs without an auxiliary: the form decides, or the place where form does not.
extension ClauseReader {
  /// "went", "merged", "closed and left": a past form that has a subject.
  mutating func past(at index: Int, _ found: Sense, into clauses: inout Findings<Clause>) -> Int? {
    if index > start {
      if has(index - 1, [.article, .selfOwned, .yourOwned, .each, .numberWord]), !has(index - 1, .everyone) { return nil }
      if has(index - 1, .preposition) { return nil }
      if has(index - 1, Sense.anyBe), !has(index - 1, .cliticS) { return nil }
      if has(index - 1, [.to, .have, .had, .ing, .most]) { return nil }
      if found.contains(.adjective), !has(index - 1, .pronoun), !isVerbRatherThanAdjective(index) { return nil }
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

  /// "The courier lost two pallets", "we recently lost two": a past form that is an adjective as well is the verb where its clause has
  /// no other and an object follows. "Pallets lost in May", "people interested in it" and "the week lost is" stay what they are.
  func isVerbRatherThanAdjective(_ index: Int) -> Bool {
    let before = previous(index)
    if before < index - 1, has(before, [.i, .we, .you, .third, .it, .someone, .everyone]) { return true }
    let object = index + 1
    guard !hasVerb, object < end else { return false }
    guard has(object, [.article, .selfOwned, .yourOwned, .selfObject, .it, .numberWord]) || tokens[object].kind == .number else { return false }
    // "lost two weeks ago": when it was, not what.
    if has(object + 1, .unit), has(object + 2, .pastTime) { return false }
    for at in object + 1..<min(end, object + 9) {
      if isBreak(at) || has(at, [.coordinator, .subordinator, .relative, .asking, .ifWord, .pointing]) { break }
      // "The pallets lost a day too late were insured": the verb comes later.
      if has(at, Sense.auxiliary), !has(at, .cliticS), !isMonthOfMay(at) { return false }
    }
    return true
  }

  /// Whether the sentence speaks of the past around a form that may be present as well ("we put", "he cut").
  func isPastByContext(_ index: Int, _ before: Int) -> Bool {
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
  mutating func third(at index: Int, into clauses: inout Findings<Clause>) -> Int? {
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
  mutating func plain(at index: Int, _ found: Sense, into clauses: inout Findings<Clause>) -> Int? {
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
  mutating func bareVerb(at index: Int, into clauses: inout Findings<Clause>) -> Int {
    guard index > start, !senses[index].any(neverVerb) else { return index }
    let before = previous(index)
    guard before >= start, has(before, [.i, .we]) || tokens[before].word == .they || tokens[before].word == .you, before >= index - 2 else {
      return index
    }
    if has(before, .you), has(before - 1, [.preposition, .base, .to]) { return index }
    add(.present, .deed, subject: subject(before: index), negated: false, index..<index + 1, into: &clauses)
    return index + 1
  }

  static let noVerbs: Sense = [
    .i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone, .folk, .article, .preposition, .coordinator,
    .subordinator, .ifWord, .asking, .not, .adverb, .to, .ing, .unit, .weekday, .month, .last, .next, .habitual, .each,
    .numberWord, .interjection, .more, .degree, .selfObject, .selfOwned, .yourOwned, .participle, .maybe, .certain,
    .thanks, .please, .once, .most,
  ]
}
