import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct MergingTests {
  private func merge(_ from: String, _ into: String, in fixture: BaseFixture) throws -> Merging {
    let merging = try Merging(from, into: into, in: fixture.snapshot())
    try ChangeWriter(at: fixture.location).apply(merging.changes)
    return merging
  }

  @Test func fieldsUniteAndReferencesFollow() throws {
    let fixture = try BaseFixture([
      "kb.yaml": "defaults: {session: {covers: [a]}}\n",
      "use-cases/a.md": """
      ---
      type: use-case
      title: One   # first
      persona: lead
      aliases: [aa]
      tags:
        - x
        - y
      outcome: an hour   # a shift
      status: draft
      ---

      Words of a. See [[#^q1]] and [[a#^q1]] and [[b]]. ^q1

      """,
      "use-cases/b.md": """
      ---
      type: use-case
      title: Two
      persona: "[[lead]]"
      tags: [y, z]   # kept
      status: draft
      # at the end
      ---

      Words of b. ^q1

      """,
      "personas/lead.md": "---\ntype: persona\ntitle: Lead\n---\n",
      "sessions/2026/s.md": "---\ntype: session\ncovers: [a, b, c]\n---\n\n[[a#^q1|x]] [[b#^q1]]\n",
      "sessions/2026/t.md": "---\ntype: session\ncovers:\n  - b\n  - a\n  - c\n---\n",
    ])
    let merging = try merge("a", "b", in: fixture)
    #expect(
      fixture.text("use-cases/b.md") == """
        ---
        type: use-case
        title: Two
        persona: "[[lead]]"
        tags: [y, z, x]   # kept
        status: draft
        # at the end
        outcome: an hour   # a shift
        aliases: [aa, a]
        ---

        Words of b. ^q1

        ## Merged from a

        - `title`: One
        - `persona`: lead

        Words of a. See [[#^q2]] and [[b#^q2]] and [[b]]. ^q2

        """)
    #expect(fixture.text("use-cases/a.md") == nil)
    #expect(fixture.text("sessions/2026/s.md") == "---\ntype: session\ncovers: [b, c]\n---\n\n[[b#^q2|x]] [[b#^q1]]\n")
    #expect(fixture.text("sessions/2026/t.md") == "---\ntype: session\ncovers:\n  - b\n  - c\n---\n")
    #expect(fixture.text("kb.yaml") == "defaults: {session: {covers: [b]}}\n")
    #expect(merging.notices.count == 1)
  }

  @Test func aParentIsNotItsOwnParent() throws {
    func customer(_ id: String, _ more: String) -> String { "---\ntype: customer\nname: \(id)\nsegment: food\nstage: trial\n\(more)---\n" }
    for (from, into) in [("a", "b"), ("b", "a")] {
      let fixture = try BaseFixture(["customers/a.md": customer("a", "parent: b\n"), "customers/b.md": customer("b", "arr:\n  - {from: 2026-01-01, value: 3}\n")])
      _ = try merge(from, into, in: fixture)
      #expect(try fixture.brokenReferences().isEmpty)
      #expect(fixture.text("customers/\(into).md")?.contains("\nparent:") == false)
      #expect(fixture.text("customers/\(into).md")?.contains("arr:\n  - {from: 2026-01-01, value: 3}\n") == true)
    }
  }

  @Test func datedValuesUniteByDay() throws {
    func customer(_ arr: String) -> String { "---\ntype: customer\nname: N\nsegment: food\nstage: trial\narr:\(arr)\n---\n" }
    let fixture = try BaseFixture([
      "customers/a.md": customer(" [{from: 2026-01-01, value: 3}, {from: 2026-03-01, value: 5}]"),
      "customers/b.md": customer("\n  - from: 2026-01-01\n    value: 4\n  - from: 2026-02-01\n    value: 6   # c"),
    ])
    _ = try merge("a", "b", in: fixture)
    #expect(fixture.text("customers/b.md")?.hasPrefix(customer("\n  - from: 2026-01-01\n    value: 4\n  - from: 2026-02-01\n    value: 6   # c\n  - {from: 2026-03-01, value: 5}").replacing("\n---\n", with: "\naliases: [a]\n---\n").replacing("---\ntype", with: "---\ntype")) == true)
    #expect(fixture.text("customers/b.md")?.contains("- `arr`: {from: 2026-01-01, value: 3}") == true)
  }

  @Test func lineEndsAreThoseOfTheRecordThatStays() throws {
    let persona = "---\ntype: persona\ntitle: T\n---\n\nWords\n"
    let fixture = try BaseFixture(["personas/a.md": persona, "personas/b.md": persona.replacing("\n", with: "\r\n")])
    _ = try merge("a", "b", in: fixture)
    let text = try #require(fixture.text("personas/b.md"))
    #expect(text.replacing("\r\n", with: "").utf8.allSatisfy { $0 != 0x0A })
  }

  /// Every line of both records is in the one that stays, and nothing leads nowhere.
  @Test(arguments: [
    ("aldermoor-resins", "aldermoor"), ("scan-paper-permits", "lock-box-keys"), ("contractor-foreman", "shift-lead"), ("permitta", "shiftstack"),
    ("night-shift", "paper-trail"), ("2026-01-20-eskdale-heat", "2024-10-08-eskdale-heat"), ("2026-06-15-aldermoor", "2026-06-30-fennmark"),
  ])
  func nothingIsLost(from: String, into: String) throws {
    let fixture = try BaseFixture(copyOf: "kb-example")
    let snapshot = try fixture.snapshot()
    let (source, target) = (try snapshot.record(from), try snapshot.record(into))
    let errors = Validation(of: snapshot).findings.count { $0.severity == .error }
    let body = try #require(fixture.text(source.path)?.split(separator: "\n---\n", maxSplits: 1).last)
    _ = try merge(from, into, in: fixture)
    #expect(try Validation(of: fixture.snapshot()).findings.count { $0.severity == .error } == errors)
    let text = try #require(fixture.text(target.path))
    // Links and block ids change; the words around them do not.
    for line in body.split(separator: "\n") where !line.contains("[[") && !line.contains("^") { #expect(text.contains(line)) }
    #expect(try fixture.snapshot().record(from).id == into)
  }

  @Test func whatCannotBeJoinedIsRefused() throws {
    let fixture = try BaseFixture(copyOf: "kb-example")
    let before = fixture.files()
    for (from, into) in [("dunlow", "shift-lead"), ("dunlow", "dunlow"), ("nobody", "dunlow"), ("dunlow", "nobody")] {
      #expect(throws: KnowledgeBaseError.self) { try merge(from, into, in: fixture) }
    }
    #expect(fixture.files() == before)
  }
}
