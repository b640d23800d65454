import KBLanguage
import KBModel
import KBRules

/// Asks the language rules about the questions and quotes of a file.
struct LanguageReader: Sendable {
  private let isOn: Bool

  init(configuration: Configuration, levels: RuleLevels) {
    isOn = configuration.readsLanguage
  }

  func read(_ file: inout FileReading) {
    switch file.type?.name {
    case "session", "field-note", "guide":
      readQuestions(&file)
      readQuotes(&file)
    default: break
    }
  }

  private func readQuestions(_ file: inout FileReading) {
    let document = file.document
    file.questions = document.body.questions.map { question in
      QuestionReading(
        range: question.words, words: document.text(question.words),
        covers: document.body.links[Int(question.firstLink)..<Int(question.endLink)].map { document.text($0.target) })
    }
  }

  private func readQuotes(_ file: inout FileReading) {
    let document = file.document
    for (i, quote) in document.body.quotes.enumerated() where quote.attribution != nil {
      let words = quote.lines.map { document.text($0) }.joined(separator: "\n")
      file.quotes.append(QuoteReading(block: i, words: words, wordCount: wordCount(words)))
    }
  }

  private func wordCount(_ words: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in words.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
