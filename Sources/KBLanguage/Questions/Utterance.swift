/// The form of a sentence, as far as it matters for who decides the answer.
enum SentenceForm: UInt8, Sendable {
  /// Opens with what, which, who, when, where, why, how.
  case open
  /// Opens with an auxiliary: the answer is yes or no.
  case polar
  /// Asks for a story in the imperative, or politely: "walk me through", "could you tell me".
  case request
  /// States something.
  case statement
  /// No finite verb: "happy with it?", "then what".
  case clipped
}

/// A text of one item, read for its questions.
///
/// All rules share one reading: tokens, meanings, phrases, and for each sentence the form and the place where the question
/// proper begins.
///
/// Lent to its readers, as `TokenView` is: it holds no counted reference.
struct Utterance {
  struct Sentence: Sendable {
    /// All tokens, without the mark at the end.
    var tokens: Range<Int>
    /// The first token after fillers ("So,", "Okay", "And").
    var start: Int
    /// Where the question or prompt proper begins: after a preface such as "When you chose healthcare,".
    var main: Int
    var form: SentenceForm
    var terminator: Token.Kind

    var end: Int { tokens.upperBound }
    /// Whether it asks or prompts.
    var asks: Bool { form != .statement || terminator == .question }
  }

  /// How many tokens at the end of a text are judged: many times what anybody asks in one go.
  private static let greatestLength = 600

  private struct Content {
    let text: TokenView
    let lexemes: Run<Lexeme>
    let hits: Run<PhraseBook.Hit>
    let sentences: Run<Sentence>
    let cues: UInt64
    let classes: WordClass
    let meanings: Lexeme
    let shapes: Token.Shape
  }

  private let content: UnsafePointer<Content>

  var text: TokenView { content.pointee.text }
  var lexemes: Run<Lexeme> { content.pointee.lexemes }
  var hits: Run<PhraseBook.Hit> { content.pointee.hits }
  var sentences: Run<Sentence> { content.pointee.sentences }
  /// The kinds of cue that occur, one bit each.
  private var cues: UInt64 { content.pointee.cues }
  /// All classes, meanings and forms that occur: most rules need to know no more to see that they have nothing to say.
  var classes: WordClass { content.pointee.classes }
  var meanings: Lexeme { content.pointee.meanings }
  var shapes: Token.Shape { content.pointee.shapes }

  /// Reads `string` and lends the utterance to `body`.
  ///
  /// - Parameter products: words that name our product.
  static func read<Result>(_ string: String, products: [WordKey] = [], _ body: (Utterance) -> Result) -> Result {
    TokenView.read(string) { text in Memory(text, products: products).lend(text, body) }
  }

  /// What belongs to an utterance beside its tokens.
  private struct Memory: ~Copyable {
    private var lexemes: Findings<Lexeme>
    private var hits = Findings<PhraseBook.Hit>(capacity: 8)
    private var sentences: Findings<Sentence>
    private var classes: WordClass = []
    private var meanings: Lexeme = []
    private var shapes: Token.Shape = []

    init(_ text: TokenView, products: [WordKey]) {
      lexemes = Findings(capacity: text.tokens.count)
      sentences = Findings(capacity: text.sentences.count)
      let words = QuestionWords.table
      let book = Phrases.book
      var present: UInt64 = 0
      for token in text.tokens {
        present |= PhraseBook.filterBit(token.key.bits)
        var lexeme = token.isWord ? words[token.key] : []
        if !products.isEmpty, products.contains(token.key) { lexeme.formUnion([.product, .productNoun]) }
        lexemes.append(lexeme)
        meanings.formUnion(lexeme)
        classes.formUnion(token.classes)
        shapes.formUnion(token.shape)
      }
      // Of a text without end only the last words are judged, so that the work stays linear.
      let first = text.tokens.count - Utterance.greatestLength
      for whole in text.sentences where whole.tokens.upperBound > first {
        var range = whole
        if range.tokens.lowerBound < first { range.tokens = first..<range.tokens.upperBound }
        let sentence = Utterance.sentence(range, text.tokens, lexemes.run)
        sentences.append(sentence)
        book.match(
          range.tokens, clauseStarts: (sentence.start, sentence.main), tokens: text.tokens, lexemes: lexemes.run, words: present,
          into: &hits)
      }
    }

