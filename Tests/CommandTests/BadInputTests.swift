import Foundation
import KBTestSupport
import Synchronization
import Testing

/// What a machine does to a program: full disks, folders without rights, files that change under one's feet, others at work.
@Suite(.serialized) struct BadInputTests {
  private func fixture(_ count: Int = 40) throws -> RepositoryFixture {
    let repo = try RepositoryFixture()
    try repo.write("kb.yaml", "")
    for id in ["acme", "birch"] { try repo.write("customers/\(id).md", "---\ntype: customer\nname: \(id)\nsegment: smb\nstage: trial\n---\n") }
    for number in 0..<count {
      let customer = number % 2 == 0 ? "acme" : "birch"
      try repo.write(
        "sessions/2026/2026-01-01-\(customer)-\(number).md",
        "---\ntype: session\ndate: 2026-01-01\ncustomer: \(customer)\ninterviewer: d\ncovers: []\nconsent: {basis: consent, scope: notes}\n---\n\nWith [[acme]], not [[birch]].\n")
    }
    try repo.commit("All")
    try repo.scratch.write("accounts.csv", "Account Name,Segment\n" + (0..<40).map { "Customer \($0),smb\n" }.joined())
    return repo
  }

  /// Every file below a folder, apart from git's own, with its bytes.
  private func files(in root: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) where !path.hasPrefix(".git/") {
      files[path] = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
    }
    return files
  }

  private func shell(_ script: String, _ environment: [String: String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "KB": KBProcess.binary.path].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, printed)
  }

  // MARK: A full disk

  static let writing: [String] = [
    "new session acme --no-edit --as-of 2026-06-30", "rename acme dune", "import csv ../accounts.csv --type customer --default stage=trial --write",
    "export --format csv out", "export --format jsonl out", "export --format sqlite kb.sqlite", "publish --audience company ../copy --as-of 2026-06-30",
    "init ../new --ci github", "validate --write-baseline known.json --fail-on never", "tour ../tour",
  ]

  @Test(.enabled(if: Privileges.canMount, "needs the right to mount a file system"), arguments: writing)
  func aFullDiskChangesNothing(_ command: String) throws {
    let repo = try fixture()
    let root = repo.scratch.path
    // A small disk of its own, seen by nobody else, on which so many kilobytes are left.
    let script = """
      mkdir -p "$ROOT/disk" && mount -t tmpfs -o size=3m tmpfs "$ROOT/disk" || exit 99
      cp -R "$ROOT/repo" "$ROOT/accounts.csv" "$ROOT/disk/" && cd "$ROOT/disk/repo" || exit 98
      dd if=/dev/zero of="$ROOT/disk/filling" bs=1k count=4000 >/dev/null 2>&1
      size=$(wc -c < "$ROOT/disk/filling"); truncate -s $((size - LEFT * 1024)) "$ROOT/disk/filling"
      HOME="$ROOT" "$KB" \(command); status=$?
      rm "$ROOT/disk/filling"; cp -R "$ROOT/disk" "$ROOT/after"; exit $status
      """
    var failures = 0
    for left in [0, 8, 20, 60, 160, 320] {
      try? FileManager.default.removeItem(atPath: root + "/after")
      let before = try files(in: repo.path)
      let run = try shell("unshare -m sh -c '\(script.replacing("'", with: "'\\''"))'", ["ROOT": root, "LEFT": String(left)])
      guard run.status != 0 else { continue }
      failures += 1
      #expect(run.status == 2, "\(left): \(run.output)")
      #expect(run.output.contains("kb: error: "), "\(run.output)")
      #expect(run.output.localizedCaseInsensitiveContains("space") || run.output.contains("full"), "\(run.output)")
      // Nothing changed, and nothing of it is left.
      var after = try files(in: root + "/after/repo")
      #expect(after.keys.filter { before[$0] == nil } == [])
      for (path, bytes) in before { #expect(after.removeValue(forKey: path) == bytes, "\(left): \(path)") }
      for extra in ["copy", "new", "tour"] { #expect(!FileManager.default.fileExists(atPath: root + "/after/" + extra), "\(left): \(extra)") }
      let state = (try? FileManager.default.contentsOfDirectory(atPath: root + "/after/repo/.git/kb")) ?? []
      #expect(state.allSatisfy { !$0.hasPrefix("journal") })
    }
    #expect(failures > 0, "the disk was never full")
  }

  @Test func aLimitOnTheSizeOfFilesIsAnErrorLikeAnyOther() throws {
    let repo = try fixture()
    let before = try files(in: repo.path)
    // Journals and tables are larger than that.
    for command in ["rename acme dune", "export --format csv out", "export --format sqlite kb.sqlite"] {
      let run = try shell("cd \"$ROOT/repo\" && ulimit -f 2 && exec \"$KB\" \(command)", ["ROOT": repo.scratch.path])
      #expect(run.status == 2, "\(command): \(run.output)")
      #expect(run.output.contains("kb: error: "), "\(run.output)")
      #expect(try files(in: repo.path) == before, "\(command)")
    }
  }

  // MARK: No rights

  @Test(.enabled(if: Privileges.canBeOrdinary, "the superuser may write anywhere, and there is no setpriv"), arguments: [
    ("rename acme dune", "sessions/2026"), ("new session acme --no-edit --as-of 2026-06-30", "sessions/2026"), ("export --format csv out", "."),
    ("export --format sqlite kb.sqlite", "."), ("import csv ../accounts.csv --type customer --default stage=trial --write", "customers"),
    ("publish --audience company ../copy --as-of 2026-06-30", ".."), ("init ../new", ".."), ("tour ../tour", ".."), ("rename acme dune", ".git"),
  ])
  func aFolderWithoutTheRightToWriteGivesAClearMessage(_ command: String, _ folder: String) throws {
    let repo = try fixture()
    let before = try files(in: repo.path)
    let names = try Set(FileManager.default.contentsOfDirectory(atPath: repo.scratch.path)).union([".input"])
    let run = try shell(
      """
      \(Privileges.giveAway) "$ROOT" && cd "$ROOT/repo" && chmod a-w '\(folder)'
      HOME="$ROOT" \(Privileges.prefix) "$KB" \(command); status=$?
      chmod u+w '\(folder)'; exit $status
      """, ["ROOT": repo.scratch.path])
    #expect(run.status == 2, "\(run.output)")
    #expect(run.output.contains("kb: error: ") && run.output.localizedCaseInsensitiveContains("permission"), "\(run.output)")
    #expect(try files(in: repo.path) == before)
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: repo.scratch.path)).subtracting(names) == [])
  }

  @Test(.enabled(if: Privileges.canBeOrdinary, "the superuser may read anything, and there is no setpriv"))
  func whatCannotBeReadIsSaidAndStopsNothing() throws {
    let repo = try fixture()
    try repo.write("notes/idea.md", "---\ntype: customer\n---\n")
    let run = try shell(
      """
      \(Privileges.giveAway) "$ROOT" && cd "$ROOT/repo" && chmod 0 sessions/2026 notes customers/birch.md
      HOME="$ROOT" \(Privileges.prefix) "$KB" validate --as-of 2026-06-30; status=$?
      chmod 755 sessions/2026 notes; exit $status
      """, ["ROOT": repo.scratch.path])
    #expect(run.status == 1, "\(run.output)")
    // Findings that say the same are folded.
    #expect(run.output.contains("the same at sessions/2026/:1"), "\(run.output)")
    #expect(run.output.contains("2 errors"))
    #expect(run.output.contains("customers/birch.md:1:1: error[KB003 front-matter-missing]: cannot be read (Permission denied)"))
    #expect(run.output.contains("'notes' cannot be read (Permission denied); records in it are missing here"))
  }

  // MARK: Changes meanwhile

  @Test func filesThatComeAndGoWhileTheyAreReadStopNothing() throws {
    let repo = try fixture(60)
    let isDone = Atomic<Bool>(false)
    let folder = repo.path
    let path = folder + "/sessions/2026/2026-01-01-acme-"
    let statuses = Mutex<[Int32]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 1 {
        var number = 0
        while !isDone.load(ordering: .relaxed) {
          number = (number + 2) % 60
          let file = URL(fileURLWithPath: path + "\(number).md")
          guard let bytes = try? Data(contentsOf: file) else { continue }
          try? FileManager.default.removeItem(at: file)
          try? Data(repeating: 0x61, count: number * 999).write(to: file)
          try? bytes.write(to: file)
        }
      } else {
        for _ in 0..<25 {
          let run = try? KBProcess.run(["validate", "--as-of", "2026-06-30", "--format", "json"], in: folder)
          statuses.withLock { $0.append(run?.signal == nil ? run?.status ?? -1 : -1) }
        }
        isDone.store(true, ordering: .relaxed)
      }
    }
    // A file that was half written then may be a finding, and no more.
    #expect(statuses.withLock { $0 }.allSatisfy { $0 == 0 || $0 == 1 }, "\(statuses.withLock { $0 })")
    #expect(try KBProcess.run(["validate", "--as-of", "2026-06-30"], in: repo.path).status == 0)
  }

  @Test(arguments: 0..<8) func twoRenamesAtOnceAreBothWholeOrNot(round: Int) throws {
    let repo = try fixture(80)
    let same = round % 2 == 0
    let folder = repo.path
    let runs = Mutex<[KBProcess?]>([nil, nil])
    let pairs = same ? [("acme", "dune"), ("acme", "elm")] : [("acme", "dune"), ("birch", "elm")]
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      let run = try? KBProcess.run(["rename", pairs[part].0, pairs[part].1], in: folder)
      runs.withLock { $0[part] = run }
    }
    let results = runs.withLock { $0.compactMap(\.self) }
    try #require(results.count == 2)
    #expect(results.contains { $0.status == 0 }, "\(results)")
    for (run, pair) in zip(results, pairs) {
      #expect(run.status == 0 || run.status == 2, "\(run)")
      if run.status == 2 {
        #expect(
          ["is changing this knowledge base", "was changed while", "no record has the id", "exists already", "cannot be read: it vanished"].contains { run.messages.contains($0) }, "\(run.messages)")
      }
      // All of its references or none: 80 files name each of the two.
      let renamed = (try? repo.git("grep", "--untracked", "-l", "--fixed-strings", "[[\(pair.1)]]").split(separator: "\n").count) ?? 0
      #expect(renamed == (run.status == 0 ? 80 : 0), "\(pair): \(run.messages)")
    }
    let check = try KBProcess.run(["validate", "--as-of", "2026-06-30"], in: repo.path)
    #expect(check.status == 0, "\(check.output)")
    #expect(!check.messages.contains("interrupted"))
    #expect(try files(in: repo.path).keys.filter { $0.contains(".kb-") } == [])
  }
}

/// What the one who runs the tests may do.
private enum Privileges {
  static let isSuperuser = getuid() == 0

  /// A file system in a name space of its own.
  static let canMount: Bool = {
    #if os(Linux)
    return succeeds("unshare -m sh -c 'mount -t tmpfs -o size=64k tmpfs /mnt'")
    #else
    return false
    #endif
  }()

  /// Whether a command can be run by somebody who is not the superuser.
  static let canBeOrdinary = !isSuperuser || succeeds("\(prefix) '\(KBProcess.binary.path)' --version")
  static let prefix = isSuperuser ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
  /// Makes files that one's own.
  static let giveAway = isSuperuser ? "chown -R 65534:65534" : "true"

  private static func succeeds(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
