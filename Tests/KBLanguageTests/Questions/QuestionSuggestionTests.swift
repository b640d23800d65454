import KBEvaluation
import KBLanguage
import KBModel
import Testing

@Suite struct QuestionSuggestionTests {
  @Test func buildsOnTheTopicOfTheQuestion() {
    let reader = QuestionReader()
    #expect(reader.suggestion(for: "How painful is the export?") == "Tell me about the last export.")
    #expect(reader.suggestion(for: "How often do you weigh the trucks?") == "When did you last weigh the trucks, if at all?")
    #expect(reader.suggestion(for: "How do you work around the ridiculous file-size limit?") == "How do you work around the file-size limit?")
    #expect(reader.suggestion(for: "Walk me through the last export.") == nil)
  }

  @Test(arguments: ["questions-dev", "questions-own", "guides-dev"])
  func isNeverFaultyItself(name: String) throws {
    let reader = QuestionReader()
    for item in try Evaluation.items(name) {
      let isFaulty = !reader.faults(in: item.text).isEmpty
      let suggestion = reader.suggestion(for: item.text)
      #expect((suggestion != nil) == isFaulty, "\(item.text)")
      if let suggestion { #expect(reader.faults(in: suggestion).isEmpty, "\(item.text) → \(suggestion)") }
    }
  }

  @Test func hasASoundGeneralWordingForEveryFault() {
    for fault in ["You sleep, right?", "Isn't it?", "Would you?", "How much would you pay?", "Is it A or B?", "Do you?", "Whenever?"] {
      if let suggestion = QuestionReader().suggestion(for: fault) { #expect(QuestionReader().faults(in: suggestion).isEmpty) }
    }
  }
}
