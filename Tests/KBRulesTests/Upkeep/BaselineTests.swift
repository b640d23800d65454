import KBModel
import KBRules
import Testing

struct BaselineTests {
  private static func finding(_ code: String, _ subject: String, line: Int = 1) -> Finding {
    Finding(
      rule: "rule", code: code, severity: .warning, path: "a.md",
      span: SourceSpan(SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 2)), record: nil, field: nil,
      message: "something is wrong", help: "Mend it.", subject: subject)
  }

  @Test
  func whatWasWrittenMatchesWhereverItStandsNow() {
    let text = Baseline.text(of: [Self.finding("KB206", "[[a#b]]"), Self.finding("KB205", "alias x\ty\nz")])
    let moved = [Self.finding("KB205", "alias x\ty\nz", line: 9), Self.finding("KB206", "[[a#b]]", line: 7)]
    let (new, stale) = Baseline(text: text).applied(to: moved)
    #expect(new == [])
    #expect(stale == [])
  }

  @Test
  func oneEntryMatchesOneFinding() {
    let twice = [Self.finding("KB206", "[[a#b]]", line: 3), Self.finding("KB206", "[[a#b]]", line: 5)]
    let (new, stale) = Baseline(text: Baseline.text(of: [twice[0]])).applied(to: twice)
    #expect(new == [twice[1]])
    #expect(stale == [])
  }

  @Test
  func whatNoLongerOccursIsStaleInTheOrderOfItsLines() {
    let text = Baseline.text(of: [Self.finding("KB206", "b"), Self.finding("KB206", "a")])
    let (new, stale) = Baseline(text: text).applied(to: [])
    #expect(new == [])
    #expect(stale.map(\.subject) == ["a", "b"])
    #expect(stale.map(\.line) == [2, 3])
  }

  @Test
  func commentsBlankLinesAndOtherTextSayNothing() {
    #expect(Baseline(text: "# a\tb\tc\r\n\r\nnonsense\nKB205\ta.md\talias x\n").entries == [
      Baseline.Entry(code: "KB205", path: "a.md", subject: "alias x", line: 4)
    ])
  }
}
