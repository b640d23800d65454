import Foundation
import KBTestSupport
import Testing

/// `git merge` with the driver that `kb init` sets up: real git, real program.
@Suite struct MergeDriverTests {
  /// A knowledge base in which git finds `kb`.
  private func initialised() throws -> RepositoryFixture {
    let repo = try RepositoryFixture()
    repo.programs = KBProcess.binary.deletingLastPathComponent().path
    let run = try KBProcess.run(["init"], in: repo.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("git merges records with kb"))
    for (path, text) in Self.records { try repo.write(path, text) }
    try repo.commit("Start")
    return repo
  }

  private static let records = [
    ("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: smb\nstage: trial\narr:\n  - {from: 2026-01-01, value: 1000}\n---\n"),
    ("personas/lead.md", "---\ntype: persona\ntitle: Lead\n---\n"),
    ("use-cases/offline.md", "---\ntype: use-case\ntitle: Offline\npersona: lead\ntrigger: t\ngoal: g\nworkaround: paper\nstatus: draft\n---\n"),
    ("use-cases/audit.md", "---\ntype: use-case\ntitle: Audit\npersona: lead\ntrigger: when they come\ngoal: prove it\nworkaround: paper\nstatus: draft\n---\n"),
    ("sessions/2026/2026-06-22-acme.md", talk),
  ]

  private static let talk = """
    ---
    type: session
    date: 2026-06-22
    customer: acme
    interviewer: dana
    participants: [p-7f3k]
    covers: [offline]
    consent: {basis: consent, scope: internal-quote}
    ---

    # Acme

    **Q:** Walk me through the last permit that you approved without network. [[offline]]

    > On 3 June the night shift wrote 41 permits on paper.
    >
    > — p-7f3k, anecdote ^q1

    """

  private let path = "sessions/2026/2026-06-22-acme.md"

  private func text(_ repo: RepositoryFixture, _ file: String? = nil) throws -> String {
    try String(contentsOfFile: repo.path + "/" + (file ?? path), encoding: .utf8)
  }

  @Test func initTellsGitAndAGitAttributesFileAsksForIt() throws {
    let repo = try initialised()
    #expect(try text(repo, ".gitattributes") == "*.md merge=kb\n")
    #expect(try repo.git("config", "--local", "merge.kb.driver").contains("kb merge-driver %O %A %B %P"))
    #expect(try repo.git("check-attr", "merge", path) == "\(path): merge: kb")
    // Again, as in a second clone: nothing is written twice, and another program stays.
    #expect(try KBProcess.run(["init"], in: repo.path).messages.contains("git merges records with kb"))
    #expect(try repo.git("config", "--local", "--get-all", "merge.kb.driver").split(separator: "\n").count == 1)
    try repo.git("config", "merge.kb.driver", "other %A")
    #expect(try KBProcess.run(["init"], in: repo.path).messages.contains("'other %A', which was left alone"))
    #expect(try repo.git("config", "merge.kb.driver") == "other %A")
    #expect(try repo.git("status", "--porcelain") == "")
  }

