/// Who or what the verbs are about.
extension ClauseReader {
  /// The token before `index` that is neither adverb nor "not", at most four back.
  func previous(_ index: Int) -> Int {
    var at = index - 1
    while at >= start, at > index - 5, has(at, [.adverb, .not, .habitual, .maybe, .certain]),
      !has(at, [.everyone, .weekday, .base]), tokens[at].word != .now || at > start
    {
      at -= 1
    }
    return at
  }

  func isBreak(_ index: Int) -> Bool {
    guard index >= start, index < end else { return true }
    switch tokens[index].kind {
    case .comma, .semicolon, .dash, .colon, .ellipsis, .opening, .quotationMark, .symbol, .slash: return true
    default: return false
    }
  }

  func isPlural(_ index: Int) -> Bool {
    guard index >= start, index < end, tokens[index].kind == .word else { return false }
    if has(index, .folk) { return true }
    if has(index, [.unit, .weekdays, .pointing, .it, .cliticS]) { return false }
    return has(index, .plural) && !has(index, notNominal)
  }

  func subjectClass(_ index: Int) -> Clause.Subject {
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

  func subject(before index: Int) -> Clause.Subject {
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

  func previousSubject(_ index: Int) -> Int {
    var at = index - 1
    while at >= start, at > index - 7, has(at, [.adverb, .not, .habitual, .maybe, .certain, .do, .did]), !has(at, .everyone) { at -= 1 }
    return at
  }
}
