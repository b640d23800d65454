import Foundation
import KBTestSupport
import Synchronization
import Testing

@testable import KnowledgeBase

/// Whatever ends a run, and wherever, files are as before or as after, and the next run says which.
@Suite struct ChangeWriterTests {
  private struct Fixture {
    let scratch: ScratchDirectory
    let location: KnowledgeBaseLocation
    var root: String { scratch.path }

    static let before = [
      "kb.yaml": "name: a\n", "customers/acme.md": "old acme\n", "customers/bolt.md": "old bolt\n", "sessions/2026/one.md": "one\n",
    ]
    static let after = [
      "kb.yaml": "name: b\n", "customers/acme-corp.md": "new acme\n", "sessions/2026/one.md": "one, changed\n", "sessions/2027/new.md": "new\n",
    ]

    init() throws {
      scratch = try ScratchDirectory()
      for (path, text) in Self.before { try scratch.write(path, text) }
      location = KnowledgeBaseLocation(folder: scratch.path, repository: nil)
    }

    static func changes() -> ChangeSet {
      var set = ChangeSet()
      set.edit("kb.yaml", from: Array("name: a\n".utf8), to: Array("name: b\n".utf8))
      set.move("customers/acme.md", to: "customers/acme-corp.md", from: Array("old acme\n".utf8), to: Array("new acme\n".utf8))
      set.delete("customers/bolt.md", bytes: Array("old bolt\n".utf8))
      set.edit("sessions/2026/one.md", from: Array("one\n".utf8), to: Array("one, changed\n".utf8))
      set.create("sessions/2027/new.md", bytes: Array("new\n".utf8))
      return set
    }

    /// All files but those of the journal's folder.
    func files() throws -> [String: String] {
      var files: [String: String] = [:]
      for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() where !path.hasPrefix(".kb-journal") {
        if let data = FileManager.default.contents(atPath: root + "/" + path), (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) == nil {
          files[path] = String(decoding: data, as: UTF8.self)
        }
      }
      return files
    }

