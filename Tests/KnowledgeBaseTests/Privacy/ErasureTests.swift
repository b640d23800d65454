import Foundation
import KBDocuments
import KBGit
import KBModel
import KBPrivacy
import KBReports
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct ErasureTests {
  private let fixture: PrivacyFixture

  init() throws { fixture = try PrivacyFixture() }

  private func file(_ path: String) throws -> String { try String(contentsOfFile: fixture.repo.path + "/" + path, encoding: .utf8) }

  private func erase(_ subject: Erasure.Subject) throws -> ErasureSummary {
    var erasure = try Erasure(of: subject, in: fixture.snapshot())
    erasure.summary.traces = try HistoryErasure(erasure)?.traces()
    try erasure.write()
    return erasure.summary
  }

  @Test func planChangesNothing() throws {
    let before = try file("sessions/2026/2026-06-03-acme.md")
    let erasure = try Erasure(of: .person("p-7f3k"), in: fixture.snapshot())
    #expect(erasure.summary.files.map(\.path) == ["sessions/2026/2026-06-03-acme.md", "sessions/2026/2026-06-10-acme.md"])
    #expect(try file("sessions/2026/2026-06-03-acme.md") == before)
  }

  @Test func quotesBecomeTombstonesAndLinksStillLeadThere() throws {
    let summary = try erase(.person("p-7f3k"))
    let whole = try file("sessions/2026/2026-06-03-acme.md")
    #expect(!whole.contains("permits"))
    #expect(!whole.contains("boiler"))
    #expect(!whole.contains("last time"))
    #expect(whole.contains("next_step: (erased)\n"))
    #expect(whole.contains("(Said on 2026-06-03, erased on 2026-07-01.) ^q1\n"))
    let shared = try file("sessions/2026/2026-06-10-acme.md")
    #expect(!shared.contains("in blue"))
    #expect(shared.contains("(Said on 2026-06-10, erased on 2026-07-01.) ^q1\n\n> \(PrivacyFixture.otherWords)."))
    #expect(shared.contains("next_step: they send"))

    let after = try fixture.snapshot()
    #expect(!Validation(of: after).findings.contains { ["anchor-unresolved", "quote-attribution-syntax", "field-unknown"].contains($0.rule) })
    #expect(after.graph.record("2026-06-03-acme")?.quotes.isEmpty == true)
    #expect(after.graph.record("2026-06-10-acme")?.quotes.compactMap(\.speaker) == ["p-2b9x"])
    #expect(summary.shifts.map(\.useCase) == ["need"])
    #expect(summary.shifts.first?.quotes == 2)
    #expect(
      summary.toJudge.map { "\($0.path):\($0.line) \($0.reason)" } == [
        "sessions/2026/2026-06-10-acme.md:10 nextStep", "sessions/2026/2026-06-10-acme.md:13 notes", "sessions/2026/2026-06-10-acme.md:23 names",
        "use-cases/need.md:11 links",
      ])
  }

  @Test func twiceChangesNothing() throws {
    _ = try erase(.person("p-7f3k"))
    let (one, two) = (try file("sessions/2026/2026-06-03-acme.md"), try file("sessions/2026/2026-06-10-acme.md"))
    let again = try erase(.person("p-7f3k"))
    #expect(again.files == [])
    #expect(again.shifts == [])
    #expect(try file("sessions/2026/2026-06-03-acme.md") == one)
    #expect(try file("sessions/2026/2026-06-10-acme.md") == two)
  }

  @Test func allTalksWithACustomerGo() throws {
    let summary = try erase(.customer("acme"))
    #expect(summary.files.map(\.isWhole) == [true, true])
    #expect(try !file("sessions/2026/2026-06-10-acme.md").contains("pump"))
    #expect(try file("sessions/2026/2026-06-10-acme.md").contains("erased on 2026-07-01.) ^q2"))
    #expect(try file("sessions/2026/2026-06-04-birch.md").contains("gate of birch"))
  }

  @Test func whatMayNoLongerBeKeptGoesAndIsNoFindingAnyMore() throws {
    try fixture.repo.write(
      "sessions/2024/2024-01-10-acme.md",
      PrivacyFixture.session(
        "acme", "2024-01-10", ["p-7f3k"], "> Every Monday we carried the book to the office across the yard.\n>\n> — p-7f3k, anecdote, [[need]] ^q1",
        consent: "{basis: consent, scope: internal-quote}"))
    try fixture.repo.write(
      "sessions/2026/2026-06-05-birch.md",
      PrivacyFixture.session("birch", "2026-06-05", ["p-b222"], "Notes.", consent: "{basis: consent, scope: notes, withdrawn: 2026-06-20}"))
    #expect(try Validation(of: fixture.snapshot()).findings.contains { $0.rule == "consent-expired" })
    let summary = try erase(.expired)
    #expect(summary.files.map(\.path) == ["sessions/2024/2024-01-10-acme.md", "sessions/2026/2026-06-05-birch.md"])
    #expect(try !file("sessions/2024/2024-01-10-acme.md").contains("yard"))
    #expect(try !Validation(of: fixture.snapshot()).findings.contains { $0.rule == "consent-expired" })
  }

  @Test func unknownNamesAreRefused() throws {
    let snapshot = try fixture.snapshot()
    do {
      _ = try Erasure(of: .person("p-7f3j"), in: snapshot)
      Issue.record("nobody to erase")
    } catch {
      #expect(error.message.contains("did you mean 'p-7f3k'?"))
    }
    #expect(throws: KnowledgeBaseError.unknownRecord("acmee", type: "customer", candidates: ["acme"])) {
      try Erasure(of: .customer("acmee"), in: snapshot)
    }
  }

  /// Layouts around a quote: what stands beside it stays as it is.
  @Test(arguments: [
    ("> a b\n> — p-1, opinion ^q1\n> c d\n> — p-2, opinion ^q2\n", "(Said on 2026-06-03, erased on 2026-07-01.) ^q1\n\n> c d\n> — p-2, opinion ^q2\n"),
    ("> c d\n> — p-2, opinion ^q2\n> a b\n> — p-1, opinion ^q1\n", "> c d\n> — p-2, opinion ^q2\n\n(Said on 2026-06-03, erased on 2026-07-01.) ^q1\n"),
    ("> a b\n> — p-1, opinion\n---\n", "(Said on 2026-06-03, erased on 2026-07-01.)\n\n---\n"),
    ("- item\n\n  > a b\n  >\n  > — p-1, opinion ^q1\n", "- item\n\n  (Said on 2026-06-03, erased on 2026-07-01.) ^q1\n"),
    ("> a b\r\n> — p-1, opinion ^q1\r\n# Next\r\n", "(Said on 2026-06-03, erased on 2026-07-01.) ^q1\r\n\r\n# Next\r\n"),
  ])
  func tombstoneLeavesItsSurroundingsAlone(_ body: String, _ expected: String) throws {
    let head = "---\ntype: session\ndate: 2026-06-03\nparticipants: [p-1, p-2]\n---\n\n"
    let document = DocumentReader().read(Array((head + body).utf8))
    let erasure = try #require(DocumentErasure(of: document, target: ErasureTarget(person: "p-1"), day: PrivacyFixture.today))
    #expect(String(decoding: erasure.bytes, as: UTF8.self) == head + expected)
    let again = DocumentReader().read(erasure.bytes)
    #expect(DocumentErasure(of: again, target: ErasureTarget(person: "p-1"), day: PrivacyFixture.today) == nil)
    #expect(again.body.quotes.count == document.body.quotes.count - 1)
  }

  // MARK: History

  @Test func commitsAndReferencesThatHoldTheWordsAreListed() throws {
    let first = try fixture.repo.git("rev-parse", "HEAD")
    try fixture.repo.git("branch", "old")
    try fixture.repo.git("checkout", "--quiet", "--orphan", "other")
    try fixture.repo.git("rm", "-rq", "--cached", ".")
    try fixture.repo.git("commit", "--quiet", "--allow-empty", "-m", "Nothing in here")
    try fixture.repo.git("checkout", "--quiet", "--force", "main")
    let traces = try #require(try erase(.person("p-7f3k")).traces)
    #expect(traces.commits == [first])
    #expect(traces.references == ["refs/heads/main", "refs/heads/old"])
    #expect(traces.paths == ["sessions/2026/2026-06-03-acme.md", "sessions/2026/2026-06-10-acme.md"])
  }

  /// Renamed, retold in another file, in a message, in a tag, in a merged branch, in a stash.
  private func spread() throws {
    let repo = fixture.repo
    try repo.git("mv", "sessions/2026/2026-06-03-acme.md", "sessions/2026/2026-06-02-acme.md")
    try repo.commit("Rename")
    try repo.branch("side")
    try repo.write("use-cases/need.md", PrivacyFixture.useCase + "\nThey say: on 3 June the\nNIGHT shift wrote *forty-one* permits on paper.\n")
    try repo.commit("Retold: the night shift wrote forty one permits\n\nSee there.")
    try repo.git("tag", "-a", "v1", "-m", "The night shift wrote forty one permits on paper")
    try repo.checkout("main")
    try repo.write("README.md", "A readme.\n")
    try repo.commit("A readme")
    try repo.merge("side")
    try repo.write("use-cases/need.md", PrivacyFixture.useCase)
    try repo.commit("Back")
    try repo.write("kb.yaml", "name: Permits\n# The night shift wrote forty one permits on paper\n")
    try repo.git("stash")
  }

  @Test func copyHoldsNoErasedWordInAnyObject() throws {
    try spread()
    let before = try fixture.repo.git("for-each-ref")
    let scratch = try ScratchDirectory()
    let erasure = try Erasure(of: .person("p-7f3k"), in: fixture.snapshot(), isInHistory: true)
    let past = try #require(try HistoryErasure(erasure))
    let result = try past.rewrite(into: scratch.path + "/clean.git")
    #expect(try fixture.repo.git("for-each-ref") == before)

    // Asked of git itself: every object of the copy, reachable or not.
    let copy = result.folder
    let objects = try fixture.repo.git(["-C", copy, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)"])
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for object in objects where object[1] != "tree" {
      let text = try fixture.repo.git(["-C", copy, "cat-file", "-p", object[0]]).lowercased()
      for words in ["forty", "in blue", "boiler house"] where text.contains(words) {
        // The next step of a talk with several people is a line to judge.
        #expect(words == "boiler house" && (text.contains("2026-06-10") || text.contains("2026-06-04")), "\(object[0]) holds '\(words)'")
      }
    }
    #expect(try fixture.repo.git(["-C", copy, "fsck", "--full", "--strict"]).isEmpty)
    // What others said stays, and so do authors, times, messages and the order of commits.
    #expect(try fixture.repo.git(["-C", copy, "show", "main:sessions/2026/2026-06-10-acme.md"]).contains(PrivacyFixture.otherWords))
    let format = "--format=%an %ae %at %ct %P"
    let shape = { (text: String) in text.split(separator: "\n").map { $0.split(separator: " ").prefix(4).joined(separator: " ") } }
    #expect(try shape(fixture.repo.git("log", "main", format)) == shape(fixture.repo.git(["-C", copy, "log", "main", format])))
    #expect(try fixture.repo.git(["-C", copy, "log", "-1", "--format=%s", "v1"]) == "Retold: (erased)")
    // The map leads from each old commit to its new one.
    let map = try String(contentsOfFile: result.map, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let ids = Dictionary(uniqueKeysWithValues: map.map { ($0[0], $0[1]) })
    #expect(try ids[fixture.repo.git("rev-parse", "main")] == fixture.repo.git(["-C", copy, "rev-parse", "main"]))
    #expect(result.changed == result.commits)
  }

  @Test func historyWithoutTheWordsKeepsItsIDs() throws {
    let scratch = try ScratchDirectory()
    let past = try #require(try HistoryErasure(Erasure(of: .person("p-zzzz"), in: fixture.snapshot(), isInHistory: true)))
    #expect(past.isEmpty)
    let result = try past.rewrite(into: scratch.path + "/copy.git")
    #expect(result.changed == 0)
    #expect(try fixture.repo.git(["-C", result.folder, "rev-parse", "main"]) == fixture.repo.git("rev-parse", "main"))
  }

  @Test func copyIsNotWrittenOverAnything() throws {
    let past = try #require(try HistoryErasure(Erasure(of: .person("p-7f3k"), in: fixture.snapshot())))
    let scratch = try ScratchDirectory()
    try scratch.write("full/file", "text")
    for folder in [scratch.path + "/full", fixture.repo.path + "/copy.git", fixture.repo.path + "/.git/copy", scratch.path + "/full/file"] {
      #expect(throws: KnowledgeBaseError.self) { try past.rewrite(into: folder) }
    }
    #expect(Folder.absolute(fixture.repo.path + "/copy.git") == nil)
    let shallow = try fixture.repo.clone("shallow", depth: 1)
    // One commit only: a second one makes the clone shallow.
    try fixture.repo.write("README.md", "x\n")
    try fixture.repo.commit("More")
    let cut = try fixture.repo.clone("cut", depth: 1)
    _ = shallow
    let snapshot = try SnapshotLoader(location: KnowledgeBaseLocation(containing: cut.path), today: PrivacyFixture.today, keepsSource: true).load()
    let half = try #require(try HistoryErasure(Erasure(of: .person("p-7f3k"), in: snapshot)))
    #expect(throws: KnowledgeBaseError.git(.shallowHistory(revision: "HEAD"))) { try half.rewrite(into: scratch.path + "/cut-copy.git") }
  }

  @Test func reportStaysAsRecorded() throws {
    var erasure = try Erasure(of: .person("p-7f3k"), in: fixture.snapshot())
    erasure.summary.traces = try HistoryErasure(erasure)?.traces()
    expectGolden(ErasureReport(erasure.summary, isDone: false).text(), "erase-plan.txt")
    let copy = ErasedHistory(folder: "/tmp/clean.git", map: "/tmp/clean.git/kb-commit-map", commits: 3, changed: 2, proved: 40)
    expectGolden(ErasureReport(erasure.summary, isDone: true, copy: copy).text(), "erase-done.txt")
    expectGolden(ErasureReport(erasure.summary, isDone: true, copy: copy).json(), "erase.json")
    for text in [ErasureReport(erasure.summary, isDone: true).json(), ErasureReport(erasure.summary, isDone: true).text()] {
      #expect(!text.contains("permits on paper"))
    }
  }
}

@Suite struct WordSequencesTests {
  private func found(_ texts: [String], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordSequences(texts).ranges(in: bytes).map { bytes.text($0) }
  }

  @Test func copiesAreFoundWhateverStandsBetweenTheWords() {
    #expect(found(["one two three four five six seven"], in: "x *One*,\n> two three—FOUR five\n> six seven eight") == ["One*,\n> two three—FOUR five\n> six seven"])
    #expect(found(["one two three four five six seven"], in: "two three four five six seven") == ["two three four five six seven"])
    #expect(found(["one two three four"], in: "say one two three four now") == ["one two three four"])
  }

  @Test func fewWordsInARowAreNoCopy() {
    #expect(found(["one two three four five six seven"], in: "one two three four five, then six seven") == [])
    #expect(found(["thank you so"], in: "thank you so") == [])
    #expect(found([], in: "one two three four") == [])
  }

  @Test func copiesAreReplacedAndNothingElse() {
    let words = WordSequences(["one two three four five six seven"])
    #expect(words.replacing(in: Array("a one two three four five six seven b".utf8), with: "(x)").map { String(decoding: $0, as: UTF8.self) } == "a (x) b")
    #expect(words.replacing(in: Array("a b".utf8), with: "(x)") == nil)
  }
}
