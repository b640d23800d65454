import KBModel
import KBTestSupport
import Testing

@testable import KnowledgeBase

@Suite struct RenamingTests {
  private static let acme = "---\ntype: customer\nname: Acme\nsegment: food\nstage: customer\n---\n\nSee [[acme]] and [it](acme.md#top).\n"

  private func rename(_ old: String, _ new: String, in fixture: BaseFixture) throws -> Renaming {
    let renaming = try Renaming(old, to: new, in: fixture.snapshot())
    try ChangeWriter(at: fixture.location).apply(renaming.changes)
    return renaming
  }

  @Test func everySpellingFollowsAndEveryOtherByteStays() throws {
    let session = """
      ---
      type: session   # a comment
      date: 2026-06-22
      customer:   "[[acme]]"   # acme, of course
      interviewer: 'acme'
      covers:
        - offline
        - [[offline]]
        - "[[offline|work offline]]"
        - 'offline'
      persona: [[lead]]
      participants: {p-1: lead, p-2: "lead"}
      consent: {basis: consent, scope: notes}
      competitors: []
      ---

      # acme talks

      **Q:** What of it? [[offline]]

      > It was long, said acme; `[[acme]]` stays.
      >
      > — lead, anecdote, [[offline]], against [[offline|that]] ^q1

      ![[acme]] [[acme|Acme, Inc]] [[acme#Head]] [[acme#^q1]] [[acme-2]] [a](../../customers/acme.md) [b](../../customers/acme.md "t")

      """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let fixture = try BaseFixture([
      "kb.yaml": "# acme\ndefaults:\n  session: {customer: acme, interviewer: acme}   # acme\nqueries:\n  a: session --where customer=acme\n  b: \"session --where covers ~ 'offline' and deal=offline\"\n  c: search customer:acme acme\n",
      "customers/acme.md": Self.acme, "customers/acme-2.md": Self.acme.replacing("Acme", with: "Acme 2").replacing("acme", with: "acme-2"),
      "use-cases/offline.md": "---\ntype: use-case\ntitle: Offline\npersona: lead\ntrigger: when\ngoal: do\nworkaround: paper\nstatus: draft\n---\n",
      "personas/lead.md": "---\ntype: persona\ntitle: Lead\n---\n", "sessions/2026/2026-06-22-acme.md": session,
      "README.md": "# About [[acme]], [Acme](customers/acme.md)\n",
    ])
    _ = try rename("acme", "birch", in: fixture)
    _ = try rename("offline", "no-network", in: fixture)
    _ = try rename("lead", "shift-lead", in: fixture)

    let expected =
      session.replacing("\"[[acme]]\"", with: "\"[[birch]]\"").replacing("![[acme]] [[acme|Acme, Inc]] [[acme#Head]] [[acme#^q1]]", with: "![[birch]] [[birch|Acme, Inc]] [[birch#Head]] [[birch#^q1]]")
      .replacing("customers/acme.md", with: "customers/birch.md").replacing("- offline", with: "- no-network").replacing("[[offline", with: "[[no-network")
      .replacing("'offline'", with: "'no-network'").replacing("[[lead]]", with: "[[shift-lead]]").replacing("p-1: lead, p-2: \"lead\"", with: "p-1: shift-lead, p-2: \"shift-lead\"")
      .replacing("— lead,", with: "— shift-lead,")
    #expect(fixture.text("sessions/2026/2026-06-22-acme.md") == expected)
    #expect(fixture.text("customers/birch.md") == Self.acme.replacing("[[acme]] and [it](acme.md#top)", with: "[[birch]] and [it](birch.md#top)"))
    #expect(fixture.text("customers/acme.md") == nil)
    #expect(
      fixture.text("kb.yaml")
        == "# acme\ndefaults:\n  session: {customer: birch, interviewer: acme}   # acme\nqueries:\n  a: session --where customer=birch\n  b: \"session --where covers ~ 'no-network' and deal=offline\"\n  c: search customer:birch acme\n")
    #expect(fixture.text("README.md") == "# About [[birch]], [Acme](customers/birch.md)\n")
    #expect(fixture.text("customers/acme-2.md")?.contains("[[acme-2]]") == true)
    #expect(try fixture.brokenReferences().isEmpty)
  }

  @Test func aliasesStayAndStillLeadToTheRecord() throws {
    let fixture = try BaseFixture([
      "customers/acme.md": Self.acme.replacing("stage:", with: "aliases: [ac]\nstage:"),
      "customers/x.md": "---\ntype: customer\nname: X\nsegment: food\nstage: trial\nparent: ac\n---\n\n[[ac]] [[acme]]\n",
    ])
    _ = try rename("acme", "birch", in: fixture)
    #expect(fixture.text("customers/x.md")?.hasSuffix("parent: ac\n---\n\n[[ac]] [[birch]]\n") == true)
    #expect(try fixture.brokenReferences().isEmpty)
  }

  /// There and back again gives every byte back, for records of every type.
  @Test func renamingBackGivesTheSameBytes() throws {
    let fixture = try BaseFixture(copyOf: "kb-example")
    let before = fixture.files()
    let broken = try fixture.brokenReferences()
    for id in ["dunlow", "shift-lead", "permit-without-network", "2024-10-08-eskdale-heat", "2026-06-15-aldermoor", "night-shift", "permitta"] {
      let there = try rename(id, "a-name-of-its-own", in: fixture)
      #expect(try fixture.brokenReferences() == broken, "\(id)")
      let snapshot = try fixture.snapshot()
      #expect(!snapshot.graph.files.contains { file in file.references.contains { $0.target == id } || file.links.contains { $0.target == id } }, "\(id)")
      let back = try rename("a-name-of-its-own", id, in: fixture)
      #expect(there.references == back.references)
      #expect(fixture.files() == before, "\(id)")
    }
  }

  @Test func whatCannotBeRenamedIsRefusedAndNothingWritten() throws {
    let fixture = try BaseFixture([
      "customers/acme.md": Self.acme.replacing("stage:", with: "aliases: [ac]\nstage:"), "customers/birch.md": Self.acme, "archive/birch.md": "no record\n",
      "customers/twin.md": Self.acme, "customers/old/twin.md": Self.acme,
    ])
    let before = fixture.files()
    for (old, new) in [
      ("acme", "birch"), ("acme", "Birch"), ("acme", ""), ("acme", "a--b"), ("acme", "../x"), ("acme", "acme"), ("acme", "anecdote"), ("ac", "x"), ("acne", "x"),
      ("twin", "x"), ("birch", "ac"),
    ] {
      #expect(throws: KnowledgeBaseError.self, "\(old) \(new)") { try rename(old, new, in: fixture) }
    }
    #expect(throws: KnowledgeBaseError.unknownRecord("acne", type: nil, candidates: ["acme"])) { try rename("acne", "x", in: fixture) }
    #expect(fixture.files() == before)
  }

  @Test func aFrontMatterThatCannotBeReadIsNamed() throws {
    let fixture = try BaseFixture(["customers/acme.md": Self.acme, "sessions/2026/bad.md": "---\ntype: session\ncustomer: [acme\n---\n"])
    #expect(try rename("acme", "birch", in: fixture).notices.count == 1)
  }

  @Test func whatReadsAsNothingIsQuoted() throws {
    let fixture = try BaseFixture([
      "customers/acme.md": Self.acme, "customers/x.md": "---\ntype: customer\nname: X\nsegment: food\nstage: trial\nparent: acme\n---\n",
    ])
    _ = try rename("acme", "null", in: fixture)
    #expect(fixture.text("customers/x.md")?.contains("parent: \"null\"\n") == true)
    #expect(try fixture.brokenReferences().isEmpty)
  }
}
