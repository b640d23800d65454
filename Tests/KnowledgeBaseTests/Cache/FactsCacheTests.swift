import Foundation
import KBModel
import KBTestSupport
@testable import KnowledgeBase
import Testing

/// What is remembered must never show: a knowledge base that is read with a cache says what it says without one.
@Suite struct FactsCacheTests {
  let base = try! CachedBase()  // A test that cannot write its folder has nothing to say.

  @Test func aSecondReadingTakesEveryFileFromTheCache() throws {
    let first = try base.load()
    let again = try base.load()
    #expect(base.cacheFiles.count == 1)
    #expect(again.read.allSatisfy { $0.stamp?.isCached == true })
    #expect(again.description == first.description)
    #expect(first.description == (try base.loadFromScratch()))
  }

  @Test(arguments: 1...6) func aReadingAfterRandomEditsIsTheOneFromScratch(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    _ = try base.load()
    for step in 0..<12 {
      for _ in 0..<Int.random(in: 0...3, using: &random) { try base.edit(&random) }
      if step % 3 == 0 { base.age() }
      #expect(try base.load().description == base.loadFromScratch(), "seed \(seed), step \(step)")
    }
  }

  @Test func aFileOfTheSameSizeAndTimeIsReadAgain() throws {
    let path = "customers/acme.md"
    base.age()
    _ = try base.load()
    // The content changes within the clock's tick, and the time of the content is put back: the time of the change is not.
    try base.write(path, CachedBase.customer("Axme"))
    base.age(only: path)
    let again = try base.load()
    #expect(again.description.contains("Axme"))
    #expect(again.description == (try base.loadFromScratch()))
  }

  @Test func aFileWithOtherTimesAndTheSameBytesIsNotParsedAgain() throws {
    _ = try base.load()
    let path = "customers/acme.md"
    try base.write(path, CachedBase.customer("Acme"))
    let again = try base.load()
    let file = try #require(again.read.first { $0.facts?.path == path })
    #expect(file.stamp?.isCached == false)
    // Facts from the cache all have its one table of names.
    let other = try #require(again.read.first { $0.facts?.path != path && $0.facts != nil }?.facts)
    #expect(file.facts?.names === other.names)
  }

  @Test func aFileThatChangedJustNowIsNotTrusted() throws {
    try base.write("customers/late.md", CachedBase.customer("Late"))
    _ = try base.load()
    let entry = try #require(try base.load().read.first { $0.facts?.id == "late" })
    #expect(entry.stamp?.isCached == false)
    base.age()
    _ = try base.load()
    #expect(try base.load().read.allSatisfy { $0.stamp?.isCached == true })
  }

  @Test func otherProgramsDaysAndConfigurationsDoNotShareFacts() throws {
    _ = try base.load()
    #expect(try base.load(program: "another").read.allSatisfy { $0.stamp?.isCached == false })
    #expect(try base.load(today: CalendarDate("2026-07-01")!).read.allSatisfy { $0.stamp?.isCached == false })
    _ = try base.load()
    try base.write("kb.yaml", "kb: 1\nname: Other\n")
    let changed = try base.load()
    #expect(changed.read.allSatisfy { $0.stamp?.isCached == false })
    #expect(changed.description == (try base.loadFromScratch()))
  }

  // MARK: Damage

  @Test func noFlippedBitShows() throws {
    _ = try base.load()
    let expected = try base.loadFromScratch()
    let file = try #require(base.cacheFiles.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      var damaged = whole
      damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try damaged.write(to: URL(fileURLWithPath: file))
      let read = try base.load()
      #expect(read.description == expected)
      #expect(read.read.allSatisfy { $0.stamp?.isCached == false })
    }
    #expect(try base.load().read.allSatisfy { $0.stamp?.isCached == true }, "a damaged cache is written anew")
  }

  @Test func noFlippedBitOfTheHeadShows() throws {
    _ = try base.load()
    let file = try #require(base.cacheFiles.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    let key = base.key
    #expect(CachedFacts(path: file, key: key.bytes) != nil, "otherwise this test shows nothing")
    for bit in 0..<CacheLayout.headCount * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      try damaged.write(to: URL(fileURLWithPath: file))
      #expect(CachedFacts(path: file, key: key.bytes) == nil, "bit \(bit)")
    }
  }

  @Test func noTruncationShows() throws {
    _ = try base.load()
    let expected = try base.loadFromScratch()
    let file = try #require(base.cacheFiles.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for count in [0, 1, 8, 24, 127, 128, whole.count / 2, whole.count - 16, whole.count - 1] {
      try whole.prefix(count).write(to: URL(fileURLWithPath: file))
      #expect(try base.load().description == expected, "\(count) bytes")
    }
    try (whole + Data([0])).write(to: URL(fileURLWithPath: file))
    #expect(try base.load().description == expected)
  }

  @Test func aFolderThatCannotBeWrittenIsNoError() throws {
    // Nothing can be made below a file, whoever asks.
    try base.write(".state/cache", "a file in the way")
    let read = try base.load()
    #expect(read.description == (try base.loadFromScratch()))
    #expect(try base.load().read.allSatisfy { $0.stamp?.isCached == false })
  }

  @Test func oldFilesAndWhatAKilledProcessLeftAreRemoved() throws {
    for day in 1...9 { _ = try base.load(today: CalendarDate(year: 2026, month: 6, day: day)!) }
    #expect(base.cacheFiles.count == 4)
    let left = base.cacheFolder + "/facts-0123.4567"
    try Data().write(to: URL(fileURLWithPath: left))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: left)
    let fresh = base.cacheFolder + "/facts-0123.4568"
    try Data().write(to: URL(fileURLWithPath: fresh))
    _ = try base.load(today: CalendarDate("2026-06-20")!)
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: fresh), "another process may be writing it")
  }

  @Test func whatAKilledProcessWithOurNumberLeftStandsInTheWayOnce() throws {
    _ = try base.load()
    let file = try #require(base.cacheFiles.first)
    try FileManager.default.removeItem(atPath: file)
    let left = "\(file).\(ProcessInfo.processInfo.processIdentifier)"
    try Data().write(to: URL(fileURLWithPath: left))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: left)
    _ = try base.load()
    #expect(base.cacheFiles.isEmpty, "otherwise this test shows nothing")
    _ = try base.load()
    #expect(base.cacheFiles == [file])
  }

  @Test func severalReadersAndWritersAgree() async throws {
    let expected = try base.loadFromScratch()
    let base = base
    await withTaskGroup(of: Bool.self) { group in
      for i in 0..<8 {
        group.addTask { (try? base.load(program: "p\(i % 2)").description == expected) ?? false }
      }
      for await agrees in group { #expect(agrees) }
    }
  }
}
