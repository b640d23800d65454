import KBTestSupport
import Testing

@testable import KBGit

struct HistoryTests {
  private func open(_ repo: RepositoryFixture) throws -> Repository {
    try Repository(at: #require(RepositoryLocation.containing(repo.path)))
  }

  /// A commit that adds one file of that name.
  @discardableResult
  private func add(_ name: String, to repo: RepositoryFixture) throws -> String {
    try repo.write("kb/\(name).md", name)
    return try repo.commit(name)
  }

  // MARK: Merge bases

  @Test func twoBranchesMeetWhereTheyParted() throws {
    let repo = try RepositoryFixture()
    let base = try add("base", to: repo)
    try repo.branch("side")
    try add("side", to: repo)
    try repo.checkout("main")
    let tip = try add("main", to: repo)
    let repository = try open(repo)
    #expect(try repository.mergeBase(of: "main", and: "side").id.description == base)
    #expect(try repository.mergeBase(of: "main", and: "main").id.description == tip)
    #expect(try repository.mergeBase(of: "main", and: "main~1").id.description == base)
  }

  @Test func aCrissCrossMergeHasTwoBasesAndTheNewerCounts() throws {
    let repo = try RepositoryFixture()
    try add("base", to: repo)
    try repo.branch("side")
    let side = try add("side", to: repo)
    try repo.checkout("main")
    let main = try add("main", to: repo)
    try repo.merge(side)
    try repo.checkout("side")
    try repo.merge(main)
    let repository = try open(repo)
    let (one, other) = (try repository.commit(named: "main").id, try repository.commit(named: "side").id)
    #expect(Set(try repository.mergeBases(of: one, and: other).map(\.description)) == [side, main])
    #expect(try repository.mergeBase(of: "main", and: "side").id.description == main)
    #expect(try repository.mergeBase(of: "side", and: "main").id.description == main)
  }

  @Test func unrelatedHistoriesAreNamed() throws {
    let repo = try RepositoryFixture()
    try add("base", to: repo)
    try repo.git("checkout", "--quiet", "--orphan", "other")
    try add("other", to: repo)
    let repository = try open(repo)
    #expect(throws: GitError.unrelatedHistories("main", "other")) { try repository.mergeBase(of: "main", and: "other") }
    #expect(try repository.mergeBases(of: repository.commit(named: "main").id, and: repository.commit(named: "other").id).isEmpty)
  }

  @Test func aShallowCloneWithoutTheBaseNamesTheRemedy() throws {
    let repo = try RepositoryFixture()
    try add("base", to: repo)
    try repo.branch("side")
    try add("side", to: repo)
    try repo.checkout("main")
    try add("main", to: repo)
    let shallow = try open(repo.clone("shallow", depth: 1))
    #expect(throws: GitError.shallowHistory(revision: "main...origin/side")) { try shallow.mergeBase(of: "main", and: "origin/side") }
    let deep = try open(repo.clone("deep", depth: 2))
    #expect(try deep.mergeBase(of: "main", and: "origin/side").summary == "base")
  }

  // MARK: Walks

  @Test func aHistoryIsGivenNewestFirstAndChildrenBeforeParents() throws {
    let repo = try RepositoryFixture()
    try add("1", to: repo)
    try repo.branch("side")
    try add("2", to: repo)
    try repo.checkout("main")
    try add("3", to: repo)
    try repo.checkout("side")
    try add("4", to: repo)
    try repo.checkout("main")
    try repo.merge("side", message: "5")
    let repository = try open(repo)
    let tip = try repository.commit(named: "main").id
    #expect(try repository.history(of: tip).map(\.summary) == ["5", "4", "3", "2", "1"])
    #expect(try repository.history(of: tip, limit: 2).map(\.summary) == ["5", "4"])
    #expect(try repository.history(of: tip, limit: 0).isEmpty)
    #expect(try repository.history(of: tip, firstParentOnly: true).map(\.summary) == ["5", "3", "1"])
    #expect(try repository.history(of: tip, limit: 2, firstParentOnly: true).map(\.summary) == ["5", "3"])
  }

  @Test func aWrongClockDoesNotPutAParentFirst() throws {
    let repo = try RepositoryFixture()
    try add("1", to: repo)
    try repo.write("x.md", "x")
    try repo.git("add", "--all")
    let tree = try repo.git("write-tree")
    let early = try repo.git(["-c", "user.name=x", "commit-tree", "-p", "HEAD", "-m", "2", tree])
    try repo.git("update-ref", "refs/heads/main", early)
    let repository = try open(repo)
    #expect(try repository.history(of: repository.commit(named: "main").id).map(\.summary) == ["2", "1"])
  }

  @Test func anOctopusMergeHasAllItsParents() throws {
    let repo = try RepositoryFixture()
    try add("base", to: repo)
    for name in ["a", "b", "c"] {
      try repo.branch(name, from: "main")
      try add(name, to: repo)
    }
    try repo.checkout("main")
    try repo.merge("a", "b", "c", message: "octopus")
    let repository = try open(repo)
    let commit = try repository.commit(named: "main")
    #expect(commit.parents.count == 4)
    #expect(try repository.history(of: commit.id).map(\.summary) == ["octopus", "c", "b", "a", "base"])
  }

  @Test func aHistoryEndsWhereAShallowCloneWasCutOff() throws {
    let repo = try RepositoryFixture()
    for n in 1...4 { try add("\(n)", to: repo) }
    let repository = try open(repo.clone("shallow", depth: 2))
    let tip = try repository.commit(named: "HEAD").id
    #expect(try repository.history(of: tip).map(\.summary) == ["4", "3"])
    #expect(try repository.history(of: tip, firstParentOnly: true).map(\.summary) == ["4", "3"])
  }

  @Test func theTreeOfAFolderTellsWhetherItChanged() throws {
    let repo = try RepositoryFixture()
    try repo.write("other.txt", "1")
    try repo.commit("without folder")
    try add("a", to: repo)
    try repo.write("other.txt", "2")
    try repo.commit("elsewhere")
    let repository = try open(repo)
    let trees = try ["HEAD~2", "HEAD~1", "HEAD"].map { try repository.tree(ofFolder: "kb", in: repository.commit(named: $0)) }
    #expect(trees[0] == nil)
    #expect(trees[1] != nil)
    #expect(trees[1] == trees[2])
  }

  // MARK: All branches

  @Test func filesOfAllBranchesAreThoseOfTipsAndIndex() throws {
    let repo = try RepositoryFixture()
    try add("old", to: repo)
    try repo.git("rm", "--quiet", "kb/old.md")
    try add("main", to: repo)
    try repo.branch("server")
    try add("sub/server", to: repo)
    try repo.checkout("main")
    let clone = try repo.clone("clone")
    try clone.branch("local")
    try add("local", to: clone)
    try clone.checkout("main")
    try clone.write("kb/staged.md", "staged")
    try clone.git("add", "--all")
    try clone.write("kb/untracked.md", "untracked")
    try clone.write("outside.md", "outside")
    let files = try open(clone).filesOfAllBranches(prefix: "kb")
    #expect(files.paths == ["main.md", "sub/server.md", "local.md", "staged.md"])
    #expect(files.unreadable.isEmpty)
    #expect(try open(clone).filesOfAllBranches(prefix: "none").paths.isEmpty)
  }

  @Test func aDetachedHeadCountsAsABranch() throws {
    let repo = try RepositoryFixture()
    try add("main", to: repo)
    try repo.git("checkout", "--quiet", "--detach")
    try add("detached", to: repo)
    try repo.git("rm", "--quiet", "--cached", "kb/detached.md")
    #expect(try open(repo).filesOfAllBranches(prefix: "kb").paths == ["main.md", "detached.md"])
  }

  @Test func aBranchThatCannotBeReadIsToldAndTheOthersCount() throws {
    let repo = try RepositoryFixture()
    try add("main", to: repo)
    try repo.write(".git/refs/heads/broken", String(repeating: "12", count: 20) + "\n")
    let files = try open(repo).filesOfAllBranches(prefix: "kb")
    #expect(files.paths == ["main.md"])
    #expect(files.unreadable == ["broken"])
  }

  @Test func anEmptyRepositoryHasNoFiles() throws {
    for bare in [false, true] {
      let repo = try RepositoryFixture(bare: bare)
      #expect(try open(repo).filesOfAllBranches(prefix: "kb") == BranchFiles())
    }
  }
}
