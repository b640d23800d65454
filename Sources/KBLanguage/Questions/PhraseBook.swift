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
  struct Element: Sendable {
    var words: [WordKey] = []
    var classes: WordClass = []
    var lexemes: Lexeme = []
    var isOptional = false
    /// The greatest number of words that a gap may hold; 0 for an element that is no gap.
    var gap = 0

    @inline(__always)
    func matches(_ token: Token, _ lexeme: Lexeme) -> Bool {
      if classes.rawValue != 0, token.is(classes) { return true }
      if lexemes.rawValue != 0, lexeme.any(lexemes) { return true }
      for word in words where word == token.key { return true }
      return false
    }
  }

  struct Phrase: Sendable {
    var cue: Cue
    var elements: [Element]
    var atStart = false
    var atEnd = false
  }

  struct Hit: Sendable {
    var cue: Cue
    var tokens: Range<Int>
  }

  private let phrases: [Phrase]
  /// Where the phrases that begin with a word stand in `phrases`.
  private let starts: WordTable<Range<Int32>>

  init(_ lists: [(Cue, String)]) {
    var byFirst: [WordKey: [Phrase]] = [:]
    for (cue, list) in lists {
      for line in list.split(separator: "\n") {
        let phrase = Self.phrase(cue, line)
        guard let first = phrase.elements.first else { continue }
        precondition(!first.isOptional && first.gap == 0, "a phrase begins with a word: \(line)")
        var words = Set(first.words)
        if !first.classes.isEmpty { words.formUnion(ClosedClassWords.table.words { $0.classes.any(first.classes) }) }
        if !first.lexemes.isEmpty { words.formUnion(QuestionWords.table.words { $0.any(first.lexemes) }) }
        for word in words { byFirst[word, default: []].append(phrase) }
      }
    }
    var phrases: [Phrase] = []
    var entries: [(WordKey, Range<Int32>)] = []
    for (word, list) in byFirst.sorted(by: { $0.key.bits < $1.key.bits }) {
      let start = Int32(phrases.count)
      phrases += list
      entries.append((word, start..<Int32(phrases.count)))
    }
    self.phrases = phrases
    starts = WordTable(entries, missing: 0..<0)
  }

  private static func phrase(_ cue: Cue, _ line: Substring) -> Phrase {
    var phrase = Phrase(cue: cue, elements: [])
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
      if part.first == "*" {
        element.gap = Int(part.dropFirst()) ?? 1
        phrase.elements.append(element)
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
          element.words.append(WordKey(alternative))
        }
      }
      precondition(
        !element.words.isEmpty || !element.classes.isEmpty || !element.lexemes.isEmpty, "an unknown class in: \(line)")
      phrase.elements.append(element)
    }
    return phrase
  }

  private static let classNames: [String: WordClass] = [
    "be": .be, "have": .have, "do": .doing, "modal": .modal, "conditional": .conditional, "not": .negation,
    "subject": .subject, "ours": .firstPlural, "you": .second, "third": .third, "anaphor": .anaphor, "det": .determiner,
    "poss": .possessive, "any": .anyWord, "wh": .wh, "prep": .preposition, "time": .time, "unit": .timeUnit,
    "number": .numeral, "past": .past, "participle": .participle, "gerund": .gerund, "verb": .baseVerb, "adverb": .adverb,
    "degree": .degree, "weekday": .weekday, "month": .month,
  ]

  /// Appends what begins at token `index` of the sentence that ends before `end`.
  @inline(__always)
  func match(
    at index: Int, end: Int, tokens: [Token], lexemes: [Lexeme], isClauseStart: Bool, into hits: inout [Hit]
  ) {
    let range = starts[tokens[index].key]
    guard !range.isEmpty else { return }
    for number in Int(range.lowerBound)..<Int(range.upperBound) {
      if phrases[number].atStart, !isClauseStart { continue }
      let upper = Self.match(phrases[number].elements, 1, index + 1, end, tokens, lexemes)
      guard upper > 0 else { continue }
      if phrases[number].atEnd, upper < end, tokens[upper].isWord { continue }
      hits.append(Hit(cue: phrases[number].cue, tokens: index..<upper))
    }
  }

  /// The end of the match of the elements from `number` on at token `index`, or 0 when they do not match.
  private static func match(
    _ elements: [Element], _ number: Int, _ index: Int, _ end: Int, _ tokens: [Token], _ lexemes: [Lexeme]
  ) -> Int {
    if number == elements.count { return index }
    if elements[number].gap > 0 {
      var at = index
      for _ in 0...elements[number].gap {
        let upper = match(elements, number + 1, at, end, tokens, lexemes)
        if upper > 0 { return upper }
        guard at < end, tokens[at].isWord else { return 0 }
        at += 1
      }
      return 0
    }
    if index < end, elements[number].matches(tokens[index], lexemes[index]) {
      let upper = match(elements, number + 1, index + 1, end, tokens, lexemes)
      if upper > 0 { return upper }
    }
    return elements[number].isOptional ? match(elements, number + 1, index, end, tokens, lexemes) : 0
  }
}
