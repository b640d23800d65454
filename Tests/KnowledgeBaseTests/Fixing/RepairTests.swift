import KBDocuments
import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct RepairTests {
  private func repair(_ fixture: BaseFixture, isUnsafe: Bool = false) throws -> Repair {
    let repair = try Repair(of: fixture.snapshot(), isUnsafe: isUnsafe) { _, _ in true }
    try ChangeWriter(at: fixture.location).apply(repair.changes)
    return repair
  }

  private static let files = [
    "customers/acme.md": "---\ntype: customer\nname: Acme Inc\nsegment: food\nstage: trial\n---\n",
    "use-cases/offline.md": "---\ntype: use-case\ntitle: Offline\npersona: lead\ntrigger: when\ngoal: do\nworkaround: paper\nstatus: draft\n---\n",
    "personas/lead.md": "---\ntype: persona\ntitle: Lead\n---\n",
  ]

  private func session(_ fields: String, _ body: String, at path: String = "sessions/2026/s.md") throws -> BaseFixture {
    var files = Self.files
    files[path] = "---\ntype: session\ndate: 2026-06-22\n\(fields)\n---\n\n\(body)"
    return try BaseFixture(files)
  }

  @Test func attributionsAreWrittenInOneForm() throws {
    let fixture = try session(
      "customer: acme", "> We wrote -- by hand – 41 permits.\n> -- p-1, anecdote, [[offline]] ^q1\n\n> Two.\n>\n> – p-1, habit\n\n>> Nested.\n>> -- p-1, habit\n\n> Three.\n> - p-1, opinion\n")
    _ = try repair(fixture)
    #expect(
      fixture.text("sessions/2026/s.md")?.hasSuffix(
        "> We wrote -- by hand – 41 permits.\n>\n> — p-1, anecdote, [[offline]] ^q1\n\n> Two.\n>\n> — p-1, habit\n\n>> Nested.\n>>\n>> — p-1, habit\n\n> Three.\n>\n> — p-1, opinion\n") == true, "\(fixture.text("sessions/2026/s.md") ?? "")")
  }

  @Test func referencesAreWrittenAsIDs() throws {
    let fixture = try session(
      "customer: \"[[acme]]\"   # c\nguide: [[nobody]]\npersona: [[lead]]\ncovers: [\"[[offline]]\", '[[offline|x]]', use-cases/offline.md]", "See [[customers/acme.md]], [[Acme]] and [[acme|Acme]].\n\n> I said [[Acme]].\n")
    _ = try repair(fixture)
    let text = try #require(fixture.text("sessions/2026/s.md"))
    #expect(text.contains("customer: acme   # c\n"))
    #expect(text.contains("persona: lead\n"))
    #expect(text.contains("covers: [offline, '[[offline|x]]', offline]\n"))
    #expect(text.contains("See [[acme]], [[acme]] and [[acme|Acme]].\n\n> I said [[Acme]].\n"))
  }

  @Test func aFieldWithOneCandidateIsSpeltRight() throws {
    let fixture = try session("custmer: acme\nchanel: call\nchannel: video\n\"intervewer\": dana\nconsent: {bassis: consent, scope: notes}", "")
    _ = try repair(fixture)
    let text = try #require(fixture.text("sessions/2026/s.md"))
    #expect(text.contains("\ncustomer: acme\n"))
    #expect(text.contains("\nchanel: call\nchannel: video\n"))
    #expect(text.contains("\n\"interviewer\": dana\n"))
    #expect(text.contains("{basis: consent, scope: notes}"))
  }

  @Test func aRecordMovesToItsFolderAndLinksFollow() throws {
    let fixture = try session("customer: acme", "[a](acme.md) [up](../README.md#x)\n", at: "customers/talk.md")
    try fixture.scratch.write("README.md", "[talk](customers/talk.md)\n")
    try fixture.scratch.write("personas/x.md", "---\ntype: customer\nname: X\nsegment: food\nstage: trial\n---\n[talk](../customers/talk.md)\n")
    try fixture.scratch.write("customers/x.md", "---\ntype: customer\nname: Y\nsegment: food\nstage: trial\n---\n")
    _ = try repair(fixture)
    #expect(fixture.text("sessions/2026/talk.md")?.hasSuffix("[a](../../customers/acme.md) [up](../../README.md#x)\n") == true)
    #expect(fixture.text("customers/talk.md") == nil)
    #expect(fixture.text("README.md") == "[talk](sessions/2026/talk.md)\n")
    // Its place is taken: it stays, and its link follows.
    #expect(fixture.text("personas/x.md")?.hasSuffix("[talk](../sessions/2026/talk.md)\n") == true)
  }

  @Test func aSecondBlockIDIsRenumberedUnlessItIsCited() throws {
    let fixture = try session("customer: acme", "> A\n>\n> — habit ^q1\n\n> B\n>\n> — habit ^q1\n\n> C\n>\n> — habit ^q2\n")
    _ = try repair(fixture)
    #expect(fixture.text("sessions/2026/s.md")?.hasSuffix("^q1\n\n> B\n>\n> — habit ^q3\n\n> C\n>\n> — habit ^q2\n") == true)
    let cited = try session("customer: acme", "> A\n>\n> — habit ^q1\n\n> B\n>\n> — habit ^q1\n\n[[#^q1]]\n")
    #expect(try repair(cited).steps.isEmpty)
  }

  @Test func gradesAreWrittenOnlyWhenAskedFor() throws {
    let fixture = try session("customer: acme", "> On 3 June the night shift wrote 41 permits on paper, and I typed them in until two.\n>\n> — p-1, [[offline]]\n")
    #expect(try repair(fixture).changes.isEmpty)
    _ = try repair(fixture, isUnsafe: true)
    #expect(fixture.text("sessions/2026/s.md")?.hasSuffix("> — p-1, anecdote, [[offline]]\n") == true)
  }

  @Test func aLazyLineAndAFaultyAttributionAreLeftAlone() throws {
    let fixture = try session("customer: acme", "> Words\n-- p-1, habit\n\n> Words\n> -- p-1, anecdotte\n")
    let before = fixture.text("sessions/2026/s.md")
    _ = try repair(fixture)
    let after = try #require(fixture.text("sessions/2026/s.md"))
    #expect(after == before || after == before?.replacing("\n-- p-1", with: "\n— p-1"))
  }

  @Test func carriageReturnsStay() throws {
    var files = Self.files
    files["sessions/2026/s.md"] = "---\r\ntype: session\r\ndate: 2026-06-22\r\ncustomer: \"[[acme]]\"\r\n---\r\n\r\n> Words\r\n> -- p-1, habit\r\n"
    let fixture = try BaseFixture(files)
    _ = try repair(fixture)
    #expect(fixture.text("sessions/2026/s.md") == "---\r\ntype: session\r\ndate: 2026-06-22\r\ncustomer: acme\r\n---\r\n\r\n> Words\r\n>\r\n> — p-1, habit\r\n")
  }

  /// The example with faults put into it at random: no words of a quote change, nothing becomes worse, and a second run has nothing
  /// to do.
  @Test(arguments: [UInt64(1), 2, 3, 4]) func mendingTwiceIsMendingOnceAndNoWordsChange(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fixture = try BaseFixture(copyOf: "kb-example")
    for (path, bytes) in fixture.files() where path.hasSuffix(".md") && path.contains("/") {
      var text = String(decoding: bytes, as: UTF8.self)
      for (from, to) in [
        ("> — ", "> -- "), ("> — ", "> - "), (">\n> — ", "> – "), ("^q2", "^q1"), ("customer: ", "custmer: "), ("\n", "\r\n"), ("[[who-signed-what]]", "[[Who signed what]]"),
        ("persona: shift-lead", "persona: \"[[shift-lead]]\""), ("persona: safety-officer", "persona: [[safety-officer]]"), (", anecdote", ""), ("channel:", "chanel:"),
      ] where Int.random(in: 0..<4, using: &random) == 0 {
        text = text.replacing(from, with: to)
      }
      try fixture.scratch.write(path, text)
      if Int.random(in: 0..<12, using: &random) == 0, path.hasPrefix("customers/") {
        try fixture.scratch.write("archive/" + path, text)
        try removeFile(fixture.scratch.path + "/" + path)
      }
    }
    let before = try words(fixture)
    let errors = try Validation(of: fixture.snapshot()).findings.count { $0.severity == .error }
    let first = try repair(fixture)
    #expect(!first.steps.isEmpty)
    #expect(try words(fixture) == before)
    #expect(try Validation(of: fixture.snapshot()).findings.count { $0.severity == .error } <= errors)
    #expect(try repair(fixture).steps.isEmpty)
    _ = try repair(fixture, isUnsafe: true)
    #expect(try words(fixture) == before)
    #expect(try repair(fixture, isUnsafe: true).steps.isEmpty)
  }

  /// The words of all quotes by the id of their record.
  private func words(_ fixture: BaseFixture) throws -> [String: [String]] {
    var words: [String: [String]] = [:]
    for (path, bytes) in fixture.files() where path.hasSuffix(".md") {
      let document = DocumentReader().read(bytes)
      words[RecordReader.id(ofPath: path)] = document.body.quotes.flatMap(\.lines).map { document.text($0) }.filter { !$0.isEmpty }
    }
    return words
  }
}
