/// What a "would", "could" or "can" really says: not every one speaks of what is not (yet) so.
///
/// Polite, hedging and habitual uses look like conditionals and are none: "I'd like the totals on top" asks, "I'd say
/// compliance comes first" judges, "we would meet at five every morning" tells a habit.
enum ModalReading {
  /// Replaces the tense of modal clauses that are not conditional.
  static func reread(_ clauses: inout Findings<Clause>, tokens: Run<Token>, senses: Run<Sense>, repetition: Bool, oldTimes: Bool, anchored: Bool, question: Bool) {
    let hasCondition = clauses.run.contains { $0.role == .condition }
    var past = 0
    var pastDeeds = 0
    for clause in clauses.run {
      if clause.tense == .past || clause.tense == .would { past += 1 }
      if clause.tense == .past, clause.role != .condition, clause.verb != .be, clause.verb != .mental { pastDeeds += 1 }
    }
    for index in 0..<clauses.count where clauses[index].role != .condition {
      let clause = clauses[index]
      let next = clause.tokens.upperBound
      func has(_ at: Int, _ wanted: Sense) -> Bool {
        at < tokens.count && at >= 0 && senses[at].rawValue & wanted.rawValue != 0
      }
      switch clause.tense {
      case .would:
        if isHedge(clause, at: next, tokens, senses), !hasCondition || tokens[next - 1].word != .think {
          clauses[index].tense = .hedge
        } else if isWish(clause, at: next, tokens, senses) {
          clauses[index].tense = .wish
        } else if clause.subject == .i, !has(next, .it), isProposal(clause, senses) {
          clauses[index].tense = .propose
        } else if oldTimes, !hasCondition {
          clauses[index].tense = .usedTo
        } else if repetition, !hasCondition, past >= 2, clause.subject.isNamed,
          !has(next, [.it, .pointing])
        {
          clauses[index].tense = .usedTo
        }
      case .could, .can, .might:
        if clause.subject == .you || clause.subject == .i, clause.verb == .saying, !clause.isNegated, tokens[next - 1].word == .say
          || has(next - 1, .argues)
        {
          clauses[index].tense = .hedge
        } else if clause.tense == .could, !hasCondition, !question, clause.subject != .you, anchored || pastDeeds > 0 {
          // "They could not open the file, so I read it out": a past ability.
          clauses[index].tense = .past
        }
      case .past:
        // "used to send"
        let verb = next - 1
        if verb >= 0, senses[verb].contains(.used), next < tokens.count, tokens[next].word == .to { clauses[index].tense = .usedTo }
      default: break
      }
    }
  }

  /// "I'd say", "I would argue", "it would be wrong to think".
  private static func isHedge(_ clause: Clause, at next: Int, _ tokens: Run<Token>, _ senses: Run<Sense>) -> Bool {
    let verb = next - 1
    guard verb >= 0, verb < tokens.count else { return false }
    if tokens[verb].word == .say || senses[verb].contains(.argues) || senses[verb].contains(.calls) && next < tokens.count
      && senses[next].rawValue & Sense([.it, .pointing]).rawValue != 0
    {
      return clause.subject == .i || clause.subject == .we || clause.subject == .you }
    if tokens[verb].word == .think, clause.subject == .you || clause.subject == .i { return true }
    guard clause.verb == .be, clause.subject == .it else { return false }
    // "wrong to", "unfair to": a verdict on saying or doing it.
    if next + 1 < tokens.count, senses[next].contains(.bad), tokens[next + 1].word == .to { return true }
    // An adjective of truth, then "to say", "to think", "to believe".
    for at in next..<min(next + 5, tokens.count) where tokens[at].word == .to {
      guard at + 1 < tokens.count else { return false }
      return senses[at + 1].contains(.claims)
    }
    return false
  }

  /// "I'd like a …", "we would love to see", "it would be nice if", "I'd appreciate".
  private static func isWish(_ clause: Clause, at next: Int, _ tokens: Run<Token>, _ senses: Run<Sense>) -> Bool {
    let verb = next - 1
    guard verb >= 0, verb < tokens.count, !clause.isNegated else { return false }
    func has(_ at: Int, _ wanted: Sense) -> Bool {
      at < tokens.count && senses[at].rawValue & wanted.rawValue != 0
    }
    if clause.subject == .i || clause.subject == .we || clause.subject == .none {
      let wishing = senses[verb].contains(.wishing)
      if wishing { return !has(next, [.it, .pointing]) || has(next + 1, [.to]) || tokens[verb].word == .want }
      // "I'd rather it asked", "I'd rather have it on one page".
      if senses[verb].contains(.rather) || (verb > 0 && senses[verb - 1].contains(.rather)) {
        return has(verb, [.it, .pointing, .you]) || has(next, [.it, .pointing, .you]) || clause.verb == .have
      }
      // "I'd be glad if you …"
      if clause.verb == .be, has(next, [.praise, .good, .adjective]), next + 1 < tokens.count, tokens[next + 1].word == .if { return true }
      if clause.subject != .none { return false }
    }
    // "It would help if you …"
    if clause.subject == .it, tokens[verb].word == .help {
      return (next..<min(next + 6, tokens.count)).contains { tokens[$0].word == .if } || next < tokens.count && tokens[next].word == .to
    }
    guard clause.subject == .none || clause.subject == .it || clause.subject == .bareNoun || clause.subject == .noun, clause.verb == .be else { return false }
    var at = next
    while at < tokens.count, at < next + 3, has(at, [.degree, .adverb]), !has(at, [.good, .praise, .compared]) { at += 1 }
    // "It would be a help to have …"
    if has(at, .article), clause.subject == .it, !has(at + 1, [.bad, .badNoun]), at + 2 < tokens.count {
      return tokens[at + 2].word == .to || tokens[at + 2].word == .if
    }
    guard has(at, [.good, .praise, .compared]) else { return false }
    for follow in at..<min(at + 4, tokens.count) {
      if tokens[follow].word == .to || tokens[follow].word == .if || tokens[follow].word == .when { return true }
      if tokens[follow].kind == .period || tokens[follow].kind == .comma { break }
    }
    return clause.subject != .it
  }

  /// "I'd move this up", "I would add a line".
  private static func isProposal(_ clause: Clause, _ senses: Run<Sense>) -> Bool {
    !clause.isNegated && senses[clause.tokens.upperBound - 1].contains(.amends)
  }
}