    func journalFiles() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: root + "/.kb-journal")) ?? []).filter { $0.hasPrefix("journal") }
    }

    func writer(interruptedAt step: Int, by interruption: FileOperations.Interruption) -> (ChangeWriter, @Sendable () -> Int) {
      let counter = Counter()
      var writer = ChangeWriter(at: location)
      writer.operations.interrupt = { counter.next() == step ? interruption : nil }
      return (writer, { counter.value })
    }
  }

  private final class Counter: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func next() -> Int {
      number.withLock {
        $0 += 1
        return $0
      }
    }
  }

  @Test func allChangesAreMade() throws {
    let fixture = try Fixture()
    try ChangeWriter(at: fixture.location).apply(Fixture.changes())
    #expect(try fixture.files() == Fixture.after)
    #expect(fixture.journalFiles().isEmpty)
  }

  @Test func killedAtAnyStepTheNextRunFinishesOrUndoes() throws {
    var step = 1
    var outcomes: [InterruptedChange.Outcome?] = []
    while true {
      let fixture = try Fixture()
      let (writer, steps) = fixture.writer(interruptedAt: step, by: .kill)
      let wasKilled: Bool
      do {
        try writer.apply(Fixture.changes())
        wasKilled = false
      } catch { wasKilled = true }
      guard wasKilled else {
        #expect(steps() < step)
        break
      }
      let recovered = try ChangeWriter(at: fixture.location).recover()
      let files = try fixture.files()
      switch recovered?.outcome {
      case .finished: #expect(files == Fixture.after, "killed at step \(step)")
      case .undone, nil: #expect(files == Fixture.before, "killed at step \(step)")
      }
      outcomes.append(recovered?.outcome)
      #expect(fixture.journalFiles().isEmpty, "killed at step \(step)")
      #expect(try ChangeWriter(at: fixture.location).recover() == nil)
      step += 1
    }
    #expect(outcomes.contains(.finished))
    #expect(outcomes.contains(.undone))
    #expect(step > 20)
  }

  @Test func killedAgainWhileRecoveringTheRunAfterThatStillFinishes() throws {
    var step = 1
    var counted = 0
    while step < 60 {
      for second in 1..<40 {
        let fixture = try Fixture()
        guard (try? fixture.writer(interruptedAt: step, by: .kill).0.apply(Fixture.changes())) == nil else { break }
        let wasKilled = (try? fixture.writer(interruptedAt: second, by: .kill).0.recover()) == nil
        _ = try ChangeWriter(at: fixture.location).recover()
        let files = try fixture.files()
        #expect(files == Fixture.before || files == Fixture.after, "killed at steps \(step) and \(second)")
        #expect(fixture.journalFiles().isEmpty)
        counted += 1
        if !wasKilled { break }
      }
      step += 1
    }
    #expect(counted > 100)
  }

  @Test(arguments: [ENOSPC, EACCES, EIO]) func aFailureAtAnyStepChangesNothingOrEverything(code: Int32) throws {
    var step = 1
    var failed = 0
    while step < 100 {
      let fixture = try Fixture()
      let (writer, steps) = fixture.writer(interruptedAt: step, by: .fail(code))
      var failure: KnowledgeBaseError?
      do throws(KnowledgeBaseError) { try writer.apply(Fixture.changes()) } catch { failure = error }
      if failure == nil {
        #expect(try fixture.files() == Fixture.after)
        if steps() < step { break }
      } else {
        failed += 1
        // What could be undone at once leaves nothing to recover.
        if case .halfDone = failure { _ = try ChangeWriter(at: fixture.location).recover() }
        #expect(try fixture.files() == Fixture.before, "failed at step \(step)")
        #expect(fixture.journalFiles().isEmpty, "failed at step \(step)")
      }
      step += 1
    }
    #expect(failed > 15)
  }

  @Test func aFileThatChangedSinceItWasReadStopsAll() throws {
    let fixture = try Fixture()
    try fixture.scratch.write("sessions/2026/one.md", "one, and more\n")
    #expect(throws: KnowledgeBaseError.changedMeanwhile(path: "sessions/2026/one.md")) { try ChangeWriter(at: fixture.location).apply(Fixture.changes()) }
    var expected = Fixture.before
    expected["sessions/2026/one.md"] = "one, and more\n"
    #expect(try fixture.files() == expected)
  }

  @Test func aFileThatVanishedOrAppearedStopsAll() throws {
    let vanished = try Fixture()
    try FileManager.default.removeItem(atPath: vanished.root + "/customers/bolt.md")
    #expect(throws: KnowledgeBaseError.changedMeanwhile(path: "customers/bolt.md")) { try ChangeWriter(at: vanished.location).apply(Fixture.changes()) }
    let appeared = try Fixture()
    try appeared.scratch.write("sessions/2027/new.md", "mine\n")
    #expect(throws: KnowledgeBaseError.exists(path: "sessions/2027/new.md")) { try ChangeWriter(at: appeared.location).apply(Fixture.changes()) }
    #expect(try appeared.files()["sessions/2027/new.md"] == "mine\n")
    #expect(try appeared.files()["kb.yaml"] == "name: a\n")
  }

  /// Between the kill and the next run somebody writes into one of the files: their text is never overwritten.
  @Test func whatSomebodyWroteAfterAKillIsKept() throws {
    for step in 1..<60 {
      let fixture = try Fixture()
      guard (try? fixture.writer(interruptedAt: step, by: .kill).0.apply(Fixture.changes())) == nil else { break }
      try fixture.scratch.write("sessions/2026/one.md", "somebody else's\n")
      let recovered = try ChangeWriter(at: fixture.location).recover()
      var files = try fixture.files()
      #expect(files["sessions/2026/one.md"] == "somebody else's\n")
      if recovered?.outcome == .finished { #expect(recovered?.left == ["sessions/2026/one.md"]) }
      files["sessions/2026/one.md"] = nil
      let (before, after) = (Fixture.before.filter { $0.key != "sessions/2026/one.md" }, Fixture.after.filter { $0.key != "sessions/2026/one.md" })
      #expect(files == before || files == after, "killed at step \(step)")
    }
  }

  @Test func aSecondWriterIsTurnedAwayAndALockOfADeadProcessHoldsNothing() throws {
    let fixture = try Fixture()
    // Left behind by a process that is gone.
    try fixture.scratch.write(".kb-journal/writer.lock", "999999\n")
    let held = try WriterLock(fixture.root + "/.kb-journal/writer.lock")
    #expect(throws: KnowledgeBaseError.busy(holder: getpid())) { try ChangeWriter(at: fixture.location).apply(Fixture.changes()) }
    #expect(try fixture.files() == Fixture.before)
    withExtendedLifetime(held) {}
  }

  @Test func aDamagedJournalIsReportedAndNothingTouched() throws {
    let fixture = try Fixture()
    #expect((try? fixture.writer(interruptedAt: 10, by: .kill).0.apply(Fixture.changes())) == nil)
    let journal = fixture.root + "/.kb-journal/" + (fixture.journalFiles().first ?? "")
    var bytes = [UInt8](FileManager.default.contents(atPath: journal) ?? Data())
    for index in [0, 13, bytes.count / 2, bytes.count - 1] {
      bytes[index] ^= 0x10
      try Data(bytes).write(to: URL(fileURLWithPath: journal))
      let files = try fixture.files()
      #expect(throws: KnowledgeBaseError.journalDamaged(path: journal)) { try ChangeWriter(at: fixture.location).recover() }
      #expect(try fixture.files() == files)
      bytes[index] ^= 0x10
    }
  }

  @Test func aLinkOnTheWayIsNotFollowed() throws {
    let fixture = try Fixture()
    let outside = try ScratchDirectory()
    try FileManager.default.createSymbolicLink(atPath: fixture.root + "/linked", withDestinationPath: outside.path)
    for path in ["linked/x.md", "../x.md", "a/../../x.md", "/x.md"] {
      var set = ChangeSet()
      set.create(path, bytes: [0x41])
      #expect(throws: KnowledgeBaseError.self) { try ChangeWriter(at: fixture.location).apply(set) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test func permissionsStayAndMoveAlong() throws {
    let fixture = try Fixture()
    chmod(fixture.root + "/customers/acme.md", 0o640)
    chmod(fixture.root + "/kb.yaml", 0o600)
    try ChangeWriter(at: fixture.location).apply(Fixture.changes())
    #expect(FileOperations.kind(fixture.root + "/customers/acme-corp.md") == .file(mode: 0o640))
    #expect(FileOperations.kind(fixture.root + "/kb.yaml") == .file(mode: 0o600))
  }

  @Test func aJournalReadsBackAsItWasWritten() throws {
    let journal = ChangeJournal(
      prefix: "kb", entries: [.init(path: "a.md", before: nil, after: [], mode: nil), .init(path: "ü.md", before: [0, 255], after: nil, mode: 0o644)])
    #expect(ChangeJournal(journal.bytes) == journal)
    for count in 0..<journal.bytes.count { #expect(ChangeJournal(Array(journal.bytes.prefix(count))) == nil) }
  }
}
