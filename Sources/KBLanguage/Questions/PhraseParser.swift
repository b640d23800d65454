/// Reads the phrases of a `PhraseBook`.
struct PhraseParser {
  private(set) var words: [UInt64] = []
  private(set) var elements: [PhraseBook.Element] = []
  private(set) var phrases: [PhraseBook.Phrase] = []

  init() {
    words.reserveCapacity(4096)
    elements.reserveCapacity(3072)
    phrases.reserveCapacity(1024)
  }

  /// Reads one phrase a line.
  mutating func add(_ lines: StaticString, for cue: Cue) {
    let bytes = UnsafeBufferPointer(start: lines.utf8Start, count: lines.utf8CodeUnitCount)
    WordList.forEach(in: bytes, parted: { $0 == 0x0a }) { add(line: $0, cue) }
  }

  private mutating func add(line: UnsafeBufferPointer<UInt8>, _ cue: Cue) {
    var phrase = PhraseBook.Phrase(cue: cue, first: Int32(elements.count), end: 0, atStart: false, atEnd: false)
    WordList.forEach(in: line, parted: { $0 == 0x20 }) { part in
      var part = part
      if part.count == 1, part[0] == UInt8(ascii: "$") {
        phrase.atEnd = true
        return
      }
      if part.first == UInt8(ascii: "^") {
        phrase.atStart = true
        part = UnsafeBufferPointer(rebasing: part.dropFirst())
      }
      elements.append(element(part))
    }
    phrase.end = Int32(elements.count)
    guard phrase.first < phrase.end else { return }
    phrase.second = follower(phrase)
    for element in elements[Int(phrase.first)..<Int(phrase.end)]
    where !element.isOptional && element.endWord == element.firstWord + 1 && element.classes.isEmpty && element.lexemes.isEmpty {
      phrase.required |= PhraseBook.filterBit(words[Int(element.firstWord)])
    }
    phrases.append(phrase)
  }

  private mutating func element(_ part: UnsafeBufferPointer<UInt8>) -> PhraseBook.Element {
    var part = part
    var element = PhraseBook.Element()
    element.firstWord = Int32(words.count)
    element.endWord = element.firstWord
    if part.first == UInt8(ascii: "*") {
      element.gap = part.count > 1 ? Int8(truncatingIfNeeded: part[1] &- UInt8(ascii: "0")) : 1
      return element
    }
    if part.last == UInt8(ascii: "?") {
      element.isOptional = true
      part = UnsafeBufferPointer(rebasing: part.dropLast())
    }
    WordList.forEach(in: part, parted: { $0 == UInt8(ascii: "/") }) { alternative in
      guard alternative[0] == UInt8(ascii: "<") || alternative[0] == UInt8(ascii: "{") else {
        words.append(WordKey(normalForm: alternative).bits)
        return
      }
      let name = WordKey(normalForm: UnsafeBufferPointer(rebasing: alternative.dropFirst().dropLast()))
      if alternative[0] == UInt8(ascii: "<") {
        element.classes.formUnion(Self.classNames[name])
      } else {
        element.lexemes.formUnion(QuestionWords.names[name])
      }
    }
    element.endWord = Int32(words.count)
    precondition(
      element.firstWord < element.endWord || !element.classes.isEmpty || !element.lexemes.isEmpty, "an unknown class in a phrase")
    return element
  }

  /// What the second word of a phrase may be. Elements that may be missing let through what comes behind them.
  private func follower(_ phrase: PhraseBook.Phrase) -> PhraseBook.Follower {
    var follower = PhraseBook.Follower()
    for number in Int(phrase.first) + 1..<Int(phrase.end) {
      let element = elements[number]
      if element.gap > 0 { return .anything }
      for word in words[Int(element.firstWord)..<Int(element.endWord)] { follower.words |= PhraseBook.filterBit(word) }
      follower.classes.formUnion(element.classes)
      follower.lexemes.formUnion(element.lexemes)
      if !element.isOptional { return follower }
    }
    return .anything
  }

  // MARK: Index

  /// The numbers of the phrases by the word with which they begin, and where those of each word stand.
  func index() -> (numbers: [UInt16], starts: WordTable<Range<Int32>>) {
    // Pairs of word and phrase, phrase by phrase, each pair once.
    var pairs: [(WordKey, UInt16)] = []
    pairs.reserveCapacity(4096)
    var runs = WordTable<Run>.Builder(words: 1024, missing: Run())
    for (number, phrase) in phrases.enumerated() {
      let first = elements[Int(phrase.first)]
      precondition(!first.isOptional && first.gap == 0, "a phrase begins with a word")
      func note(_ key: WordKey) {
        guard runs[key].last != number else { return }
        runs[key].last = number
        runs[key].count += 1
        pairs.append((key, UInt16(number)))
      }
      for word in words[Int(first.firstWord)..<Int(first.endWord)] { note(WordKey(bits: word)) }
      if !first.classes.isEmpty { ClosedClassWords.table.forEach { if $1.classes.any(first.classes) { note($0) } } }
      if !first.lexemes.isEmpty { QuestionWords.table.forEach { if $1.any(first.lexemes) { note($0) } } }
    }
    var starts = WordTable<Range<Int32>>.Builder(words: 1024, missing: 0..<0)
    var numbers = [UInt16](repeating: 0, count: pairs.count)
    var end: Int32 = 0
    for (key, number) in pairs {
      if runs[key].start < 0 {
        runs[key].start = end
        starts[key] = end..<end + runs[key].count
        end += runs[key].count
      }
      numbers[Int(runs[key].start)] = number
      runs[key].start += 1
    }
    return (numbers, starts.table())
  }

  /// The phrases that begin with one word, while they are counted and placed.
  private struct Run {
    var count: Int32 = 0
    /// The phrase noted last.
    var last = -1
    /// Where the next one goes; negative as long as no place is known.
    var start: Int32 = -1
  }

  private static let classNames = WordTable<WordClass>([
    (.be, "be"), (.have, "have"), (.doing, "do"), (.modal, "modal"), (.conditional, "conditional"),
    (.negation, "not"), (.subject, "subject"), (.firstPlural, "ours"), (.second, "you"), (.third, "third"),
    (.anaphor, "anaphor"), (.determiner, "det"), (.possessive, "poss"), (.anyWord, "any"), (.wh, "wh"),
    (.preposition, "prep"), (.time, "time"), (.timeUnit, "unit"), (.numeral, "number"), (.past, "past"),
    (.participle, "participle"), (.gerund, "gerund"), (.baseVerb, "verb"), (.adverb, "adverb"), (.degree, "degree"),
    (.weekday, "weekday"), (.month, "month"),
  ])
}
