/// What is observed about a quote or one of its sentences: features and the words that show them.
struct QuoteAnalysis: Sendable {
  struct Evidence: Sendable {
    var feature: QuoteFeature
    var tokens: Range<Int>
  }

  private(set) var evidence: [Evidence] = []
  private(set) var clauses: [Clause] = []
  /// Whether a past time is named.
  private(set) var anchor: Range<Int>?
  /// Whether repetition is named.
  private(set) var repetition: Range<Int>?
  private(set) var phrases = PhraseSet()
  private(set) var wordCount = 0
  private(set) var isQuestion = false
  private(set) var isPraiseOnly = false
  /// Whether a number of anything is named.
  private(set) var hasNumber = false
  /// Whether a number is tied to a period.
  private(set) var hasRate = false

  /// A set of phrases.
  struct PhraseSet: Sendable {
    var bits: UInt32 = 0
    mutating func insert(_ phrase: QuotePhrase) { bits |= 1 << UInt32(phrase.rawValue) }
    var isEmpty: Bool { bits == 0 }
    mutating func formUnion(_ other: PhraseSet) { bits |= other.bits }
    func contains(_ phrase: QuotePhrase) -> Bool { bits & (1 << UInt32(phrase.rawValue)) != 0 }
  }

  private let tokens: [Token]
  private let senses: [Sense]
  private var range = 0..<0
  private var sentenceCount = 0
  /// The clauses of the first sentence.
  private var leadCount = 0
  private var all: Sense = []

  /// An analysis of nothing yet.
  ///
  /// - Parameter senses: of every token of the text.
  init(tokens: [Token], senses: [Sense]) {
    self.tokens = tokens
    self.senses = senses
    evidence.reserveCapacity(64)
    clauses.reserveCapacity(8)
  }

  /// Looks at the next sentence.
  mutating func observe(_ sentence: TokenisedText.Sentence) {
    extend(to: sentence.tokens)
    let before = clauses.count
    var reader = ClauseReader(tokens: tokens, senses: senses)
    reader.read(sentence, into: &clauses)
    observeShape(of: sentence, verbs: clauses.count - before)
    observeWords(in: sentence.tokens)
    if sentenceCount == 1 { leadCount = clauses.count }
  }

  /// Takes over what was observed about the next sentence, before it is concluded.
  mutating func absorb(_ other: QuoteAnalysis) {
    extend(to: other.range)
    evidence += other.evidence
    clauses += other.clauses
    anchor = anchor ?? other.anchor
    repetition = repetition ?? other.repetition
    phrases.formUnion(other.phrases)
    wordCount += other.wordCount
    isQuestion = isQuestion || other.isQuestion
    all.formUnion(other.all)
    if sentenceCount == 1 { leadCount = clauses.count }
  }

  private mutating func extend(to tokens: Range<Int>) {
    range = sentenceCount == 0 ? tokens : range.lowerBound..<tokens.upperBound
    sentenceCount += 1
  }

  /// Draws together what the sentences show.
  mutating func conclude() {
    note(.shape(.always), range)
    ModalReading.reread(
      &clauses, tokens: tokens, senses: senses, repetition: repetition != nil, oldTimes: phrases.contains(.oldTimes),
      anchored: anchor != nil, question: isQuestion)
    if let lead = clauses[..<leadCount].first(where: { $0.role == .main }) ?? clauses[..<leadCount].first {
      note(.lead(lead), lead.tokens)
      note(.leadVerb(lead), lead.tokens)
      if lead.subject == .i, lead.verb == .mental, lead.tense == .present, !lead.isNegated { note(.shape(.stanceFirst), lead.tokens) }
    }
    for clause in clauses {
      note(.clause(clause), clause.tokens)
      note(.verb(clause), clause.tokens)
    }
    let size: QuoteFeature.Shape =
      wordCount <= 3 ? .oneToThreeWords : wordCount <= 6 ? .fourToSixWords : wordCount <= 12 ? .sevenToTwelveWords : .longer
    note(.shape(size), range)
    if sentenceCount > 1 { note(.shape(.severalSentences), range) }
    hasNumber = all.contains(.numberWord)
    hasRate = hasNumber && all.contains(.rate)
    observeJointly()
  }