  @Test func initLeavesAGitAttributesFileAloneAndSaysWhatIsMissing() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitattributes", "*.png binary\n")
    #expect(try KBProcess.run(["init"], in: repo.path).messages.contains("add to .gitattributes: *.md merge=kb"))
    #expect(try text(repo, ".gitattributes") == "*.png binary\n")
    let scratch = try ScratchDirectory()
    #expect(try KBProcess.run(["init"], in: scratch.path).messages.contains("in a git repository, 'kb init' again"))
  }

  @Test func twoBranchesThatBothLoggedKeepEveryWord() throws {
    let repo = try initialised()
    try repo.branch("lena")
    try repo.write(
      path,
      Self.talk.replacing("covers: [offline]", with: "covers: [offline, audit]").replacing("[p-7f3k]", with: "[p-7f3k, p-2m2m]")
        + "\n**Q:** What did the auditor ask for last time? [[audit]]\n\n> Three permits, and it took us a day.\n>\n> — p-2m2m, anecdote ^q2\n\nSee [[#^q2]].\n")
    try repo.write("customers/acme.md", Self.records[0].1.replacing("value: 1000}\n", with: "value: 1000}\n  - {from: 2026-06-01, value: 3000}\n"))
    try repo.commit("Lena's part")
    try repo.checkout("main")
    try repo.write(
      path,
      Self.talk.replacing("interviewer: dana", with: "interviewer: dana\nchannel: call")
        + "\n**Q:** And what became of the paper?\n\n> I typed it in until two. [[offline]]\n>\n> — p-7f3k, anecdote ^q2\n")
    try repo.write("customers/acme.md", Self.records[0].1.replacing("value: 1000}\n", with: "value: 1000}\n  - {from: 2026-03-01, value: 2000}\n"))
    try repo.commit("Dana's part")
    try repo.merge("lena")
    expectGolden(try text(repo) + "=====\n" + text(repo, "customers/acme.md"), "merged-branches.md")
    #expect(try repo.git("status", "--porcelain") == "")
    let run = try KBProcess.run(["validate", "--as-of", "2026-06-30"], in: repo.path)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func twoTalksThatGotOneNameBecomeOneRecordWithAllWords() throws {
    let repo = try initialised()
    let other = "sessions/2026/2026-06-23-acme.md"
    try repo.branch("lena")
    try repo.write(other, Self.talk.replacing("interviewer: dana", with: "interviewer: lena").replacing("41", with: "12"))
    try repo.commit("Lena")
    try repo.checkout("main")
    try repo.write(other, Self.talk)
    try repo.commit("Dana")
    #expect(throws: RepositoryFixture.CommandFailure.self) { try repo.merge("lena") }
    expectGolden(try text(repo, other), "merged-additions.md")
    #expect(try repo.git("status", "--porcelain") == "AA \(other)")
  }

  @Test func aConflictStopsTheMergeWithBothSidesInTheFile() throws {
    let repo = try initialised()
    try repo.branch("lena")
    try repo.write(path, Self.talk.replacing("41 permits", with: "14 permits"))
    try repo.commit("Lena")
    try repo.checkout("main")
    try repo.write(path, Self.talk.replacing("41 permits", with: "forty-one permits"))
    try repo.commit("Dana")
    #expect(throws: RepositoryFixture.CommandFailure.self) { try repo.merge("lena") }
    let merged = try text(repo)
    #expect(merged.contains("<<<<<<< ours\n> On 3 June the night shift wrote forty-one permits on paper.\n=======\n> On 3 June the night shift wrote 14 permits on paper.\n>>>>>>> theirs\n"))
    #expect(try repo.git("status", "--porcelain") == "UU \(path)")
    #expect(try KBProcess.run(["validate", "--rule", "conflict-marker"], in: repo.path).status == 1)
  }

  @Test func withoutTheProgramGitMergesByLines() throws {
    let repo = try initialised()
    try repo.branch("lena")
    try repo.write(path, Self.talk.replacing("interviewer: dana", with: "interviewer: lena"))
    try repo.commit("Lena")
    try repo.checkout("main")
    try repo.write(path, Self.talk.replacing("interviewer: dana", with: "interviewer: mira"))
    try repo.commit("Mira")
    let elsewhere = try ScratchDirectory()
    // Only what git itself needs is on the path.
    for program in ["git", "sh"] {
      let found = ["/usr/bin/", "/bin/"].map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
      try FileManager.default.createSymbolicLink(atPath: elsewhere.path + "/" + program, withDestinationPath: try #require(found))
    }
    repo.programs = nil
    #expect(throws: RepositoryFixture.CommandFailure.self) { try repo.git(["-c", "merge.kb.driver=PATH='\(elsewhere.path)'; " + repo.git("config", "merge.kb.driver"), "merge", "lena"]) }
    let merged = try text(repo)
    #expect(merged.contains("interviewer: mira\n") && merged.contains("interviewer: lena\n"))
    #expect(merged.contains("<<<<<<< ") && merged.contains("\n>>>>>>> "))
  }

  @Test func filesThatCannotBeReadOrWrittenAreAnError() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("base", "a\n")
    try scratch.write("ours", "b\n")
    let run = try KBProcess.run(["merge-driver", "base", "ours", "missing", "x.md"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("'missing' cannot be read"))
    #expect(try String(contentsOfFile: scratch.path + "/ours", encoding: .utf8) == "b\n")
  }
}
