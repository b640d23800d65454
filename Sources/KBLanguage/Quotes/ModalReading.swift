/// What a "would", "could" or "can" really says: not every one speaks of what is not (yet) so.
///
/// Polite, hedging and habitual uses look like conditionals and are none: "I'd like the totals on top" asks, "I'd say
/// compliance comes first" judges, "we would meet at five every morning" tells a habit.
enum ModalReading {
  /// Replaces the tense of modal clauses that are not conditional.
  static func reread(_ clauses: inout [Clause], tokens: [Token], senses: [Sense], repetition: Bool) {
    let hasCondition = clauses.contains { $0.role == .condition }
    var past = 0
    for clause in clauses where clause.tense == .past || clause.tense == .would { past += 1 }
    for index in clauses.indices where clauses[index].role != .condition {
      let clause = clauses[index]
      let next = clause.tokens.upperBound
      func has(_ at: Int, _ wanted: Sense) -> Bool {
        at < tokens.count && at >= 0 && senses[at].rawValue & wanted.rawValue != 0
      }
      switch clause.tense {
      case .would:
        if isHedge(clause, at: next, tokens, senses) {
          clauses[index].tense = .hedge
        } else if isWish(clause, at: next, tokens, senses) {
          clauses[index].tense = .wish
        } else if repetition, !hasCondition, past >= 2, [.i, .we, .third, .ours, .noun, .it].contains(clause.subject),
          !has(next, [.it, .pointing])
        {
          clauses[index].tense = .usedTo
        }
      case .could, .can, .might:
        if clause.subject == .you, clause.verb == .saying, !clause.isNegated { clauses[index].tense = .hedge }
      case .past:
        // "used to send"
        let verb = next - 1
        if verb >= 0, tokens[verb].key == "used", next < tokens.count, tokens[next].word == .to { clauses[index].tense = .usedTo }
      default: break
      }
    }
  }

  /// "I'd say", "I would argue", "it would be wrong to think".
  private static func isHedge(_ clause: Clause, at next: Int, _ tokens: [Token], _ senses: [Sense]) -> Bool {
    let verb = next - 1
    guard verb >= 0, verb < tokens.count else { return false }
    if tokens[verb].word == .say || tokens[verb].key == "argue" { return clause.subject == .i || clause.subject == .we || clause.subject == .you }
    if tokens[verb].word == .think, clause.subject == .you || clause.subject == .i { return true }
    guard clause.verb == .be, clause.subject == .it else { return false }
    // An adjective of truth, then "to say", "to think", "to believe".
    for at in next..<min(next + 5, tokens.count) where tokens[at].word == .to {
      guard at + 1 < tokens.count else { return false }
      let said = tokens[at + 1]
      return said.word == .say || said.word == .think || said.key == "believe" || said.key == "claim" || said.key == "call"
        || said.word == .assume || said.key == "pretend"
    }
    return false
  }

  /// "I'd like a …", "we would love to see", "it would be nice if", "I'd appreciate".
  private static func isWish(_ clause: Clause, at next: Int, _ tokens: [Token], _ senses: [Sense]) -> Bool {
    let verb = next - 1
    guard verb >= 0, verb < tokens.count, !clause.isNegated else { return false }
    func has(_ at: Int, _ wanted: Sense) -> Bool {
      at < tokens.count && senses[at].rawValue & wanted.rawValue != 0
    }
    if clause.subject == .i || clause.subject == .we || clause.subject == .none {
      let wishing = tokens[verb].word == .like || tokens[verb].word == .love || tokens[verb].word == .prefer
        || tokens[verb].word == .want || tokens[verb].key == "appreciate" || tokens[verb].word == .need
      if wishing { return !has(next, [.it, .pointing]) || has(next + 1, [.to]) || tokens[verb].word == .want }
      return false
    }
    guard clause.subject == .it || clause.subject == .bareNoun || clause.subject == .noun, clause.verb == .be else { return false }
    var at = next
    while at < tokens.count, at < next + 3, has(at, [.degree, .adverb]), !has(at, [.good, .praise, .compared]) { at += 1 }
    guard has(at, [.good, .praise, .compared]) else { return false }
    for follow in at..<min(at + 4, tokens.count) {
      if tokens[follow].word == .to || tokens[follow].word == .if || tokens[follow].word == .when { return true }
      if tokens[follow].kind == .period || tokens[follow].kind == .comma { break }
    }
    return clause.subject != .it
  }
}
