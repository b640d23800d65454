import KBModel

extension FindingReport {
  /// Checkstyle's XML, which many code review tools read. A file without findings does not occur.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func checkstyle(prefix: String = "") -> String {
    var text = XMLText.declaration + "<checkstyle version=\"4.3\">\n"
    var rest = findings.sorted(by: Finding.isOrderedBefore)[...]
    while let path = rest.first?.path {
      let file = rest.prefix { $0.path == path }
      rest = rest.dropFirst(file.count)
      text += "  <file\(XMLText.attributes(["name": TerminalText.safe(Self.path(path, in: prefix))]))>\n"
      for finding in file { text += "    <error\(Self.attributes(of: finding))/>\n" }
      text += "  </file>\n"
    }
    return text + "</checkstyle>\n"
  }

  private static func attributes(of finding: Finding) -> String {
    XMLText.attributes([
      "line": String(finding.span.start.line), "column": String(finding.span.start.column),
      // Checkstyle's words are the same: error, warning, info.
      "severity": finding.severity.rawValue, "message": sentences(of: finding),
      // Where Checkstyle has the class of the check: consumers take what follows the last full stop for its name.
      "source": "kb.\(finding.code).\(finding.rule)",
    ])
  }
}
