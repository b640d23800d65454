import KBModel
import KBReports
import Testing

@Suite struct BaselineFileTests {
  private let baseline = Baseline(of: TrickyReport.findings)

  @Test func aWrittenBaselineReadsBackAsItWas() throws {
    let text = BaselineFile.text(of: baseline)
    var read = try BaselineFile.baseline(in: Array(text.utf8), path: "b.json").entries
    let lines = text.split(separator: "\n").map(String.init)
    for i in read.indices {
      let line = try #require(read[i].line)
      #expect(lines[line - 1].contains(read[i].fingerprint.text))
      read[i].line = nil
    }
    #expect(read == baseline.entries)
  }

  @Test func itHoldsNoTextOfARecord() {
    for secret in TrickyReport.secrets { #expect(!BaselineFile.text(of: baseline).contains(secret)) }
  }

  @Test func theOrderOfFindingsDoesNotMatter() {
    #expect(BaselineFile.text(of: baseline) == BaselineFile.text(of: Baseline(of: TrickyReport.findings.reversed())))
  }

  @Test func anEmptyBaselineIsAFileToo() throws {
    let text = BaselineFile.text(of: Baseline(of: []))
    #expect(text == "{\n  \"schema\": \"kb.baseline/1\",\n  \"findings\": []\n}\n")
    #expect(try BaselineFile.baseline(in: Array(text.utf8), path: "b").entries.isEmpty)
  }

  @Test(arguments: [
    ("", "it is not valid JSON"),
    ("{", "it is not valid JSON"),
    ("[]", "it must be a JSON object"),
    ("{\"findings\": []}", "'schema' is missing"),
    ("{\"schema\": \"kb.baseline/1\"}", "'findings' is missing"),
    ("{\"schema\": \"kb.baseline/2\", \"findings\": []}", "its schema is 'kb.baseline/2', expected 'kb.baseline/1'"),
    ("{\"schema\": \"kb.baseline/1\", \"findings\": {}}", "'findings' must be a list"),
    ("{\"schema\": \"kb.baseline/1\", \"findings\": [1]}", "'findings[0]' must be a mapping"),
    ("{\"schema\": \"kb.baseline/1\", \"findings\": [{\"rule\": 1}]}", "'findings[0].rule' must be text"),
    ("{\"schema\": \"kb.baseline/1\", \"findings\": [{\"rule\": \"r\", \"code\": \"c\", \"path\": \"p\"}]}", "'findings[0].fingerprint' is missing"),
    (
      "{\"schema\": \"kb.baseline/1\", \"findings\": [{\"rule\": \"r\", \"code\": \"c\", \"path\": \"p\", \"fingerprint\": \"XY\"}]}",
      "'findings[0].fingerprint' must be 32 hexadecimal digits"
    ),
    (
      "{\"schema\": \"kb.baseline/1\", \"findings\": [{\"rule\": \"r\", \"code\": \"c\", \"path\": \"p\", \"count\": 0, "
        + "\"fingerprint\": \"00000000000000000000000000000000\"}]}",
      "'findings[0].count' must be from 1 to 1000000"
    ),
  ])
  func aFileThatIsNoneSaysWhy(_ text: String, _ reason: String) {
    let fault = #expect(throws: BaselineFile.Fault.self) { try BaselineFile.baseline(in: Array(text.utf8), path: "b.json") }
    #expect(fault?.reason == reason)
    #expect(fault?.description.hasPrefix("'b.json' is no baseline: ") == true)
  }
}