    borrowing func lend<Result>(_ text: TokenView, _ body: (Utterance) -> Result) -> Result {
      var cues: UInt64 = 0
      for hit in hits.run { cues |= 1 << UInt64(hit.cue.rawValue) }
      let content = Content(
        text: text, lexemes: lexemes.run, hits: hits.run, sentences: sentences.run, cues: cues, classes: classes, meanings: meanings,
        shapes: shapes)
      return withUnsafePointer(to: content) { body(Utterance(content: $0)) }
    }
  }

  // MARK: Asking

  @inline(__always)
  func has(_ cue: Cue) -> Bool { cues & (1 << UInt64(cue.rawValue)) != 0 }

  func has(_ cue: Cue, in range: Range<Int>) -> Bool { first(cue, in: range) != nil }

  func first(_ cue: Cue, in range: Range<Int>) -> Range<Int>? {
    guard has(cue) else { return nil }
    for hit in hits where hit.cue == cue && hit.tokens.lowerBound >= range.lowerBound && hit.tokens.upperBound <= range.upperBound {
      return hit.tokens
    }
    return nil
  }

  func all(_ cue: Cue, in range: Range<Int>) -> Places { Places(hits: hits, at: has(cue) ? 0 : hits.count, cue: cue, range: range) }

  /// Where one cue stands, from left to right.
  struct Places: Sequence, IteratorProtocol {
    fileprivate let hits: Run<PhraseBook.Hit>
    fileprivate var at: Int
    fileprivate let cue: Cue
    fileprivate let range: Range<Int>

    mutating func next() -> Range<Int>? {
      while at < hits.count {
        let hit = hits[at]
        at += 1
        if hit.cue == cue, hit.tokens.lowerBound >= range.lowerBound, hit.tokens.upperBound <= range.upperBound { return hit.tokens }
      }
      return nil
    }
  }

  @inline(__always)
  func word(_ index: Int) -> Word { text[index].word }

  @inline(__always)
  func lexeme(_ index: Int) -> Lexeme { UInt(bitPattern: index) < UInt(bitPattern: lexemes.count) ? lexemes[index] : [] }

  /// The first token of `range` for which `test` holds, quotations left out.
  @inline(__always)
  func first(in range: Range<Int>, where test: (Token, Lexeme) -> Bool) -> Int? {
    for index in range where !text.tokens[index].isQuoted && test(text.tokens[index], lexemes[index]) { return index }
    return nil
  }

  @inline(__always)
  func contains(_ word: Word, in range: Range<Int>) -> Bool {
    for index in range where text.tokens[index].word == word && !text.tokens[index].isQuoted { return true }
    return false
  }

  /// Whether a word of the grammar only, that says nothing about the topic.
  func isContent(_ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.word == .other else { return false }
    let grammar: WordClass = [.preposition, .determiner, .subordinator, .conjunction, .adverb, .time, .timeUnit, .frequency, .numeral, .filler]
    return !token.is(grammar) && !lexeme(index).any(.empty)
  }
}

// MARK: - Sentences

extension Utterance {
  private static func sentence(_ sentence: TokenisedText.Sentence, _ tokens: Run<Token>, _ lexemes: Run<Lexeme>) -> Sentence {
    let range = sentence.tokens
    let start = afterFillers(range, tokens, lexemes)
    var result = Sentence(tokens: range, start: start, main: start, form: .statement, terminator: sentence.terminator)
    var at = start
    while at < range.upperBound {
      if let form = interrogative(at, range.upperBound, tokens, lexemes, asks: sentence.terminator == .question, isFirst: at == start) {
        result.main = at
        result.form = form
        return result
      }
      // The next clause start.
      var next = at
      while next < range.upperBound, tokens[next].isWord || tokens[next].isQuoted || tokens[next].kind == .slash { next += 1 }
      while next < range.upperBound, !tokens[next].isWord { next += 1 }
      while next < range.upperBound, tokens[next].is([.conjunction, .filler]) {
        next += 1
      }
      if next <= at { break }
      at = next
    }
    if sentence.terminator == .question, let inner = innerQuestion(start..<range.upperBound, tokens) {
      result.main = inner
      result.form = .open
      return result
    }
    if let inner = innerPrompt(start..<range.upperBound, tokens) {
      result.main = inner
      result.form = .request
      return result
    }
    let isShort = range.upperBound - start < 4 || sentence.terminator == .question
    result.form = isShort && isClipped(start..<range.upperBound, tokens) ? .clipped : .statement
    return result
  }

