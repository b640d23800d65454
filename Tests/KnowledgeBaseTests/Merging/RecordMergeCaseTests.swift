import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

/// What two people do to one record, and what becomes of it.
@Suite struct RecordMergeCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var base, ours, theirs: String
    var testDescription: String { name }

    init(_ name: String, _ base: String, _ ours: String, _ theirs: String) { (self.name, self.base, self.ours, self.theirs) = (name, base, ours, theirs) }
  }

  private static let head = "---\ntype: session\ndate: 2026-06-22\ncustomer: acme\ninterviewer: dana\ncovers: [offline]\nconsent: {basis: consent, scope: notes}\n---\n"
  private static let talk = head + "\n# Acme\n\n**Q:** What happened last?\n\n> One.\n>\n> — p-1a, anecdote ^q1\n"
  private static func customer(_ fields: String) -> String { "---\ntype: customer\nname: Acme\nsegment: food\nstage: trial\n\(fields)---\n\n# Acme\n" }

  static let cases: [Case] = [
    Case(
      "keys", talk, talk.replacing("customer: acme\n", with: "customer: acme\n# who sat there\npersona: lead\n").replacing("dana", with: "lena"),
      talk.replacing("date: 2026-06-22", with: "date: 2026-06-23").replacing("consent: {", with: "deal: d-12\nconsent: {")),
    Case("key-removed-and-changed", customer("owner: jo\n"), customer(""), customer("owner: elke\n")),
    Case(
      "sets", customer("tags: [a, b]\naliases:\n  - Acme Ltd # as on the contract\n"),
      customer("tags: [a, c]\naliases:\n  - Acme Ltd # as on the contract\n  - Acme Foods\n"),
      customer("tags: [a, b, d]\naliases:\n  # old names\n  - Acme Ltd # as on the contract\n  - Akme # on a badge\n")),
    Case("set-comments-of-both", customer("tags:\n  - a\n"), customer("tags:\n  - a # ours\n  - b\n"), customer("tags:\n  - a # theirs\n  - c\n")),
    Case("participants-with-roles", talk.replacing("covers:", with: "participants: {p-1a: lead}\ncovers:"), talk.replacing("covers:", with: "participants: {p-1a: lead, p-2b: buyer}\ncovers:"), talk.replacing("covers:", with: "participants: {p-1a: lead, p-3c: lead}\ncovers:")),
    Case(
      "dated-values", customer("arr:\n  - {from: 2025-01-01, value: 100}\n"), customer("arr:\n  - {from: 2025-01-01, value: 100}\n  - {from: 2026-06-01, value: 300}\n"),
      customer("arr:\n  - {from: 2025-01-01, value: 110}\n  - from: 2026-02-01 # after the fair\n    value: 200\n")),
    Case(
      "dated-values-of-one-day", customer("arr:\n  - {from: 2025-01-01, value: 100}\n"), customer("arr:\n  - {from: 2025-01-01, value: 100}\n  - {from: 2026-06-01, value: 300}\n"),
      customer("arr:\n  - {from: 2025-01-01, value: 100}\n  - {from: 2026-06-01, value: 400}\n")),
    Case(
      "facts", "---\ntype: competitor\nname: P\nfacts:\n  - date: 2026-01-01\n    text: cheap\n    source: web\n---\n",
      "---\ntype: competitor\nname: P\nfacts:\n  - date: 2026-01-01\n    text: cheap\n    source: web\n  - date: 2026-05-01\n    text: dear\n    source: web\n---\n",
      "---\ntype: competitor\nname: P\nfacts:\n  - date: 2026-01-01\n    text: cheap\n    source: web\n  - date: 2026-03-01\n    text: slow\n    source: call\n---\n"),
    Case(
      "blocks", talk, talk + "\n**Q:** And then?\n\n> Two.\n>\n> — p-1a, habit ^q2\n",
      talk.replacing("# Acme\n", with: "# Acme, at night\n") + "\n> Not an answer to that.\n>\n> — p-1a, opinion ^q7\n"),
    Case(
      "colliding-block-ids", talk, talk + "\n> Ours.\n>\n> — p-1a, habit ^q2\n\nSee [[#^q2]].\n",
      talk + "\n> Theirs.\n>\n> — p-1a, habit ^q2\n\nSee [[#^q2]], [[s#^q2|there]] and [here](#^q2), but [[t#^q2]] is another talk.\n"),
    Case("block-removed-and-changed", talk, talk.replacing("\n> One.\n>\n> — p-1a, anecdote ^q1\n", with: ""), talk.replacing("One.", with: "One and a half.")),
    Case("lines-of-a-block", talk, talk.replacing("> One.", with: "> One night."), talk.replacing("anecdote", with: "anecdote, [[offline]]")),
    Case("words-of-both", talk, talk.replacing("> One.", with: "> One night."), talk.replacing("> One.", with: "> One day.")),
    Case("block-id-gone-but-named", talk + "\nEnd.\n", talk + "\nEnd. See [[#^q1]].\n", talk.replacing("^q1", with: "^q9") + "\nEnd.\n"),
    Case("other-line-ends", talk, talk.replacing("\n", with: "\r\n"), talk + "\n> Two.\n>\n> — p-1a, habit ^q2\n"),
    Case("no-front-matter-any-more", talk, String(talk.dropFirst(head.count)), talk + "\n> Two.\n>\n> — p-1a, habit ^q2\n"),
    Case("added-by-both", "", talk, talk.replacing("dana", with: "lena").replacing("[offline]", with: "[audit]").replacing("One.", with: "Another one.")),
    Case("markers-of-an-earlier-merge", talk, talk + "\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n", talk.replacing("dana", with: "lena")),
  ]

  private func merge(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> RecordMerge {
    RecordMerge(base: base, ours: ours, theirs: theirs, path: "sessions/2026/s.md", configuration: Configuration(), today: CalendarDate(dayNumber: 20_700))
  }

  @Test(arguments: cases) func recordBecomes(_ test: Case) {
    let merge = merge(Array(test.base.utf8), Array(test.ours.utf8), Array(test.theirs.utf8))
    let names = merge.renumbered.sorted { $0.key < $1.key }.map { ", ^\($0.key) of theirs is ^\($0.value)" }.joined()
    let text = String(decoding: merge.bytes, as: UTF8.self).replacing("\r\n", with: "<CR>\n")
    expectGolden("\(merge.isClean ? "clean" : "conflicts: \(merge.conflicts)")\(names)\n\(text)", "merge-\(test.name).md")
  }

  @Test func bytesThatAreNoTextStayAsTheyAre() {
    let (base, ours, theirs): ([UInt8], [UInt8], [UInt8]) = ([0, 1, 10], [0, 2, 10], [0, 3, 10])
    let both = merge(base, ours, theirs)
    #expect(both.bytes == ours)
    #expect(both.isBinary)
    #expect(!both.isClean)
    #expect(merge(base, base, theirs).bytes == theirs)
    #expect(merge(base, base, theirs).isClean)
    #expect(merge(base, ours, base).bytes == ours)
  }
}
