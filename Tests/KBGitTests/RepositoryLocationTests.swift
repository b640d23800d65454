import KBTestSupport
import Testing

@testable import KBGit

struct RepositoryLocationTests {
  @Test func aFolderWithoutRepositoryHasNone() throws {
    let scratch = try ScratchDirectory()
    #expect(RepositoryLocation.containing(scratch.path) == nil)
    #expect(RepositoryLocation.containing(scratch.path + "/not there") == nil)
  }

  @Test func theRepositoryIsFoundFromAFolderBelow() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/sessions/2026/a.md", "a")
    let location = try #require(RepositoryLocation.containing(repo.path + "/kb/sessions/2026"))
    #expect(location == RepositoryLocation.containing(repo.path))
    #expect(location.workTree == repo.path)
    #expect(location.gitDirectory == repo.path + "/.git")
    #expect(location.commonDirectory == repo.path + "/.git")
    #expect(!location.isBare)
    #expect(location.prefix(of: repo.path) == "")
    #expect(location.prefix(of: repo.path + "/kb/sessions") == "kb/sessions")
    #expect(location.prefix(of: repo.scratch.path) == nil)
    #expect(location.prefix(of: repo.path + "/kb/none") == nil)
  }

  @Test func aFolderBesideWithTheSameBeginningIsOutside() throws {
    let repo = try RepositoryFixture()
    let beside = try repo.scratch.folder("repo-2")
    #expect(RepositoryLocation.containing(repo.path)?.prefix(of: beside) == nil)
  }

  @Test func aBareRepositoryHasNoWorkTree() throws {
    let repo = try RepositoryFixture(bare: true)
    let location = try #require(RepositoryLocation.containing(repo.path))
    #expect(location.isBare)
    #expect(location.gitDirectory == repo.path)
    #expect(location.prefix(of: repo.path) == nil)
    _ = try Repository(at: location)
  }

  @Test func aLinkedWorkTreeSharesTheCommonDirectory() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.commit("a")
    let linked = try repo.addWorkTree("linked", at: "main")
    let location = try #require(RepositoryLocation.containing(linked.path))
    #expect(location.workTree == linked.path)
    #expect(location.gitDirectory == repo.path + "/.git/worktrees/linked")
    #expect(location.commonDirectory == repo.path + "/.git")
    #expect(try Repository(at: location).isHeadDetached)
    #expect(try FileSource.folder(linked.path, location).listing().entries.map(\.path) == ["a.md"])
  }

  @Test func aSubmoduleIsARepositoryOfItsOwn() throws {
    let inner = try RepositoryFixture()
    try inner.write("a.md", "a")
    try inner.commit("a")
    let outer = try RepositoryFixture()
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "sub")
    let location = try #require(RepositoryLocation.containing(outer.path + "/sub"))
    #expect(location.workTree == outer.path + "/sub")
    #expect(location.gitDirectory == outer.path + "/.git/modules/sub")
    #expect(try Repository(at: location).commit(named: "HEAD").summary == "a")
  }

  @Test func anEmptyDotGitFolderIsNoRepository() throws {
    let scratch = try ScratchDirectory()
    try scratch.folder("a/.git")
    #expect(RepositoryLocation.containing(scratch.path + "/a") == nil)
  }
}
