import Foundation
import KBTestSupport
import Testing

/// `kb validate --new-since`: what a change brings, wherever it shows, and nothing that was there before.
@Suite struct NewSinceTests {
  private let unresolved = "KB201"

  @Test func whatWasThereBeforeIsNotNew() throws {
    let base = try ReviewedRepository()
    #expect(try base.kb(["validate"]).status == 1)
    let run = try base.kb(["validate", "--new-since", "HEAD"])
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(try base.new(since: "main") == [])
  }

  @Test(arguments: ["", "research/kb"])
  func workTreeIndexAndRevisionAgree(_ prefix: String) throws {
    let base = try ReviewedRepository(prefix: prefix)
    try base.repo.branch("change")
    try base.write("sessions/2026-05-09-dune.md", ReviewedRepository.session("dune"))
    let expected = ["\(unresolved) 2026-05-09-dune"]
    #expect(try base.new(since: "main") == expected)
    #expect(try base.new(since: "main", ["--staged"]) == [])
    try base.repo.git("add", "--all")
    #expect(try base.new(since: "main", ["--staged"]) == expected)
    #expect(try base.new(since: "HEAD", ["--staged"]) == expected)
    try base.repo.commit("Dune")
    try base.repo.checkout("main")
    #expect(try base.new(since: "main", ["--at", "change"]) == expected)
    #expect(try base.new(since: "change") == [])
  }

  @Test func aDeletedRecordIsNewlyMissedWhereNothingChanged() throws {
    let base = try ReviewedRepository()
    try base.remove("customers/acme.md")
    #expect(try base.new(since: "main") == ["\(unresolved) 2026-05-04-acme"])
    #expect(try base.kb(["validate", "--new-since", "main"]).status == 1)
  }

  @Test func movedRenamedAndReformattedFilesBringNothing() throws {
    let base = try ReviewedRepository()
    try base.move("sessions/2026-05-05-birch.md", "sessions/2026/05/2026-05-05-birch-first.md")
    try base.move("sessions/2026-05-04-acme.md", "sessions/2026/2026-05-04-acme.md")
    var text = ReviewedRepository.session("cobalt").replacing("covers: [need]", with: "covers:\n  - need")
    text = text.replacing("\n", with: "\r\n")
    try base.write("sessions/2026-05-06-cobalt.md", text)
    #expect(try base.new(since: "main") == [])
  }

  /// The unresolved name is the same fault after the record that it stands in was renamed and edited.
  @Test func aRenamedAndEditedRecordKeepsItsFaults() throws {
    let base = try ReviewedRepository()
    try base.remove("sessions/2026-05-05-birch.md")
    try base.write(
      "sessions/2026/2026-05-06-birch.md", ReviewedRepository.session("birch", covers: "need, gone", date: "2026-05-06") + "\nOne more line.\n")
    #expect(try base.new(since: "main") == [])
  }

  @Test func lineEndsThatGitConvertsAreNoChange() throws {
    let base = try ReviewedRepository()
    try base.repo.git("config", "core.autocrlf", "true")
    try base.repo.git("rm", "--cached", "-r", "--quiet", ".")
    try base.repo.git("reset", "--hard", "--quiet")
    #expect(try String(contentsOfFile: base.folder + "/kb.yaml", encoding: .utf8).contains("\r\n"))
    #expect(try base.new(since: "main") == [])
  }

  @Test func aBareRepositoryIsReadWithoutACheckout() throws {
    let base = try ReviewedRepository(prefix: "kb")
    try base.repo.branch("change")
    try base.remove("customers/acme.md")
    try base.repo.commit("Acme leaves")
    let bare = try base.repo.clone("bare.git", bare: true)
    #expect(try base.new(since: "main", ["--at", "change"], in: bare.path) == ["\(unresolved) 2026-05-04-acme"])
    #expect(try base.new(since: "change", ["--at", "main"], in: bare.path) == [])
  }

  @Test func aShallowCloneSaysWhatToFetch() throws {
    let base = try ReviewedRepository()
    try base.repo.branch("change")
    for branch in ["change", "main"] {
      try base.repo.checkout(branch)
      try base.write("customers/\(branch).md", ReviewedRepository.customer(branch, segment: "smb"))
      try base.repo.commit("On \(branch)")
      try base.write("customers/\(branch)-2.md", ReviewedRepository.customer(branch + "2", segment: "smb"))
      try base.repo.commit("Again on \(branch)")
    }
    let clone = try base.repo.clone("shallow", depth: 1)
    let run = try base.kb(["validate", "--new-since", "origin/change"], in: clone.path)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("shallow"))
    #expect(run.messages.contains("fetch-depth: 0"))
  }

  @Test func everyFormatIsWritten() throws {
    let base = try ReviewedRepository()
    try base.remove("customers/acme.md")
    for format in ["text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjson", "markdown"] {
      let run = try base.kb(["validate", "--new-since", "main", "--format", format])
      #expect(run.status == 1, "\(format): \(run.messages)")
      #expect(run.output.contains("2026-05-04-acme"), "\(format)")
      #expect(!run.output.contains("2026-05-05-birch"), "\(format)")
    }
  }

  @Test func aBaselineIsTakenAwayFromBoth() throws {
    let base = try ReviewedRepository()
    #expect(try base.kb(["validate", "--write-baseline", "known.json"]).status == 0)
    #expect(try base.new(since: "main", ["--baseline", "known.json"]) == [])
    // The entry that no longer occurs is news.
    try base.write("sessions/2026-05-05-birch.md", ReviewedRepository.session("birch"))
    #expect(try base.new(since: "main", ["--baseline", "known.json"]).contains { $0.hasPrefix("KB904") })
    #expect(try base.kb(["validate", "--new-since", "main", "--write-baseline", "other.json"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: base.folder + "/other.json"))
  }

  @Test func aFirstCommitHasNothingToCompareWith() throws {
    let scratch = try RepositoryFixture()
    try scratch.write("kb.yaml", "")
    try scratch.write("sessions/2026-05-01-acme.md", ReviewedRepository.session("acme"))
    try scratch.git("add", "--all")
    let run = try KBProcess.run(["validate", "--staged", "--new-since", "HEAD", "--as-of", "2026-06-30"], in: scratch.path)
    #expect(run.status == 1, "\(run.messages)")
    #expect(run.output.contains("KB201"))
  }

  @Test func aBaseWithoutAKnowledgeBaseIsEmpty() throws {
    let repo = try RepositoryFixture()
    try repo.write("README.md", "# Software\n")
    try repo.commit("Software")
    try repo.write("kb/kb.yaml", "")
    try repo.write("kb/sessions/2026-05-01-acme.md", ReviewedRepository.session("acme"))
    let run = try KBProcess.run(["validate", "--new-since", "main", "--as-of", "2026-06-30"], in: repo.path + "/kb")
    #expect(run.status == 1, "\(run.messages)")
    #expect(run.output.contains("KB201"))
  }
}
