import KBGit
import KBModel
import Templates
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A new knowledge base: its files, written only where nothing stands in their place.
package struct Initialisation: Sendable {
  /// Whose pipeline guards pull requests.
  package enum Platform: String, Sendable, CaseIterable { case github, gitlab }

  package struct Result: Sendable, Equatable {
    /// Paths that were written, and paths that existed and were left alone, relative to the folder.
    package var written: [String] = []
    package var kept: [String] = []
    package var merging = Merging.noRepository
  }

  /// Whether git merges records with `kb` in this clone.
  package enum Merging: Sendable, Equatable {
    case on
    /// The clone's configuration names another program, which was left alone.
    case otherProgram(String)
    /// A `.gitattributes` that was there does not ask for it.
    case notAskedFor
    case noRepository
  }

  /// Made where it does not exist.
  package var folder: String
  package var platform: Platform?
  package var writesHook: Bool

  package init(folder: String, platform: Platform? = nil, writesHook: Bool = false) {
    self.folder = folder
    self.platform = platform
    self.writesHook = writesHook
  }

  /// Writes what is not there yet. Where that fails, what it has written is gone again.
  package func run() throws(KnowledgeBaseError) -> Result {
    var made: [String] = []
    let root = try NewFolder.make(folder, made: &made)
    var result = Result()
    do throws(KnowledgeBaseError) {
      for (path, text) in files(in: root) {
        made += Self.missingFolders(above: path, in: root)
        try write(path, text, in: root, shownAs: path, to: &result)
      }
      if writesHook { try writeHook(of: root, to: &result) }
      result.merging = try setMergeDriver(in: root)
    } catch {
      for path in result.written { unlink(path.hasPrefix("/") ? path : root + "/" + path) }
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
    return result
  }

  /// The folders that a file's path needs and that are not there yet, from the top.
  private static func missingFolders(above path: String, in root: String) -> [String] {
    var folder = root
    var missing: [String] = []
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if FileOperations.kind(folder) == nil { missing.append(folder) }
    }
    return missing
  }

  /// The line of `.gitattributes` by which git looks for ``mergeDriver``.
  package static let mergeAttribute = "*.md merge=kb"

  /// What git must be told, in each clone, to merge records with `kb`. Where there is no `kb` to run, git would leave our version
  /// without a word of theirs: then it merges by lines.
  package static let mergeDriver = [
    ("merge.kb.name", "records of kb"),
    ("merge.kb.driver", "if command -v kb >/dev/null; then kb merge-driver %O %A %B %P; else git merge-file %A %O %B; fi"),
  ]

  private func files(in root: String) -> [(path: String, text: String)] {
    var files = [("kb.yaml", configuration(for: root))]
    // Git keeps no empty folders; each of these holds a line that says what belongs there.
    for type in Configuration().schema.types { files.append(("\(type.folder)/README.md", "# \(type.folder)\n\n\(type.summary) One file each: `kb new \(type.name)`.\n")) }
    // Where a clone has no such driver, git merges by lines as always.
    files.append((".gitattributes", Self.mergeAttribute + "\n"))
    switch platform {
    case .github: files.append((".github/workflows/kb.yml", Templates.gitHubWorkflow))
    case .gitlab: files.append((".gitlab-ci.yml", Templates.gitLabPipeline))
    case nil: break
    }
    return files
  }

  private func configuration(for root: String) -> String {
    let name = YAMLText.scalar(Folder.name(of: root))
    return Templates.configuration.replacing("{{name}}", with: name)
  }

  private func writeHook(of root: String, to result: inout Result) throws(KnowledgeBaseError) {
    guard let location = RepositoryLocation.containing(root) else { throw .noRepository(root) }
    let hooks = try KnowledgeBaseError.wrap { () throws(GitError) in try Repository(at: location).hooksDirectory() }
    try write("pre-commit", Templates.preCommitHook, in: hooks, shownAs: hooks + "/pre-commit", isExecutable: true, to: &result)
  }

  private func setMergeDriver(in root: String) throws(KnowledgeBaseError) -> Merging {
    guard let location = RepositoryLocation.containing(root), location.workTree != nil else { return .noRepository }
    return try KnowledgeBaseError.wrap { () throws(GitError) in
      let repository = try Repository(at: location)
      let other = try repository.configured("merge.kb.driver")
      if let other, !other.contains("kb merge-driver") { return .otherProgram(other) }
      for (key, value) in Self.mergeDriver { try repository.configure(key, value) }
      return Self.asksForMerging(root) ? .on : .notAskedFor
    }
  }

  private static func asksForMerging(_ root: String) -> Bool {
    guard let bytes = try? UserFile.read(root + "/.gitattributes") else { return false }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains { !$0.hasPrefix("#") && $0.contains("merge=kb") }
  }

  private func write(
    _ path: String, _ text: String, in root: String, shownAs shown: String, isExecutable: Bool = false, to result: inout Result
  ) throws(KnowledgeBaseError) {
    do throws(KnowledgeBaseError) {
      try AtomicFile.create(path, in: root, bytes: Array(text.utf8), isExecutable: isExecutable)
      result.written.append(shown)
    } catch {
      guard case .exists = error else { throw error }
      result.kept.append(shown)
    }
  }
}
