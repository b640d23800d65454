import Foundation
import KBTestSupport
import Testing

@testable import KBGit

/// The files on disk, in a plain folder and in a work tree.
struct FolderListingTests {
  private func paths(_ root: String, _ location: RepositoryLocation? = nil) throws -> [String] {
    try FileSource.folder(root, location).listing().entries.map(\.path)
  }

  /// The listing of a work tree (or a folder of it) as `kb` asks for it.
  private func workTree(_ repo: RepositoryFixture, _ folder: String = "") throws -> FileListing {
    let root = folder.isEmpty ? repo.path : repo.path + "/" + folder
    return try FileSource.folder(root, RepositoryLocation.containing(root)).listing()
  }

  @Test func onlyMarkdownAndConfigurationAreListedInTheOrderOfTheirBytes() throws {
    let scratch = try ScratchDirectory()
    for file in ["kb.yaml", "a.md", "a/b.md", "a-b.md", "a0.md", "ab/c.md", "Z.md", "é.md", "sub/kb.yaml", "a.txt", "x.MD", "md", "a.mdx"] {
      try scratch.write(file, file)
    }
    let listed = try paths(scratch.path)
    #expect(listed == ["Z.md", "a-b.md", "a.md", "a/b.md", "a0.md", "ab/c.md", "kb.yaml", "sub/kb.yaml", "é.md"])
    #expect(listed == listed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func anEmptyFolderHasNoFiles() throws {
    let scratch = try ScratchDirectory()
    #expect(try paths(scratch.path).isEmpty)
  }

  @Test func dotFilesAndDotFoldersAreLeftOutSilently() throws {
    let scratch = try ScratchDirectory()
    for file in [".a.md", ".obsidian/b.md", "c/.d/e.md", "f.md"] { try scratch.write(file, "") }
    let listing = try FileSource.folder(scratch.path, nil).listing()
    #expect(listing.entries.map(\.path) == ["f.md"])
    #expect(listing.skipped.isEmpty)
  }

