import KBReports

/// Messages about the run, on standard error.
enum Message {
  static func error(_ text: String, remedy: String?) {
    StandardError.write("kb: error: \(TerminalText.safe(text))\n")
    if let remedy { StandardError.write("    \(TerminalText.safe(remedy))\n") }
  }

  static func notice(_ text: String) { StandardError.write("kb: \(TerminalText.safe(text))\n") }
}
