internal import KBModel

/// Finds the faults of one utterance. Each label has its detector in a file of its own; the policies that settle which of
/// several labels stand are here.
struct QuestionJudge {
  struct Fault {
    var label: QuestionFault
    var tokens: Range<Int>
    var reason: String
  }

  let utterance: Utterance
  let kind: GuideKind
  /// Whether our solution was described in the items before.
  let followsPitch: Bool
  var faults: [Fault] = []

  init(_ utterance: Utterance, kind: GuideKind, followsPitch: Bool = false) {
    self.utterance = utterance
    self.kind = kind
    self.followsPitch = followsPitch
  }

  mutating func run() {
    guard !utterance.sentences.isEmpty else { return }
    findTags()
    findAgreement()
    findPrice()
    findHypotheticals()
    findPitch()
    findOpinion()
    findForcedChoice()
    findPresuppositions()
    findLoaded()
    findDoubleBarrelled()
    findVagueTime()
    findFrequency()
    findPolar()
    settle()
  }

  /// Notes a fault, one for each label.
  mutating func add(_ label: QuestionFault, _ tokens: Range<Int>, _ reason: String) {
    guard !has(label), !tokens.isEmpty else { return }
    faults.append(Fault(label: label, tokens: tokens, reason: reason))
  }

  func has(_ label: QuestionFault) -> Bool {
    for fault in faults where fault.label == label { return true }
    return false
  }

  /// Which label absorbs which.
  private mutating func settle() {
    guard !faults.isEmpty else { return }
    let tagOrPrice = has(.tag) || has(.price)
    let absorbsPolar =
      tagOrPrice || has(.agreement) || has(.opinion) || has(.forcedChoice) || has(.hypothetical)
    faults.removeAll {
      switch $0.label {
      case .hypothetical: tagOrPrice
      case .polar: absorbsPolar
      default: false
      }
    }
    if faults.count > 1 { faults.sort { $0.label.order < $1.label.order } }
  }

  // MARK: What the detectors share

  /// "Why or why not?": adds nothing to a yes or no.
  func isWhyNot(_ sentence: Utterance.Sentence) -> Bool {
    sentence.end - sentence.start <= 4 && utterance.word(sentence.start) == .why
      && sentence.tokens.allSatisfy { [.why, .or, .not].contains(utterance.word($0)) || !utterance.text[$0].isWord }
  }

  /// The sentence whose answer is awaited: the last one that asks.
  var lastAsking: Utterance.Sentence? {
    utterance.sentences.last { $0.asks && !isWhyNot($0) } ?? utterance.sentences.last { $0.asks }
  }

  /// A run of words from `start` on: at most `length`, and only up to the next mark.
  func words(from start: Int, atMost length: Int, in sentence: Utterance.Sentence) -> Range<Int> {
    var end = start
    while end < sentence.end, end - start < length, utterance.text[end].isWord { end += 1 }
    return start..<max(end, start + 1)
  }

  /// Whether "that", "this", "it" at `index` stands for something already named, rather than before a noun.
  func isPronoun(_ index: Int) -> Bool {
    switch utterance.word(index) {
    case .it, .they, .them: return true
    case .that, .this, .these, .those:
      let next = utterance.text[index + 1]
      if !next.isWord { return true }
      if next.is([.auxiliary, .preposition, .conjunction, .subordinator, .wh, .adverb, .baseVerb, .past, .participle]) { return true }
      if next.is([.time, .timeUnit]) { return true }
      // "Why was that important to you?"
      if utterance.text[index - 1].is(.be), utterance.lexeme(index + 1).any([.stance, .judgement]), !utterance.isNounLike(index + 2) { return true }
      return utterance.lexeme(index + 1).any(.tellVerb) || next.key == "happens"
    default: return false
    }
  }

  func hasPronoun(in range: Range<Int>) -> Bool {
    for index in range where isPronoun(index) { return true }
    return false
  }

  /// Whether the question proper is about the past: did, was, were, had near its beginning.
  func isPast(_ sentence: Utterance.Sentence) -> Bool { isPast(sentence.main..<sentence.end) }

  func isPast(_ range: Range<Int>) -> Bool {
    for index in range {
      let token = utterance.text[index]
      if token.word == .did || token.word == .was || token.word == .were || token.word == .had { return true }
      if token.is([.modal, .be, .doing]) || token.word == .have || token.word == .has { return false }
      if token.is(.past), !token.is(.baseVerb), index > range.lowerBound { return true }
    }
    return false
  }

  func isReported(_ sentence: Utterance.Sentence) -> Bool { utterance.has(.reported, in: sentence.tokens) }

  // MARK: Properties

  var isOpen: Bool {
    guard let last = lastAsking else { return false }
    if has(.forcedChoice) || has(.tag) { return false }
    switch last.form {
    case .open, .request: return true
    case .polar:
      // "Have you tried others? What happened?", "Is there anything that …?", "May I see it?"
      return utterance.sentences.contains { $0.asks && ($0.form == .open || $0.form == .request) && !isWhyNot($0) }
        || utterance.first(in: last.tokens, where: { token, _ in token.is(.anyWord) || token.word == .something }) != nil
        || utterance.has(.request, in: last.tokens)
    case .clipped: return !has(.polar)
    case .statement: return false
    }
  }

  var asksForInstance: Bool {
    for sentence in utterance.sentences where sentence.asks && utterance.has(.instance, in: sentence.tokens) { return true }
    return false
  }

  var isOpening: Bool {
    for sentence in utterance.sentences where sentence.asks && (sentence.form == .open || sentence.form == .request) {
      if utterance.has(.opening, in: sentence.tokens) { return true }
    }
    return false
  }

  /// Consent, recording, time, questions for us.
  var isProcedural: Bool {
    guard let last = lastAsking else { return false }
    return (last.form == .polar || last.form == .clipped) && utterance.has(.consent, in: last.tokens)
  }

  var isClosing: Bool {
    for sentence in utterance.sentences where sentence.asks && utterance.has(.closing, in: sentence.tokens) { return true }
    return false
  }
}

extension QuestionFault {
  /// The place among the rules.
  var order: Int {
    switch self {
    case .presupposition: 0
    case .tag: 1
    case .agreement: 2
    case .loaded: 3
    case .polar: 4
    case .doubleBarrelled: 5
    case .hypothetical: 6
    case .pitch: 7
    case .opinion: 8
    case .price: 9
    case .forcedChoice: 10
    case .vagueTime: 11
    case .frequencyAssumption: 12
    }
  }
}

/// The tokens from `lower` up to `upper`; none where `upper` comes first, as at the end of a sentence.
@inline(__always)
func span(_ lower: Int, _ upper: Int) -> Range<Int> { lower..<max(lower, upper) }