  @Test func linksAreReportedAndNeverFollowed() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("outside/secret.md", "secret")
    try scratch.write("kb/a.md", "a")
    for (link, target) in [("file.md", "../outside/secret.md"), ("folder", "../outside"), ("loop", "."), ("dangling.md", "nowhere")] {
      try FileManager.default.createSymbolicLink(atPath: scratch.path + "/kb/" + link, withDestinationPath: target)
    }
    let source = FileSource.folder(scratch.path + "/kb", nil)
    let listing = try source.listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.skipped == ["dangling.md", "file.md", "folder", "loop"].map { SkippedFile(path: $0, reason: .symbolicLink) })
    let reader = try FileReader(of: source)
    for path in ["file.md", "folder/secret.md", "loop/a.md", "dangling.md"] {
      #expect(reader.read(path: path, limit: 100) == .symbolicLink, "\(path)")
    }
    for path in ["../outside/secret.md", "a/../../outside/secret.md", "./a.md", "/etc/passwd", "a.md/", "", "a//b", "a.md\0"] {
      #expect(reader.read(path: path, limit: 100) == .missing, "\(path)")
    }
    #expect(try reader.kind(ofPath: "folder") == .symbolicLink)
    #expect(try reader.kind(ofPath: "folder/secret.md") == nil)
    #expect(try reader.kind(ofPath: "a.md") == .file)
  }

  @Test func theRootMayBeReachedThroughALink() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb/a.md", "a")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "kb")
    #expect(try paths(scratch.path + "/link") == ["a.md"])
  }

  @Test func aFolderWithARepositoryOfItsOwnIsReportedAndNotEntered() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.write("nested/.git/HEAD", "ref: refs/heads/main\n")
    try repo.write("nested/b.md", "b")
    try repo.write("module/.git", "gitdir: ../elsewhere\n")
    try repo.write("module/c.md", "c")
    let listing = try workTree(repo)
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.skipped == [.init(path: "module", reason: .nestedRepository), .init(path: "nested", reason: .nestedRepository)])
  }

  #if os(Linux)  // Apple's file systems refuse such names.
  @Test func namesThatAreNotUTF8AreReported() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("a.md", "a")
    let name = Array(scratch.path.utf8) + [UInt8(ascii: "/"), 0xFF] + Array(".md".utf8) + [0]
    let folder = Array(scratch.path.utf8) + [UInt8(ascii: "/"), 0xFE, 0]
    let made = name.withUnsafeBytes { open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600) }
    #expect(made >= 0, "the file system takes any bytes")
    close(made)
    #expect(folder.withUnsafeBytes { mkdir($0.baseAddress!.assumingMemoryBound(to: CChar.self), 0o700) } == 0)
    let listing = try FileSource.folder(scratch.path, nil).listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.skipped == [.init(path: "\u{FFFD}", reason: .nameNotUTF8), .init(path: "\u{FFFD}.md", reason: .nameNotUTF8)])
  }
  #endif

  @Test func pipesAreReportedAndNotWaitedFor() throws {
    let scratch = try ScratchDirectory()
    #expect(mkfifo(scratch.path + "/pipe.md", 0o600) == 0)
    #expect(mkfifo(scratch.path + "/pipe", 0o600) == 0)
    let source = FileSource.folder(scratch.path, nil)
    #expect(try source.listing().skipped == [.init(path: "pipe.md", reason: .notRegular)])
    #expect(try FileReader(of: source).read(path: "pipe.md", limit: 10) == .notRegular)
  }

  @Test func veryDeepFoldersAreReportedAndNotEntered() throws {
    let scratch = try ScratchDirectory()
    let deep = Array(repeating: "d", count: 70).joined(separator: "/")
    try scratch.write(deep + "/a.md", "a")
    try scratch.write("d/b.md", "b")
    let listing = try FileSource.folder(scratch.path, nil).listing()
    #expect(listing.entries.map(\.path) == ["d/b.md"])
    #expect(listing.skipped.map(\.reason) == [.tooDeep])
  }

  @Test func aMissingRootIsAnError() throws {
    let scratch = try ScratchDirectory()
    #expect(throws: GitError.folderUnreadable(path: scratch.path + "/none", code: ENOENT)) {
      try FileSource.folder(scratch.path + "/none", nil).listing()
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything")) func aFolderWithoutRightsIsReported() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("closed/a.md", "a")
    try scratch.write("b.md", "b")
    chmod(scratch.path + "/closed", 0)
    let listing = try FileSource.folder(scratch.path, nil).listing()
    #expect(listing.entries.map(\.path) == ["b.md"])
    #expect(listing.skipped == [.init(path: "closed", reason: .unreadable(EACCES))])
  }

  @Test func sizesAndTimesComeOnRequest() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("a.md", "12345")
    #expect(try FileSource.folder(scratch.path, nil).listing().entries.map(\.version) == [.onDisk(nil)])
    let source = FileSource.folder(scratch.path, nil)
    let entry = try #require(try source.listing(withStat: true).entries.first)
    let stat = try #require(entry.stat)
    #expect(stat.size == 5)
    #expect(stat.inode != 0)
    #expect(stat.modified > 1_700_000_000_000_000_000)
    let reader = try FileReader(of: source)
    #expect(reader.read(entry, limit: 5) == .bytes(Array("12345".utf8), stat))
    #expect(reader.status(ofPath: "a.md") == stat)
    #expect(reader.status(ofPath: "b.md") == nil)
  }

  // MARK: What git ignores

  @Test func trackedAndUntrackedFilesAreListedAndIgnoredOnesAreNot() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "draft-*\nbuild/\n*.log\n")
    for file in ["tracked.md", "build/tracked.md", "draft-tracked.md"] { try repo.write(file, "") }
    try repo.git("add", "--force", "tracked.md", "build/tracked.md", "draft-tracked.md")
    try repo.git("commit", "--quiet", "-m", "first")
    for file in ["new.md", "build/new.md", "build/deep/new.md", "draft-new.md", "notes/draft-new.md", "notes/new.md"] { try repo.write(file, "") }
    let listing = try workTree(repo)
    #expect(listing.entries.map(\.path) == ["build/tracked.md", "draft-tracked.md", "new.md", "notes/new.md", "tracked.md"])
    #expect(listing.skipped.isEmpty)
    #expect(listing.gitFault == nil)
  }

  @Test func nestedIgnoreFilesHoldBelowTheirFolderAndMayTakeBack() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "*.md\n!keep*.md\n")
    try repo.write("a/.gitignore", "!*.md\n")
    try repo.write("b/.gitignore", "keep-not.md\nsub\n")
    for file in ["x.md", "keep.md", "a/x.md", "b/x.md", "b/keep.md", "b/keep-not.md", "b/sub/keep.md", "keep-not.md"] { try repo.write(file, "") }
    #expect(try workTree(repo).entries.map(\.path) == ["a/x.md", "b/keep.md", "keep-not.md", "keep.md"])
  }

  @Test(arguments: [
    ("secret.md", ["open.md"]), ("/secret.md", ["open.md"]), ("SECRET.md ", ["open.md", "secret.md"]), ("*.md", []), ("secret*", ["open.md"]),
    ("secret.m?", ["open.md"]), ("[s]ecret.md", ["open.md"]), ("**/secret.md", ["open.md"]), ("s*d", ["open.md"]), ("*.log", ["open.md", "secret.md"]),
    ("# secret.md", ["open.md", "secret.md"]), ("secret.md/", ["open.md", "secret.md"]), ("!secret.md", ["open.md", "secret.md"]),
    ("\\secret.md", ["open.md"]), ("secret", ["open.md", "secret.md"]), ("ret.md", ["open.md", "secret.md"]),
  ])
  func patternsMatchAsGitSays(pattern: String, expected: [String]) throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", pattern + "\n")
    try repo.write("secret.md", "")
    try repo.write("open.md", "")
    #expect(try workTree(repo).entries.map(\.path) == expected)
    let git = try repo.git("ls-files", "--others", "--exclude-standard", "*.md").split(separator: "\n").map(String.init)
    #expect(git == expected)
  }

  @Test func theExcludeFilesOfTheRepositoryAndOfTheUserCount() throws {
    let repo = try RepositoryFixture()
    try repo.write(".git/info/exclude", "private/\n")
    let excludes = try repo.scratch.write("excludes", "*-mine.md\n")
    try repo.git("config", "core.excludesFile", excludes)
    for file in ["a.md", "b-mine.md", "private/c.md"] { try repo.write(file, "") }
    #expect(try workTree(repo).entries.map(\.path) == ["a.md"])
  }

  @Test func rulesAboveTheKnowledgeBaseHoldInIt() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "/kb/drafts\n")
    try repo.write("docs/.gitignore", "*.md\n")
    for file in ["kb/a.md", "kb/drafts/b.md", "docs/base/c.md"] { try repo.write(file, "") }
    #expect(try workTree(repo, "kb").entries.map(\.path) == ["a.md"])
    #expect(try workTree(repo, "docs/base").entries.map(\.path).isEmpty)
  }

  @Test func aKnowledgeBaseInAnIgnoredFolderIsReadAsAPlainFolder() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "/scratch/\n")
    try repo.write("scratch/a.md", "")
    #expect(try workTree(repo, "scratch").entries.map(\.path) == ["a.md"])
    #expect(try workTree(repo).entries.isEmpty)
  }

  @Test func ignoredLinksAndFoldersAreNotReported() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "*.link\nvendor/\n*.md\n")
    try repo.link("x.link", to: "nowhere")
    try repo.link("y.md", to: "nowhere")
    try repo.write("vendor/.git/HEAD", "")
    #expect(try workTree(repo).skipped.isEmpty)
  }
}
