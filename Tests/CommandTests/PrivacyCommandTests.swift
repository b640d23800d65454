import Foundation
import KBTestSupport
import Testing

/// The commands on personal data, as a user runs them.
@Suite struct PrivacyCommandTests {
  private let example = KBProcess.package + "/kb-example"

  @Test func scanSaysWithItsExitCodeWhetherItFoundAnything() throws {
    let fixture = try ReviewedRepository()
    #expect(try KBProcess.run(["privacy", "scan"], in: fixture.folder).status == 0)
    try fixture.write("notes.md", "Mail jo.smith@acme-chemicals.com\n")
    let found = try KBProcess.run(["privacy", "scan"], in: fixture.folder)
    #expect(found.status == 1)
    #expect(found.output.contains("e-mail address 'jo…'"))
    #expect(!found.output.contains("smith"))
    #expect(try KBProcess.run(["privacy", "scan", "--history"], in: fixture.folder).status == 0)
    #expect(try KBProcess.run(["privacy", "scan", "--history", "--at", "main"], in: fixture.folder).status == 2)
  }

  @Test func personsStayOutsideOfTheRepository() throws {
    let fixture = try ReviewedRepository()
    let outside = try ScratchDirectory()
    let environment = ["XDG_CONFIG_HOME": outside.path]
    let added = try KBProcess.run(["person", "add", "Jo Smith", "--customer", "acme"], in: fixture.folder, environment: environment)
    #expect(added.status == 0, "\(added.messages)")
    let pseudonym = added.output.trimmingCharacters(in: .newlines)
    let found = try KBProcess.run(["person", "find", "smith"], in: fixture.folder, environment: environment)
    #expect(found.output == "\(pseudonym)\tJo Smith\tacme\n")
    #expect(try KBProcess.run(["person", "forget", pseudonym], in: fixture.folder, environment: environment).status == 0)
    #expect(try KBProcess.run(["person", "find", "smith"], in: fixture.folder, environment: environment).status == 1)
    // The home folder of these runs is the repository.
    let inside = try KBProcess.run(["person", "add", "Jo Smith"], in: fixture.folder)
    #expect(inside.status == 2)
    #expect(inside.messages.contains("--file"))
  }

  @Test func erasingIsPlannedFirst() throws {
    let plan = try KBProcess.run(["erase", "p-m4c8", "--as-of", "2026-06-30"], in: example)
    #expect(plan.status == 0, "\(plan.messages)")
    #expect(plan.output.contains("nothing was changed"))
    for arguments in [["erase"], ["erase", "p-m4c8", "--expired"], ["erase", "p-m4c8", "--history"], ["erase", "p-m4c9"]] {
      let run = try KBProcess.run(arguments, in: example)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
    }
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let run = try KBProcess.run(["erase", "p-m4c8", "--history", "--into", scratch.path + "/../copy"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("git init"))
  }

  @Test(arguments: ["sales", "company", "public"])
  func exampleIsPublished(_ audience: String) throws {
    let scratch = try ScratchDirectory()
    let run = try KBProcess.run(["publish", "--audience", audience, scratch.path + "/copy", "--as-of", "2026-06-30"], in: example)
    #expect(run.status == 0, "\(run.messages)")
    let check = try KBProcess.run(["validate", "--as-of", "2026-06-30", "--format", "jsonl"], in: scratch.path + "/copy")
    // Links to talks that were left out stay where readers may know of them.
    let errors = check.output.split(separator: "\n").filter { $0.contains("\"severity\":\"error\"") && !$0.contains("\"code\":\"KB201\"") }
    #expect(errors == [], "\(errors.prefix(3))")
    let again = try KBProcess.run(["publish", "--audience", audience, scratch.path + "/copy"], in: example)
    #expect(again.status == 2)
    #expect(again.messages.contains("not empty"))
  }
}
