import KBModel
import KBReports

/// Messages about the run, on standard error.
enum Message {
  static func error(_ text: String, remedy: String?) {
    StandardError.write("kb: error: \(TerminalText.safe(text))\n")
    if let remedy { StandardError.write("    \(TerminalText.safe(remedy))\n") }
  }

  /// A query with a marker under what is meant.
  static func query(_ fault: QueryFault) {
    StandardError.write("kb: error: \(TerminalText.safe(fault.message))\n" + QueryExcerpt(fault).text)
    if let remedy = fault.remedy { StandardError.write("    \(TerminalText.safe(remedy))\n") }
  }

  static func notice(_ text: String) { StandardError.write("kb: \(TerminalText.safe(text))\n") }
}
