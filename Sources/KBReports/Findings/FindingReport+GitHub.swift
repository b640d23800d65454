import KBModel

extension FindingReport {
  /// Workflow commands that GitHub shows beside the lines of a pull request.
  ///
  /// GitHub shows ten annotations of a kind in a step, so the most severe come first; where more are found than it shows, the
  /// first line says how many.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func gitHub(prefix: String = "") -> String {
    let lines = mostSevereFirst.map { Self.command($0, prefix) }
    return cutNotice() + lines.joined()
  }

  private static func command(_ finding: Finding, _ prefix: String) -> String {
    let (start, end) = (finding.span.start, finding.span.end)
    // Its last line is inclusive: a span that ends before the first character of a line does not touch that line.
    let lastLine = end.column == 1 && end.line > start.line ? end.line - 1 : end.line
    var properties = "file=\(property(path(finding.path, in: prefix))),line=\(start.line),endLine=\(max(start.line, lastLine))"
    // It refuses columns of a range of several lines.
    if start.line == end.line, end.column > start.column { properties += ",col=\(start.column),endColumn=\(end.column)" }
    properties += ",title=\(property("\(finding.code) \(finding.rule)"))"
    let message = TerminalText.safe(finding.message) + (finding.help.isEmpty ? "" : "\n" + TerminalText.safe(finding.help))
    return "::\(kind(finding.severity)) \(properties)::\(escaped(message))\n"
  }

  /// Says what is not shown beside the lines, in the first place, so that ten other notices do not keep it from being shown.
  private func cutNotice() -> String {
    var counts: [Severity: Int] = [:]
    for finding in findings { counts[finding.severity, default: 0] += 1 }
    var cut = counts.values.reduce(0) { $0 + max(0, $1 - Self.shownPerKind) }
    guard cut > 0 else { return "" }
    // The notice itself takes the place of one.
    if counts[.info, default: 0] >= Self.shownPerKind { cut += 1 }
    return """
      ::notice title=kb::\(cut) more \(cut == 1 ? "finding is" : "findings are") in the log of this step: only \
      \(Self.shownPerKind) of a kind are shown beside the lines.

      """
  }

  /// What GitHub shows of one kind in one step.
  private static let shownPerKind = 10

  private static func kind(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// The value of a property, where a colon and a comma end it.
  private static func property(_ text: String) -> String { escaped(text, isProperty: true) }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result.append(contentsOf: "%25".unicodeScalars)
      case "\r": result.append(contentsOf: "%0D".unicodeScalars)
      case "\n": result.append(contentsOf: "%0A".unicodeScalars)
      case ":" where isProperty: result.append(contentsOf: "%3A".unicodeScalars)
      case "," where isProperty: result.append(contentsOf: "%2C".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
