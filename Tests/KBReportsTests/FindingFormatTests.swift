import KBModel
import KBReports
import KBTestSupport
import Testing

@Suite struct FindingFormatTests {
  private static let formats = TrickyReport.formats(of: TrickyReport.report)

  @Test(arguments: formats.map(\.name)) func formatsStayAsRecorded(_ name: String) throws {
    let format = try #require(Self.formats.first { $0.name == name })
    expectGolden(format.text, name)
  }

  @Test(arguments: TrickyReport.formats(of: TrickyReport.clean).map(\.name)) func nothingFoundIsAWholeDocumentToo(_ name: String) throws {
    let format = try #require(TrickyReport.formats(of: TrickyReport.clean).first { $0.name == name })
    expectGolden(format.text, "clean-" + name)
  }

  @Test(arguments: formats.map(\.name)) func noFormatShowsTheSource(_ name: String) throws {
    let format = try #require(Self.formats.first { $0.name == name })
    for secret in TrickyReport.secrets { #expect(!format.text.contains(secret)) }
  }

  @Test(arguments: formats.map(\.name)) func nothingInAFormatActsOnATerminal(_ name: String) throws {
    let format = try #require(Self.formats.first { $0.name == name })
    let active = format.text.unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(active.isEmpty, "\(active.map { String($0.value, radix: 16) })")
  }

  @Test func fingerprintsDoNotDependOnOtherFindings() {
    let fingerprints = TrickyReport.findings.fingerprints()
    #expect(Set(fingerprints).count == fingerprints.count)
    let others = TrickyReport.findings.filter { $0.code != "KB302" }.fingerprints()
    #expect(Set(others).isSubset(of: Set(fingerprints)))
  }

  @Test func fingerprintsSurviveMovedLinesAndNewWording() {
    func lines(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains("kbFinding/v1") } }
    var moved = TrickyReport.report
    for i in moved.findings.indices {
      moved.findings[i].span.start.line += 7
      moved.findings[i].span.end.line += 7
      moved.findings[i].message += ", said otherwise"
    }
    #expect(lines(TrickyReport.report.sarif(version: "1.2.3")).count == 6)
    #expect(Set(lines(moved.sarif(version: "1.2.3"))) == Set(lines(TrickyReport.report.sarif(version: "1.2.3"))))
  }

  // MARK: GitHub

  @Test func gitHubCommandsStandOnOneLineEach() {
    let lines = TrickyReport.report.gitHub().split(separator: "\n")
    #expect(lines.count == TrickyReport.findings.count)
    #expect(lines.allSatisfy { $0.hasPrefix("::error file=") || $0.hasPrefix("::warning file=") || $0.hasPrefix("::notice file=") })
    // Most severe first.
    #expect(lines.map { $0.prefix(5) } == ["::err", "::err", "::war", "::war", "::not"])
  }

  @Test func gitHubColumnsAreLeftOutWhereARangeHasSeveralLinesOrNone() {
    let lines = TrickyReport.report.gitHub().split(separator: "\n")
    #expect(lines.first { $0.contains("over two lines") }?.contains("col=") == false)
    #expect(lines.first { $0.contains("nobody names it") }?.contains("col=") == false)
    // Ends before the first character of line 8.
    #expect(lines.first { $0.contains("telephone") }?.contains("line=7,endLine=7,title") == true)
  }

  @Test func gitHubSaysFirstWhatItWillNotShow() {
    func report(_ count: Int, _ severity: Severity) -> String {
      let findings = (0..<count).map { i in
        Finding(
          rule: "r", code: "KB999", severity: severity, path: "a.md", span: .firstLine, record: "a", field: nil, message: "\(i)", help: "",
          subject: "\(i)")
      }
      return FindingReport(findings: findings, summary: FindingSummary(findings, files: 1, records: 1), rules: [], source: { _ in nil }).gitHub()
    }
    #expect(!report(10, .warning).contains("more"))
    #expect(report(11, .warning).hasPrefix("::notice title=kb::1 more finding is in the log"))
    // The notice takes the place of one of ten notices.
    #expect(report(12, .info).hasPrefix("::notice title=kb::3 more findings are in the log"))
  }

  // MARK: Markdown

  @Test func markdownCountsWhatItDoesNotList() {
    let text = TrickyReport.report.markdown(.init(limit: 1))
    #expect(text.contains("KB001"))
    #expect(!text.contains("KB302"))
    #expect(text.contains("3 more: run `kb validate`"))
  }

  @Test func markdownStaysBelowTheLengthOfAComment() {
    let finding = Finding(
      rule: "r", code: "KB999", severity: .error, path: "a.md", span: .firstLine, record: "a", field: nil,
      message: String(repeating: "<", count: 2_500), help: "", subject: "")
    let findings = Array(repeating: finding, count: 50)
    let text = FindingReport(findings: findings, summary: FindingSummary(findings, files: 1, records: 1), rules: [], source: { _ in nil }).markdown()
    #expect(text.utf8.count < 65_536)
    #expect(text.contains("45 more"))
  }

  @Test func markdownListsInformationsOnRequestOnly() {
    #expect(!TrickyReport.report.markdown().contains("KB209"))
    #expect(TrickyReport.report.markdown().contains("1 information"))
    #expect(TrickyReport.report.markdown(.init(showsInfos: true)).contains("KB209"))
  }
}
