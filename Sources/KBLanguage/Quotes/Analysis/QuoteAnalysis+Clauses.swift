/// What clauses, words and times show together.
extension QuoteAnalysis {
  mutating func observeJointly() {
    var pastDeed: Clause?
    var presentDeed: Clause?
    var modal: Clause?
    var needed: Clause?
    var hasMain = false
    var presentBe: Clause?
    var hasMainPast = false
    for clause in clauses.run where clause.role == .main {
      hasMain = true
      hasMainPast = hasMainPast || clause.tense.isPast
    }
    let allowsSubordinatePast = !hasMain || hasMainPast
    for clause in clauses.run {
      let isMain = clause.role == .main
      switch clause.tense {
      case .past, .pastPerfect:
        guard isMain || clause.role == .subordinate else { break }
        switch clause.verb {
        case .deed, .saying, .require, .have, .plan, .desire:
          // "We asked for a German manual" asks still; under a present ("a log of who opened it") a past tells nothing.
          if facts.anchor == nil, clause.subject == .we || clause.subject == .i, isRequirement(clause) { break }
          if !isMain, !allowsSubordinatePast { break }
          if pastDeed == nil || (isMain && pastDeed?.role != .main) { pastDeed = clause }
        case .be: if isMain { note(.shape(.pastBeOnly), clause.tokens) }
        default: note(.shape(.pastReaction), clause.tokens)
        }
      case .present, .progressive, .haveTo:
        guard isMain else { break }
        switch clause.verb {
        case .deed, .saying, .have, .require:
          presentDeed = presentDeed ?? clause
          if clause.subject.isUs || clause.subject == .third || clause.subject == .someone || clause.subject == .noun {
            note(.shape(clause.subject.isUs ? .presentDeedByUs : .presentByOthers), clause.tokens)
          }
        case .be: presentBe = presentBe ?? clause
        case .mental: if clause.isNegated { note(.shape(.negatedMental), clause.tokens) }
        case .desire:
          needed = needed ?? clause
          switch clause.subject {
          case .it, .screen, .noun, .yours: note(.shape(.needByThing), clause.tokens)
          case .generic, .bareNoun, .third: note(.shape(.needByOthers), clause.tokens)
          default: break
          }
          if facts.senses.any([.month, .futureTime, .next]) || facts.phrases.contains(.plan) { note(.shape(.needWithTime), clause.tokens) }
          if clause.isNegated {
            note(.shape(.needNegated), clause.tokens)
          } else if clause.subject.isUs {
            note(.shape(.needByUs), clause.tokens)
          }
        case .plan:
          if clause.subject == .i || clause.subject == .we { note(.shape(.planByUs), clause.tokens) }
        default: break
        }
        if clause.subject == .generic || clause.subject == .bareNoun { note(.shape(.genericPresent), clause.tokens) }
        if clause.tense == .haveTo {
          note(.shape(clause.subject == .i || clause.subject == .we ? .obligationByUs : .obligationByThing), clause.tokens)
        }
      case .would, .could, .might, .will, .goingTo:
        if isMain {
          modal = modal ?? clause
          let ours = clause.subject.isUs
          note(.shape(ours ? .conditionalByUs : clause.subject == .you ? .youConditional : .conditionalByOthers), clause.tokens)
        }
      case .should where clause.role == .condition: break
      case .should:
        if isMain { note(.shape(clause.subject == .i || clause.subject == .we ? .obligationByUs : .obligationByThing), clause.tokens) }
      case .counterfactual: note(.shape(.counterfactual), clause.tokens)
      case .can: if isMain, clause.verb == .deed { note(.shape(.canWithDeed), clause.tokens) }
      case .imperative: note(.shape(.imperative), clause.tokens)
      case .perfect, .hedge, .propose: break
      case .wish: note(.shape(.wishFor), clause.tokens)
      case .usedTo: note(.shape(.wouldWithRepetition), clause.tokens)
      }
      // "It asks me", "the page told me": how the thing on the table treats the speaker.
      if clause.subject == .it || clause.subject == .screen, has(clause.tokens.upperBound, .selfObject) {
        switch clause.tense {
        case .past: note(.shape(.itDidToMe), clause.tokens)
        case .present: note(.shape(.itDoesToMe), clause.tokens)
        default: break
        }
      }
      if isMain, isRequirement(clause) { note(.shape(.requires), clause.tokens) }
      if isMain, clause.verb == .affect, clause.subject.isOther, clause.tense.isAhead, has(clause.tokens.upperBound, [.it, .pointing])
      {
        note(.shape(.willLove), clause.tokens)
      }
      if clause.subject == .you, clause.tense == .past, clause.role != .condition { note(.shape(.ourOccasion), clause.tokens) }
      if clause.role == .condition {
        note(.shape(.condition), clause.tokens)
        if clause.tense == .should { note(.shape(.counterfactual), clause.tokens) }
      }
      if isMain, clause.verb == .be, clause.tense == .present || clause.tense == .past,
        facts.senses.any([.good, .praise])
      {
        switch clause.subject {
        case .it, .you, .yours: note(.shape(.goodIsThis), clause.tokens)
        case .i, .we: break
        case .bareNoun, .generic: note(.shape(.goodIsGeneral), clause.tokens)
        default: note(.shape(.goodIsOther), clause.tokens)
        }
      }
      if isMain, clause.verb == .affect, clause.subject != .i, clause.subject != .we { note(.shape(.likedByOthers), clause.tokens) }
    }
    if !hasMain { note(.shape(.noMainVerb), facts.range) }
    let ask = facts.phrases.contains(.ask) || facts.phrases.contains(.niceIf)
    if let anchor = facts.anchor { note(.shape(.anchor), anchor) }
    if let pastDeed {
      if facts.phrases.contains(.oldTimes) {
        note(.shape(.pastInOldTimes), pastDeed.tokens)
      } else {
        note(.shape(.pastDeed), pastDeed.tokens)
      }
      if !facts.phrases.contains(.oldTimes) {
        note(.shape(facts.anchor == nil ? .pastDeedWithoutAnchor : .pastDeedWithAnchor), pastDeed.tokens)
      }
      if pastDeed.subject.isUs { note(.shape(.pastDeedByUs), pastDeed.tokens) }
      if facts.anchor == nil, facts.senses.any([.screen, .seeming, .bad, .good]) { note(.shape(.pastOnScreen), pastDeed.tokens) }
    }
    if let repetition = facts.repetition {
      note(.shape(.repetition), repetition)
      if let presentDeed { note(.shape(.presentDeedWithRepetition), presentDeed.tokens) }
    }
    if let presentDeed {
      note(.shape(.presentDeed), presentDeed.tokens)
      if let anchor = facts.anchor, pastDeed == nil {
        note(.shape(presentDeed.tense == .progressive ? .historicPresent : .presentDeedWithAnchor), anchor)
      }
    }
    if let modal {
      note(.shape(.conditional), modal.tokens)
      if facts.senses.contains(.benefit), !ask { note(.shape(.conditionalBenefit), modal.tokens) }
    }
    let hasCondition = clauses.run.contains { $0.role == .condition }
    if hasCondition {
      note(.shape(modal != nil ? .conditionWithWould : .conditionWithPresent), facts.range)
    }
    let isBe = presentBe != nil || clauses.isEmpty
    if facts.senses.contains(.bad) || facts.senses.contains(.badNoun) {
      if isBe { note(.shape(.verdictBad), presentBe?.tokens ?? facts.range) }
    }
    if facts.senses.contains(.good), isBe { note(.shape(.verdictGood), presentBe?.tokens ?? facts.range) }
    if facts.senses.contains(.compared), isBe { note(.shape(.verdictCompared), presentBe?.tokens ?? facts.range) }
    if facts.senses.contains(.screen), presentBe != nil { note(.shape(.judgedScreen), facts.range) }
    if facts.senses.contains(.yourOwned), presentBe != nil { note(.shape(.judgedYours), facts.range) }
    let praised = facts.senses.contains(.praise) || facts.senses.contains(.thanks) || facts.phrases.contains(.praise) || facts.phrases.contains(.liking)
    if praised, !ask, modal == nil {
      if pastDeed == nil { note(.shape(.praiseWithoutDeed), facts.range) }
      if pastDeed == nil, presentDeed == nil, !facts.senses.contains(.bad), !facts.senses.contains(.not) {
        facts.isPraiseOnly = true
        note(.shape(.praiseOnly), facts.range)
      }
    }
    if praised {
      if facts.senses.contains(.ourOccasion) { note(.shape(.ourOccasionWithPraise), facts.range) }
      if facts.senses.contains(.compared) { note(.shape(.praiseCompared), facts.range) }
      if facts.senses.any([.bad, .badNoun, .not]) || facts.senses.contains(.instead) { note(.shape(.praiseWithBut), facts.range) }
    }
    if clauses.isEmpty {
      if facts.senses.contains(.more) || facts.senses.contains(.please) { note(.shape(.fragmentOfMore), facts.range) }
      if facts.senses.any([.bad, .badNoun, .degree]) { note(.shape(.fragmentOfBad), facts.range) }
      if facts.senses.any([.praise, .good, .thanks]) { note(.shape(.fragmentOfGood), facts.range) }
      if facts.senses.contains(.numberWord), facts.senses.any([.unit, .rate]) { note(.shape(.fragmentOfNumber), facts.range) }
      if facts.senses.contains(.feature) || facts.senses.contains(.article) { note(.shape(.fragmentOfThing), facts.range) }
    }
    if needed != nil, facts.senses.contains(.feature) { note(.shape(.needObject), facts.range) }
    if modal != nil, facts.senses.contains(.affect), facts.phrases.contains(.ask) { note(.shape(.loveTo), facts.range) }
    if facts.phrases.contains(.stance),
      let asked = clauses.run.first(where: {
        $0.tense == .should && $0.role != .condition || ($0.verb == .desire && $0.tense == .present && $0.subject != .i && $0.subject != .we)
      })
    {
      note(.shape(.stanceThenShould), asked.tokens)
    }
    if facts.senses.any([.i, .we, .selfOwned, .selfObject]) { note(.shape(.firstPerson), facts.range) }
    if facts.senses.any([.you, .yourOwned]) { note(.shape(.secondPerson), facts.range) }
  }

  /// "demands", "insists on", "asks for", "expects a": somebody wants it from us.
  func isRequirement(_ clause: Clause) -> Bool {
    switch clause.tense {
    case .present, .past, .progressive, .perfect: break
    default: return false
    }
    guard clause.subject != .generic else { return false }
    let next = clause.tokens.upperBound
    if clause.verb == .require { return true }
    if clause.verb == .saying, next < facts.range.upperBound, tokens[next].word == .for { return has(next - 1, .asksFor) }
    if clause.verb == .plan, has(next - 1, .expects) { return has(next, [.article, .selfOwned, .yourOwned]) }
    return false
  }
}
