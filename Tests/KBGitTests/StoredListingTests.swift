import KBTestSupport
import Testing

@testable import KBGit

/// The files of the index and of a revision.
struct StoredListingTests {
  private func location(_ repo: RepositoryFixture) throws -> RepositoryLocation { try #require(RepositoryLocation.containing(repo.path)) }

  private func revision(_ repo: RepositoryFixture, _ name: String, prefix: String = "") throws -> FileSource {
    let location = try location(repo)
    return .revision(location, try Repository(at: location).commit(named: name).id, prefix: prefix)
  }

  private func text(_ source: FileSource, _ path: String) throws -> String? {
    guard case .bytes(let bytes, _) = try FileReader(of: source).read(path: path, limit: 1000) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theThreeSourcesListTheSameFilesOfACleanWorkTree() throws {
    let repo = try RepositoryFixture()
    for file in ["kb.yaml", "a.md", "a/b.md", "a-b.md", "a0.md", "é.md", "x/y/z.md", "image.png", ".hidden.md", ".dot/c.md", "x/.dot/d.md"] {
      try repo.write(file, "content of \(file)")
    }
    try repo.commit("all")
    let location = try location(repo)
    let disk = try FileSource.folder(repo.path, location).listing().entries
    let index = try FileSource.index(location, prefix: "").listing().entries
    let head = try revision(repo, "HEAD").listing().entries
    #expect(disk.map(\.path) == ["a-b.md", "a.md", "a/b.md", "a0.md", "kb.yaml", "x/y/z.md", "é.md"])
    #expect(index.map(\.path) == disk.map(\.path))
    #expect(head == index)
    let (onDisk, stored) = (try FileReader(of: .folder(repo.path, location)), try FileReader(of: revision(repo, "HEAD")))
    for (file, object) in zip(disk, head) {
      guard case .bytes(let a, _) = onDisk.read(file, limit: 1000), case .bytes(let b, nil) = stored.read(object, limit: 1000) else {
        Issue.record("\(file.path) cannot be read")
        continue
      }
      #expect(a == b)
      #expect(try ObjectID.blob(of: a) == object.blob)
    }
  }

  @Test func aFolderOfTheRepositoryIsListedByPathsFromThere() throws {
    let repo = try RepositoryFixture()
    for file in ["kb/a.md", "kb/s/b.md", "kb-2/c.md", "d.md"] { try repo.write(file, file) }
    try repo.commit("all")
    #expect(try revision(repo, "main", prefix: "kb").listing().entries.map(\.path) == ["a.md", "s/b.md"])
    #expect(try FileSource.index(location(repo), prefix: "kb").listing().entries.map(\.path) == ["a.md", "s/b.md"])
    #expect(try text(revision(repo, "main", prefix: "kb"), "s/b.md") == "kb/s/b.md")
    #expect(try text(.index(location(repo), prefix: "kb"), "s/b.md") == "kb/s/b.md")
  }

  @Test func aFolderThatTheRevisionLacksIsAnError() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    let id = try repo.commit("a")
    for prefix in ["kb", "a.md"] {
      #expect(throws: GitError.folderMissing(path: prefix, revision: String(id.prefix(7)))) {
        try revision(repo, "HEAD", prefix: prefix).listing()
      }
    }
    #expect(try FileSource.index(location(repo), prefix: "kb").listing().entries.isEmpty)
  }

