package import KBModel

/// What is searched for: words, phrases, words that must not occur, and filters.
package struct SearchQuery: Sendable, Equatable {
  /// A word, by its stem, or words in a row as they are.
  struct Term: Sendable, Equatable {
    /// As it was written.
    var text: String
    /// Folded; one for a word.
    var words: [[UInt8]]
    /// The stem, of a single word that is no phrase.
    var stem: [UInt8]?
    /// What must occur in the folded text of a file that has the term.
    var needle: [UInt8]
  }

  /// All of them are wanted.
  var terms: [Term] = []
  var excluded: [Term] = []
  /// Types of records.
  var types: [(value: String, range: Range<Int>)] = []
  var customers: [(value: String, range: Range<Int>)] = []
  var useCases: [(value: String, range: Range<Int>)] = []
  var grades: [Grade] = []
  /// The first and the last day, both included.
  var after: CalendarDate?
  var before: CalendarDate?
  let text: String

  private static let filters = ["type", "customer", "use-case", "grade", "after", "before"]

  package static func == (a: SearchQuery, b: SearchQuery) -> Bool { a.text == b.text }

  /// Reads `permit "by phone" -paper type:session after:2026-01`.
  ///
  /// `after:` takes days from the day, month or year named on, that itself included; `before:` takes days up to its end.
  package init(_ text: String) throws(QueryFault) {
    self.text = text
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      guard !Self.isSpace(bytes[position]) else {
        position += 1
        continue
      }
      try readItem(bytes, at: &position)
    }
    if terms.isEmpty, !excluded.isEmpty {
      throw QueryFault(query: text, range: 0..<bytes.count, message: "there is only what must not occur", remedy: "Add a word that is looked for.")
    }
    if terms.isEmpty {
      throw QueryFault(
        query: text, range: 0..<bytes.count, message: "there is no word to look for",
        remedy: "Write words: kb search permit network. To filter only, use 'kb list records --where …'.")
    }
  }

  private mutating func readItem(_ bytes: [UInt8], at position: inout Int) throws(QueryFault) {
    let start = position
    let isExcluded = bytes[position] == UInt8(ascii: "-") && position + 1 < bytes.count && !Self.isSpace(bytes[position + 1])
    if isExcluded { position += 1 }
    if bytes[position] == UInt8(ascii: "\"") {
      let phrase = try quoted(bytes, at: &position)
      add(phrase, isPhrase: true, isExcluded: isExcluded)
      return
    }
    let word = position
    while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: "\"") {
      position += 1
      guard bytes[position - 1] == UInt8(ascii: ":"), !isExcluded else { continue }
      let name = String(decoding: bytes[word..<position - 1], as: UTF8.self)
      if Self.filters.contains(name) { return try readFilter(name, bytes, from: start, at: &position) }
      let isLetters = name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
      if isLetters, let near = NearestWord.nearest(to: name, among: Self.filters), position < bytes.count, !Self.isSpace(bytes[position]) {
        throw QueryFault(query: text, range: word..<position, message: "there is no filter '\(name):'; did you mean '\(near):'?")
      }
    }
    add(String(decoding: bytes[word..<position], as: UTF8.self), isPhrase: false, isExcluded: isExcluded)
  }

  private mutating func readFilter(_ name: String, _ bytes: [UInt8], from start: Int, at position: inout Int) throws(QueryFault) {
    let begin = position
    var value: String
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { value = try quoted(bytes, at: &position) } else {
      while position < bytes.count, !Self.isSpace(bytes[position]) { position += 1 }
      value = String(decoding: bytes[begin..<position], as: UTF8.self)
    }
    let range = begin..<position
    guard !value.isEmpty else { throw QueryFault(query: text, range: start..<position, message: "'\(name):' has no value") }
    switch name {
    case "type": types.append((value, range))
    case "customer": customers.append((value, range))
    case "use-case": useCases.append((value, range))
    case "grade":
      guard let grade = Grade(rawValue: value) else {
        let grades = Grade.allCases.map(\.rawValue)
        throw QueryFault(
          query: text, range: range, message: "there is no grade '\(value)'\(NearestWord.question(for: value, among: grades))",
          remedy: "There are: \(grades.joined(separator: ", ")).")
      }
      grades.append(grade)
    default:
      guard let days = Literal.days(value) else {
        throw QueryFault(
          query: text, range: range, message: "'\(value)' is no date", remedy: "Write 2026-05-31, or 2026-05 for a month, or 2026 for a year.")
      }
      if name == "after" { after = days.lowerBound } else { before = days.upperBound }
    }
  }

  private func quoted(_ bytes: [UInt8], at position: inout Int) throws(QueryFault) -> String {
    let start = position
    position += 1
    let begin = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
    guard position < bytes.count else {
      throw QueryFault(query: text, range: start..<start + 1, message: "this quotation mark is never closed")
    }
    defer { position += 1 }
    return String(decoding: bytes[begin..<position], as: UTF8.self)
  }

  /// A word with a hyphen in it is a phrase: `who-signed-what` are three words in a row.
  private mutating func add(_ text: String, isPhrase: Bool, isExcluded: Bool) {
    let words = WordScanner.foldedWords(text)
    guard let longest = words.max(by: { $0.count < $1.count }) else { return }
    let isWord = words.count == 1 && !isPhrase
    let stem = isWord ? Stemmer.stem(words[0]) : nil
    let term = Term(text: text, words: words, stem: stem, needle: stem.map(Stemmer.beginning) ?? longest)
    if isExcluded { excluded.append(term) } else if !terms.contains(where: { $0.words == term.words && $0.stem == term.stem }) { terms.append(term) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
