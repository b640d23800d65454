import Testing

@testable import KBLanguage

struct TokenisedTextTests {
  private func words(_ text: String) -> [String] {
    let text = TokenisedText(text)
    return text.tokens.indices.map { text.string(of: $0..<$0 + 1) }
  }

  private func sentences(_ text: String) -> [String] {
    let text = TokenisedText(text)
    return text.sentences.map { text.string(of: $0.tokens) }
  }

  @Test(arguments: [
    ("You don't, right?", ["You", "do", "n't", ",", "right", "?"]),
    ("You\u{2019}d can\u{2019}t", ["You", "\u{2019}d", "ca", "n\u{2019}t"]),
    ("it dont work", ["it", "do", "nt", "work"]),
    ("2,300 rows at 3.5 %, 09:15.", ["2,300", "rows", "at", "3.5", "%", ",", "09:15", "."]),
    ("role-based – self-service", ["role-based", "–", "self-service"]),
    ("the users' list", ["the", "users", "list"]),
    ("vendor's o'clock", ["vendor", "'s", "o'clock"]),
    ("see https://example.org/a?b=c.", ["see", "https://example.org/a?b=c", "."]),
    ("**Q:** why", ["Q", ":", "why"]),
    ("über Ärger", ["über", "Ärger"]),
  ])
  func cutsWordsAndContractions(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func normalFormFoldsCaseApostrophesAndContractions() {
    let text = TokenisedText("CAN\u{2019}T Won't ÄRGER isnt")
    #expect(text[0].word == .can)
    #expect(text[1].word == .contractedNot)
    #expect(text[2].word == .will)
    #expect(text[4].key == WordKey("ärger"))
    #expect(text[5].word == .is)
    #expect(text[6].is(.negation))
  }

  @Test(arguments: [
    ("How? Why! So.", ["How", "Why", "So"]),
    ("Use e.g. the list, i.e. all. Then stop.", ["Use e.g. the list, i.e. all", "Then stop"]),
    ("It runs node.js 3.5 today. Good", ["It runs node.js 3.5 today", "Good"]),
    ("one\n\ntwo", ["one", "two"]),
    ("one\ntwo", ["one\ntwo"]),
    ("He said \"stop.\" Then left.", ["He said \"stop.\"", "Then left"]),
    ("Ask \"why?\" and wait.", ["Ask \"why?\" and wait"]),
    ("What happened (did it work?) then?", ["What happened (did it work?) then"]),
    ("Well... maybe", ["Well... maybe"]),
    ("Well… Maybe", ["Well", "Maybe"]),
  ])
  func splitsSentences(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func sentencesKnowHowTheyEnd() {
    #expect(TokenisedText("A. B? C! D").sentences.map(\.terminator) == [.period, .question, .exclamation, .end])
    #expect(TokenisedText("\"What happened?\"").sentences.map(\.terminator) == [.question])
  }

  @Test(arguments: [
    ("the \"clunky\" export", ["clunky"]), ("the “very clunky” export", ["very clunky"]),
    ("the 'clunky' export", ["clunky"]), ("you said ‘too slow’ there", ["too slow"]), ("« lent »", ["lent"]),
    ("the users' own and the customers' list", []), ("it's John's", []), ("one \" alone", []),
  ])
  func findsQuotations(text: String, expected: [String]) {
    let text = TokenisedText(text)
    #expect(text.quotations.map { text.string(of: $0) } == expected)
  }

  @Test func offsetsAreGivenInScalars() {
    let text = TokenisedText("🙂 Größe, right?")
    let bytes = text.bytes(of: 3..<4)
    #expect(text.string(of: 3..<4) == "right")
    #expect(text.scalars(of: bytes) == 9..<14)
  }

  @Test(arguments: [
    "", " ", "\u{0}\u{7}\u{1b}[31m", "?", "\"", "'", "((((", "))))", "🙂🙂", "שלום עולם?", "\u{202e}abc", "e\u{301}a", "\u{feff}x",
    String(repeating: "why ", count: 10_000), String(repeating: "\"", count: 999), String(repeating: "'a", count: 999),
  ])
  func everyInputHasTokensInOrder(text: String) {
    let tokens = TokenisedText(text).tokens
    let count = text.utf8.count
    #expect(tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= count })
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
  }

  @Test func formsOfUnknownVerbsAreReadFromTheirEnding() {
    let text = TokenisedText("merged reconciling quickly need hundred went written")
    #expect(text[0].is(.past))
    #expect(text[1].is(.gerund))
    #expect(text[2].is(.adverb))
    #expect(!text[3].is(.past))
    #expect(!text[4].is(.past))
    #expect(text[5].is(.past))
    #expect(text[6].is(.participle))
  }
}
