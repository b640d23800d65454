import Foundation
import KBTestSupport
import Testing

/// The workflows and hooks that `kb init` writes: valid for their platforms, and each of their commands runs.
@Suite struct WorkflowTests {
  private func initialised(_ arguments: [String]) throws -> RepositoryFixture {
    let repo = try RepositoryFixture()
    let run = try KBProcess.run(["init"] + arguments, in: repo.path)
    #expect(run.status == 0, "\(run.messages)")
    return repo
  }

  // MARK: Schemas

  @Test(
    .enabled(if: Peer.isAvailable, Comment(rawValue: Peer.remedy)),
    arguments: [("github", ".github/workflows/kb.yml", "vendor.github-workflows"), ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci")])
  func workflowsFollowTheSchemasOfTheirPlatforms(_ platform: String, _ path: String, _ schema: String) throws {
    let repo = try initialised(["--ci", platform])
    let text = try String(contentsOfFile: repo.path + "/" + path, encoding: .utf8)
    let name = (path as NSString).lastPathComponent
    let script = """
      import pathlib, sys, tempfile
      from check_jsonschema import main
      folder = pathlib.Path(tempfile.mkdtemp())
      (folder / "\(name)").write_text(sys.stdin.read())
      try:
          code = main(["--builtin-schema", "\(schema)", str(folder / "\(name)")], standalone_mode=False)
      except SystemExit as end:
          code = end.code
      if code:
          raise Exception("refused")
      """
    #expect(throws: Never.self) { try Peer.run(script, input: text) }
    // The checker does refuse what is none.
    #expect(throws: (any Error).self) { try Peer.run(script, input: text.replacing("steps:", with: "stepz:").replacing("script:", with: "scripts: 1\n  x:")) }
  }

  @Test func theHookOfPreCommitIsTheOneThatInitWrites() throws {
    let hooks = try String(contentsOfFile: KBProcess.package + "/.pre-commit-hooks.yaml", encoding: .utf8)
    let entry = try #require(hooks.split(separator: "\n").first { $0.contains("entry:") })
    let hook = try String(contentsOfFile: KBProcess.package + "/templates/pre-commit.sh", encoding: .utf8)
    let command = try #require(entry.split(separator: "entry: ").last)
    #expect(hook.contains("exec \(command)"))
  }

  // MARK: Commands

  /// A clone of a bare remote with a branch that adds a faulty talk, as a runner checks it out.
  private func checkout() throws -> (base: ReviewedRepository, clone: RepositoryFixture) {
    let base = try ReviewedRepository()
    let bare = try base.repo.clone("remote.git", bare: true)
    let clone = try bare.clone("runner")
    try clone.git("checkout", "--quiet", "-b", "change")
    try clone.write("sessions/2026-05-09-dune.md", ReviewedRepository.session("dune"))
    try clone.commit("Dune")
    try clone.git("push", "--quiet", "origin", "change")
    return (base, clone)
  }

  /// Runs a script of a workflow with `kb` on the path; gives back its status and what it printed.
  private func shell(_ script: String, in folder: String, _ environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": "\(KBProcess.binary.deletingLastPathComponent().path):\(path)", "HOME": folder, "LC_ALL": "C.UTF-8",
    ].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, printed)
  }

  /// The lines of a workflow that call `kb`, without what YAML puts before them.
  private func commands(in path: String) throws -> [String] {
    try String(contentsOfFile: KBProcess.package + "/templates/workflows/" + path, encoding: .utf8).split(separator: "\n").compactMap { line in
      var text = line.drop { $0 == " " }
      for lead in ["run: ", "- "] where text.hasPrefix(lead) { text = text.dropFirst(lead.count) }
      return text.hasPrefix("kb ") ? String(text) : nil
    }
  }

  @Test func everyCommandOfTheGitHubWorkflowRuns() throws {
    let (base, clone) = try checkout()
    defer { _ = base }
    let commands = try commands(in: "github.yml")
    #expect(commands.count == 4)
    for command in commands {
      let run = try shell(command, in: clone.path, ["BASE": "origin/main"])
      // The unknown customer is an error that the pull request brings.
      #expect(run.status == (command.contains("github") ? 1 : 0), "\(command): \(run.output)")
      #expect(!run.output.contains("kb: error"))
    }
    let review = try String(contentsOfFile: clone.path + "/kb-review.md", encoding: .utf8)
    #expect(review.hasPrefix("<!-- kb-review -->\n"))
    #expect(try String(contentsOfFile: clone.path + "/kb.sarif", encoding: .utf8).contains("2026-05-09-dune"))
  }

  @Test func everyCommandOfTheGitLabPipelineRuns() throws {
    let (base, clone) = try checkout()
    defer { _ = base }
    let merge = try clone.git("merge-base", "origin/main", "HEAD")
    let commands = try commands(in: "gitlab.yml")
    #expect(commands.count == 3)
    for command in commands {
      let run = try shell(command, in: clone.path, ["CI_MERGE_REQUEST_DIFF_BASE_SHA": merge])
      #expect(run.status == (command.contains("--new-since") ? 1 : 0), "\(command): \(run.output)")
      // On the default branch there is nothing to compare with.
      if !command.hasPrefix("kb review") { #expect(try shell(command, in: clone.path).status < 2) }
    }
    #expect(try String(contentsOfFile: clone.path + "/kb-review.md", encoding: .utf8).hasPrefix("<!-- kb-review -->\n"))
    #expect(try String(contentsOfFile: clone.path + "/gl-code-quality-report.json", encoding: .utf8).contains("fingerprint"))
  }

  @Test func theHookStopsAFaultyCommitAndLetsAGoodOnePass() throws {
    let repo = try initialised(["--hook"])
    #expect(FileManager.default.isExecutableFile(atPath: repo.path + "/.git/hooks/pre-commit"))
    let identity = ["GIT_AUTHOR_NAME": "d", "GIT_AUTHOR_EMAIL": "d@example.com", "GIT_COMMITTER_NAME": "d", "GIT_COMMITTER_EMAIL": "d@example.com"]
    #expect(try shell("git add -A && git commit -qm start", in: repo.path, identity).status == 0)
    try repo.write("sessions/2026-05-09-dune.md", ReviewedRepository.session("dune"))
    let refused = try shell("git add -A && git commit -qm dune", in: repo.path, identity)
    #expect(refused.status != 0)
    #expect(refused.output.contains("KB201"))
  }
}
