internal import KBModel

/// Judges interview questions.
///
/// A plain value: configured once, used from any thread. A question costs a few microseconds and is read in one pass.
package struct QuestionReader: Sendable {
  package let kind: GuideKind
  private let products: [WordKey]

  /// - Parameters:
  ///   - kind: the kind of the guide or session that the questions stand in.
  ///   - products: names of our product and its features; of a name of several words each word longer than three letters
  ///     that is no common noun counts.
  package init(kind: GuideKind = .discovery, products: [String] = []) {
    self.kind = kind
    var words: [WordKey] = []
    for product in products {
      TokenView.read(product) { text in
        let tokens = text.tokens.filter { $0.kind == .word }
        for token in tokens where tokens.count == 1 || (token.end - token.start > 3 && Self.isUncommon(token.key)) { words.append(token.key) }
      }
    }
    self.products = words
  }

  private static func isUncommon(_ word: WordKey) -> Bool { QuestionWords.table[word].subtracting(.scaleEnd).isEmpty }

  /// Reads one question on its own.
  package func reading(of text: String) -> QuestionReading { withUtterance(of: text) { reading(of: $0) } }

  /// The faults of one question on its own, in the order of the rules.
  package func faults(in text: String) -> [QuestionFinding] { reading(of: text).faults }

  /// Lends the utterance of a text to `body`.
  func withUtterance<Result>(of text: String, _ body: (Utterance) -> Result) -> Result {
    Utterance.read(text, products: products, body)
  }

  func reading(of utterance: Utterance, followsPitch: Bool = false) -> QuestionReading {
    var judge = QuestionJudge(utterance, kind: kind, followsPitch: followsPitch)
    judge.run()
    return QuestionReading(
      faults: judge.faults.map { finding($0, utterance.text) },
      asks: utterance.sentences.contains { $0.asks },
      isOpen: judge.isOpen, asksForInstance: judge.asksForInstance, isOpening: judge.isOpening, isClosing: judge.isClosing,
      isProcedural: judge.isProcedural)
  }

  /// A stem that asks to choose among the items below it.
  func optionFinding(_ utterance: Utterance) -> QuestionFinding {
    let sentence = utterance.sentences.last { $0.asks }
    let main = sentence?.main ?? 0
    return finding(
      QuestionJudge.Fault(
        label: .forcedChoice, tokens: main..<min(main + 2, utterance.text.tokens.count),
        reason: "asks to choose among given answers: the truth may be one that is not listed"), utterance.text)
  }

  func finding(_ fault: QuestionJudge.Fault, _ text: TokenView) -> QuestionFinding {
    let bytes = text.bytes(of: fault.tokens)
    return QuestionFinding(label: fault.label, bytes: bytes, scalars: text.scalars(of: bytes), reason: fault.reason)
  }
}
