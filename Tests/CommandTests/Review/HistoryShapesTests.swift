import Foundation
import KBTestSupport
import Testing

/// Histories and files as they come in real repositories.
@Suite struct HistoryShapesTests {
  @Test func aCrissCrossMergeIsMeasuredFromItsNewestBase() throws {
    let base = try ReviewedRepository()
    let repo = base.repo
    try repo.branch("one")
    try base.write("customers/dune.md", ReviewedRepository.customer("dune", segment: "smb"))
    let one = try repo.commit("One")
    try repo.checkout("main")
    try base.write("customers/ember.md", ReviewedRepository.customer("ember", segment: "smb"))
    let two = try repo.commit("Two")
    try repo.merge(one)
    try repo.checkout("one")
    try repo.merge(two)
    #expect(try repo.git("merge-base", "--all", "main", "one").split(separator: "\n").count == 2)
    try base.write("sessions/2026-05-09-fjord.md", ReviewedRepository.session("fjord"))
    try repo.commit("Fjord is unknown")
    #expect(try base.new(since: "main") == ["KB201 2026-05-09-fjord"])
    #expect(try base.kb(["review", "main"]).status == 0)
  }

  @Test func anOctopusMergeBringsWhatItsBranchesBring() throws {
    let base = try ReviewedRepository()
    let repo = base.repo
    for name in ["dune", "ember", "fjord"] {
      try repo.checkout("main")
      try repo.branch("add-\(name)")
      try base.write("sessions/2026-05-09-\(name).md", ReviewedRepository.session(name))
      try repo.commit("Talk to \(name)")
    }
    try repo.checkout("main")
    try repo.branch("all")
    try repo.merge("add-dune", "add-ember", "add-fjord")
    #expect(try base.new(since: "main").count == 3)
    #expect(try base.new(since: "add-dune") == ["KB201 2026-05-09-ember", "KB201 2026-05-09-fjord"])
  }

  @Test func whatIsNoRecordFileOfOursIsLeftAlone() throws {
    let base = try ReviewedRepository()
    let other = try RepositoryFixture()
    try other.write("customers/ghost.md", ReviewedRepository.session("ghost"))
    try other.commit("Another repository")
    try base.repo.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", other.path, "customers/outside")
    try base.repo.link("sessions/2026-05-10-link.md", to: "2026-05-04-acme.md")
    try base.repo.git("update-index", "--chmod=+x", "customers/acme.md")
    let run = try base.kb(["validate", "--new-since", "main", "--staged", "--format", "jsonl"])
    #expect(run.status < 2, "\(run.messages)")
    #expect(!run.output.contains("ghost"))
    try base.repo.commit("A submodule, a link and a mode")
    #expect(try base.kb(["diff", "HEAD~1..HEAD"]).output == "No record differs: HEAD~1 to HEAD\n")
    for head in [[], ["--head", "HEAD"]] {
      let review = try base.kb(["review", "HEAD~1", "--format", "json"] + head)
      #expect(review.status == 0, "\(review.messages)")
      #expect(!review.output.contains("ghost"))
    }
  }

  @Test func aRecordThatBecomesALinkIsGone() throws {
    let base = try ReviewedRepository(hasFault: false)
    try base.remove("customers/acme.md")
    try base.repo.link("customers/acme.md", to: "birch.md")
    #expect(try base.new(since: "main").contains("KB201 2026-05-04-acme"))
  }

  @Test func lineEndsThatAreCommittedAreNoChange() throws {
    let base = try ReviewedRepository()
    try base.repo.branch("windows")
    for path in ["sessions/2026-05-05-birch.md", "customers/acme.md", "use-cases/need.md"] {
      let text = try String(contentsOfFile: base.folder + "/" + path, encoding: .utf8)
      try base.write(path, text.replacing("\n", with: "\r\n"))
    }
    try base.repo.commit("Windows")
    #expect(try base.new(since: "main", ["--at", "windows"]) == [])
    #expect(try base.kb(["diff", "main..windows"]).output == "No record differs: main to windows\n")
  }

  // MARK: Bad input

  @Test(arguments: [["validate", "--new-since"], ["review"], ["diff"]])
  func anUnknownRevisionIsNamed(_ command: [String]) throws {
    let base = try ReviewedRepository()
    let run = try base.kb(command + ["mainn"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("mainn"))
    #expect(run.messages.contains("Did you mean 'main'?"))
  }

  @Test func unrelatedHistoriesAreNamed() throws {
    let base = try ReviewedRepository()
    try base.repo.git("checkout", "--quiet", "--orphan", "other")
    try base.repo.commit("From nowhere")
    for command in [["validate", "--new-since", "main"], ["review", "main"], ["diff", "main...other"]] {
      let run = try base.kb(command)
      #expect(run.status == 2)
      #expect(run.messages.contains("'main'"))
      #expect(run.messages.contains("no commit in common"))
    }
    // Two states can be compared all the same.
    #expect(try base.kb(["diff", "main..other"]).status == 0)
  }

  @Test(arguments: [["validate", "--new-since", "main"], ["review", "main"], ["diff", "main"]])
  func aDamagedObjectIsNamed(_ command: [String]) throws {
    let base = try ReviewedRepository()
    let id = try base.repo.git("rev-parse", "HEAD:customers/acme.md")
    try base.write("customers/acme.md", ReviewedRepository.customer("acme", segment: "smb"))
    let file = base.repo.objectFile(id)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file))
    let run = try base.kb(command)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(id.prefix(7)))
  }

  @Test(arguments: [["validate", "--new-since", "broken"], ["review", "broken"], ["diff", "broken"]])
  func aBaseWhoseConfigurationCannotBeReadIsNamed(_ command: [String]) throws {
    let base = try ReviewedRepository()
    try base.write("kb.yaml", "name: Permits\nsegments: [one\nrules: {\n")
    try base.repo.commit("Break it")
    try base.repo.git("branch", "broken")
    try base.write("kb.yaml", "name: Permits\n")
    let run = try base.kb(command)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("kb.yaml of 'broken'"))
    #expect(run.messages.contains("line "))
  }

  @Test func withoutARepositoryThereIsNothingToCompare() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let run = try KBProcess.run(["review", "main"], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("no git repository"))
  }
}
