import KBTestSupport
import Testing

@testable import KBGit

struct RevisionTests {
  private func open(_ repo: RepositoryFixture) throws -> Repository {
    try Repository(at: #require(RepositoryLocation.containing(repo.path)))
  }

  /// Three commits on `main`, a tag of either kind on the second.
  private func history() throws -> (RepositoryFixture, ids: [String]) {
    let repo = try RepositoryFixture()
    var ids: [String] = []
    for n in 1...3 {
      try repo.write("a.md", "\(n)")
      ids.append(try repo.commit("commit \(n)"))
      if n == 2 {
        try repo.git("tag", "light")
        try repo.git("tag", "-a", "-m", "annotated", "v1.0")
      }
    }
    return (repo, ids)
  }

  @Test func branchesTagsIdsAndExpressionsLeadToCommits() throws {
    let (repo, ids) = try history()
    let repository = try open(repo)
    for (name, i) in [("main", 2), ("HEAD", 2), ("refs/heads/main", 2), ("HEAD~2", 0), ("main^", 1), ("light", 1), ("v1.0", 1), ("v1.0~1", 0), (ids[0], 0), (String(ids[1].prefix(8)), 1), ("@", 2)] {
      #expect(try repository.commit(named: name).id.description == ids[i], "\(name)")
    }
    let second = try repository.commit(named: "v1.0")
    #expect(second.summary == "commit 2")
    #expect(second.parents.map(\.description) == [ids[0]])
    #expect(second.time == 1_767_225_600 + 3600)
    #expect(second.timeZoneOffset == 0)
    #expect(try second.tree.description == repo.git("rev-parse", "v1.0^{tree}"))
    #expect(try repository.commit(second.id) == second)
    #expect(repository.abbreviation(of: second.id) == String(ids[1].prefix(7)))
  }

  @Test func aNameThatIsNotThereBringsTheClosest() throws {
    let (repo, _) = try history()
    try repo.git("branch", "feature/offline")
    let repository = try open(repo)
    #expect(throws: GitError.revisionMissing(name: "mian", candidates: ["main"])) { try repository.commit(named: "mian") }
    #expect(throws: GitError.revisionMissing(name: "ofline", candidates: ["feature/offline"])) { try repository.commit(named: "ofline") }
    #expect(throws: GitError.revisionMissing(name: "v1.1", candidates: ["v1.0"])) { try repository.commit(named: "v1.1") }
    #expect(throws: GitError.revisionMissing(name: "nothing-like-it", candidates: [])) { try repository.commit(named: "nothing-like-it") }
    #expect(throws: GitError.revisionMissing(name: "mian~2", candidates: ["main"])) { try repository.commit(named: "mian~2") }
    let error = GitError.revisionMissing(name: "mian", candidates: ["main"])
    #expect(error.description == "no branch, tag or commit is called 'mian'. Did you mean 'main'?")
  }

  @Test func anIDThatIsNotThereIsMissing() throws {
    let (repo, _) = try history()
    let id = String(repeating: "ab", count: 20)
    #expect(throws: GitError.revisionMissing(name: id, candidates: [])) { try open(repo).commit(named: id) }
  }

  @Test func aStepBeyondTheFirstCommitIsNamed() throws {
    let (repo, _) = try history()
    #expect(throws: GitError.revisionInvalid(name: "HEAD~3", detail: "'HEAD' has no such ancestor")) { try open(repo).commit(named: "HEAD~3") }
  }

  @Test(arguments: ["HEAD:a.md", "HEAD^{tree}"])
  func whatIsNoCommitIsRefused(name: String) throws {
    let (repo, _) = try history()
    #expect(throws: GitError.revisionInvalid(name: name, detail: "it leads to no commit")) { try open(repo).commit(named: name) }
  }

  @Test(arguments: ["", "~", "HEAD~~x", "main..", ":/", "a b", "^", "@{"])
  func nonsenseIsRefusedWithoutHarm(name: String) throws {
    let (repo, _) = try history()
    #expect(throws: GitError.self) { try open(repo).commit(named: name) }
  }

  @Test func anUnbornHeadIsNamedWithItsBranch() throws {
    let repo = try RepositoryFixture()
    let repository = try open(repo)
    #expect(repository.isHeadUnborn)
    #expect(try repository.headBranch() == "main")
    for name in ["HEAD", "HEAD~1", "@"] {
      #expect(throws: GitError.unbornHead(branch: "main"), "\(name)") { try repository.commit(named: name) }
    }
    #expect(throws: GitError.revisionMissing(name: "v1", candidates: [])) { try repository.commit(named: "v1") }
  }

  @Test func aDetachedHeadHasNoBranch() throws {
    let (repo, ids) = try history()
    try repo.checkout(ids[0])
    let repository = try open(repo)
    #expect(repository.isHeadDetached)
    #expect(try repository.headBranch() == nil)
    #expect(try repository.commit(named: "HEAD").id.description == ids[0])
  }

  @Test func aShallowCloneSaysWhatItLacks() throws {
    let (repo, ids) = try history()
    let repository = try open(repo.clone("shallow", depth: 1))
    #expect(repository.isShallow)
    #expect(try repository.commit(named: "HEAD").id.description == ids[2])
    for name in ["HEAD~1", "HEAD^", "origin/main~2", ids[0]] {
      #expect(throws: GitError.shallowHistory(revision: name), "\(name)") { try repository.commit(named: name) }
    }
    #expect(throws: GitError.revisionMissing(name: "mai", candidates: ["main", "origin/main"])) { try repository.commit(named: "mai") }
    #expect(GitError.shallowHistory(revision: "x").remedy?.contains("git fetch --unshallow") == true)
  }

  @Test func referencesAreListedByName() throws {
    let (repo, ids) = try history()
    let clone = try repo.clone("clone")
    try clone.branch("topic")
    let references = try open(clone).references()
    #expect(references.map(\.name) == ["refs/heads/main", "refs/heads/topic", "refs/remotes/origin/main", "refs/tags/light", "refs/tags/v1.0"])
    #expect(references.map(\.kind) == [.branch, .branch, .remoteBranch, .tag, .tag])
    #expect(references.map(\.shortName) == ["main", "topic", "origin/main", "light", "v1.0"])
    #expect(references[2].target.description == ids[2])
  }

  @Test func theAuthorComesFromTheConfiguration() throws {
    let repo = try RepositoryFixture()
    try repo.git("config", "user.name", "Zoë Ünal")
    try repo.git("config", "user.email", "zoe@example.com")
    #expect(try open(repo).author() == Author(name: "Zoë Ünal", email: "zoe@example.com"))
  }

  @Test func hooksAreWhereTheConfigurationSays() throws {
    let repo = try RepositoryFixture()
    #expect(try open(repo).hooksDirectory() == repo.path + "/.git/hooks")
    try repo.git("config", "core.hooksPath", ".githooks")
    #expect(try open(repo).hooksDirectory() == repo.path + "/.githooks")
    try repo.git("config", "core.hooksPath", "/etc/hooks")
    #expect(try open(repo).hooksDirectory() == "/etc/hooks")
  }
}
