import Foundation
import KBTestSupport
import Testing

@testable import KBGit

/// Repositories that cannot be trusted, read or understood.
struct DamageTests {
  private func location(_ repo: RepositoryFixture) throws -> RepositoryLocation { try #require(RepositoryLocation.containing(repo.path)) }

  @Test(.enabled(if: getuid() == 0, "only root can give a repository away")) func aForeignRepositoryNamesTheRemedy() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.commit("a")
    for path in [repo.path, repo.path + "/.git"] { #expect(chown(path, 65534, 65534) == 0) }
    let location = try location(repo)
    let expected = GitError.foreignOwner(repository: repo.path)
    #expect(throws: expected) { try Repository(at: location) }
    #expect(expected.remedy?.contains("git config --global --add safe.directory '\(repo.path)'") == true)
    // The files themselves can be read, and the listing says what it could not take into account.
    let listing = try FileSource.folder(repo.path, location).listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.gitFault == expected)
  }

  @Test func sha256IsRefusedByNameAndTheFolderIsReadAllTheSame() throws {
    let repo = try RepositoryFixture(objectFormat: "sha256")
    try repo.write("a.md", "a")
    let location = try location(repo)
    let expected = GitError.unsupported(.sha256, repository: repo.path)
    let refused = #expect(throws: GitError.self) { try Repository(at: location) }
    // A libgit2 that reads SHA-256 would not throw.
    #expect(refused == expected)
    let listing = try FileSource.folder(repo.path, location).listing()
    #expect(listing.entries.map(\.path) == ["a.md"])
    #expect(listing.gitFault == expected)
  }

  @Test func aSplitIndexIsRefusedByName() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.commit("a")
    try repo.git("update-index", "--split-index")
    let expected = GitError.unsupported(.splitIndex, repository: repo.path)
    #expect(throws: expected) { try FileSource.index(location(repo), prefix: "").listing() }
    // Where no rule could match a file, the index is not needed.
    #expect(try FileSource.folder(repo.path, location(repo)).listing().gitFault == nil)
    try repo.write(".gitignore", "*.md\n")
    let listing = try FileSource.folder(repo.path, location(repo)).listing()
    #expect(listing.gitFault == expected)
    #expect(try Repository(at: location(repo)).commit(named: "HEAD").summary == "a")
  }

  @Test func aSparseIndexIsRefusedByName() throws {
    let repo = try RepositoryFixture()
    try repo.write("a/a.md", "a")
    try repo.write("b/b.md", "b")
    try repo.commit("a")
    try repo.git("sparse-checkout", "set", "--cone", "--sparse-index", "a")
    #expect(throws: GitError.unsupported(.sparseIndex, repository: repo.path)) { try FileSource.index(location(repo), prefix: "").listing() }
    #expect(try FileSource.folder(repo.path, location(repo)).listing().entries.map(\.path) == ["a/a.md"])
  }

  @Test func aPartialCloneIsReadAsFarAsItGoes() throws {
    let repo = try RepositoryFixture()
    try repo.git("config", "core.repositoryFormatVersion", "1")
    try repo.git("config", "extensions.partialClone", "origin")
    try repo.write("a.md", "a")
    try repo.commit("a")
    #expect(try Repository(at: location(repo)).commit(named: "HEAD").summary == "a")
  }

  @Test func aDamagedBlobIsToldByItsID() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "good")
    try repo.write("b.md", "bad")
    try repo.commit("all")
    let id = try repo.git("rev-parse", "HEAD:b.md")
    let file = repo.objectFile(id)
    chmod(file, 0o600)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    bytes[bytes.count / 2] ^= 0xFF
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let location = try location(repo)
    let source = FileSource.revision(location, try Repository(at: location).commit(named: "HEAD").id, prefix: "")
    let reader = try FileReader(of: source)
    let contents = try source.listing().entries.map { reader.read($0, limit: 100) }
    #expect(contents[0] == .bytes(Array("good".utf8), nil))
    guard case .damaged(.corruptObject(let told, _)) = contents[1] else {
      Issue.record("\(contents[1])")
      return
    }
    #expect(told == ObjectID(hex: id))
  }

  @Test(arguments: ["tree", "commit"])
  func aDamagedTreeOrCommitIsAnError(kind: String) throws {
    let repo = try RepositoryFixture()
    try repo.write("s/a.md", "a")
    try repo.commit("all")
    let id = try repo.git("rev-parse", kind == "tree" ? "HEAD:s" : "HEAD")
    let commit = try #require(ObjectID(hex: repo.git("rev-parse", "HEAD")))
    chmod(repo.objectFile(id), 0o600)
    try Data("junk".utf8).write(to: URL(fileURLWithPath: repo.objectFile(id)))
    let error = #expect(throws: GitError.self) { try FileSource.revision(location(repo), commit, prefix: "").listing() }
    guard case .corruptObject(let told, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(told == ObjectID(hex: id))
  }

  @Test func aMissingBlobIsToldByItsID() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.commit("all")
    let id = try repo.git("rev-parse", "HEAD:a.md")
    try FileManager.default.removeItem(atPath: repo.objectFile(id))
    let location = try location(repo)
    let reader = try FileReader(of: .index(location, prefix: ""))
    guard case .damaged(.objectMissing(let told, _)) = reader.read(try #require(ObjectID(hex: id)), limit: 100) else {
      Issue.record("a missing object was read")
      return
    }
    #expect(told == ObjectID(hex: id))
  }

  @Test func aDamagedIndexIsAnError() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", "a")
    try repo.commit("all")
    try Data("DIRC junk".utf8).write(to: URL(fileURLWithPath: repo.path + "/.git/index"))
    #expect(throws: GitError.self) { try FileSource.index(location(repo), prefix: "").listing() }
  }

  @Test func aRepositoryWithADamagedConfigurationIsToldByItsPath() throws {
    let repo = try RepositoryFixture()
    try repo.write(".git/config", "[core\nbroken")
    try repo.write("a.md", "a")
    let error = #expect(throws: GitError.self) { try Repository(at: location(repo)) }
    guard case .repositoryInvalid(repo.path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try FileSource.folder(repo.path, location(repo)).listing().entries.map(\.path) == ["a.md"])
  }
}
