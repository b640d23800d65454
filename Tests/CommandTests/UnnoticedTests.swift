import Foundation
import KBTestSupport
import Testing

/// What would easily go unnoticed is said.
@Suite struct UnnoticedTests {
  private func base(_ configuration: String = "") throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    try scratch.write("kb/kb.yaml", configuration)
    try scratch.write("kb/customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: smb\nstage: trial\n---\n")
    return scratch
  }

  @Test func anEmptyKnowledgeBaseNamesTheNextStep() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let run = try KBProcess.run(["validate"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output == "0 records in 1 file: nothing to report.\nNext: kb new customer: there is no customer yet. 'kb tour' shows one that is full.\n")
    // Programs get what they always got, and who has records needs no such word.
    #expect(try KBProcess.run(["validate", "--format", "markdown"], in: scratch.path).output.contains("Next") == false)
    let full = try base()
    #expect(try KBProcess.run(["validate"], in: full.path + "/kb").output.contains("Next") == false)
  }

  @Test func queriesThatCannotBeRunAreFindings() throws {
    let scratch = try base(
      """
      queries:
        fine: customer --where segment=smb --sort name
        lists: customer --group segment --count
        field: customer --where segmnt=smb
        option: customer --whre segment=smb
        type: custmer
        open: customer --where 'segment=smb
        own: customer --where colour=red
        itself: fine

      """)
    try scratch.write("kb/customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\ncolour: red\n---\n")
    let run = try KBProcess.run(["validate", "--format", "jsonl", "--rule", "config-invalid"], in: scratch.path + "/kb")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(lines.compactMap { $0.firstMatch(of: /"field":"([^"]*)"/)?.1 } == ["queries.field", "queries.option", "queries.type", "queries.open", "queries.itself"])
    #expect(lines[0].contains("\"line\":4") && lines[0].contains("did you mean 'segment'?"), "\(lines[0])")
    #expect(lines[1].contains("--whre"), "\(lines[1])")
    #expect(lines[2].contains("did you mean 'customer'?"), "\(lines[2])")
    #expect(lines[3].contains("never closed"), "\(lines[3])")
    #expect(lines[4].contains("a query itself"), "\(lines[4])")
    #expect(try KBProcess.run(["list", "own"], in: scratch.path + "/kb").output.contains("birch"))
  }

  @Test func aFolderBehindALinkIsNamedOnce() throws {
    let scratch = try base()
    try scratch.write("elsewhere/2025-01-01-acme.md", "---\ntype: session\n---\n")
    try scratch.write("elsewhere/picture.png", "")
    for (name, target) in [("kb/sessions", "elsewhere"), ("kb/more", "elsewhere"), ("kb/picture.png", "elsewhere/picture.png"), ("kb/gone", "nowhere")] {
      try FileManager.default.createSymbolicLink(atPath: scratch.path + "/" + name, withDestinationPath: scratch.path + "/" + target)
    }
    let run = try KBProcess.run(["validate"], in: scratch.path + "/kb")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.messages == "kb: 'more' (and 'sessions') leads to a folder by a symbolic link, which is not followed: nothing there is read\n")
    // What is left out on purpose needs no word.
    try scratch.write("kb/kb.yaml", "exclude: [more, sessions]\n")
    #expect(try KBProcess.run(["validate"], in: scratch.path + "/kb").messages == "")
  }

  @Test func aRecordWhoseFrontMatterCannotBeReadIsFoundAnywhere() throws {
    let scratch = try base()
    try scratch.write("kb/inbox/acme.md", "---\ntype: session\ndate: [2026\n---\n\nText.\n")
    try scratch.write("kb/inbox/open.md", "---\ntype: session\ndate: 2026-01-01\n\nText.\n")
    try scratch.write("kb/inbox/blog.md", "---\ntitle: [a\n---\n\nText.\n")
    try scratch.write("kb/inbox/rule.md", "---\n\nText with a line\n")
    let run = try KBProcess.run(["validate", "--format", "jsonl", "--rule", "front-matter-syntax"], in: scratch.path + "/kb")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").compactMap { $0.firstMatch(of: /"path":"([^"]*)"/)?.1 } == ["inbox/acme.md", "inbox/open.md"])
  }

  @Test func theSameNoteIsImportedOnce() throws {
    let scratch = try base()
    let folder = scratch.path + "/kb"
    let note = "# Acme, 3 June 2026\n\nQ: What happened?\n\n\"We wrote it on paper.\"\n\nThey also have a van.\n"
    try scratch.write("notes/2026-06-03 acme.md", note)
    try scratch.write("notes/2026-06-03 copy.txt", note)
    let notes = scratch.path + "/notes"
    let first = try KBProcess.run(["import", "notes", notes, "--customer", "acme", "--write"], in: folder)
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output == "sessions/2026/2026-06-03-acme.md\n", "\(first.messages)")
    #expect(first.messages.contains("copy.txt: 'sessions/2026/2026-06-03-acme.md' has the same words; '--force' imports it again"))
    // Somebody works on the record: grades, fields, links; the words stay.
    let path = folder + "/sessions/2026/2026-06-03-acme.md"
    let record = try String(contentsOfFile: path, encoding: .utf8)
    #expect(record.contains("> We wrote it on paper.") || record.contains("> \"We wrote it on paper.\""), "\(record)")
    try record.replacing("status: raw\n", with: "interviewer: dana\n").replacing("paper.\"\n", with: "paper.\"\n>\n> — p-1a, anecdote ^q1\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let second = try KBProcess.run(["import", "notes", notes, "--customer", "acme", "--write"], in: folder)
    #expect(second.status == 0)
    #expect(second.output.isEmpty)
    #expect(second.messages.components(separatedBy: "has the same words").count == 3, "\(second.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sessions/2026") == ["2026-06-03-acme.md"])
    let forced = try KBProcess.run(["import", "notes", notes + "/2026-06-03 acme.md", "--customer", "acme", "--write", "--force"], in: folder)
    #expect(forced.output == "sessions/2026/2026-06-03-acme-2.md\n", "\(forced.messages)")
    // Another word makes another note.
    try scratch.write("notes/2026-06-03 acme.md", note.replacing("van", with: "truck"))
    #expect(try KBProcess.run(["import", "notes", notes + "/2026-06-03 acme.md", "--customer", "acme"], in: folder).output.contains("They also have a truck."))
  }

  @Test func theSameTranscriptIsImportedOnce() throws {
    let scratch = try base()
    let folder = scratch.path + "/kb"
    try scratch.write("call.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Dana>What happened last?\n\n00:00:05.000 --> 00:00:09.000\n<v Jo>We wrote it on paper.\n")
    let arguments = ["import", "transcript", scratch.path + "/call.vtt", "--customer", "acme", "--date", "2026-06-03", "--interviewer", "Dana", "--person", "Jo=p-1a", "--write"]
    #expect(try KBProcess.run(arguments, in: folder).output == "sessions/2026/2026-06-03-acme.md\n")
    let again = try KBProcess.run(arguments, in: folder)
    #expect(again.output.isEmpty)
    #expect(again.messages.contains("'sessions/2026/2026-06-03-acme.md' has the same words"))
    #expect(try KBProcess.run(arguments + ["--force"], in: folder).output == "sessions/2026/2026-06-03-acme-2.md\n")
  }
}
