import KBGit
import KBPrivacy
import KBReports
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct PrivacyScanTests {
  private func places(_ result: ScanResult) -> [String] {
    result.hits.map { "\($0.kind) \($0.path ?? "message"):\($0.line) x\($0.versions)" }
  }

  @Test func filesAreScannedAndValuesMasked() throws {
    let fixture = try PrivacyFixture()
    #expect(try PrivacyScan.files(of: fixture.snapshot()).hits == [])
    try fixture.repo.write("notes.txt", "call\njo.smith@acme-chemicals.com or jo.smith@acme-chemicals.com\n")
    let result = try PrivacyScan.files(of: fixture.snapshot())
    #expect(places(result) == ["e-mail address notes.txt:2 x1", "e-mail address notes.txt:2 x1"])
    for text in [ScanReport(result).text(), ScanReport(result).json()] { #expect(!text.contains("smith")) }
  }

  @Test func historyHoldsWhatTheFilesNoLongerDo() throws {
    let fixture = try PrivacyFixture()
    let repo = fixture.repo
    try repo.write("notes/a.md", "Mail jo.smith@acme-chemicals.com please\n")
    let first = try repo.commit("Notes")
    try repo.write("notes/a.md", "Mail jo.smith@acme-chemicals.com soon, jo.smith@acme-chemicals.com\n")
    try repo.commit("More\n\nAsked by rosa@birch-energy.com\n\nSigned-off-by: Dana <dana@our-company.com>")
    try repo.remove("notes/a.md")
    try repo.commit("Gone")
    // Only a tag leads to this one.
    try repo.branch("aside")
    try repo.write("aside.md", "ring +44 20 7946 0958\n")
    try repo.commit("Aside")
    try repo.git("tag", "-a", "v1", "-m", "For kim@cobalt-water.com")
    try repo.checkout("main")
    try repo.git("branch", "-D", "aside")

    #expect(try PrivacyScan.files(of: fixture.snapshot()).hits == [])
    let result = try PrivacyScan.history(of: fixture.location)
    #expect(
      places(result) == [
        "e-mail address notes/a.md:1 x2", "phone number aside.md:1 x1", "e-mail address message:3 x1", "e-mail address message:1 x1",
      ])
    #expect(result.hits.first?.commit == first)
    #expect(!result.isShallow)
  }

  @Test func blobOfManyCommitsIsReadOnce() throws {
    let fixture = try PrivacyFixture()
    let once = try PrivacyScan.history(of: fixture.location).files
    for i in 0..<5 { try fixture.repo.commit("Empty \(i)") }
    try fixture.repo.write("copy.md", PrivacyFixture.useCase)
    try fixture.repo.commit("The same content elsewhere")
    #expect(try PrivacyScan.history(of: fixture.location).files == once)
  }

  @Test func historyNeedsARepository() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let location = try KnowledgeBaseLocation(containing: scratch.path)
    #expect(throws: KnowledgeBaseError.noRepository(location.folder)) { try PrivacyScan.history(of: location) }
  }

  @Test func listedNamesAreFoundWithTheirKeyOnly() throws {
    let fixture = try PrivacyFixture()
    let scratch = try ScratchDirectory()
    var generator = SeededGenerator(seed: 7)
    let file = try NameListFile(of: fixture.location, key: scratch.path + "/kb/names.key")
    let change = try file.change(adding: ["Jo Smith", "", "Rosa"], using: &generator)
    #expect(change == .init(added: 2, removed: 0, count: 2, madeKey: true, refused: [2]))
    try fixture.repo.write("notes.txt", "then JO SMITH said\n")
    let names = try #require(try file.list(in: fixture.snapshot()))
    #expect(try places(PrivacyScan.files(of: fixture.snapshot(), names: names)) == ["listed name notes.txt:1 x1"])
    try fixture.repo.commit("Names")
    #expect(try places(PrivacyScan.history(of: fixture.location, names: names)) == ["listed name notes.txt:1 x1"])

    #expect(try fileMode(scratch.path + "/kb/names.key") == 0o600)
    let other = try NameListFile(of: fixture.location, key: scratch.path + "/other.key")
    #expect(throws: KnowledgeBaseError.self) { try other.list(in: fixture.snapshot()) }
    #expect(throws: KnowledgeBaseError.self) { try other.change(adding: ["Kim"], using: &generator) }
    // The key that is not there is not made: hashes of two keys in one list would be of no use.
    #expect(Folder.absolute(scratch.path + "/other.key") == nil)
  }

  @Test func keyIsRefusedWhereItCouldBeCommitted() throws {
    let fixture = try PrivacyFixture()
    #expect(throws: KnowledgeBaseError.self) { try NameListFile(of: fixture.location, key: fixture.repo.path + "/names.key") }
    #expect(throws: KnowledgeBaseError.self) { try NameListFile(of: fixture.location, key: fixture.repo.path + "/not/yet/there/names.key") }
    let plain = try ScratchDirectory()
    try plain.write("kb.yaml", "")
    let location = try KnowledgeBaseLocation(containing: plain.path)
    #expect(throws: KnowledgeBaseError.self) { try NameListFile(of: location, key: plain.path + "/names.key") }
    // Another repository is no better, nor is a link into one.
    #expect(throws: KnowledgeBaseError.self) { try NameListFile(of: location, key: fixture.repo.path + "/names.key") }
  }
}
