import Foundation
import KBTestSupport
import Testing

/// What somebody sees who looks around for the first time.
@Suite struct TourTests {
  @Test func tourStaysAsRecorded() throws {
    let scratch = try ScratchDirectory()
    let run = try KBProcess.run(["tour", "kettlebridge"], in: scratch.path, environment: ["NO_COLOR": "1"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.isEmpty)
    expectGolden(run.output, "tour.txt")
    // Commands and verdicts stand in a screen of 80 columns; only finding and question lines of their own may be longer.
    for line in run.output.split(separator: "\n") where !line.contains("warning[") && !line.hasPrefix("  = ") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func theCopyIsTheExampleOfTheSources() throws {
    let scratch = try ScratchDirectory()
    try KBProcess.run(["tour", "kettlebridge", "--all"], in: scratch.path)
    let (example, copy) = (KBProcess.package + "/kb-example", scratch.path + "/kettlebridge")
    func files(in folder: String) throws -> Set<String> {
      Set(
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
          var isFolder: ObjCBool = false
          _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
          return !isFolder.boolValue && !path.hasPrefix(".git/")
        })
    }
    let talk = "sessions/2026/2026-07-02-ostrand-water.md"
    #expect(try files(in: copy).subtracting([talk]) == files(in: example))
    for path in try files(in: example) {
      #expect(FileManager.default.contents(atPath: example + "/" + path) == FileManager.default.contents(atPath: copy + "/" + path), "\(path)")
    }
    // What the tour wrote down has no error, and is all that is not committed.
    #expect(try KBProcess.run(["validate", "--as-of", "2026-07-02"], in: copy).status == 0)
    let git = try RepositoryFixture()
    #expect(try git.git("-C", copy, "status", "--porcelain", "--untracked-files=all") == "?? \(talk)")
    #expect(try git.git("-C", copy, "branch", "--show-current") == "main")
  }

  @Test func nothingIsLeftBehindWhereNoFolderWasNamed() throws {
    let scratch = try ScratchDirectory()
    let temporary = try scratch.folder("temporary")
    let run = try KBProcess.run(["tour"], in: scratch.path, environment: ["TMPDIR": temporary])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("8 of 8"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
  }

  @Test func aKnowledgeBaseInTheSurroundingsIsNotTouched() throws {
    let repo = try RepositoryFixture()
    try repo.write("kb.yaml", "name: ours\n")
    try repo.commit("Ours")
    let run = try KBProcess.run(["tour"], in: repo.path, environment: ["KB_DIR": repo.path])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Kettlebridge  "))
    #expect(try repo.git("status", "--porcelain") == "")
  }

  @Test func nothingIsWrittenOver() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("full/note.txt", "mine\n")
    try scratch.write("file", "mine\n")
    for name in ["full", "file", "file/below"] {
      let run = try KBProcess.run(["tour", name], in: scratch.path)
      #expect(run.status == 2, "\(name)")
      #expect(run.output.isEmpty)
      #expect(!run.messages.isEmpty)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/full") == ["note.txt"])
    let run = try KBProcess.run(["tour"], in: scratch.path, environment: ["TMPDIR": scratch.path + "/missing"])
    #expect(run.status == 2)
    #expect(run.messages.contains("missing"))
  }
}
