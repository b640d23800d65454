import KBModel
import KBReports
import KBRules

/// Findings with everything that could break a format: markup of each, quotes, line ends, control characters, marks that turn
/// the writing direction around, spans of several lines and of none, files that are no record, personal data.
enum TrickyReport {
  /// Words of the source and of subjects, which no format may show.
  static let secrets = ["Zanzibar", "+49 170 5550123"]

  static let path = "sessions/2026/a \"b\" <c>&'d',#1.md"

  static let files: [String: String] = [
    path: "---\ntype: session\n---\n\n**Q:** 😀 Zanzibar isn't it?\n> second Zanzibar line\ncall +49 170 5550123\n",
    "kb.yaml": "\u{FEFF}é: Zanzibar\n",
  ]

  static let findings = [
    Finding(
      rule: "file-invalid", code: "KB001", severity: .error, path: "kb.yaml", span: span(1, 2, 1, 3), record: nil, field: nil,
      message: "<script>alert(\"1 & 2\")</script> ]]> -->", help: "Write `a|b`, *not* [x](https://example.com) or ![y](z).",
      subject: "Zanzibar"),
    Finding(
      rule: "orphan", code: "KB209", severity: .info, path: "personas/näher-ünö.md", span: .firstLine, record: "näher-ünö", field: nil,
      message: "nobody names it", help: "", subject: "orphan"),
    Finding(
      rule: "question-tag", code: "KB302", severity: .warning, path: path, span: span(5, 10, 5, 16), record: "a", field: nil,
      message: "line one\nline two\r\n::error::x %0A, a: b \u{1B}[31mred\u{7} \u{202E}desrever\u{2066} \u{0}\u{85}\u{9B}1m\u{FFFE}",
      help: "Ask @dana about #7, $x$ and ~~that~~ on www.example.com", subject: "Zanzibar isn't it"),
    Finding(
      rule: "question-tag", code: "KB302", severity: .warning, path: path, span: span(5, 7, 6, 4), record: "a", field: "covers[1]",
      message: "over two lines", help: "Ask '=1+1' again.", subject: "Zanzibar isn’t  it"),
    Finding(
      rule: "personal-data", code: "KB801", severity: .error, path: path, span: span(7, 6, 8, 1), record: "a", field: nil,
      message: "a telephone number (masked)", help: "Replace it with a pseudonym!", subject: "+49 170 5550123", hidesSource: true),
  ]

  static let suppressed = [
    SuppressedFinding(
      finding: Finding(
        rule: "question-tag", code: "KB302", severity: .warning, path: path, span: span(9, 1, 9, 2), record: "a", field: nil,
        message: "set aside", help: "", subject: "another Zanzibar"),
      reason: "a <read-back> & \"agreed\" \u{202E}\u{1B}")
  ]

  static let rules = [
    RuleDescription(
      code: "KB001", name: "file-invalid", severity: .error, summary: "A <file> that & cannot be read.", rationale: "Nothing of it counts.",
      bad: [], good: []),
    RuleDescription(
      code: "KB302", name: "question-tag", severity: .error, summary: "A tag question, `right?`", rationale: "It asks for a yes.",
      bad: [], good: []),
    RuleDescription(
      code: "KB801", name: "personal-data", severity: .info, summary: "Personal data.", rationale: "It must be erasable.", bad: [], good: []),
  ]

  static let report = FindingReport(
    findings: findings, suppressed: suppressed, summary: FindingSummary(findings, files: 4, records: 2), rules: rules,
    source: { path in files[path].map { Array($0.utf8) } })

  static let clean = FindingReport(findings: [], summary: FindingSummary([], files: 61, records: 1), rules: [], source: { _ in nil })

  /// Every format that leaves the machine, by the name of its golden file.
  static func formats(of report: FindingReport, prefix: String = "docs/kb") -> [(name: String, text: String)] {
    [
      ("findings.gitlab.json", report.gitLab(prefix: prefix)),
      ("findings.sarif", report.sarif(version: "1.2.3", prefix: prefix)),
      ("findings.junit.xml", report.jUnit(prefix: prefix)),
      ("findings.checkstyle.xml", report.checkstyle(prefix: prefix)),
      ("findings.rdjson", report.reviewdog(prefix: prefix)),
      ("findings.md", report.markdown(.init(showsInfos: true), prefix: prefix)),
      ("findings.github.txt", report.gitHub(prefix: prefix)),
    ]
  }

  static func span(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceSpan {
    SourceSpan(SourcePosition(line: line, column: column), SourcePosition(line: endLine, column: endColumn))
  }
}