  /// The last "what would it", "how do you" inside a sentence that has no marks to cut it.
  private static func innerQuestion(_ range: Range<Int>, _ tokens: Run<Token>) -> Int? {
    var found: Int?
    for index in range where tokens[index].is(.wh) && !tokens[index].isQuoted {
      for next in index + 1..<min(index + 4, range.upperBound) where tokens[next].is(.auxiliary) && !tokens[next].shape.contains(.attached) {
        if next + 1 < range.upperBound, tokens[next + 1].is([.subject, .possessive, .determiner]) { found = index }
        break
      }
    }
    return found
  }

  /// "… and I'd love for you to tell me what you notice": a prompt inside a statement.
  private static func innerPrompt(_ range: Range<Int>, _ tokens: Run<Token>) -> Int? {
    for index in range.dropFirst().dropLast(2) where tokens[index].is(.prompt) && !tokens[index].isQuoted {
      switch tokens[index].word {
      case .tell, .show, .walk, .talk: break
      default: continue
      }
      guard tokens[index + 1].word == .me || tokens[index + 1].word == .us else { continue }
      if tokens[index + 2].is(.wh) || tokens[index + 2].word == .about || tokens[index + 2].key == "through" || tokens[index + 2].word == .more {
        return index
      }
    }
    return nil
  }

