import KBTestSupport
import Testing

@testable import KBGit

struct ChangesTests {
  private func open(_ repo: RepositoryFixture) throws -> Repository {
    try Repository(at: #require(RepositoryLocation.containing(repo.path)))
  }

  /// The changes since the first commit, as `kind old new`.
  private func changes(
    _ repo: RepositoryFixture, from: String = "HEAD", to target: ComparisonTarget, prefix: String = "kb", similarity: Int? = 50
  ) throws -> [String] {
    let repository = try open(repo)
    return try repository.changes(from: repository.commit(named: from).id, to: target, prefix: prefix, similarity: similarity).map {
      switch $0.kind {
      case .added: "+ \($0.new?.path ?? "?")"
      case .removed: "- \($0.old?.path ?? "?")"
      case .modified: "~ \($0.new?.path ?? "?")"
      case .renamed(let similarity): "\($0.old?.path ?? "?") > \($0.new?.path ?? "?") \(similarity == 100 ? "same" : "similar")"
      case .conflicted: "! \($0.new?.path ?? "?")"
      }
    }
  }

  private let long = (1...40).map { "line \($0) of a record that is long enough" }.joined(separator: "\n")

  /// A first commit, and a work tree in which everything has happened.
  private func changed() throws -> RepositoryFixture {
    let repo = try RepositoryFixture()
    for file in ["same", "gone", "edited"] { try repo.write("kb/\(file).md", file) }
    try repo.write("kb/moved.md", long)
    try repo.write("kb/moved-and-edited.md", "other\n" + long)
    try repo.write("outside.md", "outside")
    try repo.commit("first")
    try repo.remove("kb/gone.md")
    try repo.write("kb/edited.md", "after")
    try repo.git("mv", "kb/moved.md", "kb/moved-2.md")
    try repo.git("mv", "kb/moved-and-edited.md", "kb/z.md")
    try repo.write("kb/z.md", "other\n" + long + "\none more line")
    try repo.write("kb/s/new.md", "new")
    try repo.write("kb/new.txt", "new")
    try repo.write("kb/.new.md", "new")
    try repo.write("outside.md", "after")
    return repo
  }

  private let expected = ["~ edited.md", "- gone.md", "moved.md > moved-2.md same", "+ s/new.md", "moved-and-edited.md > z.md similar"]

  @Test func revisionIndexAndWorkTreeAreComparedAlike() throws {
    let repo = try changed()
    #expect(try changes(repo, to: .workTree) == expected)
    #expect(try open(repo).hasChanges(prefix: "kb"))
    try repo.git("add", "--all")
    #expect(try changes(repo, to: .index) == expected)
    try repo.commit("second")
    #expect(try changes(repo, from: "HEAD~1", to: .commit(open(repo).commit(named: "HEAD").id)) == expected)
    for target in [ComparisonTarget.workTree, .index] { #expect(try changes(repo, to: target).isEmpty) }
    #expect(try !open(repo).hasChanges(prefix: "kb"))
  }

  @Test func onlyExactRenamesOrNoneCanBeAskedFor() throws {
    let repo = try changed()
    try repo.commit("second")
    let head = ComparisonTarget.commit(try open(repo).commit(named: "HEAD").id)
    #expect(
      try changes(repo, from: "HEAD~1", to: head, similarity: 100)
        == ["~ edited.md", "- gone.md", "moved.md > moved-2.md same", "- moved-and-edited.md", "+ s/new.md", "+ z.md"])
    #expect(
      try changes(repo, from: "HEAD~1", to: head, similarity: nil)
        == ["~ edited.md", "- gone.md", "+ moved-2.md", "- moved-and-edited.md", "- moved.md", "+ s/new.md", "+ z.md"])
  }

  @Test func theIdsOfBothSidesAreGivenWhereGitKnowsThem() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "before")
    try repo.commit("first")
    try repo.write("a.md", "after")
    try repo.commit("second")
    let repository = try open(repo)
    let change = try #require(
      try repository.changes(from: repository.commit(named: "HEAD~1").id, to: .commit(repository.commit(named: "HEAD").id), prefix: "").first)
    #expect(try change.old?.blob == ObjectID.blob(of: Array("before".utf8)))
    #expect(try change.new?.blob == ObjectID.blob(of: Array("after".utf8)))
  }

  @Test func aChangedModeIsNoChangeAndAFileThatBecomesALinkIsRemoved() throws {
    let repo = try RepositoryFixture()
    for file in ["mode", "link"] { try repo.write("kb/\(file).md", file) }
    try repo.commit("first")
    try repo.git("update-index", "--chmod=+x", "kb/mode.md")
    #expect(try changes(repo, to: .index).isEmpty)
    try repo.remove("kb/link.md")
    try repo.link("kb/link.md", to: "mode.md")
    try repo.git("add", "kb/link.md")
    #expect(try changes(repo, to: .index) == ["- link.md"])
  }

  @Test func aMoveOutOfTheFolderIsARemoval() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", long)
    try repo.commit("first")
    try repo.git("mv", "kb/a.md", "a.md")
    #expect(try changes(repo, to: .index) == ["- a.md"])
  }

  @Test func aMoveIntoAnotherFolderIsARename() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/sessions/a.md", long)
    try repo.commit("first")
    try repo.write("kb/sessions/2026/a.md", long)
    try repo.remove("kb/sessions/a.md")
    #expect(try changes(repo, to: .workTree) == ["sessions/a.md > sessions/2026/a.md same"])
  }

  @Test func aFolderWhoseNameHasWildcardsIsTakenAsItIs() throws {
    let repo = try RepositoryFixture()
    for folder in ["k*", "kb"] { try repo.write("\(folder)/a.md", "before") }
    try repo.commit("first")
    for folder in ["k*", "kb"] { try repo.write("\(folder)/a.md", "after it") }
    #expect(try changes(repo, to: .workTree, prefix: "k*") == ["~ a.md"])
    #expect(try open(repo).changes(from: open(repo).commit(named: "HEAD").id, to: .workTree, prefix: "k").isEmpty)
  }

  @Test func ignoredFilesAreNoChange() throws {
    let repo = try RepositoryFixture()
    try repo.write(".gitignore", "draft*\n")
    try repo.write("kb/a.md", "a")
    try repo.commit("first")
    try repo.write("kb/draft.md", "draft")
    #expect(try changes(repo, to: .workTree).isEmpty)
  }

  @Test func aConflictIsTold() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", "base")
    try repo.commit("base")
    try repo.branch("side")
    try repo.write("kb/a.md", "side")
    try repo.commit("side")
    try repo.checkout("main")
    try repo.write("kb/a.md", "main")
    try repo.commit("main")
    #expect(throws: RepositoryFixture.CommandFailure.self) { try repo.merge("side") }
    #expect(try changes(repo, to: .index) == ["! a.md"])
  }

  @Test func anUnbornHeadHasChangesOnceSomethingIsStaged() throws {
    let repo = try RepositoryFixture()
    #expect(try !open(repo).hasChanges(prefix: ""))
    try repo.write("a.md", "a")
    try repo.git("add", "--all")
    #expect(try open(repo).hasChanges(prefix: ""))
  }
}
