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
