import KBModel
import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct NoteImportTests {
  private static let people = [NamedPerson(name: "Jo Smith", pseudonym: "p-7f3k")]

  private func base() throws -> (Snapshot, ScratchDirectory) {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    for (id, name, aliases) in [
      ("acme", "Acme GmbH", "[ACME Chemicals]"), ("birch", "Birch & Sons Ltd", "[Birch]"), ("cobalt", "Cobalt", "[]"), ("dune", "Dune Logistics", "[]"),
      ("heron", "Heron Water", "[Heron]"), ("nethergate-brewing", "Nethergate", "[]"), ("nethergate-malt", "Nethergate Ltd", "[]"),
    ] {
      try scratch.write("customers/\(id).md", "---\ntype: customer\nname: \(name)\naliases: \(aliases)\nsegment: smb\nstage: customer\n---\n")
    }
    let today = try #require(CalendarDate("2026-06-30"))
    return (try SnapshotLoader(location: KnowledgeBaseLocation(containing: scratch.path), today: today).load(), scratch)
  }

  private func record(_ note: OldNote, people: [NamedPerson] = people) throws -> ImportedRecord {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    var importer = try NoteImporter(.init(people: people, interviewers: ["Dana"]), in: snapshot)
    return try importer.record(source: note.path, bytes: Array(note.text.utf8))
  }

  /// Which of the note's facts were missed or made up.
  private func mistakes(_ record: ImportedRecord, _ note: OldNote) -> [String] {
    var mistakes: [String] = []
    func compare(_ name: String, _ found: String?, _ expected: String?) {
      if found != expected { mistakes.append("\(note.path): \(name) \(found ?? "none") instead of \(expected ?? "none")") }
    }
    compare("date", record.facts.date?.description, note.date)
    compare("customer", record.facts.customer, note.customer)
    compare("questions", String(record.facts.questions), String(note.questions))
    compare("quotes", String(record.facts.quotes), String(note.quotes))
    return mistakes
  }

  @Test func factsOfFortyNotesAreRecognised() throws {
    #expect(OldNote.all.count == 40)
    let mistakes = try OldNote.all.flatMap { try self.mistakes(record($0), $0) }
    // A customer's name in small letters is taken for a word.
    #expect(mistakes == ["slack.txt: customer none instead of birch"], "\(160 - mistakes.count) of 160 facts")
  }

  @Test(arguments: OldNote.all)
  func everyWordOfTheSourceIsInTheResult(_ note: OldNote) throws {
    let record = try record(note, people: [])
    var left = Words(record.text).counts
    let labels = Set(["A", "Dana", "Interviewer", "Customer", "Frage", "Antwort"])
    for (word, count) in Words(note.text).counts {
      // A label that became a mark stands once in the comment at the head.
      let needed = labels.contains(word) ? 1 : count
      #expect(left[word, default: 0] >= needed, "'\(word)' in\n\(record.text)")
      left[word, default: 0] -= count
    }
  }

  @Test(arguments: 0..<200)
  func everyWordOfAnyTextIsInTheResult(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "How do you do it?", "\"we wrote it all down on paper\"", "> quoted", "- item", "# Head", "---", "```", "Jo Smith: yes", "Dana: why?", "word", "| a | b |",
      "<!-- c -->", "<!--", "-->", "Q: asked", "A: told", "", "", "key: value", "  indented “a b c d e” more", "1. one", "tags: [x]", "—  p-1, anecdote", "[[link]]",
      "How many? about 41 a night", "[00:01:02] A: then", "~~~", "*What now then?*", "3/4/2026", "é ü", "\u{FEFF}x", "a\tb", "Mark and Jo", "> — p-2", "    code?",
    ]
    let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined(separator: "\n")
    let record = try record(OldNote("n.md", date: nil, customer: nil, questions: 0, quotes: 0, text), people: [])
    let words = Set(Words(record.text).counts.keys)
    for word in Words(text).counts.keys { #expect(words.contains(word), "'\(word)' of\n\(text)\n\nin\n\(record.text)") }
  }

  @Test(arguments: OldNote.all)
  func namesAreReplacedEverywhere(_ note: OldNote) throws {
    let text = try record(note).text
    #expect(!Words(text).counts.keys.contains("Smith"))
    #expect(!text.contains("Jo Smith"))
  }

  @Test func theResultIsReadAsItWasMeant() throws {
    let notes = ["acme interview.md", "birch-talk.txt", "vault/Acme call.md", "narrative.md", "mixed.md", "broken head.md", "Nethergate 2026-06-08.md", "acme-2.md"]
    let texts = try notes.map { path in
      let note = try #require(OldNote.all.first { $0.path == path })
      let record = try record(note)
      return "==== \(path) -> \(record.path)\n\(record.text)"
    }
    expectGolden(texts.joined(separator: "\n"), "notes.md")
  }

  @Test func importedNotesAreRawAndOnlyAskWhatIsOpen() throws {
    let (_, scratch) = try base()
    for note in OldNote.all {
      let record = try record(note)
      try scratch.write("check/\(record.path)", record.text)
      let facts = RecordReader(configuration: Configuration(), today: try #require(CalendarDate("2026-06-30"))).facts(path: record.path, bytes: Array(record.text.utf8))
      let rules = Set(try #require(facts).findings.map(\.rule))
      #expect(rules.isSubset(of: ["todo-comment", "field-missing"]), "\(note.path): \(rules)\n\(record.text)")
      #expect(rules.contains("todo-comment") == !record.undecided.isEmpty)
    }
  }

  @Test func twoCustomersOfOneNameAreAsked() throws {
    let note = try #require(OldNote.all.first { $0.path.hasPrefix("Nethergate") })
    #expect(try record(note).undecided.contains { $0.contains("nethergate-brewing or nethergate-malt") })
  }

  @Test func anAmbiguousDateIsAsked() throws {
    let note = try #require(OldNote.all.first { $0.path == "acme-2.md" })
    #expect(try record(note).undecided.contains("date: '03/04/2026' may be 2026-03-04 or 2026-04-03"))
  }

  @Test func aBinaryFileIsRefusedAndTheOthersGoOn() throws {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    var importer = try NoteImporter(.init(), in: snapshot)
    #expect(throws: KnowledgeBaseError.unreadable(path: "a.md", reason: "it is no text")) { try importer.record(source: "a.md", bytes: [0x50, 0, 1]) }
    #expect(try importer.record(source: "b.md", bytes: Array("Acme 2026-06-01".utf8)).facts.customer == "acme")
  }

  @Test func notesOfOneDayAndCustomerHaveIDsOfTheirOwn() throws {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    var importer = try NoteImporter(.init(), in: snapshot)
    let paths = try (0..<3).map { _ in try importer.record(source: "Acme 2026-06-01.md", bytes: Array("x".utf8)).path }
    #expect(paths == ["sessions/2026/2026-06-01-acme.md", "sessions/2026/2026-06-01-acme-2.md", "sessions/2026/2026-06-01-acme-3.md"])
  }

  @Test func theDayOfTheFirstCommitIsTheLastResort() throws {
    let repository = try RepositoryFixture()
    try repository.write("old/first.md", "Acme")
    try repository.commit("Add a note")
    try repository.write("old/first.md", "Acme called")
    try repository.commit("Change it")
    #expect(NoteFiles.firstCommit(of: repository.path + "/old/first.md") == CalendarDate("2026-01-01"))
    try repository.write("old/second.md", "Acme")
    #expect(NoteFiles.firstCommit(of: repository.path + "/old/second.md") == nil)
  }

  @Test(arguments: [
    ("3 June 2026", "2026-06-03"), ("June 3rd, 2026", "2026-06-03"), ("on 3. Juni 2026", "2026-06-03"), ("2026-6-3", "2026-06-03"), ("03.06.2026", "2026-06-03"),
    ("6/23/2026", "2026-06-23"), ("23/6/2026", "2026-06-23"), ("GMT20260603-100000", "2026-06-03"), ("06/06/2026", "2026-06-06"), ("31.02.2026", nil), ("41 permits in 2026", nil),
    ("version 1.2.3", nil), ("3/6/26", nil), ("2026-06-03T10:00:00Z", "2026-06-03"), ("Mär 3 2026", "2026-03-03"), ("2026-13-01", nil),
  ] as [(String, String?)])
  func datesAreReadAsPeopleWriteThem(_ text: String, _ date: String?) {
    #expect(FoundDate.first(in: text)?.certain?.description == date)
  }
}

/// How often each word stands in a text.
private struct Words {
  var counts: [String: Int] = [:]

  init(_ text: String) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) { counts[String(word), default: 0] += 1 }
  }
}
