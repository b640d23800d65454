internal import Foundation

/// A small repository that a test builds with `git` itself: fixed author and times, so that ids are the same in every run, and nothing of
/// the user's or the system's configuration.
///
/// ```swift
/// let repo = try RepositoryFixture()
/// try repo.write("customers/acme.md", "---\ntype: customer\n---\n")
/// let first = try repo.commit("Add Acme")
/// ```
package final class RepositoryFixture {
  /// The folder that holds this repository and its clones.
  package let scratch: ScratchDirectory
  /// The root of the work tree, or the bare repository.
  package let path: String
  /// A folder of programs that `git` may run, before those of the machine.
  package var programs: String?
  /// Commits are an hour apart, from 2026-01-01 00:00 UTC on.
  private var nextTime = 1_767_225_600

  /// The command failed; `output` is what it said.
  package struct CommandFailure: Error, CustomStringConvertible {
    package var command: [String]
    package var output: String
    package var description: String { "git \(command.joined(separator: " ")): \(output)" }
  }

  /// An empty repository whose branch is `main`.
  package init(bare: Bool = false, objectFormat: String = "sha1") throws {
    scratch = try ScratchDirectory()
    path = try scratch.folder("repo")
    try git(["init", "--quiet", "--initial-branch=main", "--object-format=\(objectFormat)"] + (bare ? ["--bare"] : []))
  }

  private init(at path: String, in scratch: ScratchDirectory) {
    self.path = path
    self.scratch = scratch
  }

  /// Runs `git` in the repository and gives back what it printed, without the last line's end.
  @discardableResult
  package func git(_ arguments: String...) throws -> String { try git(arguments) }

  /// Runs `git` with something on its standard input.
  @discardableResult
  package func git(_ arguments: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let date = "\(nextTime) +0000"
    process.environment = [
      "PATH": (programs.map { $0 + ":" } ?? "") + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "HOME": scratch.path, "XDG_CONFIG_HOME": scratch.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
      "GIT_AUTHOR_NAME": "Dana", "GIT_AUTHOR_EMAIL": "dana@example.com", "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_NAME": "Dana", "GIT_COMMITTER_EMAIL": "dana@example.com", "GIT_COMMITTER_DATE": date,
      "GIT_EDITOR": "true",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    // A file and not a pipe: nobody has to feed it while the output is read.
    let fed = scratch.path + "/.input"
    _ = try writeFile(fed, Array(input.utf8))
    process.standardInput = FileHandle(forReadingAtPath: fed)
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure(command: arguments, output: String(decoding: complaint + printed, as: UTF8.self))
    }
    var text = String(decoding: printed, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  // MARK: Files

  /// Writes a file of the work tree, and the folders above it. Nothing is staged.
  package func write(_ file: String, _ text: String) throws { _ = try writeFile(path + "/" + file, Array(text.utf8)) }

  package func write(_ file: String, bytes: [UInt8]) throws { _ = try writeFile(path + "/" + file, bytes) }

  /// Removes a file or folder of the work tree.
  package func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// Makes a symbolic link in the work tree.
  package func link(_ file: String, to target: String) throws {
    let whole = path + "/" + file
    try FileManager.default.createDirectory(
      atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: whole, withDestinationPath: target)
  }

  // MARK: History

  /// Stages everything that is not ignored and commits it; gives back the id of the commit.
  @discardableResult
  package func commit(_ message: String) throws -> String {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "-m", message)
    nextTime += 3600
    return try git("rev-parse", "HEAD")
  }

  /// Makes a branch at `start` and checks it out.
  package func branch(_ name: String, from start: String = "HEAD") throws { try git("checkout", "--quiet", "-b", name, start) }

  /// Checks out a branch or commit.
  package func checkout(_ revision: String) throws { try git("checkout", "--quiet", revision) }

  /// Merges branches into the one that is checked out, always with a merge commit; gives back its id.
  @discardableResult
  package func merge(_ branches: String..., message: String = "Merge") throws -> String {
    try git(["merge", "--quiet", "--no-ff", "-m", message] + branches)
    nextTime += 3600
    return try git("rev-parse", "HEAD")
  }

  // MARK: Other repositories

  /// Clones this repository beside it. Its `origin` is this one, reached as if it were on another machine.
  ///
  /// - Parameter depth: commits of each branch that are fetched, and then no tags; all of the history when `nil`.
  package func clone(_ name: String, bare: Bool = false, depth: Int? = nil) throws -> RepositoryFixture {
    var arguments = ["clone", "--quiet"]
    if bare { arguments.append("--bare") }
    if let depth { arguments += ["--depth", String(depth), "--no-single-branch", "--no-tags"] }
    let target = scratch.path + "/" + name
    try git(arguments + ["file://" + path, target])
    let clone = RepositoryFixture(at: target, in: scratch)
    clone.nextTime = nextTime
    return clone
  }

  /// Checks out `revision` in a second work tree beside the repository.
  package func addWorkTree(_ name: String, at revision: String) throws -> RepositoryFixture {
    let target = scratch.path + "/" + name
    try git("worktree", "add", "--quiet", "--detach", target, revision)
    let tree = RepositoryFixture(at: target, in: scratch)
    tree.nextTime = nextTime
    return tree
  }

  /// The file of a loose object.
  package func objectFile(_ id: String) -> String { path + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))" }
}
