import Foundation
import KBTestSupport
import Testing

/// A rename that is really killed, with no chance to tidy up.
@Suite struct InterruptedRenameTests {
  private func write(_ count: Int, to repo: RepositoryFixture) throws {
    try repo.write("kb.yaml", "")
    try repo.write("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: food\nstage: trial\n---\n")
    for number in 0..<count {
      try repo.write(
        "sessions/2026/2026-01-01-acme-\(number).md",
        "---\ntype: session\ndate: 2026-01-01\ncustomer: acme\ninterviewer: d\ncovers: []\nconsent: {basis: consent, scope: notes}\n---\n\nWith [[acme]].\n")
    }
    try repo.commit("All")
  }

  @Test(arguments: ["journal.preparing", "journal.committed"]) func killedWhileItWritesTheNextCommandTidiesUp(phase: String) throws {
    let repo = try RepositoryFixture()
    try write(300, to: repo)
    let process = Process()
    process.executableURL = KBProcess.binary
    process.arguments = ["rename", "acme", "birch"]
    process.currentDirectoryURL = URL(fileURLWithPath: repo.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The journal of the phase says that it has come so far; a run that was too fast has ended well, which is checked all the same.
    while process.isRunning, !FileManager.default.fileExists(atPath: repo.path + "/.git/kb/" + phase) {}
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let wasKilled = process.terminationReason == .uncaughtSignal

    let next = try KBProcess.run(["validate", "--rule", "reference-unresolved"], in: repo.path)
    #expect(next.status == 0, "\(next.output)")
    if wasKilled { #expect(next.messages.contains("was interrupted has been"), "\(next.messages)") }
    // All or none: 300 files that name one of the two ids, twice each.
    let renamed = (try? repo.git("grep", "--untracked", "-c", "birch")) ?? ""
    let files = renamed.split(separator: "\n").count
    #expect(files == 0 || files == 300)
    #expect(FileManager.default.fileExists(atPath: repo.path + "/customers/birch.md") == (files == 300))
    #expect(FileManager.default.fileExists(atPath: repo.path + "/customers/acme.md") == (files == 0))
    #expect(try repo.git("status", "--porcelain", "--untracked-files=all").contains(".kb-new") == false)
    #expect(try KBProcess.run(["validate", "--rule", "reference-unresolved"], in: repo.path).messages.contains("interrupted") == false)
  }

  @Test func dryRunPrintsADifferenceAndWritesNothing() throws {
    let repo = try RepositoryFixture()
    try write(2, to: repo)
    let run = try KBProcess.run(["rename", "acme", "birch", "--dry-run"], in: repo.path)
    #expect(run.status == 0)
    expectGolden(run.output, "rename-dry-run.diff")
    #expect(try repo.git("status", "--porcelain") == "")
  }

  @Test func wrongUseEndsWithTwo() throws {
    let repo = try RepositoryFixture()
    try write(1, to: repo)
    for arguments in [["rename", "acne", "x"], ["rename", "acme", "X Y"], ["merge", "acme", "acme"], ["merge", "acme"], ["rename", "acme"]] {
      let run = try KBProcess.run(arguments, in: repo.path)
      #expect(run.status == 2, "\(arguments)")
      #expect(!run.messages.isEmpty)
    }
    #expect(try KBProcess.run(["rename", "acne", "x"], in: repo.path).messages.contains("Did you mean 'acme'?"))
    #expect(try repo.git("status", "--porcelain") == "")
  }

  @Test func aReadOnlyFolderGivesAClearMessageAndNothingChanges() throws {
    let repo = try RepositoryFixture()
    try write(3, to: repo)
    chmod(repo.path + "/sessions/2026", 0o500)
    defer { chmod(repo.path + "/sessions/2026", 0o700) }
    let run = try KBProcess.run(["rename", "acme", "birch"], in: repo.path)
    // The superuser may write anywhere.
    guard getuid() != 0 else { return #expect(run.status == 0) }
    #expect(run.status == 2)
    #expect(run.messages.contains("nothing was changed"))
    #expect(try repo.git("status", "--porcelain") == "")
  }
}
