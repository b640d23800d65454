import Foundation
import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

/// What holds of every merge, whatever two people did to a record.
@Suite struct RecordMergePropertyTests {
  private static let path = "sessions/2026/s.md"

  private struct Case {
    var base, ours, theirs: String

    init(seed: Int) {
      var random = SeededGenerator(seed: UInt64(seed))
      let record = RandomRecord(&random)
      base = record.text
      ours = record.changed(by: "o", &random).text
      theirs = record.changed(by: "t", &random).text
      // Two people may also have begun the same file.
      if seed % 10 == 0 { base = "" }
    }
  }

  private func merge(_ base: String, _ ours: String, _ theirs: String) -> RecordMerge {
    RecordMerge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), path: Self.path, configuration: Configuration(),
      today: CalendarDate(dayNumber: 20_700))
  }

  private func lines(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.drop { $0 == "\u{FEFF}" }.trimmingCharacters(in: .whitespaces)
      if !words.isEmpty { counts[words, default: 0] += 1 }
    }
    return counts
  }

  /// Elements of lists may be written in another style; what makes them one is the word.
  private func isListLine(_ line: String) -> Bool {
    line.hasPrefix("covers:") || line.hasPrefix("participants:") || (line.hasPrefix("- ") && !line.contains("item") && line.split(separator: " ").count <= 4)
  }

  @Test(arguments: 0..<600) func noLineIsEverLost(seed: Int) {
    let test = Case(seed: seed)
    let merge = merge(test.base, test.ours, test.theirs)
    let result = String(decoding: merge.bytes, as: UTF8.self)
    let (base, ours, theirs, found) = (lines(test.base), lines(test.ours), lines(test.theirs), lines(result))
    for line in Set(ours.keys).union(theirs.keys) {
      let (old, our, their) = (base[line] ?? 0, ours[line] ?? 0, theirs[line] ?? 0)
      let isNew = our > old || their > old
      guard isNew || (our > 0 && their > 0) else { continue }
      if isListLine(line) {
        // Of an element that is new on a side, nothing may be missing, its comment included.
        guard isNew else { continue }
        for word in line.split(whereSeparator: { "[],:- #".contains($0) }) { #expect(result.contains(word), "seed \(seed): \(line)") }
        continue
      }
      var candidates = [line]
      for (name, other) in merge.renumbered { candidates.append(line.replacing("^\(name)", with: "^\(other)")) }
      #expect(candidates.contains { found[$0] != nil }, "seed \(seed): \(line)\n--- base\n\(test.base)\n--- ours\n\(test.ours)\n--- theirs\n\(test.theirs)\n--- result\n\(result)")
    }
  }

  @Test(arguments: 0..<600) func aCleanMergeHasNoNewErrorInTheKnowledgeBase(seed: Int) throws {
    let test = Case(seed: seed)
    let merge = merge(test.base, test.ours, test.theirs)
    guard merge.isClean else { return }
    let result = String(decoding: merge.bytes, as: UTF8.self)
    let sides = try errors(test.ours).union(errors(test.theirs))
    let added = try errors(result).subtracting(sides)
    #expect(added == [], "seed \(seed)\n--- base\n\(test.base)\n--- ours\n\(test.ours)\n--- theirs\n\(test.theirs)\n--- result\n\(result)")
  }

  /// The errors of a whole knowledge base in which the record stands.
  private func errors(_ text: String) throws -> Set<String> {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    try scratch.write("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: food\nstage: trial\n---\n")
    try scratch.write("personas/lead.md", "---\ntype: persona\ntitle: Lead\n---\n")
    for id in ["a", "b", "c"] {
      try scratch.write("use-cases/\(id).md", "---\ntype: use-case\ntitle: \(id)\npersona: lead\ntrigger: t\ngoal: g\nworkaround: w\nstatus: draft\n---\n")
    }
    try scratch.write(Self.path, text)
    let snapshot = try SnapshotLoader(location: KnowledgeBaseLocation(containing: scratch.path), today: CalendarDate(dayNumber: 20_700)).load()
    return Set(Validation(of: snapshot).findings.filter { $0.severity == .error }.map { "\($0.code) \($0.subject)" })
  }

  @Test(arguments: 0..<200) func conflictsStandBetweenMarkersAndOnlyConflictsDo(seed: Int) {
    let test = Case(seed: seed)
    let merge = merge(test.base, test.ours, test.theirs)
    let text = String(decoding: merge.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    let marks = text.split(separator: "\n").filter { $0 == "<<<<<<< ours" || $0 == "=======" || $0 == ">>>>>>> theirs" }
    #expect(marks.count == 3 * merge.conflicts, "seed \(seed)")
    #expect(marks.enumerated().allSatisfy { $1 == ["<<<<<<< ours", "=======", ">>>>>>> theirs"][$0 % 3] }, "seed \(seed)")
  }

  @Test(arguments: 0..<200) func whereOneSideDidNothingTheOtherHasItsWayByteForByte(seed: Int) {
    let test = Case(seed: seed)
    #expect(merge(test.base, test.base, test.theirs).bytes == Array(test.theirs.utf8))
    #expect(merge(test.base, test.ours, test.base).bytes == Array(test.ours.utf8))
    #expect(merge(test.base, test.ours, test.ours).bytes == Array(test.ours.utf8))
  }

  /// The test above must not hold only because everything conflicts.
  @Test func mostMergesAreClean() {
    let clean = (0..<300).count { seed in
      let test = Case(seed: seed)
      return merge(test.base, test.ours, test.theirs).isClean
    }
    #expect(clean > 90)
  }
}
