import Foundation
import KBTestSupport
import Testing

/// A large generated knowledge base: each planted fault is found at its path and line, and nothing else is an error.
@Suite struct PlantedFaultTests {
  struct Place: Hashable, Decodable {
    var path: String
    var line: Int
    var rule: String
  }

  private struct Entry: Decodable {
    var path: String
    var line: Int
    var rule: String
    var severity: String
  }

  private func generate(_ arguments: [String], in scratch: ScratchDirectory) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", KBProcess.package + "/Benchmarks/corpus.py", scratch.path + "/base"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func findings(in scratch: ScratchDirectory) throws -> [Entry] {
    let run = try KBProcess.run(["validate", "--format", "jsonl", "--as-of", "2026-09-30"], in: scratch.path + "/base")
    return try run.output.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
  }

  @Test func everyPlantedFaultIsFoundAndNothingElseIsAnError() throws {
    let scratch = try ScratchDirectory()
    try generate(["--n", "2000", "--faults", "0.05"], in: scratch)
    let planted = Set(try JSONDecoder().decode([Place].self, from: Data(contentsOf: URL(fileURLWithPath: scratch.path + "/base/faults.json"))))
    let found = try findings(in: scratch)
    let places = Set(found.map { Place(path: $0.path, line: $0.line, rule: $0.rule) })
    #expect(!planted.isEmpty)
    #expect(planted.subtracting(places).isEmpty)
    #expect(Set(found.filter { $0.severity == "error" }.map { Place(path: $0.path, line: $0.line, rule: $0.rule) }).subtracting(planted).isEmpty)
  }

  @Test func aSoundKnowledgeBaseHasNoErrorInAnySource() throws {
    let scratch = try ScratchDirectory()
    try generate(["--n", "400", "--git"], in: scratch)
    for source in [[], ["--staged"], ["--at", "HEAD"]] {
      let run = try KBProcess.run(["validate", "--as-of", "2026-09-30", "--format", "json"] + source, in: scratch.path + "/base")
      #expect(run.status == 0, "\(source): \(run.messages)")
      #expect(run.output.contains("\"errors\" : 0"))
    }
  }
}