  private mutating func note(_ feature: QuoteFeature, _ tokens: Range<Int>) {
    evidence.append(Evidence(feature: feature, tokens: tokens))
  }

  private func has(_ index: Int, _ wanted: Sense) -> Bool {
    index >= range.lowerBound && index < range.upperBound && senses[index].rawValue & wanted.rawValue != 0
  }

  /// Whether nothing was found that tells grades apart: a bare name, words of another language.
  var saysNothing: Bool { clauses.isEmpty && all.rawValue & Self.told.rawValue == 0 && phrases.isEmpty && !isQuestion }

  // MARK: Shape

  private mutating func observeShape(of sentence: TokenisedText.Sentence, verbs: Int) {
    var first = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    while first < end, tokens[first].kind != .word || has(first, [.interjection, .coordinator]) { first += 1 }
    if sentence.terminator == .question {
      isQuestion = true
      note(.shape(.question), sentence.tokens)
      if has(first, .asking) { note(.shape(.questionWord), first..<first + 1) }
      if has(first, .asking), has(first + 1, Sense.anyModal) || has(first + 2, Sense.anyModal) {
        note(.shape(.modalQuestion), first..<first + 1)
      }
      if has(first, Sense.anyModal), tokens[min(first + 1, end - 1)].word != .i || tokens[min(first + 2, end - 1)].word != .just {
        note(.shape(.modalQuestion), first..<first + 1)
      }
      if has(first, Sense.auxiliary) { note(.shape(.questionAuxiliary), first..<first + 1) }
    } else if first < end, has(first, .asking), has(first + 1, Sense.auxiliary), has(first + 2, [Sense.pronoun, .article, .selfOwned, .yourOwned]) {
      note(.shape(.questionWord), first..<first + 1)
    }
    if sentence.terminator == .exclamation { note(.shape(.exclamation), sentence.tokens) }
    if verbs == 0 { note(.shape(.noVerb), sentence.tokens) }
  }

  // MARK: Words

