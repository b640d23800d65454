import KBModel

extension FindingReport {
  /// Workflow commands that GitHub shows beside the lines of a pull request.
  ///
  /// GitHub shows ten annotations of a kind in a step, so the most severe come first and, where more are found than it
  /// shows, a last line says how many.
  package func gitHub(prefix: String = "") -> String {
    let ordered = findings.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
    var text = ""
    var counts: [Severity: Int] = [:]
    for finding in ordered {
      counts[finding.severity, default: 0] += 1
      let path = prefix.isEmpty ? finding.path : "\(prefix)/\(finding.path)"
      let (start, end) = (finding.span.start, finding.span.end)
      var properties = "file=\(Self.property(path)),line=\(start.line),endLine=\(max(start.line, end.line))"
      // GitHub refuses columns that span lines.
      if start.line == end.line, end.column > start.column { properties += ",col=\(start.column),endColumn=\(end.column)" }
      text += "::\(Self.kind(finding.severity)) \(properties),title=\(Self.property("\(finding.code) \(finding.rule)"))"
      text += "::\(Self.message(finding.message + "\n" + finding.help))\n"
    }
    let cut = counts.values.reduce(0) { $0 + max(0, $1 - Self.shownPerKind) }
    if cut > 0 {
      text += "::notice title=kb::\(cut) more \(cut == 1 ? "finding is" : "findings are") in the log of this step: "
      text += "only \(Self.shownPerKind) of a kind are shown beside the lines.\n"
    }
    return text
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

  private static func message(_ text: String) -> String { escaped(text, "") }
  private static func property(_ text: String) -> String { escaped(text, ":,") }

  private static func escaped(_ text: String, _ further: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where further.contains(":"): result += "%3A"
      case "," where further.contains(","): result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
