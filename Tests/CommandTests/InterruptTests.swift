import Foundation
import KBTestSupport
import Testing

/// Control-C at any moment while something is written: nothing half, nothing left behind.
@Suite struct InterruptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// `ROOT` stands for the folder above the knowledge base.
    var arguments: [String]
    var signal = SIGINT
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "new", arguments: ["new", "session", "acme", "--no-edit", "--as-of", "2026-06-30"]),
    Case(name: "rename", arguments: ["rename", "acme", "dune"]),
    Case(name: "rename, ended by the system", arguments: ["rename", "acme", "dune"], signal: SIGTERM),
    Case(name: "merge", arguments: ["merge", "birch", "acme"]),
    Case(name: "fix", arguments: ["validate", "--fix", "--as-of", "2026-06-30", "--fail-on", "never"]),
    Case(name: "baseline", arguments: ["validate", "--write-baseline", "baseline.json"]),
    Case(name: "import of a table", arguments: ["import", "csv", "ROOT/accounts.csv", "--type", "customer", "--default", "stage=trial", "--write"]),
    Case(name: "import of notes", arguments: ["import", "notes", "ROOT/notes", "--customer", "acme", "--write"]),
    Case(name: "export to tables", arguments: ["export", "--format", "csv", "ROOT/out/tables"]),
    Case(name: "export to a database", arguments: ["export", "--format", "sqlite", "ROOT/kb.sqlite"]),
    Case(name: "publish", arguments: ["publish", "--audience", "company", "ROOT/out/copy", "--as-of", "2026-06-30"]),
    Case(name: "erase", arguments: ["erase", "--customer", "acme", "--yes", "--as-of", "2026-06-30"]),
    Case(name: "erase from history", arguments: ["erase", "--customer", "acme", "--history", "--into", "ROOT/out/history", "--as-of", "2026-06-30"]),
    Case(name: "init", arguments: ["init", "ROOT/out/new", "--ci", "github"]),
    Case(name: "tour", arguments: ["tour", "--all"]),
    Case(name: "validate, which remembers", arguments: ["validate", "--as-of", "2026-06-30", "--fail-on", "never"]),
  ]

  /// What all runs begin with; each gets a copy.
  private func fixture() throws -> RepositoryFixture {
    let repo = try RepositoryFixture()
    try repo.write("kb.yaml", "")
    for id in ["acme", "birch"] { try repo.write("customers/\(id).md", "---\ntype: customer\nname: \(id)\nsegment: smb\nstage: trial\n---\n") }
    try repo.write("personas/lead.md", "---\ntype: persona\ntitle: Lead\n---\n")
    for number in 10..<90 {
      let customer = number % 2 == 0 ? "acme" : "birch"
      try repo.write(
        "sessions/2026/2026-01-\(number % 28 + 1)-\(customer)-\(number).md",
        "---\ntype: session\ndate: 2026-01-\(number % 18 + 10)\ncustomer: \(customer)\ninterviewer: d\nparticipants: [p-1a]\ncovers: []\nconsent: {basis: consent, scope: internal-quote}\n---\n\n**Q:** What happened last with [[\(customer)]]?\n\n> It took us \(number) hours that night.\n> - p-1a, anecdote ^q1\n")
    }
    try repo.commit("All")
    let root = repo.scratch
    try root.write("accounts.csv", "Account Name,Segment\n" + (0..<40).map { "Customer \($0),smb\n" }.joined())
    for number in 10..<30 { try root.write("notes/2026-02-\(number % 18 + 10)-\(number).md", "# A talk\n\nQ: What happened, \(number)?\n\nWe wrote paper.\n") }
    return repo
  }

  /// Every file below the folder with its bytes, apart from what git keeps; of a copy of history only the names.
  private func state(of root: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) where !path.hasPrefix("repo/.git/") && !path.hasPrefix(".") && path != "repo/.git" {
      // Folders count too: an empty one must not stay.
      let isCopy = path.hasPrefix("out/history") || path.hasSuffix(".sqlite")
      files[path] = isCopy ? Data() : FileManager.default.contents(atPath: root + "/" + path) ?? Data()
    }
    return files
  }

  private func run(_ test: Case, in fixture: RepositoryFixture, _ delay: UInt32?) throws -> (run: KBProcess, after: [String: Data]) {
    let scratch = try ScratchDirectory()
    let root = scratch.path + "/root"
    try FileManager.default.copyItem(atPath: fixture.scratch.path, toPath: root)
    let temporary = try scratch.folder("root/.temporary")
    let run = try KBProcess.run(
      test.arguments.map { $0.replacing("ROOT", with: root) }, in: root + "/repo", environment: ["TMPDIR": temporary],
      interruptedBy: delay.map { (test.signal, $0) })
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
    let kept = (try? FileManager.default.contentsOfDirectory(atPath: root + "/repo/.git/kb")) ?? []
    #expect(kept.allSatisfy { !$0.hasPrefix("journal") }, "\(kept)")
    let remembered = (try? FileManager.default.contentsOfDirectory(atPath: root + "/repo/.git/kb/cache")) ?? []
    #expect(remembered.allSatisfy { !$0.contains(".") }, "\(remembered)")
    return (run, try state(of: root))
  }

  @Test(arguments: cases) func nothingHalfIsLeftBehind(_ test: Case) throws {
    let fixture = try fixture()
    let before = try state(of: fixture.scratch.path)
    let (first, whole) = try run(test, in: fixture, nil)
    #expect(first.status == 0, "\(first.messages)")
    // Signals come early, late and past the end of a run.
    for step in 0..<4 {
      let (run, after) = try run(test, in: fixture, UInt32(first.microseconds / 3 + first.microseconds * step / 5))
      #expect(run.signal == test.signal || run.status == 0, "\(run.status) \(run.messages)")
      #expect(after == before || after == whole, "step \(step): \(Set(after.keys).symmetricDifference(whole.keys)) \(run.messages)")

      if run.signal == nil { #expect(after == whole, "it said that it was done") }
    }
  }

  @Test func aSignalThatWasTurnedOffStaysOff() throws {
    let repo = try fixture()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "trap '' INT; '\(KBProcess.binary.path)' validate --fail-on never & sleep 0.02; kill -INT $!; wait $!"]
    process.currentDirectoryURL = URL(fileURLWithPath: repo.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
