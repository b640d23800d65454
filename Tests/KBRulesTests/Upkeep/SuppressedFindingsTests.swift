import KBModel
import KBRules
import Testing

struct SuppressedFindingsTests {
  private static func finding(_ code: String, line: Int, path: String = "a.md") -> Finding {
    let rule = RuleRegistry.rule(code)?.description
    return Finding(
      rule: rule?.name ?? "", code: code, severity: .warning, path: path,
      span: SourceSpan(SourcePosition(line: line, column: 3), SourcePosition(line: line, column: 9)), record: "a", field: nil,
      message: "something is wrong", help: "Mend it.", subject: "it")
  }

  private static func file(_ suppressions: [Suppression]) -> FileFacts {
    FileFacts(path: "a.md", id: "a", type: "customer", suppressions: suppressions)
  }

  private static func suppression(_ rules: [String], _ lines: ClosedRange<Int32>, reason: String? = "known") -> Suppression {
    Suppression(rules: rules, lines: lines, reason: reason, span: .firstLine)
  }

  @Test
  func aReasonHoldsBackItsRuleInItsLinesOnly() {
    let findings = [
      Self.finding("KB206", line: 4), Self.finding("KB206", line: 5), Self.finding("KB209", line: 4), Self.finding("KB206", line: 4, path: "b.md"),
    ]
    let parted = SuppressedFindings(findings, of: [Self.file([Self.suppression(["anchor-unresolved"], 4...4)])])
    #expect(parted.kept == Array(findings.dropFirst()))
    #expect(parted.suppressed == [.init(finding: findings[0], reason: "known")])
    #expect(parted.unused == [])
  }

  @Test
  func withoutAReasonNothingIsHeldBackAndNothingIsCalledUnused() {
    let findings = [Self.finding("KB206", line: 4)]
    let parted = SuppressedFindings(findings, of: [Self.file([Self.suppression(["KB206"], 4...4, reason: nil)])])
    #expect(parted.kept == findings)
    #expect(parted.unused == [])
  }

  @Test
  func aRuleOfSeveralThatMetNothingIsUnused() {
    let findings = [Self.finding("KB206", line: 4)]
    let file = Self.file([Self.suppression(["KB206", "file-link-broken", "no-such-rule"], 4...4), Self.suppression(["KB201"], 9...9)])
    let parted = SuppressedFindings(findings, of: [file])
    #expect(parted.unused == [
      UnusedSuppression(file: 0, suppression: 0, rules: ["file-link-broken"], isPartly: true),
      UnusedSuppression(file: 0, suppression: 1, rules: ["KB201"], isPartly: false),
    ])
  }

  @Test
  func ofTwoTheNarrowerOneIsUsed() {
    let file = Self.file([Self.suppression(["KB206"], 1...Int32.max, reason: "wide"), Self.suppression(["KB206"], 4...4, reason: "narrow")])
    let parted = SuppressedFindings([Self.finding("KB206", line: 4)], of: [file])
    #expect(parted.suppressed.map(\.reason) == ["narrow"])
    #expect(parted.unused.map(\.suppression) == [0])
  }
}
