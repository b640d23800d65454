import Foundation
import KBPrivacy
import KBReports
import KBTestSupport
import Testing

@testable import KnowledgeBase

/// The permissions of a file.
func fileMode(_ path: String) throws -> Int? {
  (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
}

@Suite struct PersonKeyFileTests {
  private let fixture: PrivacyFixture
  private let scratch: ScratchDirectory
  private var path: String { scratch.path + "/private/persons.tsv" }

  init() throws {
    fixture = try PrivacyFixture()
    scratch = try ScratchDirectory()
  }

  private func file() throws -> PersonKeyFile { try PersonKeyFile(path, outside: fixture.location) }

  @Test func personIsAddedFoundAndForgotten() throws {
    var generator = SeededGenerator(seed: 1)
    let snapshot = try fixture.snapshot()
    let person = try file().add("Jo  Smith", pseudonym: nil, customer: "acme", in: snapshot, using: &generator)
    #expect(person.name == "Jo Smith")
    #expect(!snapshot.people.contains(person.pseudonym))
    #expect(Pseudonym.isPseudonym(person.pseudonym))
    _ = try file().add("José Müller", pseudonym: "p-7f3k", customer: nil, in: snapshot, using: &generator)
    #expect(try fileMode(path) == 0o600)
    #expect(try file().find("SMI").map(\.name) == ["Jo Smith"])
    #expect(try file().find("jose m").map(\.pseudonym) == ["p-7f3k"])
    #expect(try file().find("p-7f3k").map(\.name) == ["José Müller"])
    #expect(try file().find("nobody") == [])
    #expect(try file().find("") == [])
    #expect(try file().forget("p-7f3k").name == "José Müller")
    #expect(try file().persons() == [person])
    #expect(try file().forget("jo smith") == person)
    #expect(try file().persons() == [])
  }

  @Test func newPseudonymIsUsedNowhere() throws {
    var generator = SeededGenerator(seed: 3)
    // What the same numbers give when nothing is taken.
    var same = generator
    let first = Pseudonym.new(notIn: [], using: &same)
    try fixture.repo.write("use-cases/other.md", PrivacyFixture.useCase + "\nSee \(first).\n")
    let person = try file().add("Jo Smith", pseudonym: nil, customer: nil, in: fixture.snapshot(), using: &generator)
    #expect(person.pseudonym != first)
  }

  @Test func otherLinesStayAsTheyAre() throws {
    let text = "pseudonym\tname\tcustomer\tadded\r\n# mine\n\np-aaaa\tKim\t\t\tmore\np-bbbb\tLou"
    try scratch.write("private/persons.tsv", text)
    var generator = SeededGenerator(seed: 1)
    _ = try file().add("Jo", pseudonym: "p-cccc", customer: nil, in: fixture.snapshot(), using: &generator)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text + "\np-cccc\tJo\t\t2026-07-01\n")
    _ = try file().forget("Kim")
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("pseudonym\tname\tcustomer\tadded\r\n# mine\n\np-bbbb\tLou\n"))
    // It was readable by everybody.
    #expect(try fileMode(path) == 0o600)
  }

  @Test func badInputIsRefused() throws {
    var generator = SeededGenerator(seed: 1)
    let snapshot = try fixture.snapshot()
    let file = try file()
    _ = try file.add("Jo Smith", pseudonym: "p-cccc", customer: nil, in: snapshot, using: &generator)
    for (name, pseudonym, customer) in [
      ("", nil, nil), ("Jo\tSmith", nil, nil), ("Kim", "Kim", nil), ("Kim", "p-cccc", nil), ("JO SMITH", nil, nil), ("Kim", nil, "acmee"),
    ] as [(String, String?, String?)] {
      #expect(throws: KnowledgeBaseError.self) {
        try file.add(name, pseudonym: pseudonym, customer: customer, in: snapshot, using: &generator)
      }
    }
    #expect(try file.persons().map(\.name) == ["Jo Smith"])
    do {
      _ = try file.forget("p-cccd")
      Issue.record("nobody to forget")
    } catch {
      #expect(error.message.contains("did you mean 'p-cccc'?"))
    }
    try scratch.write("private/persons.tsv", "Jo Smith is p-7f3k\n")
    #expect(throws: KnowledgeBaseError.unreadable(path: path, reason: "line 1 is no person: a pseudonym, a tab and a name are expected")) { try file.persons() }
    #expect(throws: KnowledgeBaseError.self) { try PersonKeyFile(fixture.repo.path + "/persons.tsv", outside: fixture.location) }
    #expect(throws: KnowledgeBaseError.self) { try PersonKeyFile(fixture.repo.path + "/.git/persons.tsv", outside: nil) }
  }

  @Test func linkIntoARepositoryIsRefused() throws {
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/persons.tsv", withDestinationPath: fixture.repo.path + "/kb.yaml")
    #expect(throws: KnowledgeBaseError.self) { try PersonKeyFile(scratch.path + "/persons.tsv", outside: nil) }
  }

  @Test func parallelAdditionsAreAllKept() async throws {
    let (snapshot, file) = (try fixture.snapshot(), try file())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for i in 0..<8 {
        group.addTask {
          var generator = SeededGenerator(seed: UInt64(i))
          _ = try file.add("Person \(i)", pseudonym: nil, customer: nil, in: snapshot, using: &generator)
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try file.persons().map(\.name)).count == 8)
    #expect(Set(try file.persons().map(\.pseudonym)).count == 8)
  }
}

@Suite struct SubjectRecordTests {
  @Test func everythingAboutAPersonIsShown() throws {
    let snapshot = try PrivacyFixture().snapshot()
    let report = SubjectReport(try SubjectRecord(of: "p-7f3k", in: snapshot), name: "Permits")
    expectGolden(report.text(), "show.txt")
    expectGolden(report.json(), "show.json")
    // Not what others said.
    #expect(!report.json().contains("pump tripped"))
  }

  @Test func unknownPseudonymSaysWhichIsNear() throws {
    let snapshot = try PrivacyFixture().snapshot()
    do {
      _ = try SubjectRecord(of: "p-7f3j", in: snapshot)
      Issue.record("nobody to show")
    } catch {
      #expect(error.message.contains("did you mean 'p-7f3k'?"))
    }
  }
}
