import ArgumentParser
import KnowledgeBase

/// How `kb` ends: 0 clean, 1 findings at or above `--fail-on`, 2 wrong usage or a failure of the tool.
enum ExitStatus {
  static let findings = ExitCode(1)
  static let failure = ExitCode(2)

  /// Ends the program with what an error means: help on standard output, a message on standard error.
  static func end(with error: any Error) -> Never {
    if let error = error as? KnowledgeBaseError {
      if case .query(let fault) = error { Message.query(fault) } else { Message.error(error.message, remedy: error.remedy) }
      KB.exit(withError: failure)
    }
    switch KB.exitCode(for: error) {
    case .success: KB.exit(withError: error)
    case .validationFailure:
      StandardError.write(KB.fullMessage(for: error) + "\n")
      KB.exit(withError: failure)
    case let code where error is ExitCode: KB.exit(withError: code)
    default:
      Message.error(KB.message(for: error), remedy: nil)
      KB.exit(withError: failure)
    }
  }
}
