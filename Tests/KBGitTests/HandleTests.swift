import KBTestSupport
import Testing

@testable import KBGit

/// The owner of a libgit2 object.
struct HandleTests {
  /// Counts how often it was freed, per pointer, in the memory that the pointer leads to.
  private enum CountingKind: HandleKind {
    static func free(_ pointer: OpaquePointer) { UnsafeMutablePointer<Int>(pointer).pointee += 1 }
  }

  @Test func aHandleFreesItsObjectOnceWhenItGoes() throws {
    let freed = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    freed.initialize(to: 0)
    defer { freed.deallocate() }
    do {
      let handle = try Handle<CountingKind>("make") { pointer in
        pointer = OpaquePointer(freed)
        return 0
      }
      #expect(handle.pointer == OpaquePointer(freed))
      #expect(freed.pointee == 0)
    }
    #expect(freed.pointee == 1)
  }

  @Test func nothingIsFreedWhereNothingWasMade() {
    #expect(throws: GitError.self) { _ = try Handle<CountingKind>("make") { _ in -1 } }
    #expect(throws: GitError.library(operation: "make", code: 0, detail: "no object")) { _ = try Handle<CountingKind>("make") { _ in 0 } }
  }

  #if DEBUG
  /// In a process of its own, since the count is that of all tests at once.
  @Test func everyHandleIsFreedAlsoAfterFailures() async {
    await #expect(processExitsWith: .success) {
      try useEverything()
      #expect(HandleCount.alive == 0)
    }
  }
  #endif
}

/// Calls what opens handles, on paths that succeed and paths that fail.
private func useEverything() throws {
  let repo = try RepositoryFixture()
  try repo.write("kb/a.md", "a")
  try repo.commit("first")
  try repo.git("tag", "-a", "-m", "tag", "v1")
  try repo.write("kb/b.md", "b")
  try repo.commit("second")
  let location = try #require(RepositoryLocation.containing(repo.path))
  do {
    let repository = try Repository(at: location)
    let (first, head) = (try repository.commit(named: "v1"), try repository.commit(named: "HEAD"))
    #expect(try repository.history(of: head.id).count == 2)
    #expect(try repository.mergeBase(of: "HEAD", and: "v1") == first)
    for target in [ComparisonTarget.commit(head.id), .index, .workTree] {
      #expect(try repository.changes(from: first.id, to: target, prefix: "kb").count == 1)
    }
    #expect(try repository.filesOfAllBranches(prefix: "kb").paths.count == 2)
    _ = try (repository.author(), repository.hooksDirectory(), repository.references(), repository.headBranch(), Author.ofUser())
    _ = repository.abbreviation(of: head.id)
    let reachable = try repository.reachableHistory()
    #expect(try repository.commits(of: reachable, holding: []).holding.isEmpty)
    _ = try repository.copyHistory(reachable, to: repo.scratch.folder("copy.git"), blob: { _, _ in nil }, message: { _, _ in nil })
    for name in ["no such", "HEAD~9", "HEAD:kb", "HEAD:kb/a.md", "@{"] { #expect(throws: GitError.self) { try repository.commit(named: name) } }
    for source in [FileSource.folder(repo.path, location), .index(location, prefix: "kb"), .revision(location, head.id, prefix: "kb")] {
      let reader = try FileReader(of: source)
      for entry in try source.listing().entries {
        _ = reader.read(entry, limit: 100)
        _ = reader.read(entry, limit: 0)
      }
      _ = try reader.kind(ofPath: "a.md")
      _ = reader.read(first.tree, limit: 100)
    }
    #expect(throws: GitError.self) { try FileSource.revision(location, head.id, prefix: "none").listing() }
    #expect(throws: GitError.self) { try FileSource.revision(location, head.tree, prefix: "").listing() }
    #if DEBUG
    #expect(HandleCount.alive > 0)
    #endif
  }
}
