/// What a phrase gives away.
enum Cue: UInt8, Sendable {
  // Faults.
  case agreement, agreementUnlessDisagree, hypothetical, scenario, price, opinion, vagueTime, frequency, presupposition
  case loaded, pitch, scale, choice, tagAside, othersSay
  // What excuses.
  case request, consent, logistics, describing, ifAny, bounded, twoSided, reported, fixedPair, typicalDay, readBack, disclaimer
  case notTag, factualWould
  // What a sequence looks for.
  case instance, opening, closing
}

/// A set of phrases, found by their first word.
///
/// A phrase is written as words separated by blanks. `a/b` is one of several words, `a?` may be missing, `*3` is a gap of up
/// to three words, `<be>` a word of a grammatical class, `{stance}` one of a meaning, `^` in front asks for the start of a
/// clause, `$` at the end for the end of one.
struct PhraseBook: Sendable {
  /// One place of a phrase: words, classes, or a gap. Plain integers, so that matching counts no references.
  private struct Element: Sendable {
    var classes: WordClass = []
    var lexemes: Lexeme = []
    /// Its words in `words`.
    var firstWord: Int32 = 0
    var endWord: Int32 = 0
    /// The greatest number of words that a gap may hold; 0 for an element that is no gap.
    var gap: Int8 = 0
    var isOptional = false
  }

  private struct Phrase: Sendable {
    var cue: Cue
    /// Its elements in `elements`.
    var first: Int32
    var end: Int32
    var atStart: Bool
    var atEnd: Bool
    /// What the second word may be, as bits of `filterBit`: most phrases are ruled out by it at once.
    var second = UInt64.max
  }

  struct Hit: Sendable {
    var cue: Cue
    var tokens: Range<Int>
  }

  private let words: [UInt64]
  private let elements: [Element]
  private let phrases: [Phrase]
  /// Where the phrases that begin with a word stand in `phrases`.
  private let starts: WordTable<Range<Int32>>

  init(_ lists: [(Cue, String)]) {
    var words: [UInt64] = []
    var elements: [Element] = []
    var byFirst: [WordKey: [Phrase]] = [:]
    for (cue, list) in lists {
      for line in list.split(separator: "\n") {
        var phrase = Self.phrase(cue, line, &words, &elements)
        guard phrase.first < phrase.end else { continue }
        phrase.second = Self.filter(phrase, words, elements)
        let first = elements[Int(phrase.first)]
        precondition(!first.isOptional && first.gap == 0, "a phrase begins with a word: \(line)")
        var openers = Set(words[Int(first.firstWord)..<Int(first.endWord)].map { WordKey(bits: $0) })
        if !first.classes.isEmpty { openers.formUnion(ClosedClassWords.table.words { $0.classes.any(first.classes) }) }
        if !first.lexemes.isEmpty { openers.formUnion(QuestionWords.table.words { $0.any(first.lexemes) }) }
        for opener in openers { byFirst[opener, default: []].append(phrase) }
      }
    }
    var phrases: [Phrase] = []
    var entries: [(WordKey, Range<Int32>)] = []
    for (word, list) in byFirst.sorted(by: { $0.key.bits < $1.key.bits }) {
      let start = Int32(phrases.count)
      phrases += list
      entries.append((word, start..<Int32(phrases.count)))
    }
    self.words = words
    self.elements = elements
    self.phrases = phrases
    starts = WordTable(entries, missing: 0..<0)
  }

  private static func phrase(_ cue: Cue, _ line: Substring, _ words: inout [UInt64], _ elements: inout [Element]) -> Phrase {
    var phrase = Phrase(cue: cue, first: Int32(elements.count), end: 0, atStart: false, atEnd: false)
    for part in line.split(separator: " ") {
      var part = part
      if part == "$" {
        phrase.atEnd = true
        continue
      }
      if part.first == "^" {
        phrase.atStart = true
        part = part.dropFirst()
      }
      var element = Element()
      element.firstWord = Int32(words.count)
      element.endWord = element.firstWord
      if part.first == "*" {
        element.gap = Int8(part.dropFirst()) ?? 1
        elements.append(element)
        continue
      }
      if part.last == "?" {
        element.isOptional = true
        part = part.dropLast()
      }
      for alternative in part.split(separator: "/") {
        if alternative.first == "<" {
          element.classes.formUnion(classNames[String(alternative.dropFirst().dropLast())] ?? [])
        } else if alternative.first == "{" {
          element.lexemes.formUnion(QuestionWords.names[String(alternative.dropFirst().dropLast())] ?? [])
        } else {
          words.append(WordKey(alternative).bits)
        }
      }
      element.endWord = Int32(words.count)
      precondition(
        element.firstWord < element.endWord || !element.classes.isEmpty || !element.lexemes.isEmpty, "an unknown class in: \(line)")
      elements.append(element)
    }
    phrase.end = Int32(elements.count)
    return phrase
  }

