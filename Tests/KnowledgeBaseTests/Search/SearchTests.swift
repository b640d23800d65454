@testable import KnowledgeBase
import KBModel
import KBReports
import Testing

@Suite struct SearchTests {
  private static let files = [
    "customers/acme.md": Example.customer("Acme Zürich", further: "aliases: [ACM]\n") + "\nThey keep their permits in a café.\n",
    "customers/bolt.md": Example.customer("Bolt"),
    "use-cases/offline.md": """
      ---
      type: use-case
      title: Approve without network
      persona: lead
      trigger: when the network drops
      goal: approve a permit
      workaround: paper
      status: draft
      ---
      """,
    "sessions/2026/2026-05-01-acme.md": Example.session(
      "acme", "2026-05-01",
      """
      **Q:** Tell me about last night.

      > On Tuesday we approved forty permits by phone, and typed them in until two.
      >
      > — p-1a, anecdote, [[offline]] ^q1

      > Somebody was approving things, I was asleep.
      > — p-1a, opinion ^q2

      The binder is blue.
      """),
    "sessions/2026/2026-06-10-bolt.md": Example.session("bolt", "2026-06-10", "> The phone rang by accident.\n> — p-1a, habit, against [[offline]] ^q1\n"),
    "README.md": "approve approve approve", "notes.md": "no record: approve",
  ]

  private func search(_ query: String, limit: Int = 20, in files: [String: String] = files) throws -> SearchResult {
    let (scratch, loader) = try Example.base(files)
    defer { _ = scratch }
    return try Search(SearchQuery(query), in: loader, limit: limit).result()
  }

  private func places(_ query: String) throws -> [String] { try search(query).hits.map { "\($0.path):\($0.line)" } }

  @Test(arguments: [
    ("approval", ["use-cases/offline.md:3", "sessions/2026/2026-05-01-acme.md:17", "sessions/2026/2026-05-01-acme.md:13"]),
    ("\"by phone\"", ["sessions/2026/2026-05-01-acme.md:13"]), ("phone -permits", ["sessions/2026/2026-06-10-bolt.md:11"]),
    ("ZURICH", ["customers/acme.md:3"]), ("cafe", ["customers/acme.md:11"]), ("binder", ["sessions/2026/2026-05-01-acme.md:20"]),
    ("approve grade:anecdote", ["sessions/2026/2026-05-01-acme.md:13"]), ("phone customer:bolt", ["sessions/2026/2026-06-10-bolt.md:11"]),
    ("phone customer:ACM", ["sessions/2026/2026-05-01-acme.md:13"]), ("phone use-case:offline after:2026-06", ["sessions/2026/2026-06-10-bolt.md:11"]),
    ("phone before:2026-05", ["sessions/2026/2026-05-01-acme.md:13"]), ("phone type:customer", []), ("zzz", []),
    ("\"phone by\"", []), ("offline binder type:quote", []), ("appro", []),
  ])
  func queriesFind(query: String, expected: [String]) throws {
    let found = try places(query)
    #expect(Set(found) == Set(expected) && found.first == expected.first, "\(found)")
  }

  @Test func wordsOfSurroundingsHelpButMakeNoHit() throws {
    #expect(try places("offline typed") == ["sessions/2026/2026-05-01-acme.md:13"])
    #expect(try places("offline type:session") == [])
  }

  @Test func whatNothingHasInFullIsShownInPart() throws {
    let result = try search("binder zebra")
    #expect(result.isPartial && result.hits.map(\.line) == [20])
    #expect(try !search("binder").isPartial)
    #expect(try search("zebra quagga").hits.isEmpty)
  }

  @Test func wordsAreMarked() throws {
    let hit = try #require(try search("approves phone").hits.first)
    #expect(hit.excerpt.filter(\.isMarked).map(\.text) == ["approved", "phone"])
    #expect(hit.excerpt.map(\.text).joined() == "On Tuesday we approved forty permits by phone, and typed them in until two.")
  }

  @Test func scoresAreTheSumOfTheirParts() throws {
    for hit in try search("approve permit").hits {
      #expect(hit.parts.count == 2 && abs(hit.parts.reduce(0) { $0 + $1.score } - hit.score) < 1e-12 && hit.score > 0)
      #expect(hit.parts.allSatisfy { !$0.counts.isEmpty && $0.files >= 1 && $0.idf > 0 })
    }
  }

  @Test func limitCutsAndCounts() throws {
    let (all, one) = (try search("approve"), try search("approve", limit: 1))
    #expect(one.hits == Array(all.hits.prefix(1)) && one.found == all.found && all.found == 3)
  }

  @Test(arguments: [
    ("", 1, "no word"), ("-paper", 1, "must not occur"), ("\"by", 1, "never closed"), ("x grade:anekdote", 9, "did you mean 'anecdote'"),
    ("x after:soon", 9, "is no date"), ("x typ:quote", 3, "did you mean 'type:'"), ("x type:", 3, "has no value"),
  ])
  func faultsPointAtTheirPlace(query: String, column: Int, message: String) {
    #expect { try SearchQuery(query) } throws: { error in
      guard let fault = error as? QueryFault else { return false }
      return fault.column == column && fault.message.contains(message)
    }
  }

  @Test(arguments: ["x type:qote", "x customer:acmee", "x use-case:offlin", "x after:2026-06 before:2026-05"])
  func namesThatNothingHasAreErrors(query: String) { #expect(throws: KnowledgeBaseError.self) { try search(query) } }

  @Test func textFromFilesCannotActOnTheTerminal() throws {
    let result = try search("evil", in: ["customers/a.md": Example.customer("A") + "\nan evil \u{1B}[31m word \u{202E}\u{E000}here\n"])
    #expect(result.hits.count == 1)
    for text in [result.text(), result.json()] { #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }) }
  }
}
