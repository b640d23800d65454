import KBTestSupport
import Testing

/// Exit codes and messages: 0 clean, 1 findings, 2 wrong usage or a failure of the tool.
@Suite struct UsageTests {
  @Test(arguments: [["frobnicate"], ["validate", "--bogus"], ["validate", "--format", "pdf"], ["validate", "--at", "main", "--staged"], ["rule", "question-tagg"]])
  func wrongUsageIsTwo(_ arguments: [String]) throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let run = try KBProcess.run(arguments, in: scratch.path)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.messages.isEmpty)
  }

  @Test func noKnowledgeBaseSaysHowToStartOne() throws {
    let scratch = try ScratchDirectory()
    let run = try KBProcess.run(["validate"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("kb init"))
  }

  @Test func findingsAtOrAboveTheLimitAreOne() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    try scratch.write("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: smb\nstage: nowhere\n---\n")
    #expect(try KBProcess.run(["validate"], in: scratch.path).status == 1)
    #expect(try KBProcess.run(["validate", "--fail-on", "never"], in: scratch.path).status == 0)
    #expect(try KBProcess.run(["-C", scratch.path, "validate"], in: "/").status == 1)
    #expect(try KBProcess.run(["validate"], in: "/", environment: ["KB_DIR": scratch.path]).status == 1)
  }

  @Test func noControlCharacterOfAFileReachesTheTerminal() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    try scratch.write("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: smb\nstage: \"a\\e[31mb\"\n---\n\n[[\u{1B}]0;x\u{07}]]\n")
    let run = try KBProcess.run(["validate", "--color", "never"], in: scratch.path)
    #expect(run.status == 1)
    #expect(!run.output.utf8.contains(0x1B))
    #expect(!run.output.utf8.contains(0x07))
  }
}
