import KBModel
import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct TranscriptImportTests {
  private static let teams = """
    WEBVTT

    00:00:01.000 --> 00:00:04.000
    <v Dana K>Jo, walk me through the last night shift.</v>

    00:00:05.000 --> 00:00:09.000
    <v Jo Smith (Guest)>On 3 June we wrote 41 permits on paper.</v>

    00:00:09.500 --> 00:00:10.000
    <v Dana K>Mhm.</v>

    00:00:10.000 --> 00:00:14.000
    <v Jo Smith (Guest)>- And I typed them in. Ask Smith, that's me.</v>

    broken
    00:00:99.000 --> x
    <v Ana Lopez>We [[never]] sleep.</v>

    """

  private func base(_ further: [String: String] = [:]) throws -> (Snapshot, ScratchDirectory) {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    try scratch.write("customers/acme.md", "---\ntype: customer\nname: Acme GmbH\nsegment: smb\nstage: customer\n---\n")
    for (path, text) in further { try scratch.write(path, text) }
    let today = try #require(CalendarDate("2026-06-30"))
    return (try SnapshotLoader(location: KnowledgeBaseLocation(containing: scratch.path), today: today).load(), scratch)
  }

  private func record(_ text: String, name: String = "2026-06-22 Acme.vtt", options: TranscriptImport.Options) throws -> ImportedRecord {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    var ids = try ImportedIDs(in: snapshot)
    return try TranscriptImport(source: name, bytes: Array(text.utf8), in: snapshot).record(options, ids: &ids)
  }

  @Test func aTranscriptBecomesARawSession() throws {
    let record = try record(Self.teams, options: .init(people: [NamedPerson(name: "Jo Smith", pseudonym: "p-7f3k")], interviewers: ["Dana K"]))
    #expect(record.path == "sessions/2026/2026-06-22-acme.md")
    expectGolden(record.text, "transcript-teams.md")
  }

  @Test func noSpeakersNameIsLeft() throws {
    let record = try record(Self.teams, options: .init(interviewers: ["Dana K"]))
    for name in ["Jo", "Ana", "Lopez"] { #expect(!record.text.contains(name), "\(name)") }
    #expect(record.people.count == 2)
    #expect(Set(record.people.map(\.pseudonym)).count == 2)
  }

  @Test func pseudonymsAreTheSameEveryTimeAndNotMadeOfTheName() throws {
    let first = try record(Self.teams, options: .init(interviewers: ["Dana K"]))
    let second = try record(Self.teams, options: .init(interviewers: ["Dana K"]))
    let other = try record(Self.teams.replacing("Jo Smith", with: "Max Power"), options: .init(interviewers: ["Dana K"]))
    #expect(first.people == second.people)
    #expect(first.people.map(\.pseudonym) == other.people.map(\.pseudonym))
  }

  @Test func theRecordIsReadAsWritten() throws {
    let imported = try record(Self.teams, options: .init(people: [NamedPerson(name: "Jo Smith", pseudonym: "p-7f3k")], interviewers: ["Dana K"]))
    let (snapshot, scratch) = try base([imported.path: imported.text])
    defer { _ = scratch }
    let file = try #require(snapshot.graph.record("2026-06-22-acme"))
    #expect(file.status == .raw)
    #expect(file.questions.count == imported.facts.questions)
    #expect(file.quotes.count == imported.facts.quotes)
    #expect(file.quotes.allSatisfy { $0.grade == nil })
    #expect(file.quotes.map(\.speaker).first == "p-7f3k")
    #expect(file.quotes.allSatisfy { $0.question == 0 })
    #expect(file.links.isEmpty)
    #expect(file.findings.map(\.rule).filter { $0 != "todo-comment" }.isEmpty)
  }

  @Test func whatCannotBeDecidedIsAskedInAComment() throws {
    let record = try record(Self.teams, name: "call 03-04-2026.vtt", options: .init(interviewers: ["Dana K"]))
    #expect(record.text.contains("<!-- TODO date: '03-04-2026' may be 2026-03-04 or 2026-04-03 -->"))
    #expect(record.text.contains("<!-- TODO customer: "))
    #expect(record.facts.date == nil)
  }

  @Test func twoCustomersOfOneNameAreAsked() throws {
    let (snapshot, scratch) = try base(["customers/acme-uk.md": "---\ntype: customer\nname: Acme\nsegment: smb\nstage: customer\n---\n"])
    defer { _ = scratch }
    var ids = try ImportedIDs(in: snapshot)
    let transcript = try TranscriptImport(source: "Acme 2026-06-22.vtt", bytes: Array(Self.teams.utf8), in: snapshot)
    let record = try transcript.record(.init(), ids: &ids)
    #expect(record.facts.customer == nil)
    #expect(record.undecided.contains("customer: acme or acme-uk?"))
    #expect(throws: KnowledgeBaseError.self) { try transcript.record(.init(customer: "Acme GmbH"), ids: &ids) }
  }

  @Test(arguments: [[0x50, 0x4B, 3, 4, 0, 0], Array("no captions here".utf8)] as [[UInt8]])
  func whatIsNoTranscriptIsRefused(_ bytes: [UInt8]) throws {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    #expect(throws: KnowledgeBaseError.self) { try TranscriptImport(source: "a.vtt", bytes: bytes, in: snapshot) }
  }

  @Test func anUnknownInterviewerIsRefused() throws {
    #expect(throws: KnowledgeBaseError.self) { try record(Self.teams, options: .init(interviewers: ["Nobody"])) }
  }
}
