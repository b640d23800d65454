import Foundation
@testable import KBDocuments
import KBModel
import Testing

/// The fast reader of common front matter against libyaml: where it reads, it gives the same, and libyaml finds no fault.
struct CommonYAMLAgreementTests {
  @Test func generatedFrontMatterAgrees() {
    var random = SplitMix(seed: 11)
    var comparison = ReaderComparison()
    for _ in 0..<20_000 { comparison.compare(Array(FrontMatterSource.document(&random).utf8)) }
    #expect(comparison.disagreements == [])
    #expect(comparison.taken > 4000)
    #expect(comparison.left > 4000)
  }

  @Test func mutatedFrontMatterAgrees() throws {
    var random = SplitMix(seed: 12)
    var comparison = ReaderComparison()
    let sources = try Self.exampleFrontMatter() + FrontMatterTests.values.map { Array($0.yaml.utf8) } + FrontMatterEditTests.sources.map { Array($0.utf8) }
    for source in sources {
      comparison.compare(source)
      for _ in 0..<150 { comparison.compare(FrontMatterSource.mutated(source, &random)) }
    }
    #expect(comparison.disagreements == [])
    #expect(comparison.taken > 2000)
    #expect(comparison.left > 4000)
  }

  /// Every prefix, and every byte in turn replaced by each byte that means something.
  @Test func everyByteMatters() {
    let source = Array("---\na: b\nl:\n- 'x' # c\n- {k: \"v\", n: [1, 2]}\nm:\n  - f: 1\n    t: é\n".utf8)
    var comparison = ReaderComparison()
    for i in source.indices {
      comparison.compare(Array(source[..<i]))
      for byte in Array(" \n\t-:#'\"[]{},?&*!|>%@`\\a\r\u{7F}\0".utf8) + [0x80, 0xC2, 0xEF] {
        var changed = source
        changed[i] = byte
        comparison.compare(changed)
        changed.insert(source[i], at: i)
        comparison.compare(changed)
      }
    }
    #expect(comparison.disagreements == [])
    #expect(comparison.taken > 500)
  }

  @Test(arguments: [
    "a: b # c\n", "a:\n", "a:   # c\nb: 1\n", "a: 'it''s'\n", "a: \"x \\\"y\\\" \\\\\"\n", "a: ''\nb: \"\"\n", "a: []\nb: {}\n", "a: [x, 'y', \"z\"]\n", "a: {from: 2023-01-01, value: 1}\n",
    "a:\n  - x\n  - y\nb: c\n", "a:\n- x\n- y\nb: c\n", "a:\n  - {from: 1, value: 2}\n", "a:\n  - from: 1\n    value: 2\n  - from: 3\n", "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n", "a: http://x/y?z\n", "a: [http://x/y, 10:30]\n",
    "\n# c\n\n  a: b\n  c: d\n", "é: ü\n", "a: -1\n", "a: x: y\n".replacingOccurrences(of: ": y", with: ":y"), "a: [[b]]\n", "a:\n- b:\n  - c\n  d: 1\n",
  ])
  func commonFormsAreTaken(_ yaml: String) {
    var comparison = ReaderComparison()
    comparison.compare(Array(yaml.utf8))
    comparison.compare(Array("---\n\(yaml)".utf8))
    #expect(comparison.disagreements == [])
    #expect(comparison.taken == 2)
  }

  @Test(arguments: [
    "", "a", "a\n", "- x\n", "a: b", "a: b\n c\n", "a: 'b\n  c'\n", "a: |\n  b\n", "a: >\n  b\n", "a: &x b\n", "a: *x\n", "a: !t b\n", "%YAML 1.1\n", "? a\n", "a: b: c\n", "a: b\na: c\n", "a: {b: 1, b: 2}\n",
    "a:\tb\n", "a: b\t# c\n", "a: b\r\n", "a: b\u{85}", "a: \u{2028}\n", "\u{FEFF}a: b\n", "a: \u{1}\n", "a: \u{7F}\n", "a: [b\n", "a: [b,\n  c]\n", "a: ]\n", "a: [b] c\n", "a: 'b' c\n", "a: 'b'#c\n", "a: @b\n", "a: `b\n", "a: %b\n",
    "a:\n    b: 1\n  c: 2\n", "a: b\n  c: d\n", "a: b\n- c\n", "a:\n  - b\n c: d\n", "- - x\n", "a:\n  - - x\n", "a: - x\n", "--- a: b\n", "a: b\n---\nc: d\n", "a: b\n...\n", "a: \"\\x41\"\n", "a: [b: c]\n", "a: {b, c}\n", "a: {b:1}\n", "a :b\n",
    "a: [x?]\n", "a: [b:]\n", "[a]: b\n", "\"a\": b\n",
  ])
  func everythingElseIsLeftToTheLibrary(_ yaml: String) {
    let bytes = Array(yaml.utf8)
    #expect(CommonYAMLReader.read(bytes, yaml: ByteRange(0, bytes.count), sourceCount: bytes.count) == nil)
  }

  @Test func largeOrDeepFrontMatterIsLeftToTheLibrary() {
    var comparison = ReaderComparison()
    for text in [
      String(repeating: "a", count: 600) + ": b\n", "a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20) + "\n",
      (0..<20).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), (0..<6000).map { "k\($0): v\n" }.joined(),
      "a: [" + String(repeating: "1,", count: 1000) + "1]\n", (0..<120).map { "k\($0): 'it''s'\n" }.joined(),
    ] { comparison.compare(Array(text.utf8)) }
    #expect(comparison.disagreements == [])
    #expect(comparison.taken == 0)
  }

  @Test func recordsOfTheExampleAreNearlyAllTaken() throws {
    var comparison = ReaderComparison()
    for source in try Self.exampleFrontMatter() { comparison.compare(source) }
    #expect(comparison.disagreements == [])
    #expect(comparison.taken > 20)
    #expect(Double(comparison.taken) > 0.99 * Double(comparison.taken + comparison.left))
  }

  /// From the opening line to before the closing one.
  private static func exampleFrontMatter() throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).appending(path: "../../../../kb-example").standardizedFileURL
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let paths = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    return try paths.compactMap { path in
      let bytes = Array(try Data(contentsOf: path))
      guard case .closed(let content, _, _) = FrontMatterFence(of: bytes, lines: LineTable(scanning: bytes)) else { return nil }
      return Array(bytes[content.range])
    }
  }
}
