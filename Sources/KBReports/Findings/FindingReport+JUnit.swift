import KBModel

extension FindingReport {
  /// JUnit's XML, which continuous integration shows as tests: a suite for each file with findings, a test for each finding.
  ///
  /// Errors and warnings are failures, informations pass with output, what a comment set aside is skipped. A first suite of
  /// one passing test says what was read, since consumers take a report without tests for a broken one. Names hold the
  /// finding's fingerprint instead of its line, so that consumers recognise it in the next run.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func jUnit(prefix: String = "") -> String {
    let all = (findings.map { ($0, nil) } + suppressed.map { ($0.finding, $0.reason as String?) })
      .sorted { Finding.isOrderedBefore($0.0, $1.0) }
    let cases = zip(all, all.map(\.0).fingerprints()).map { entry, fingerprint in
      TestCase(finding: entry.0, reason: entry.1, fingerprint: fingerprint)
    }
    var suites = ""
    var rest = cases[...]
    while let path = rest.first?.finding.path {
      let suite = rest.prefix { $0.finding.path == path }
      rest = rest.dropFirst(suite.count)
      suites += Self.suite(Self.path(path, in: prefix), suite)
    }
    let counts = Self.counts(cases[...], passing: 1)
    let read = "\(Plural.count(summary.records, "record")) in \(Plural.count(summary.files, "file"))"
    return """
      \(XMLText.declaration)<testsuites name="kb validate"\(counts)>
        <testsuite name="kb validate"\(Self.counts([], passing: 1))>
          <testcase name="\(read) read" classname="kb" time="0"/>
        </testsuite>
      \(suites)</testsuites>

      """
  }

  private static func suite(_ path: String, _ cases: ArraySlice<TestCase>) -> String {
    "  <testsuite\(XMLText.attributes(["name": TerminalText.safe(path)]))\(counts(cases, passing: 0))>\n"
      + cases.map { $0.xml(path: path) }.joined() + "  </testsuite>\n"
  }

  private static func counts(_ cases: ArraySlice<TestCase>, passing: Int) -> String {
    let skipped = cases.count { $0.reason != nil }
    let failures = cases.count { $0.reason == nil && $0.finding.severity > .info }
    return XMLText.attributes([
      "tests": String(cases.count + passing), "failures": String(failures), "errors": "0", "skipped": String(skipped), "time": "0",
    ])
  }
}

/// A finding as a test that it should pass.
private struct TestCase {
  var finding: Finding
  var reason: String?
  var fingerprint: Fingerprint

  func xml(path: String) -> String {
    let attributes = XMLText.attributes([
      "name": "\(finding.code) \(finding.rule) \(fingerprint.text.prefix(12))", "classname": TerminalText.safe(className),
      "file": TerminalText.safe(path), "line": String(finding.span.start.line), "time": "0",
    ])
    return "    <testcase\(attributes)>\n      \(outcome(path: path))\n    </testcase>\n"
  }

  /// Consumers part it at full stops.
  private var className: String {
    let name = finding.record ?? finding.path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  private func outcome(path: String) -> String {
    if let reason { return "<skipped\(XMLText.attributes(["message": TerminalText.safe(reason)]))/>" }
    let place = TerminalText.safe("\(path):\(finding.span.start.line):\(finding.span.start.column)")
    let text = XMLText.escaped("\(place): \(FindingReport.sentences(of: finding))")
    switch finding.severity {
    case .error, .warning:
      let attributes = XMLText.attributes(["message": TerminalText.safe(finding.message), "type": finding.severity.rawValue])
      return "<failure\(attributes)>\(text)</failure>"
    case .info: return "<system-out>\(text)</system-out>"
    }
  }
}
