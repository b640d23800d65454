import KBDocuments
import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct RecordMergeTests {
  private func merge(_ base: String, _ ours: String, _ theirs: String) -> RecordMerge {
    RecordMerge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), path: "sessions/2026/s.md", configuration: Configuration(),
      today: CalendarDate(dayNumber: 20_000))
  }

  private static let head = "---\ntype: session\ndate: 2026-06-22\ncustomer: acme\ninterviewer: dana\ncovers: [a, b]\nconsent: {basis: consent, scope: notes}\n---\n"
  private static let base = head + "\n**Q:** What happened last?\n\n> One.\n>\n> — p-1, anecdote ^q1\n"

  private func text(_ merge: RecordMerge) -> String { String(decoding: merge.bytes, as: UTF8.self) }

  @Test func quotesOfBothSidesStayAndTheirNumberIsChanged() {
    let ours = Self.base + "\n**Q:** And then?\n\n> Ours.\n>\n> — p-1, habit ^q2\n"
    let theirs = Self.base + "\n**Q:** What did that cost?\n\n> Theirs.\n>\n> — p-1, anecdote ^q2\n\nSee [[#^q2]] and [[s#^q2]] and [[t#^q2]].\n"
    let merge = merge(Self.base, ours, theirs)
    #expect(merge.isClean)
    #expect(merge.renumbered == ["q2": "q3"])
    #expect(
      text(merge) == ours + "\n**Q:** What did that cost?\n\n> Theirs.\n>\n> — p-1, anecdote ^q3\n\nSee [[#^q3]] and [[s#^q3]] and [[t#^q2]].\n")
  }

  @Test func aQuoteNeverComesUnderAnotherQuestion() {
    let ours = Self.base + "\n**Q:** And then?\n\n> Ours.\n>\n> — p-1, habit ^q2\n"
    let theirs = Self.base + "\n> Theirs, to the first question.\n>\n> — p-1, anecdote ^q3\n"
    for merge in [merge(Self.base, ours, theirs), merge(Self.base, theirs, ours)] where merge.isClean {
      let text = text(merge)
      let (their, question) = (text.firstOffset(of: "Theirs,"), text.firstOffset(of: "And then?"))
      #expect(their < question)
    }
  }

  @Test func setsUniteAndKeysMergeByKey() {
    let ours = Self.base.replacing("[a, b]", with: "[a, b, c]").replacing("interviewer: dana", with: "interviewer: dana\nchannel: call")
    let theirs = Self.base.replacing("[a, b]", with: "[b, d]").replacing("customer: acme", with: "customer: birch")
    let merge = merge(Self.base, ours, theirs)
    #expect(merge.isClean)
    #expect(text(merge) == Self.base.replacing("[a, b]", with: "[b, c, d]").replacing("interviewer: dana", with: "interviewer: dana\nchannel: call").replacing("customer: acme", with: "customer: birch"))
  }

  @Test func datedValuesUniteByDay() {
    let base = "---\ntype: customer\nname: A\nsegment: food\nstage: trial\narr:\n  - {from: 2025-01-01, value: 1}\n---\n"
    let ours = base.replacing("value: 1}\n", with: "value: 1}\n  - {from: 2026-01-01, value: 2}\n")
    let theirs = base.replacing("value: 1}\n", with: "value: 1}\n  - {from: 2026-02-01, value: 3}\n")
    let other = base.replacing("value: 1}\n", with: "value: 1}\n  - {from: 2026-01-01, value: 9}\n")
    let united = merge(base, ours, theirs)
    #expect(united.isClean)
    #expect(text(united).contains("  - {from: 2026-01-01, value: 2}\n  - {from: 2026-02-01, value: 3}\n"))
    #expect(!merge(base, ours, other).isClean)
  }

  @Test func scalarsThatBothChangedConflict() {
    let merge = merge(Self.base, Self.base.replacing("acme", with: "birch"), Self.base.replacing("acme", with: "cobalt"))
    #expect(merge.conflicts == 1)
    #expect(text(merge).contains("<<<<<<< ours\ncustomer: birch\n=======\ncustomer: cobalt\n>>>>>>> theirs\n"))
  }

  @Test func whatOneSideDeletedAndTheOtherChangedConflicts() {
    let ours = Self.head + "\n**Q:** What happened last?\n"
    let theirs = Self.base.replacing("> One.", with: "> One and more.")
    let merge = merge(Self.base, ours, theirs)
    #expect(!merge.isClean)
    #expect(text(merge).contains("> One and more."))
  }

  @Test func theSameOnBothSidesStaysOnce() {
    let both = Self.base + "\n> New.\n>\n> — p-1, habit ^q2\n"
    #expect(merge(Self.base, both, both).bytes == Array(both.utf8))
    let theirs = both.replacing("> One.", with: "> One!")
    #expect(text(merge(Self.base, both, theirs)) == theirs)
    #expect(text(merge(Self.base, theirs, both)) == theirs)
  }

  @Test func anEmptyBaseAndFilesThatAreNoRecordsMergeByLines() {
    #expect(!merge("", "a\n", "b\n").isClean)
    #expect(text(merge("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n")) == "A\nb\nC\n")
    #expect(merge("---\nx: [\n---\n", "---\nx: [1\n---\n", "---\nx: [2\n---\n").conflicts == 1)
  }

  /// Whatever both sides did, every line that one of them added is in the result, and a clean result has no error that neither had.
  @Test(arguments: 0..<400) func noLineIsEverLost(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let base = Self.record(&random, count: 4)
    let ours = Self.changed(base, by: "o", &random)
    let theirs = Self.changed(base, by: "t", &random)
    let merge = merge(base, ours, theirs)
    let result = text(merge)
    var remaining: [Substring: Int] = [:]
    for line in result.split(whereSeparator: \.isNewline) { remaining[line, default: 0] += 1 }
    let old = Set(base.split(whereSeparator: \.isNewline))
    for line in Set(ours.split(whereSeparator: \.isNewline) + theirs.split(whereSeparator: \.isNewline)) where !old.contains(line) {
      // Lists are united and block ids renumbered: their parts are looked for instead.
      if line.hasPrefix("covers:") || line.hasPrefix("tags:") {
        for word in line.split(whereSeparator: { "[], :".contains($0) }) where !base.contains(word) { #expect(result.contains(word), "seed \(seed)") }
      } else {
        #expect(remaining[Self.withoutID(line)] != nil || remaining.keys.contains { Self.withoutID($0) == Self.withoutID(line) }, "seed \(seed): \(line)")
      }
    }
    let kept = Set(ours.split(whereSeparator: \.isNewline)).intersection(theirs.split(whereSeparator: \.isNewline))
    for line in kept where !line.hasPrefix("covers:") && !line.hasPrefix("tags:") { #expect(remaining[line] != nil, "seed \(seed): \(line)") }
    if merge.isClean {
      #expect(!result.contains("<<<<<<<"))
      let reader = RecordReader(configuration: Configuration(), today: CalendarDate(dayNumber: 20_000))
      func errors(_ text: String) -> Set<String> {
        Set((reader.facts(path: "sessions/2026/s.md", bytes: Array(text.utf8))?.findings ?? []).filter { $0.severity == .error }.map { $0.code + $0.subject })
      }
      #expect(errors(result).isSubset(of: errors(ours).union(errors(theirs))), "seed \(seed)")
    } else {
      #expect(result.contains("<<<<<<< ours\n") && result.contains("\n>>>>>>> theirs\n"), "seed \(seed)")
    }
  }

  private static func withoutID(_ line: Substring) -> Substring { line.split(separator: " ^").first ?? line }

  private static func record(_ random: inout SeededGenerator, count: Int) -> String {
    var text = head + "\n# Title\n"
    for number in 1...count { text += block("base", number, &random) }
    return text
  }

  private static func block(_ who: String, _ number: Int, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "\n**Q:** What of \(who) \(number)?\n"
    case 1: "\nSome words of \(who) \(number)\nin two lines of \(who) \(number).\n"
    case 2: "\n## Heading \(who) \(number)\n"
    default: "\n> Said \(who) \(number).\n>\n> — p-1, habit ^q\(number)\n"
    }
  }

  private static func changed(_ text: String, by who: String, _ random: inout SeededGenerator) -> String {
    var blocks = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
    for number in 1...Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 1...blocks.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < blocks.count: blocks.remove(at: place)
      case 1 where place < blocks.count: blocks[place] += " and \(who)\(number)"
      case 2: blocks[0] = blocks[0].replacing("[a, b", with: "[a, b, \(who)\(number)")
      case 3: blocks[0] = blocks[0].replacing("interviewer: dana", with: "interviewer: dana\n\(Bool.random(using: &random) ? "deal" : "next_step"): \(who)\(number)")
      default:
        var block = block(who, number + 4, &random)
        while block.hasPrefix("\n") { block.removeFirst() }
        while block.hasSuffix("\n") { block.removeLast() }
        blocks.insert(block, at: place)
      }
    }
    var result = blocks.joined(separator: "\n\n")
    if !result.hasSuffix("\n") { result += "\n" }
    return result
  }
}

extension String {
  fileprivate func firstOffset(of part: String) -> Int {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    return (0...max(0, whole.count - part.count)).first { whole[$0...].starts(with: part) } ?? .max
  }
}
