import Foundation
import KBModel
import KBTestSupport
@testable import KnowledgeBase
import Testing

/// Findings that are remembered are those that a validation from scratch has.
@Suite struct CachedFindingsTests {
  let base = try! CachedBase()  // A test that cannot write its folder has nothing to say.

  /// Validates until the findings are remembered: the first time writes the facts, the second the findings.
  private func remember() throws {
    _ = try base.check()
    _ = try base.check()
    #expect(base.findingFiles.count == 1, "otherwise these tests show nothing")
  }

  @Test func theyAreTakenWhereNothingChanged() throws {
    try remember()
    let file = try #require(base.findingFiles.first)
    let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(try base.check() == base.check(remembering: false))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int == before, "written again: not taken")
  }

  @Test(arguments: 1...4) func afterRandomEditsTheyAreThoseFromScratch(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try remember()
    for step in 0..<10 {
      for _ in 0..<Int.random(in: 0...2, using: &random) { try base.edit(&random) }
      if step % 2 == 0 { base.age() }
      for _ in 0..<3 { #expect(try base.check() == base.check(remembering: false), "seed \(seed), step \(step)") }
    }
  }

  @Test func aFileThatALinkLeadsToCounts() throws {
    try remember()
    #expect(try base.check().contains("picture.png"))
    try base.write("sessions/2026/picture.png", "a picture")
    #expect(try !base.check().contains("picture.png"))
    #expect(try base.check() == base.check(remembering: false))
  }

  @Test func anotherDayHasItsOwn() throws {
    try remember()
    for day in ["2026-05-03", "2030-01-01", "2026-05-03"] {
      for _ in 0..<3 { #expect(try base.check(asOf: CalendarDate(day)) == base.check(asOf: CalendarDate(day), remembering: false)) }
    }
  }

  @Test func noFlippedBitShows() throws {
    try remember()
    let expected = try base.check(remembering: false)
    let file = try #require(base.findingFiles.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var random = SeededGenerator(seed: 11)
    for count in 0..<40 {
      var damaged = whole
      if count % 4 == 0 {
        damaged = whole.prefix(Int.random(in: 0..<whole.count, using: &random))
      } else {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try damaged.write(to: URL(fileURLWithPath: file))
      #expect(try base.check() == expected)
    }
  }
}
