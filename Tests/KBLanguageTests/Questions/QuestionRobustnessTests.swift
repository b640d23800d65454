import KBLanguage
import KBModel
import Testing

@Suite struct QuestionRobustnessTests {
  @Test(arguments: [
    "", " ", "?", "...", "\u{0}\u{1b}[31m?", "🙂🙂?", "האם זה טוב?", "\u{202e}right?", "or", "or or or?", "and and?", "if?", "how?", "how", "why not", "\"", "((", "our",
    "our our our.", "we", "would", "would?", "do you", "do", "n't?", "'s", ", right?", ", , ,?", "- right?", "the", "how the?", "still?", "again?",
  ])
  func everyTextHasAReading(text: String) {
    let reader = QuestionReader()
    let reading = reader.reading(of: text)
    let count = text.unicodeScalars.count
    #expect(reading.faults.allSatisfy { $0.scalars.lowerBound < $0.scalars.upperBound && $0.scalars.upperBound <= count })
    #expect((reader.suggestion(for: text) == nil) == reading.faults.isEmpty)
  }

  /// Sentences drawn at random from the words that the rules look at.
  @Test func anyOrderOfWordsIsRead() {
    let words = """
      how what why who which when where would could will might do does did is are was were have has not n't you your we our i it that this they the a \
      or and if again still even never right correct , . ? - : ; ( ) " ' like love think agree pay price dollars 40 percent off worth imagine suppose \
      tell me show walk describe us about last time week usually often times every whenever easy hard useful frustrating awful best our-new \
      feature dashboard people companies should must build idea good help save waste lose pain chaos mess because with of to for on in
      """.split(separator: " ").map(String.init)
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let readers = GuideKind.allCases.map { QuestionReader(kind: $0, products: ["Permitly", "Fast Lane"]) }
    var findings = 0
    for _ in 0..<20_000 {
      let text = (0...next(14)).map { _ in words[next(words.count)] }.joined(separator: " ")
      let reader = readers[next(readers.count)]
      let reading = reader.reading(of: text)
      findings += reading.faults.count
      for fault in reading.faults where fault.bytes.isEmpty || fault.bytes.upperBound > text.utf8.count {
        Issue.record("an empty or wrong span in: \(text)")
      }
      _ = reader.suggestion(for: text, reading: reading)
    }
    #expect(findings > 1000)
  }

  @Test(arguments: ["why ", "and ", "our tool ", "if you ", ", or ", "(", "\"a\" ", "how useful ", "would you "])
  func longLinesAreReadInLinearTime(unit: String) {
    // Quadratic work on 10,000 units would take minutes.
    let reading = QuestionReader().reading(of: String(repeating: unit, count: 10_000) + "?")
    #expect(reading.faults.allSatisfy { !$0.bytes.isEmpty })
  }
}