  /// Notes senses, phrases, anchors and repetition.
  private mutating func observeWords(in range: Range<Int>) {
    let table = QuotePhraseTable.shared
    let told = Self.told
    let timed = Self.timed
    for index in range {
      let token = tokens[index]
      // "do|n't" is one word to a reader.
      if token.isWord, !token.shape.contains(.attached) || index == 0 || !tokens[index - 1].isWord { wordCount += 1 }
      if token.kind == .number {
        all.insert(.numberWord)
        observeNumber(at: index)
      }
      guard token.kind == .word else { continue }
      let found = senses[index]
      let new = found.rawValue & told.rawValue & ~all.rawValue
      if new != 0 {
        var rest = new
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          note(.sense(bit: bit), index..<index + 1)
          rest &= rest - 1
        }
      }
      all.formUnion(found)
      if found.rawValue & timed.rawValue != 0 { observeTime(at: index, found) }
      // "Until two years ago we kept it in a card index."
      if index == range.lowerBound, token.word == .until {
        phrases.insert(.oldTimes)
        note(.phrase(.oldTimes), index..<index + 1)
      }
      table.matches(at: index, of: tokens) { match in
        guard index + match.count <= range.upperBound else { return }
        let span = index..<index + match.count
        phrases.insert(match.phrase)
        note(.phrase(match.phrase), span)
        if match.phrase == .occasion { anchor = anchor ?? span }
        if match.phrase == .repeated { repetition = repetition ?? span }
      }
    }
  }

  /// Senses that say something by themselves.
  private static let told: Sense = [
    .i, .we, .selfObject, .selfOwned, .you, .yourOwned, .third, .it, .pointing, .there, .everyone, .someone, .folk, .screen,
    .ourOccasion, .subordinator, .ifWord, .not, .would, .could, .might, .will, .should, .can, .mental, .affect, .desire, .plan,
    .seeming, .stative, .saying, .require, .weekday, .weekdays, .month, .pastTime, .last, .next, .futureTime, .unit, .once,
    .habitual, .each, .rate, .partOfDay, .good, .bad, .compared, .badNoun, .praise, .thanks, .weighty, .degree, .maybe, .certain,
    .please, .lacking, .more, .honest, .numberWord, .interjection, .feature, .benefit, .hopeful, .most, .instead, .adjective,
  ]

  private static let timed: Sense = [
    .weekday, .weekdays, .month, .pastTime, .last, .once, .habitual, .each, .rate, .futureTime, .next, .might,
  ]

  private mutating func observeTime(at index: Int, _ found: Sense) {
    let before = index - 1
    let token = tokens[index]
    if found.rawValue & Sense([.habitual, .each, .rate, .weekdays]).rawValue != 0 {
      // "each of" things is no repetition, "every bank" hardly; "every Monday", "each time", "every new tenant" are.
      if found.contains(.each) {
        if has(index + 1, [.unit, .weekday, .month, .partOfDay]) || tokens[min(index + 1, tokens.count - 1)].word == .time {
          repetition = repetition ?? index..<min(index + 2, range.upperBound)
        }
      } else {
        repetition = repetition ?? index..<index + 1
      }
    }
    if found.contains(.weekday), !has(before, [.each, .next]) || has(before, .last) {
      anchor = anchor ?? max(before, range.lowerBound)..<index + 1
    }
    if found.contains(.month), has(before, [.preposition, .last, .pointing]) || has(before, .numberWord) || tokens[max(before, 0)].kind == .number,
      !has(before, [.each, .next])
    {
      anchor = anchor ?? max(before, range.lowerBound)..<index + 1
    }
    if token.word == .may, token.shape.contains(.capitalised), !token.shape.contains(.first) {
      anchor = anchor ?? max(before, range.lowerBound)..<index + 1
    }
    if found.contains(.pastTime) { anchor = anchor ?? index..<index + 1 }
    if found.contains(.last), index + 1 < range.upperBound, tokens[index + 1].kind == .word, !has(before, .subordinator),
      has(index + 1, [.unit, .month, .weekday, .partOfDay, .ourOccasion])
        || !has(index + 1, [.preposition, .adverb, .coordinator, .numberWord])
          && (index == range.lowerBound || has(before, .preposition) || has(before, [.article, .selfOwned]) && has(before - 1, .preposition))
    {
      anchor = anchor ?? index..<index + 2
    }
    if found.contains(.once), !(index + 1 < range.upperBound && (tokens[index + 1].word == .a || has(index + 1, [.unit, .each, .rate]))) {
      if index == range.lowerBound || has(index + 1, [.article, .i, .we]) { note(.sense(bit: 61), index..<index + 1) }
    }
    if found.rawValue & Sense([.futureTime]).rawValue != 0
      || found.contains(.next) && has(index + 1, [.unit, .month, .weekday])
    {
      note(.shape(.futureTime), index..<min(index + 2, range.upperBound))
    }
  }

  private mutating func observeNumber(at index: Int) {
    note(.shape(.number), index..<index + 1)
    let before = index - 1
    let length = Int(tokens[index].end - tokens[index].start)
    // "in 2019", "on the 3rd", "3 June".
    if has(index + 1, .month) && !has(index + 1, .unit) { anchor = anchor ?? index..<index + 2 }
    // "Up to 2022 we did it by fax."
    if length == 4, before >= range.lowerBound, tokens[before].word == .to && before > range.lowerBound && tokens[before - 1].word == .up || tokens[before].word == .until
    {
      phrases.insert(.oldTimes)
      note(.phrase(.oldTimes), before..<index + 1)
    }
    if length == 4, before >= range.lowerBound, [.in, .since, .until].contains(tokens[before].word) {
      if tokens[before].word == .in { anchor = anchor ?? before..<index + 1 }
    }
    if length >= 3, length <= 4, before >= range.lowerBound, tokens[before].word == .the, has(before - 1, .preposition),
      tokens[index].key.endsInLetter
    {
      anchor = anchor ?? before..<index + 1
    }
    if before >= range.lowerBound, tokens[before].word == .at { note(.shape(.clock), before..<index + 1) }
    if has(index + 1, .unit) { note(.shape(.numberWithUnit), index..<index + 2) }
  }

  // MARK: Together

  private mutating func observeJointly() {
    var pastDeed: Clause?
    var presentDeed: Clause?
    var modal: Clause?
    var needed: Clause?
    var hasMain = false
    var presentBe: Clause?
    let mains = clauses.lazy.filter { $0.role == .main }
    let allowsSubordinatePast = mains.isEmpty || mains.contains { [.past, .pastPerfect, .perfect].contains($0.tense) }
    for clause in clauses {
      let isMain = clause.role == .main
      hasMain = hasMain || isMain
      switch clause.tense {
      case .past, .pastPerfect:
        guard isMain || clause.role == .subordinate else { break }
        switch clause.verb {
        case .deed, .saying, .require, .have, .plan, .desire:
          // "We asked for a German manual" asks still; under a present ("a log of who opened it") a past tells nothing.
          if anchor == nil, clause.subject == .we || clause.subject == .i, isRequirement(clause) { break }
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
          if [.i, .we, .ours, .third, .someone, .noun].contains(clause.subject) {
            note(.shape(clause.subject == .i || clause.subject == .we || clause.subject == .ours ? .presentDeedByUs : .presentByOthers), clause.tokens)
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
          if all.rawValue & Sense([.month, .futureTime, .next]).rawValue != 0 || phrases.contains(.plan) { note(.shape(.needWithTime), clause.tokens) }
          if clause.isNegated {
            note(.shape(.needNegated), clause.tokens)
          } else if clause.subject == .i || clause.subject == .we || clause.subject == .ours {
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
          let ours = clause.subject == .i || clause.subject == .we || clause.subject == .ours
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
      if isMain, clause.verb == .affect, [.ours, .third, .generic, .bareNoun, .noun].contains(clause.subject),
        [.will, .goingTo, .would].contains(clause.tense), has(clause.tokens.upperBound, [.it, .pointing])
      {
        note(.shape(.willLove), clause.tokens)
      }
      if clause.subject == .you, clause.tense == .past, clause.role != .condition { note(.shape(.ourOccasion), clause.tokens) }
      if clause.role == .condition {
        note(.shape(.condition), clause.tokens)
        if clause.tense == .should { note(.shape(.counterfactual), clause.tokens) }
      }
      if isMain, clause.verb == .be, clause.tense == .present || clause.tense == .past,
        all.rawValue & Sense([.good, .praise]).rawValue != 0
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
    if !hasMain { note(.shape(.noMainVerb), range) }
    let ask = phrases.contains(.ask) || phrases.contains(.niceIf)
    if let anchor { note(.shape(.anchor), anchor) }
    if let pastDeed {
      if phrases.contains(.oldTimes) {
        note(.shape(.pastInOldTimes), pastDeed.tokens)
      } else {
        note(.shape(.pastDeed), pastDeed.tokens)
      }
      if !phrases.contains(.oldTimes) {
        note(.shape(anchor == nil ? .pastDeedWithoutAnchor : .pastDeedWithAnchor), pastDeed.tokens)
      }
      if [.i, .we, .ours].contains(pastDeed.subject) { note(.shape(.pastDeedByUs), pastDeed.tokens) }
      if anchor == nil, all.rawValue & Sense([.screen, .seeming, .bad, .good]).rawValue != 0 { note(.shape(.pastOnScreen), pastDeed.tokens) }
    }
    if let repetition {
      note(.shape(.repetition), repetition)
      if let presentDeed { note(.shape(.presentDeedWithRepetition), presentDeed.tokens) }
    }
    if let presentDeed {
      note(.shape(.presentDeed), presentDeed.tokens)
      if let anchor, pastDeed == nil {
        note(.shape(presentDeed.tense == .progressive ? .historicPresent : .presentDeedWithAnchor), anchor)
      }
    }
    if let modal {
      note(.shape(.conditional), modal.tokens)
      if all.contains(.benefit), !ask { note(.shape(.conditionalBenefit), modal.tokens) }
    }
    let hasCondition = clauses.contains { $0.role == .condition }
    if hasCondition {
      note(.shape(modal != nil ? .conditionWithWould : .conditionWithPresent), range)
    }
    let isBe = presentBe != nil || clauses.isEmpty
    if all.contains(.bad) || all.contains(.badNoun) {
      if isBe { note(.shape(.verdictBad), presentBe?.tokens ?? range) }
    }
    if all.contains(.good), isBe { note(.shape(.verdictGood), presentBe?.tokens ?? range) }
    if all.contains(.compared), isBe { note(.shape(.verdictCompared), presentBe?.tokens ?? range) }
    if all.contains(.screen), presentBe != nil { note(.shape(.judgedScreen), range) }
    if all.contains(.yourOwned), presentBe != nil { note(.shape(.judgedYours), range) }
    let praised = all.contains(.praise) || all.contains(.thanks) || phrases.contains(.praise) || phrases.contains(.liking)
    if praised, !ask, modal == nil {
      if pastDeed == nil { note(.shape(.praiseWithoutDeed), range) }
      if pastDeed == nil, presentDeed == nil, !all.contains(.bad), !all.contains(.not) {
        isPraiseOnly = true
        note(.shape(.praiseOnly), range)
      }
    }
    if praised {
      if all.contains(.ourOccasion) { note(.shape(.ourOccasionWithPraise), range) }
      if all.contains(.compared) { note(.shape(.praiseCompared), range) }
      if all.rawValue & Sense([.bad, .badNoun, .not]).rawValue != 0 || all.contains(.instead) { note(.shape(.praiseWithBut), range) }
    }
    if clauses.isEmpty {
      if all.contains(.more) || all.contains(.please) { note(.shape(.fragmentOfMore), range) }
      if all.rawValue & Sense([.bad, .badNoun, .degree]).rawValue != 0 { note(.shape(.fragmentOfBad), range) }
      if all.rawValue & Sense([.praise, .good, .thanks]).rawValue != 0 { note(.shape(.fragmentOfGood), range) }
      if all.contains(.numberWord), all.rawValue & Sense([.unit, .rate]).rawValue != 0 { note(.shape(.fragmentOfNumber), range) }
      if all.contains(.feature) || all.contains(.article) { note(.shape(.fragmentOfThing), range) }
    }
    if needed != nil, all.contains(.feature) { note(.shape(.needObject), range) }
    if modal != nil, all.contains(.affect), phrases.contains(.ask) { note(.shape(.loveTo), range) }
    if phrases.contains(.stance),
      let asked = clauses.first(where: {
        $0.tense == .should && $0.role != .condition || ($0.verb == .desire && $0.tense == .present && $0.subject != .i && $0.subject != .we)
      })
    {
      note(.shape(.stanceThenShould), asked.tokens)
    }
    if all.rawValue & Sense([.i, .we, .selfOwned, .selfObject]).rawValue != 0 { note(.shape(.firstPerson), range) }
    if all.rawValue & Sense([.you, .yourOwned]).rawValue != 0 { note(.shape(.secondPerson), range) }
  }

  /// "demands", "insists on", "asks for", "expects a": somebody wants it from us.
  private func isRequirement(_ clause: Clause) -> Bool {
    guard [.present, .past, .progressive, .perfect].contains(clause.tense), clause.subject != .generic else { return false }
    let next = clause.tokens.upperBound
    if clause.verb == .require { return true }
    if clause.verb == .saying, next < range.upperBound, tokens[next].word == .for { return has(next - 1, .asksFor) }
    if clause.verb == .plan, has(next - 1, .expects) { return has(next, [.article, .selfOwned, .yourOwned]) }
    return false
  }
}

extension WordKey {
  /// Whether a short word ends in a letter ("3rd").
  fileprivate var endsInLetter: Bool {
    guard bits >> 63 == 0, bits != 0 else { return false }
    let last = UInt8(truncatingIfNeeded: bits >> UInt64((63 - bits.leadingZeroBitCount) / 8 * 8))
    return last >= 0x61 && last <= 0x7a
  }
}