  /// Skips "So,", "Okay", "And", "Um" and the like, which open an utterance and say nothing.
  private static func afterFillers(_ range: Range<Int>, _ tokens: Run<Token>, _ lexemes: Run<Lexeme>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let token = tokens[at]
      if !token.isWord, token.kind != .number {
        at += 1
        continue
      }
      guard token.is(.filler), at + 1 < range.upperBound else { break }
      at += 1
    }
    return at < range.upperBound ? at : range.lowerBound
  }

  private static func isClipped(_ range: Range<Int>, _ tokens: Run<Token>) -> Bool {
    for index in range {
      let token = tokens[index]
      if token.is([.be, .have, .doing, .modal]) { return false }
      if index > range.lowerBound, token.is([.past, .baseVerb]), tokens[index - 1].is(.subject) { return false }
    }
    return true
  }

  /// The form of the clause that begins at token `at`, or `nil` when it neither asks nor prompts.
  private static func interrogative(
    _ at: Int, _ end: Int, _ tokens: Run<Token>, _ lexemes: Run<Lexeme>, asks: Bool, isFirst: Bool
  ) -> SentenceForm? {
    func token(_ index: Int) -> Token { index < end ? tokens[index] : Token.end(at: 0) }
    func lexeme(_ index: Int) -> Lexeme { index < end ? lexemes[index] : [] }
    let first = token(at)
    if first.isQuoted, !(at > 0 && tokens[at - 1].kind == .quotationMark) { return nil }
    let second = token(at + 1)
    switch first.word {
    case .how, .what, .why, .who, .whom, .whose, .which:
      // ", which logs all" and ", who left" continue a statement.
      if !isFirst, !asks, first.word == .which || first.word == .who || first.word == .whose { return nil }
      return .open
    case .when, .where:
      if second.is(.auxiliary) || !second.isWord { return .open }
      if second.is(.adverb), token(at + 2).is(.auxiliary) { return .open }
      if second.word == .and || second.word == .else, isFirst { return .open }
      return nil
    case .lets: return nil
    default: break
    }
    if first.is(.preposition), second.is(.wh), second.word != .when, second.word != .where { return .open }
    if first.is(.preposition), second.is([.timeUnit, .numeral, .determiner]) || second.word == .how { 
      if second.word == .how { return .open }
    }
    if first.is([.be, .have, .doing, .modal]), first.shape.contains(.attached) == false {
      var next = at + 1
      while token(next).word == .contractedNot || token(next).word == .not { next += 1 }
      let negated = next > at + 1
      let subject = token(next)
      if subject.kind == .colon { return .polar }
      guard subject.isWord || subject.kind == .quotationMark || subject.kind == .opening else { return nil }
      switch first.word {
      case .do:
        // "Do tell me", "Don't rush".
        if lexeme(next).any(.tellVerb), !subject.is([.subject, .possessive, .determiner]) { return negated ? nil : .request }
        if negated, subject.is(.baseVerb), !subject.is([.subject, .determiner, .possessive]) { return nil }
      case .have:
        if subject.word == .a || subject.word == .an { return nil }
      case .being, .having, .been, .be, .doing, .done: return nil
      default: break
      }
      if subject.is([.preposition]) && !subject.is([.subject, .determiner]) && subject.word == .other, first.is(.have) { return nil }
      if first.is(.modal), !negated, first.word == .can || first.word == .could || first.word == .would || first.word == .will,
        subject.word == .you
      {
        var verb = next + 1
        while token(verb).is([.adverb, .filler]) || token(verb).word == .please || token(verb).word == .to {
          if lexeme(verb).any(.tellVerb), !token(verb).is(.filler) { break }
          verb += 1
        }
        if lexeme(verb).any(.tellVerb), first.word != .would || requestAfterWould(verb, end, tokens) { return .request }
        if token(verb).word == .help, token(verb + 1).is([.firstSingular, .firstPlural]) { return .request }
        if token(verb).word == .mind { return .request }
      }
      if asks || subject.is([.subject, .determiner, .possessive, .anyWord]) { return .polar }
      return nil
    }
    if lexeme(at).any(.tellVerb) || first.is(.prompt) {
      switch first.word {
      case .tell, .walk, .describe, .explain, .talk:
        // "Tell them", "Explain that the session is recorded": for the moderator.
        return second.word == .that || second.word == .them || second.word == .him ? nil : .request
      case .show:
        return second.is([.firstSingular, .firstPlural, .wh, .possessive]) ? .request : nil
      case .let: return nil
      case .help, .give, .take, .think, .pick, .choose:
        if second.is([.firstSingular, .firstPlural]) || second.word == .us || second.word == .back || second.word == .one || second.word == .about { return .request }
        if first.word == .take, second.word == .a { return .request }
        return second.is(.determiner) && (first.word == .give || first.word == .think) && !asks ? .request : nil
      default:
        if second.is([.firstSingular, .firstPlural]) || (second.is([.wh, .determiner, .possessive]) && second.word != .that && storyVerbs[first.key]) {
          return first.word == .say ? nil : .request
        }
        return second.word == .on && first.key == "elaborate" ? .request : nil
      }
    }
    if first.word == .i || first.word == .we {
      // "I'd love to hear", "I wonder if you could", "I'm curious how".
      var verb = at + 1
      while token(verb).is([.modal, .adverb, .be]) { verb += 1 }
      if token(verb).key == "wonder" || token(verb).key == "curious" || token(verb).key == "wondering" { return .request }
      if token(verb).word == .like || token(verb).word == .love || token(verb).word == .want,
        token(verb + 1).word == .to || (token(verb + 1).word == .for && token(verb + 2).word == .you) || token(verb + 1).word == .you
      {
        for index in verb + 1..<min(end, verb + 6) {
          let key = token(index).key
          if lexeme(index).any(.tellVerb) || key == "hear" || key == "understand" || key == "learn" || token(index).word == .know || token(index).word == .see {
            return asks && token(verb).word == .want ? .statement : .request
          }
        }
      }
    }
    return nil
  }

  /// Verbs that ask the customer for a story; the others may be orders for the moderator ("Start the recording").
  private static let storyVerbs = WordSet("list name share sketch draw recall outline summarise summarize rank demonstrate compare point think paint map unpack illustrate remember")

  /// "Would you say" asks for a judgement, "would you tell me" for a story.
  private static func requestAfterWould(_ verb: Int, _ end: Int, _ tokens: Run<Token>) -> Bool {
    guard verb + 1 < end else { return false }
    switch tokens[verb].word {
    case .tell, .show, .walk, .describe, .explain, .talk, .take, .give, .help, .let: return true
    default: return tokens[verb + 1].is([.firstSingular, .firstPlural])
    }
  }
}