  /// The filter for the second word; all bits where it may be any word, or missing.
  private static func filter(_ phrase: Phrase, _ words: [UInt64], _ elements: [Element]) -> UInt64 {
    guard phrase.first + 1 < phrase.end else { return .max }
    let second = elements[Int(phrase.first) + 1]
    guard second.gap == 0, !second.isOptional, second.classes.isEmpty, second.lexemes.isEmpty else { return .max }
    return words[Int(second.firstWord)..<Int(second.endWord)].reduce(0) { $0 | filterBit($1) }
  }

  @inline(__always)
  private static func filterBit(_ word: UInt64) -> UInt64 { 1 &<< ((word &* 0x9e37_79b9_7f4a_7c15) &>> 58) }

  private static let classNames: [String: WordClass] = [
    "be": .be, "have": .have, "do": .doing, "modal": .modal, "conditional": .conditional, "not": .negation,
    "subject": .subject, "ours": .firstPlural, "you": .second, "third": .third, "anaphor": .anaphor, "det": .determiner,
    "poss": .possessive, "any": .anyWord, "wh": .wh, "prep": .preposition, "time": .time, "unit": .timeUnit,
    "number": .numeral, "past": .past, "participle": .participle, "gerund": .gerund, "verb": .baseVerb, "adverb": .adverb,
    "degree": .degree, "weekday": .weekday, "month": .month,
  ]

  /// All phrases in the sentence `range`, outside quotations, in the order of their first words.
  ///
  /// - Parameter starts: the tokens at which a clause begins; so does each that follows a mark.
  func match(
    _ range: Range<Int>, clauseStarts: (Int, Int), tokens: [Token], lexemes: [Lexeme], into hits: inout [Hit]
  ) {
    tokens.withUnsafeBufferPointer { tokens in
      lexemes.withUnsafeBufferPointer { lexemes in
        elements.withUnsafeBufferPointer { elements in
          words.withUnsafeBufferPointer { words in
            phrases.withUnsafeBufferPointer { phrases in
              let matcher = Matcher(tokens: tokens, lexemes: lexemes, elements: elements, words: words, end: range.upperBound)
              for index in range where tokens[index].isWord && !tokens[index].isQuoted {
                let candidates = starts[tokens[index].key]
                if candidates.isEmpty { continue }
                let next = index + 1 < range.upperBound ? Self.filterBit(tokens[index + 1].key.bits) : .max
                let isClauseStart = index == clauseStarts.0 || index == clauseStarts.1 || index == 0 || !tokens[index - 1].isWord
                for number in Int(candidates.lowerBound)..<Int(candidates.upperBound) {
                  let phrase = phrases[number]
                  if phrase.second & next == 0 || (phrase.atStart && !isClauseStart) { continue }
                  let upper = matcher.end(of: Int(phrase.first) + 1, Int(phrase.end), at: index + 1)
                  guard upper > 0 else { continue }
                  if phrase.atEnd, upper < range.upperBound, tokens[upper].isWord { continue }
                  hits.append(Hit(cue: phrase.cue, tokens: index..<upper))
                }
              }
            }
          }
        }
      }
    }
  }

  private struct Matcher {
    let tokens: UnsafeBufferPointer<Token>
    let lexemes: UnsafeBufferPointer<Lexeme>
    let elements: UnsafeBufferPointer<Element>
    let words: UnsafeBufferPointer<UInt64>
    /// The end of the sentence.
    let end: Int

    /// The end of the match of the elements from `number` on at token `index`, or 0 when they do not match.
    func end(of number: Int, _ last: Int, at index: Int) -> Int {
      var number = number
      var index = index
      while number < last {
        let element = elements[number]
        if element.gap > 0 {
          var at = index
          for _ in 0...Int(element.gap) {
            let upper = end(of: number + 1, last, at: at)
            if upper > 0 { return upper }
            guard at < end, tokens[at].isWord else { return 0 }
            at += 1
          }
          return 0
        }
        let isMatch = index < end && matches(element, index)
        if element.isOptional {
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
    private func matches(_ element: Element, _ index: Int) -> Bool {
      if element.classes.rawValue & tokens[index].classes.rawValue != 0 { return true }
      if element.lexemes.rawValue & lexemes[index].rawValue != 0 { return true }
      let key = tokens[index].key.bits
      var word = Int(element.firstWord)
      while word < Int(element.endWord) {
        if words[word] == key { return true }
        word += 1
      }
      return false
    }
  }
}
