import Foundation
import KBTestSupport
import Testing

@testable import KBGit

struct FileReaderTests {
  @Test func aFileIsReadUpToTheLimitAndNotBeyond() throws {
    let scratch = try ScratchDirectory()
    let source = FileSource.folder(scratch.path, nil)
    let reader = try FileReader(of: source)
    for size in [0, 1, 99, 100, 101, 5000] {
      try scratch.write("a.md", bytes: [UInt8](repeating: 65, count: size))
      let content = reader.read(path: "a.md", limit: 100)
      if size <= 100 {
        guard case .bytes(let bytes, let stat) = content else {
          Issue.record("\(size): \(content)")
          continue
        }
        #expect(bytes == [UInt8](repeating: 65, count: size))
        #expect(stat?.size == Int64(size))
      } else {
        #expect(content == .tooLarge(Int64(size)))
      }
    }
  }

  @Test func aStoredFileIsReadUpToTheLimitAndNotBeyond() throws {
    let repo = try RepositoryFixture()
    try repo.write("a.md", bytes: [UInt8](repeating: 65, count: 101))
    try repo.commit("a")
    let location = try #require(RepositoryLocation.containing(repo.path))
    let source = FileSource.index(location, prefix: "")
    let entry = try #require(try source.listing().entries.first)
    let reader = try FileReader(of: source)
    #expect(reader.read(entry, limit: 101) == .bytes([UInt8](repeating: 65, count: 101), nil))
    #expect(reader.read(entry, limit: 100) == .tooLarge(101))
  }

  @Test func aFileThatVanishedIsMissingAndTheNextIsStillRead() throws {
    let scratch = try ScratchDirectory()
    for file in ["a/1.md", "a/2.md", "b/3.md"] { try scratch.write(file, file) }
    let source = FileSource.folder(scratch.path, nil)
    let entries = try source.listing().entries
    let reader = try FileReader(of: source)
    try FileManager.default.removeItem(atPath: scratch.path + "/a/1.md")
    #expect(reader.read(entries[0], limit: 10) == .missing)
    #expect(reader.read(entries[1], limit: 10) != .missing)
    try FileManager.default.removeItem(atPath: scratch.path + "/b")
    #expect(reader.read(entries[2], limit: 10) == .missing)
  }

  @Test func aFolderThatBecomesALinkAfterTheListingIsNotFollowed() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb/a/x.md", "inside")
    try scratch.write("outside/x.md", "outside")
    let source = FileSource.folder(scratch.path + "/kb", nil)
    let entry = try #require(try source.listing().entries.first)
    try FileManager.default.removeItem(atPath: scratch.path + "/kb/a")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/kb/a", withDestinationPath: "../outside")
    #expect(try FileReader(of: source).read(entry, limit: 100) == .symbolicLink)
  }

  @Test func bytesAreGivenAsTheyAre() throws {
    let scratch = try ScratchDirectory()
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0, 0xFF, 13, 10, 13, 10]
    try scratch.write("a.md", bytes: bytes)
    guard case .bytes(let read, _) = try FileReader(of: .folder(scratch.path, nil)).read(path: "a.md", limit: 100) else {
      Issue.record("not read")
      return
    }
    #expect(read == bytes)
  }

  @Test func underAutomaticLineEndsTheStoredFileDiffersFromTheOneOnDisk() throws {
    let repo = try RepositoryFixture()
    try repo.git("config", "core.autocrlf", "true")
    try repo.write("a.md", "one\r\ntwo\r\n")
    try repo.commit("a")
    let location = try #require(RepositoryLocation.containing(repo.path))
    let (disk, index) = (FileSource.folder(repo.path, location), FileSource.index(location, prefix: ""))
    guard case .bytes(let onDisk, _) = try FileReader(of: disk).read(path: "a.md", limit: 100),
      case .bytes(let stored, _) = try FileReader(of: index).read(path: "a.md", limit: 100)
    else {
      Issue.record("not read")
      return
    }
    #expect(onDisk == Array("one\r\ntwo\r\n".utf8))
    #expect(stored == Array("one\ntwo\n".utf8))
    #expect(try ObjectID.blob(of: onDisk) != index.listing().entries[0].blob)
  }

  @Test func workersReadTheSameSourceAtTheSameTime() async throws {
    let repo = try RepositoryFixture()
    for n in 0..<200 { try repo.write("f/\(n).md", "file \(n)") }
    try repo.commit("all")
    let location = try #require(RepositoryLocation.containing(repo.path))
    for source in [FileSource.folder(repo.path, location), .index(location, prefix: "")] {
      let entries = try source.listing().entries
      let good = try await withThrowingTaskGroup(of: Int.self) { group in
        for worker in 0..<4 {
          group.addTask {
            let reader = try FileReader(of: source)
            return entries[(worker * 50)..<(worker * 50 + 50)].count { entry in
              let number = entry.path.dropFirst(2).dropLast(3)
              if case .bytes(let bytes, _) = reader.read(entry, limit: 100) { return bytes == Array("file \(number)".utf8) }
              return false
            }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(good == 200)
    }
  }
}
