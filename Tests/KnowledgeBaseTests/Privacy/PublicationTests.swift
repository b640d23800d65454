import Foundation
import KBModel
import KBPrivacy
import KBReports
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct PublicationTests {
  private let fixture: PrivacyFixture
  private let scratch: ScratchDirectory

  init() throws {
    fixture = try PrivacyFixture()
    scratch = try ScratchDirectory()
  }

  /// Everything in a published copy, paths included.
  private func published(_ audience: Audience) throws -> [String: String] {
    let snapshot = try fixture.snapshot()
    let publication = try Publication(of: snapshot, for: audience)
    let manifest = PublicationManifest(publication.summary, name: snapshot.name, day: snapshot.today).markdown()
    let folder = scratch.path + "/\(audience.rawValue)-\(UUID().uuidString)"
    try publication.write(to: folder, manifest: manifest)
    var files: [String: String] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: folder)) where path.contains(".") {
      files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
    return files
  }

  private func all(_ files: [String: String]) -> String { files.sorted { $0.key < $1.key }.map { "== \($0.key)\n\($0.value)" }.joined(separator: "\n") }

  @Test(arguments: Audience.allCases)
  func copyStaysAsRecorded(_ audience: Audience) throws {
    try fixture.repo.write(
      "sessions/2026/2026-06-20-birch.md",
      PrivacyFixture.session(
        "birch", "2026-06-20", ["p-b111"], "> We carried the radios back to the office every evening after ten.\n>\n> — p-b111, anecdote, [[need]] ^q1",
        consent: "{basis: consent, scope: notes}"))
    try fixture.repo.write(
      "sessions/2026/2026-06-21-birch.md",
      PrivacyFixture.session(
        "birch", "2026-06-21", ["p-b111"], "> Inside only: the valve was painted green twice last winter.\n>\n> — p-b111, anecdote, [[need]] ^q1",
        consent: "{basis: consent, scope: internal-quote}"))
    try fixture.repo.write(
      "field-notes/2026-06-22-acme.md",
      "---\ntype: field-note\ndate: 2026-06-22\ncustomer: acme\nreported_by: ravi\ncovers: [need]\n---\n\n> They told me the office lost the book.\n>\n> — p-7f3k, anecdote, [[need]] ^q1\n")
    try fixture.repo.write("competitors/permitly.md", "---\ntype: competitor\nname: Permitly\n---\n")
    expectGolden(all(try published(audience)), "publish-\(audience.rawValue).txt")
  }

  /// Random knowledge bases in which every withheld word, id and name is a word of its own.
  @Test(arguments: 0..<12)
  func nothingWithheldIsInTheCopy(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var marks: [Audience: [String]] = [:]
    func mark(_ word: String, hiddenFrom audiences: [Audience]) -> String {
      for audience in audiences { marks[audience, default: []].append(word) }
      return word
    }
    var quotes: [(words: String, marks: String)] = []
    for i in 0..<12 {
      let scope = ["notes", "internal-quote", "anonymous-external-quote"].randomElement(using: &random) ?? "notes"
      let isOver = Int.random(in: 0..<5, using: &random) == 0
      let hidden: [Audience] = isOver || scope == "notes" ? Audience.allCases : scope == "internal-quote" ? [.public] : []
      let word = mark("zqword\(i)x", hiddenFrom: hidden)
      let words = "When the \(word) came back in June we had to sign all of it again"
      quotes.append((words, word))
      let note = mark("zqnote\(i)x", hiddenFrom: isOver ? Audience.allCases : [.sales, .public])
      let customer = ["acme", "birch", "cobalt"].randomElement(using: &random) ?? "acme"
      let person = mark("p-z\(i)q", hiddenFrom: Audience.allCases)
      let date = "2026-0\(1 + i % 5)-\(10 + i)"
      try fixture.repo.write(
        "sessions/2026/\(date)-\(customer).md",
        PrivacyFixture.session(
          customer, date, [person],
          "Notes: \(note), told by \(person), write to jo\(i)@\(customer)-plants.com.\n\n> \(words).\n>\n> — \(person), anecdote, [[need]] ^q1",
          consent: "{basis: consent, scope: \(scope)\(isOver ? ", withdrawn: 2026-06-01" : "")}"))
      for audience in Audience.allCases { marks[audience, default: []].append("jo\(i)@") }
    }
    // Retold where everybody would read it.
    let retold = quotes.randomElement(using: &random) ?? quotes[0]
    try fixture.repo.write(
      "use-cases/need.md",
      PrivacyFixture.useCase.replacingOccurrences(of: "workaround: paper", with: "workaround: \(retold.words)") + "\n\(retold.words)\n\nAcme Chemicals, says dana.\n")
    marks[.public, default: []] += ["acme", "birch", "cobalt", "dana", "lena", "2026-06-03", "2026-06-10"]
    for audience in Audience.allCases { marks[audience, default: []] += ["p-7f3k", "p-2b9x", "p-b111"] }

    for audience in Audience.allCases {
      let text = all(try published(audience)).lowercased()
      for word in marks[audience] ?? [] where text.contains(word.lowercased()) { Issue.record("seed \(seed): '\(word)' is in the copy for \(audience)") }
    }
    // And what may be seen is there.
    let company = all(try published(.company))
    #expect(company.contains(PrivacyFixture.words))
  }

  @Test func copyIsAKnowledgeBase() throws {
    for audience in Audience.allCases {
      let folder = scratch.path + "/copy-\(audience.rawValue)"
      let publication = try Publication(of: fixture.snapshot(), for: audience)
      try publication.write(to: folder, manifest: "")
      let location = try KnowledgeBaseLocation(containing: folder)
      let copy = try SnapshotLoader(location: location, today: PrivacyFixture.today, keepsSource: true).load()
      let errors = Validation(of: copy).findings.filter { $0.severity == .error }.map { "\($0.path) \($0.code) \($0.message)" }
      #expect(errors == [], "\(audience)")
      #expect(copy.graph.records(ofType: "session").contains { !$0.quotes.isEmpty })
    }
  }

  @Test func folderMustBeEmptyAndOutside() throws {
    let publication = try Publication(of: fixture.snapshot(), for: .company)
    try scratch.write("full/file", "x")
    for folder in [scratch.path + "/full", fixture.repo.path + "/copy", fixture.repo.path, fixture.repo.path + "/sessions/copy"] {
      #expect(throws: KnowledgeBaseError.self) { try publication.write(to: folder, manifest: "") }
    }
    #expect(Folder.absolute(fixture.repo.path + "/copy") == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/full") == ["file"])
  }

  @Test func publicManifestNamesNothingThatWasLeftOut() throws {
    try fixture.repo.write("competitors/permitly.md", "---\ntype: competitor\nname: Permitly\n---\n")
    let snapshot = try fixture.snapshot()
    let company = PublicationManifest(try Publication(of: snapshot, for: .company).summary, name: "Permits", day: PrivacyFixture.today).markdown()
    #expect(company.contains("Nothing."))
    let all = PublicationManifest(try Publication(of: snapshot, for: .public).summary, name: "Permits", day: PrivacyFixture.today).markdown()
    #expect(all.contains("1 of type competitor: for inside the company only"))
    #expect(!all.lowercased().contains("permitly"))
  }
}
