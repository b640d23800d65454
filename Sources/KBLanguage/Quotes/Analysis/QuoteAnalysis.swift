/// What is observed about a quote or one of its sentences: features and the words that show them.
///
/// Sentences are observed one after the other. What was found is kept in order, so that the whole is what its sentences show one after
/// the other, and each sentence can be concluded by itself on the way.
struct QuoteAnalysis: ~Copyable {
  /// A feature and the tokens that show it, in twelve bytes.
  struct Evidence {
    private let number: Int32
    private let lower: Int32
    private let upper: Int32

    @inline(__always)
    init(feature: QuoteFeature, tokens: Range<Int>) {
      number = Int32(truncatingIfNeeded: feature.index)
      lower = Int32(truncatingIfNeeded: tokens.lowerBound)
      upper = Int32(truncatingIfNeeded: tokens.upperBound)
    }

    var feature: QuoteFeature { QuoteFeature(index: Int(number)) }
    var tokens: Range<Int> { Range(uncheckedBounds: (Int(lower), Int(upper))) }
  }

  /// What is known about the sentences observed so far.
  struct Facts {
    /// The tokens of the sentences.
    var range = 0..<0
    var sentenceCount = 0
    /// The first piece of evidence and the first clause that belong to them.
    var firstEvidence = 0
    var firstClause = 0
    /// The end of the clauses of the first sentence.
    var leadEnd = 0
    /// The senses of all words.
    var senses: Sense = []
    /// A past time that is named.
    var anchor: Range<Int>?
    /// A repetition that is named.
    var repetition: Range<Int>?
    var phrases = PhraseSet()
    var wordCount = 0
    var isQuestion = false
    var isPraiseOnly = false

    /// Takes over what is known about the next sentence.
    mutating func absorb(_ next: Facts) {
      if sentenceCount == 0 { leadEnd = next.leadEnd }
      extend(to: next.range)
      senses.formUnion(next.senses)
      anchor = anchor ?? next.anchor
      repetition = repetition ?? next.repetition
      phrases.formUnion(next.phrases)
      wordCount += next.wordCount
      isQuestion = isQuestion || next.isQuestion
    }

    mutating func extend(to tokens: Range<Int>) {
      range = sentenceCount == 0 ? tokens : range.lowerBound..<tokens.upperBound
      sentenceCount += 1
    }
  }

  /// A set of phrases.
  struct PhraseSet {
    private var bits: UInt32 = 0
    mutating func insert(_ phrase: QuotePhrase) { bits |= 1 << UInt32(phrase.rawValue) }
    var isEmpty: Bool { bits == 0 }
    mutating func formUnion(_ other: PhraseSet) { bits |= other.bits }
    func contains(_ phrase: QuotePhrase) -> Bool { bits & (1 << UInt32(phrase.rawValue)) != 0 }
  }

  let tokens: Run<Token>
  let senses: Run<Sense>
  /// What is known; of the whole, or of one sentence.
  var facts = Facts()
  private(set) var evidence = Findings<Evidence>(capacity: 64)
  /// The clauses as they were found.
  private var found = Findings<Clause>(capacity: 6)
  /// The clauses of what was concluded last, modal verbs read by what stands around them.
  private(set) var clauses = Findings<Clause>(capacity: 6)
  private var reader: ClauseReader

  /// An analysis of nothing yet.
  ///
  /// - Parameter senses: of every token of the text.
  init(tokens: Run<Token>, senses: Run<Sense>) {
    self.tokens = tokens
    self.senses = senses
    reader = ClauseReader(tokens: tokens, senses: senses)
  }

  /// Looks at the next sentence.
  mutating func observe(_ sentence: TokenisedText.Sentence) {
    facts.extend(to: sentence.tokens)
    let before = found.count
    reader.read(sentence, into: &found)
    observeShape(of: sentence, verbs: found.count - before)
    observeWords(in: sentence.tokens)
    if facts.sentenceCount == 1 { facts.leadEnd = found.count }
  }

  /// Forgets what is known, to look at the next sentence by itself.
  mutating func beginSentence() {
    facts = Facts()
    facts.firstEvidence = evidence.count
    facts.firstClause = found.count
  }

  /// Forgets the evidence from `count` on: what a conclusion has added.
  mutating func forgetEvidence(from count: Int) { evidence.truncate(to: count) }

  /// Draws together what the sentences show.
  mutating func conclude() {
    note(.shape(.always), facts.range)
    clauses.truncate(to: 0)
    for index in facts.firstClause..<found.count { clauses.append(found[index]) }
    ModalReading.reread(
      &clauses, tokens: tokens, senses: senses, repetition: facts.repetition != nil, oldTimes: facts.phrases.contains(.oldTimes),
      anchored: facts.anchor != nil, question: facts.isQuestion)
    if let lead {
      note(.lead(lead), lead.tokens)
      note(.leadVerb(lead), lead.tokens)
      if lead.subject == .i, lead.verb == .mental, lead.tense == .present, !lead.isNegated { note(.shape(.stanceFirst), lead.tokens) }
    }
    for clause in clauses.run {
      note(.clause(clause), clause.tokens)
      note(.verb(clause), clause.tokens)
    }
    let count = facts.wordCount
    note(.shape(count <= 3 ? .oneToThreeWords : count <= 6 ? .fourToSixWords : count <= 12 ? .sevenToTwelveWords : .longer), facts.range)
    if facts.sentenceCount > 1 { note(.shape(.severalSentences), facts.range) }
    observeJointly()
  }

  /// The clause that carries the first sentence.
  private var lead: Clause? {
    let first = clauses.run.prefix(facts.leadEnd - facts.firstClause)
    return first.first { $0.role == .main } ?? first.first
  }

  @inline(__always)
  mutating func note(_ feature: QuoteFeature, _ tokens: Range<Int>) {
    evidence.append(Evidence(feature: feature, tokens: tokens))
  }

  @inline(__always)
  func has(_ index: Int, _ wanted: Sense) -> Bool {
    index >= facts.range.lowerBound && index < facts.range.upperBound && senses[index].any(wanted)
  }

  /// Whether a number of anything is named.
  var hasNumber: Bool { facts.senses.contains(.numberWord) }

  /// Whether a number is tied to a period.
  var hasRate: Bool { hasNumber && facts.senses.contains(.rate) }

  /// Whether nothing was found that tells grades apart: a bare name, words of another language.
  var saysNothing: Bool { clauses.isEmpty && !facts.senses.any(Self.told) && facts.phrases.isEmpty && !facts.isQuestion }
}
