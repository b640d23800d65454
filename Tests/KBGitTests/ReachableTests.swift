import Foundation
import KBTestSupport
import Testing

@testable import KBGit

struct ReachableTests {
  private func open(_ repo: RepositoryFixture) throws -> Repository {
    try Repository(at: #require(RepositoryLocation.containing(repo.path)))
  }

  @Test func everyObjectIsThereOnceAndParentsComeFirst() throws {
    let repo = try RepositoryFixture()
    try repo.write("a/one.md", "one")
    let first = try repo.commit("First")
    try repo.write("b/copy.md", "one")
    try repo.write("b/two.md", "two")
    try repo.branch("side")
    let second = try repo.commit("Second")
    try repo.git("tag", "-a", "v1", "-m", "A tag")
    try repo.git("tag", "-a", "v2", "-m", "A tag of a tag", "v1")
    try repo.checkout("main")
    try repo.write("c.md", "three")
    let third = try repo.commit("Third")
    let merge = try repo.merge("side")
    try repo.git("update-ref", "refs/odd/blob", repo.git(["hash-object", "-w", "--stdin"], input: "loose"))

    let history = try open(repo).reachableHistory()
    #expect(history.commits.first?.description == first)
    #expect(history.commits.last?.description == merge)
    #expect(Set(history.commits.map(\.description)) == [first, second, third, merge])
    #expect(history.tags.count == 2)
    #expect(history.blobs.map(\.path).sorted() == ["", "a/one.md", "b/two.md", "c.md"])
    let all = history.commits + history.tags + history.trees + history.blobs.map(\.id)
    #expect(Set(all).count == all.count)
    // As git counts them.
    #expect(try Set(all.map(\.description)) == Set(repo.git("rev-list", "--objects", "--no-object-names", "--all").split(separator: "\n").map(String.init)))
  }

  @Test func commitsThatHoldABlobAreThoseAndTheirChildren() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", "keep")
    let before = try repo.commit("Before")
    try repo.write("kb/b.md", "secret")
    let with = try repo.commit("With")
    try repo.remove("kb/b.md")
    let after = try repo.commit("After")
    let repository = try open(repo)
    let history = try repository.reachableHistory()
    let secret = try #require(history.blobs.first { $0.path == "kb/b.md" })
    #expect(secret.holder.description == with)
    let found = try repository.commits(of: history, holding: [secret.id])
    #expect(found.holding.map(\.description) == [with])
    #expect(Set(found.tainted.map(\.description)) == [with, after])
    #expect(try repository.message(of: #require(ObjectID(hex: before))) == Array("Before\n".utf8))
  }

  @Test func copyWithoutChangesHasTheSameIDs() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", "one")
    try repo.link("kb/link.md", to: "a.md")
    try repo.commit("One")
    try repo.git("tag", "-a", "v1", "-m", "A tag")
    try repo.git("update-index", "--chmod=+x", "kb/a.md")
    try repo.commit("Two\n\nwith lines\n")
    let folder = try repo.scratch.folder("copy.git")
    let repository = try open(repo)
    let map = try repository.copyHistory(repository.reachableHistory(), to: folder, blob: { _, _ in nil }, message: { _, _ in nil })
    #expect(map.allSatisfy { $0.key == $0.value })
    #expect(try repo.git("-C", folder, "for-each-ref") == repo.git("for-each-ref"))
    #expect(try repo.git("-C", folder, "fsck", "--full", "--strict").isEmpty)
  }

  @Test func changedCommitsLoseTheirSignaturesOnly() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb/a.md", "secret")
    let first = try repo.commit("One")
    let signed = try repo.git("cat-file", "commit", first).replacingOccurrences(
      of: "\n\nOne", with: "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\nOne")
    let id = try repo.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: signed + "\n")
    try repo.git("update-ref", "refs/heads/main", id)
    let folder = try repo.scratch.folder("copy.git")
    let repository = try open(repo)
    _ = try repository.copyHistory(
      repository.reachableHistory(), to: folder, blob: { _, bytes in bytes == Array("secret".utf8) ? Array("gone".utf8) : nil }, message: { _, _ in nil })
    let copied = try repo.git("-C", folder, "cat-file", "commit", "main")
    #expect(!copied.contains("gpgsig"))
    #expect(copied.hasSuffix("\n\nOne"))
    #expect(try repo.git("-C", folder, "show", "main:kb/a.md") == "gone")
  }
}
