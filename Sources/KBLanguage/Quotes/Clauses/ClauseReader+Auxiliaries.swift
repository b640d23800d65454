/// Groups that begin with an auxiliary: "would send", "had been sent", "don't show".
extension ClauseReader {
  mutating func auxiliary(at index: Int, _ found: Sense, into clauses: inout Findings<Clause>) -> Int {
    var negated = false
    let inverted = !isNominal(index - 1)
    var at = skip(index + 1, negated: &negated, pronouns: inverted)
    let isFirst = index == start || tokens[index - 1].kind == .comma || has(index - 1, [.please, .interjection])
    let follows = sense(at)
    let subject = inverted && index + 1 < end && has(index + 1, .pronoun) ? subjectClass(index + 1) : subject(before: index)

    // "may" the month, "will" the noun, "can" the tin.
    if isMonthOfMay(index) { return index }
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

  func isPastParticiple(_ index: Int) -> Bool {
    has(index, [.participle, .had, .did]) || (has(index, .beOther) && tokens[index].word == .been)
  }

  /// "May" with a capital inside a sentence.
  func isMonthOfMay(_ index: Int) -> Bool {
    has(index, .might) && tokens[index].shape.contains(.capitalised) && !tokens[index].shape.contains(.first)
  }
}
