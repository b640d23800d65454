/// What can be wrong with an interview question, in the order of the rules KB301 to KB313.
package enum QuestionFault: String, Sendable, Hashable, CaseIterable, Codable {
  case presupposition, tag, agreement, loaded, polar
  case doubleBarrelled = "double-barrelled"
  case hypothetical, pitch, opinion, price
  case forcedChoice = "forced-choice"
  case vagueTime = "vague-time"
  case frequencyAssumption = "frequency-assumption"

  /// The severity in a guide, where the question can still be mended.
  package var severity: Severity {
    switch self {
    case .presupposition, .tag, .agreement, .hypothetical, .pitch, .price: .error
    case .loaded, .doubleBarrelled, .opinion, .forcedChoice: .warning
    case .polar, .vagueTime, .frequencyAssumption: .info
    }
  }

  /// Whether an answer that is no fact loses its weight after such a question.
  package var prompts: Bool { severity == .error }
}

extension QuestionFault {
  /// The name of the rule that reports it: `question-tag`.
  package var ruleName: String { "question-\(rawValue)" }

  /// The code of the rule that reports it: KB301 for the first of all cases, and so on.
  package var ruleCode: String {
    let number = (Self.allCases.firstIndex(of: self) ?? 0) + 1
    return number < 10 ? "KB30\(number)" : "KB3\(number)"
  }
}
