import Foundation
import KBTestSupport
import Testing

/// What a user sees of the cache: nothing but speed.
@Suite struct CacheTests {
  private let repository: RepositoryFixture
  private var cacheFolder: String { repository.path + "/.git/kb/cache" }
  private var cacheFiles: [String] { (try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? [] }

  init() throws {
    repository = try RepositoryFixture()
    try repository.write("kb.yaml", "kb: 1\nname: Test\n")
    // As many as are worth remembering.
    for i in 0..<70 { try repository.write("customers/c\(i).md", "---\ntype: customer\nname: C\(i)\nsegment: smb\nstage: customer\n---\n") }
    try repository.write(
      "sessions/2026/2026-05-01-c1.md",
      "---\ntype: session\ndate: 2026-05-01\ncustomer: c1\nparticipants: [p-0001aa]\ncovers: []\n---\n\n> It broke on Monday.\n> — p-0001aa, anecdote ^q1\n")
    try repository.commit("Add records")
    // The times of files that were written just now prove nothing.
    usleep(80_000)
  }

  private func validate(_ environment: [String: String] = [:]) throws -> KBProcess {
    try KBProcess.run(["validate", "--as-of", "2026-06-30", "--format", "json"], in: repository.path, environment: environment)
  }

  @Test func itLivesUnderTheGitDirectoryAndChangesNothing() throws {
    let off = try validate(["KB_CACHE": "off"])
    #expect(!FileManager.default.fileExists(atPath: cacheFolder))
    let first = try validate()
    #expect(cacheFiles.count == 1)
    let second = try validate()
    for run in [first, second] {
      #expect(run.output == off.output)
      #expect(run.messages == off.messages)
      #expect(run.status == off.status)
    }
    #expect(try repository.git("status", "--porcelain") == "")
  }

  @Test func anErasureLeavesNothingInIt() throws {
    _ = try validate()
    let file = try #require(cacheFiles.first)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: cacheFolder + "/" + file))
    #expect(bytes.range(of: Data("p-0001aa".utf8)) != nil, "otherwise this test shows nothing")
    let erased = try KBProcess.run(["erase", "p-0001aa", "--yes", "--as-of", "2026-06-30"], in: repository.path)
    #expect(erased.status == 0, "\(erased.messages)")
    for file in cacheFiles {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: cacheFolder + "/" + file))
      #expect(bytes.range(of: Data("p-0001aa".utf8)) == nil)
    }
  }
}