  @Test func theIndexHoldsWhatIsStagedOnly() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "committed")
    try repo.commit("a")
    try repo.write("a.md", "staged")
    try repo.write("b.md", "staged")
    try repo.git("add", "--all")
    try repo.write("a.md", "not staged")
    try repo.write("c.md", "not staged")
    let source = FileSource.index(try location(repo), prefix: "")
    #expect(try source.listing().entries.map(\.path) == ["a.md", "b.md"])
    #expect(try text(source, "a.md") == "staged")
    #expect(try text(revision(repo, "HEAD"), "a.md") == "committed")
    #expect(try text(source, "c.md") == nil)
  }

  @Test func revisionsAreReadFromABareRepository() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", "one")
    try repo.commit("one")
    try repo.write("kb/a.md", "two")
    try repo.commit("two")
    let bare = try repo.clone("bare.git", bare: true)
    #expect(try text(revision(bare, "main", prefix: "kb"), "a.md") == "two")
    #expect(try text(revision(bare, "main~1", prefix: "kb"), "a.md") == "one")
    #expect(throws: GitError.bareRepository(repository: bare.path)) { try FileSource.index(location(bare), prefix: "").listing() }
  }

  @Test func aFileThatTwoRevisionsShareHasOneID() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "same")
    try repo.write("b.md", "before")
    try repo.commit("one")
    try repo.write("b.md", "after")
    try repo.commit("two")
    let (old, new) = (try revision(repo, "HEAD~1").listing().entries, try revision(repo, "HEAD").listing().entries)
    #expect(old[0] == new[0])
    #expect(old[1].blob != new[1].blob)
  }

  @Test func linksSubmodulesAndModesAreTold() throws {
    let inner = try RepositoryFixture()
    try inner.write("x.md", "x")
    try inner.commit("x")
    let repo = try RepositoryFixture()
    try repo.write("run.md", "run")
    try repo.write("plain.md", "plain")
    try repo.link("link.md", to: "/etc/passwd")
    try repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "sub")
    try repo.git("add", "--all")
    try repo.git("update-index", "--chmod=+x", "run.md")
    try repo.git("commit", "--quiet", "-m", "all")
    for source in [try revision(repo, "HEAD"), .index(try location(repo), prefix: "")] {
      let listing = try source.listing()
      #expect(listing.entries.map(\.path) == ["plain.md", "run.md"])
      #expect(listing.entries.map(\.mode) == [.regular, .executable])
      #expect(listing.skipped == [.init(path: "link.md", reason: .symbolicLink), .init(path: "sub", reason: .nestedRepository)])
      let reader = try FileReader(of: source)
      #expect(reader.read(path: "link.md", limit: 100) == .symbolicLink)
      #expect(reader.read(path: "sub", limit: 100) == .notRegular)
    }
  }

  @Test func whatStandsAtAPathIsTold() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a/b.png", "b")
    try repo.link("kb/link", to: "a")
    try repo.commit("all")
    for source in [try revision(repo, "HEAD", prefix: "kb"), .index(try location(repo), prefix: "kb"), .folder(repo.path + "/kb", nil)] {
      let reader = try FileReader(of: source)
      #expect(try reader.kind(ofPath: "a/b.png") == .file)
      #expect(try reader.kind(ofPath: "a") == .folder)
      #expect(try reader.kind(ofPath: "link") == .symbolicLink)
      #expect(try reader.kind(ofPath: "none") == nil)
      #expect(try reader.kind(ofPath: "../kb/a") == nil)
      #expect(try reader.kind(ofPath: "link/b.png") == nil)
    }
  }

  @Test func unmergedFilesAreReportedOnce() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "base")
    try repo.write("b.md", "base")
    try repo.commit("base")
    try repo.branch("side")
    try repo.write("a.md", "side")
    try repo.commit("side")
    try repo.checkout("main")
    try repo.write("a.md", "main")
    try repo.commit("main")
    #expect(throws: RepositoryFixture.CommandFailure.self) { try repo.merge("side") }
    let listing = try FileSource.index(location(repo), prefix: "").listing()
    #expect(listing.entries.map(\.path) == ["b.md"])
    #expect(listing.skipped == [.init(path: "a.md", reason: .conflicted)])
    #expect(throws: GitError.conflictedIndex(paths: ["a.md"])) { try listing.requireMerged() }
    #expect(try FileSource.folder(repo.path, location(repo)).listing().entries.map(\.path) == ["a.md", "b.md"])
  }

  @Test func anEmptyRepositoryHasAnEmptyIndex() throws {
    let repo = try RepositoryFixture()
    #expect(try FileSource.index(location(repo), prefix: "").listing().entries.isEmpty)
    #expect(try FileSource.index(location(repo), prefix: "kb").listing().entries.isEmpty)
  }

  @Test func storedNamesThatAreNotUTF8AreReported() throws {
    let repo = try RepositoryFixture()
    try repo.write("ok.md", "text")
    try repo.commit("ok")
    let blob = try repo.git("rev-parse", "HEAD:ok.md")
    // mktree reads names in quotes with octal escapes.
    let inner = try repo.git(["mktree"], input: "100644 blob \(blob)\ta.md\n")
    let tree = try repo.git(
      ["mktree"], input: "100644 blob \(blob)\tok.md\n040000 tree \(inner)\t\"\\376\"\n100644 blob \(blob)\t\"\\377.md\"\n")
    let commit = try repo.git("commit-tree", "-m", "names", tree)
    let listing = try revision(repo, commit).listing()
    #expect(listing.entries.map(\.path) == ["ok.md"])
    #expect(listing.skipped == [.init(path: "\u{FFFD}", reason: .nameNotUTF8), .init(path: "\u{FFFD}.md", reason: .nameNotUTF8)])
  }
}
