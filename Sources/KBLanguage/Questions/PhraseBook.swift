/// A set of phrases, found by their first word.
///
/// A phrase is written as words separated by blanks. `a/b` is one of several words, `a?` may be missing, `*3` is a gap of up
/// to three words, `<be>` a word of a grammatical class, `{stance}` one of a meaning, `^` in front asks for the start of a
/// clause, `$` at the end for the end of one.
struct PhraseBook: Sendable {
  /// One place of a phrase: words, classes, or a gap.
  struct Element {
    var classes: WordClass = []
    var lexemes: Lexeme = []
    /// Its words in `words`.
    var firstWord: Int32 = 0
    var endWord: Int32 = 0
    /// The greatest number of words that a gap may hold; 0 for an element that is no gap.
    var gap: Int8 = 0
    var isOptional = false
  }

  struct Phrase {
    var cue: Cue
    /// Its elements in `elements`.
    var first: Int32
    var end: Int32
    var atStart: Bool
    var atEnd: Bool
    /// What the second word may be: most phrases are ruled out by it at once.
    var second = Follower()
    /// Words that it cannot do without, as bits of `filterBit`: a text that lacks one of them does not hold it.
    var required: UInt64 = 0
  }

  /// What can follow a word, as sets of words, classes and meanings.
  struct Follower {
    /// Words, as bits of `filterBit`; all bits where it may be anything, or nothing.
    var words: UInt64 = 0
    var classes: WordClass = []
    var lexemes: Lexeme = []

    static var anything: Follower { Follower(words: .max) }
  }

  struct Hit {
    var cue: Cue
    var tokens: Range<Int>
  }

  // The book is made once and never given back, so that looking into it counts no references.
  private nonisolated(unsafe) let words: UnsafePointer<UInt64>
  private nonisolated(unsafe) let elements: UnsafePointer<Element>
  private nonisolated(unsafe) let phrases: UnsafePointer<Phrase>
  /// Numbers of phrases; those that begin with one word stand together, in the order of the lists.
  private nonisolated(unsafe) let numbers: UnsafePointer<UInt16>
  /// Where the phrases that begin with a word stand in `numbers`.
  private let starts: WordTable<Range<Int32>>

  init(_ lists: [(Cue, StaticString)]) {
    var parser = PhraseParser()
    for (cue, lines) in lists { parser.add(lines, for: cue) }
    let index = parser.index()
    starts = index.starts
    numbers = Self.kept(index.numbers)
    words = Self.kept(parser.words)
    elements = Self.kept(parser.elements)
    phrases = Self.kept(parser.phrases)
  }

  /// A copy that stays until the process ends.
  private static func kept<Value>(_ values: [Value]) -> UnsafePointer<Value> {
    let copy = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count + 1)
    _ = copy.initialize(from: values)
    return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
  }

  @inline(__always)
  static func filterBit(_ word: UInt64) -> UInt64 { 1 &<< ((word &* 0x9e37_79b9_7f4a_7c15) &>> 58) }

  /// All phrases in the sentence `range`, outside quotations, in the order of their first words.
  ///
  /// - Parameters:
  ///   - clauseStarts: the tokens at which a clause begins; so does each that follows a mark.
  ///   - present: the words of the text, as bits of `filterBit`.
  func match(
    _ range: Range<Int>, clauseStarts: (Int, Int), tokens: Run<Token>, lexemes: Run<Lexeme>, words present: UInt64,
    into hits: inout Findings<Hit>
  ) {
    let matcher = Matcher(tokens: tokens, lexemes: lexemes, elements: elements, words: words, end: range.upperBound)
    for index in range {
      let token = tokens[index]
      guard token.isWord, !token.isQuoted else { continue }
      let candidates = starts[token.key]
      if candidates.isEmpty { continue }
      var bit = UInt64.max
      var next = Token.end(at: 0)
      var lexeme: Lexeme = []
      if index + 1 < range.upperBound {
        next = tokens[index + 1]
        bit = Self.filterBit(next.key.bits)
        lexeme = lexemes[index + 1]
      }
      let isClauseStart = index == clauseStarts.0 || index == clauseStarts.1 || index == 0 || !tokens[index - 1].isWord
      for number in Int(candidates.lowerBound)..<Int(candidates.upperBound) {
        let phrase = phrases + Int(numbers[number])
        let second = phrase.pointee.second
        if phrase.pointee.required & ~present != 0 { continue }
        if second.words & bit == 0, !second.classes.any(next.classes), !second.lexemes.any(lexeme) { continue }
        if phrase.pointee.atStart, !isClauseStart { continue }
        let upper = matcher.end(of: Int(phrase.pointee.first) + 1, Int(phrase.pointee.end), at: index + 1)
        guard upper > 0 else { continue }
        if phrase.pointee.atEnd, upper < range.upperBound, tokens[upper].isWord { continue }
        hits.append(Hit(cue: phrase.pointee.cue, tokens: index..<upper))
      }
    }
  }

  private struct Matcher {
    let tokens: Run<Token>
    let lexemes: Run<Lexeme>
    let elements: UnsafePointer<Element>
    let words: UnsafePointer<UInt64>
    /// The end of the sentence.
    let end: Int

    /// The end of the match of the elements from `number` on at token `index`, or 0 when they do not match.
    func end(of number: Int, _ last: Int, at index: Int) -> Int {
      var number = number
      var index = index
      while number < last {
        let element = elements + number
        if element.pointee.gap > 0 {
          var at = index
          for _ in 0...Int(element.pointee.gap) {
            let upper = end(of: number + 1, last, at: at)
            if upper > 0 { return upper }
            guard at < end, tokens[at].isWord else { return 0 }
            at += 1
          }
          return 0
        }
        let isMatch = index < end && matches(element, index)
        if element.pointee.isOptional {
          if isMatch {
            let upper = end(of: number + 1, last, at: index + 1)
            if upper > 0 { return upper }
          }
          number += 1
          continue
        }
        if !isMatch { return 0 }
        number += 1
        index += 1
      }
      return index
    }

    @inline(__always)
    private func matches(_ element: UnsafePointer<Element>, _ index: Int) -> Bool {
      if element.pointee.classes.rawValue & tokens[index].classes.rawValue != 0 { return true }
      if element.pointee.lexemes.rawValue & lexemes[index].rawValue != 0 { return true }
      let key = tokens[index].key.bits
      var word = Int(element.pointee.firstWord)
      while word < Int(element.pointee.endWord) {
        if words[word] == key { return true }
        word += 1
      }
      return false
    }
  }
}
