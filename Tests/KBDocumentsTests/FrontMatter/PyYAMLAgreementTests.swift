import Foundation
import KBDocuments
import KBModel
import Testing

/// Our reading of YAML against PyYAML's, which has a parser of its own: structure and texts, all scalars as text.
/// Runs where `python3` (or what `KB_TEST_PYTHON` names) can import `yaml`.
struct PyYAMLAgreementTests {
  private static let python = ProcessInfo.processInfo.environment["KB_TEST_PYTHON"] ?? "python3"

  private static func run(_ arguments: [String], input: Data = Data()) throws -> Data? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kb-pyyaml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: neither side waits for the other.
    let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try input.write(to: inputFile)
    try Data().write(to: outputFile)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? try Data(contentsOf: outputFile) : nil
  }

  static func isAvailable() -> Bool { (try? run(["-c", "import yaml"])) ?? nil != nil }

  private static let script = """
    import sys, yaml
    def flow(v):
        if isinstance(v, list): return "[" + ", ".join(map(flow, v)) + "]"
        if isinstance(v, dict): return "{" + ", ".join(k + ": " + flow(x) for k, x in v.items()) + "}"
        return v if v is not None else "{}"
    out = []
    for text in sys.stdin.buffer.read().decode().split("\\0"):
        try: out.append(flow(yaml.load(text, Loader=yaml.BaseLoader)))
        except Exception: out.append("error")
    sys.stdout.buffer.write("\\0".join(out).encode())
    """

  @Test(.enabled("python3 with PyYAML is there", isAvailable))
  func structureAndTextsAgree() throws {
    var random = SplitMix(seed: 5)
    var texts = FrontMatterTests.values.map(\.yaml) + FrontMatterEditTests.sources
    for _ in 0..<3000 {
      texts.append((0...random.next(below: 8)).map { _ in random.pick(RecordSource.yaml) + "\n" }.joined())
    }
    let output = try #require(try Self.run(["-c", Self.script], input: Data(texts.joined(separator: "\0").utf8)))
    let theirs = String(decoding: output, as: UTF8.self).split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    try #require(theirs.count == texts.count)
    var compared = 0
    for (text, expected) in zip(texts, theirs) {
      let document = Document(yaml: text)
      // Two keys of one name, tags and a root that is no mapping are faults here and none there.
      guard document.faults.isEmpty else { continue }
      #expect(document.fields == expected, "\(text.debugDescription)")
      compared += 1
    }
    #expect(compared > 300)
  }
}
