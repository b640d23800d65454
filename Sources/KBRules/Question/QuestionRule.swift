import KBModel

/// A rule about one fault of questions.
///
/// Whether a question has the fault, by which words and why, is judged by the language rules and handed in. The rule says
/// what the fault does to the evidence, and what to do where no better wording of the question is known.
protocol QuestionRule: FileRule {
  static var fault: QuestionFault { get }
  /// What to do, as one sentence, for any question with this fault.
  static var remedy: String { get }
}

extension QuestionRule {
  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for question in file.questions where !question.faults.isEmpty {
      for fault in question.faults where fault.label == Self.fault {
        let isPlanned = file.type?.name == "guide"
        // What has been asked cannot be mended: an error there would block for good.
        findings.add(
          Self.self, in: file, at: fault.range, atMost: isPlanned ? nil : .warning,
          message: message(fault.reason, isPlanned: isPlanned), help: help(question.suggestion, isPlanned: isPlanned),
          subject: question.words)
      }
    }
  }

  private static func message(_ reason: String, isPlanned: Bool) -> String {
    // Some reasons say what the question does, some name what it is.
    let sentence = reason.hasPrefix("a ") ? reason : "the question \(reason)"
    guard !isPlanned, fault.prompts else { return sentence }
    return "\(sentence); opinions, requests, hypotheticals and compliments that answer it are not counted"
  }

  private static func help(_ suggestion: String?, isPlanned: Bool) -> String {
    guard let suggestion else { return isPlanned ? remedy : "Next time: \(remedy)" }
    return isPlanned ? "Ask instead: \(suggestion)" : "Next time ask instead: \(suggestion)"
  }
}
