import KBDocuments
import KBModel
import Testing

struct FrontMatterFaultTests {
  /// The faults of a front matter as `kind at the text they stand at`.
  private func faults(_ yaml: String) -> [String] {
    let document = Document("---\n\(yaml)\n---\nbody\n")
    #expect(document.outline == ["p \(document.line(of: document.bytes.count - 2))-\(document.line(of: document.bytes.count - 2))"])
    return document.faults.map { fault in
      let name =
        switch fault.kind {
        case .syntax(let text): "syntax \(text)"
        case .duplicateKey(let key, let line): "duplicate \(key), first on line \(line)"
        default: "\(fault.kind)"
        }
      return "\(document.line(of: Int(fault.range.start))) \(document.text(fault.range).debugDescription) \(name)"
    }
  }

  @Test(arguments: ["", "# \u{1F600}\n"])
  func faultsStandAtTheirPlace(_ prefix: String) {
    let line = prefix.isEmpty ? 2 : 3
    #expect(faults(prefix + "a: 1\nb: 2\na: 3\n\"a\": 4") == ["\(line + 2) \"a\" duplicate a, first on line \(line)", "\(line + 3) \"\\\"a\\\"\" duplicate a, first on line \(line)"])
    #expect(faults(prefix + "x: {a: 1, a: 2}") == ["\(line) \"a\" duplicate a, first on line \(line)"])
    #expect(faults(prefix + "a: !!str x") == ["\(line) \"!!str\" tag"])
    #expect(faults(prefix + "a: !own {b: 1}") == ["\(line) \"!own\" tag"])
    #expect(faults(prefix + "a: !undefined!x y") == ["\(line) \"!\" tag"])
    #expect(faults(prefix + "a: &k !!seq [b]\nc: !x\n  d: 1") == ["\(line) \"!!seq\" tag", "\(line + 1) \"!x\" tag"])
    #expect(faults(prefix + "a: *k") == ["\(line) \"*k\" unknownAlias"])
    #expect(faults(prefix + "a: &k [*k]") == ["\(line) \"*k\" unknownAlias"])
    #expect(faults(prefix + "- a\n- b") == ["\(line) \"- a\\n- b\" notAMapping"])
    #expect(faults(prefix + "text") == ["\(line) \"text\" notAMapping"])
    #expect(faults(prefix + "~") == ["\(line) \"~\" notAMapping"])
    #expect(faults(prefix + "a: 1\n--- b") == ["\(line + 1) \"---\" severalDocuments"])
  }

  @Test func syntaxFaultsStandWhereTheMistakeIs() {
    #expect(faults("a: [b, c\nd: 1") == ["2 \"[\" syntax did not find expected ',' or ']' while parsing a flow sequence"])
    #expect(faults("a: \"b\nc: 1") == ["2 \"\\\"\" syntax found unexpected end of stream while scanning a quoted scalar"])
    #expect(faults("a: b: c") == ["2 \":\" syntax mapping values are not allowed in this context"])
    #expect(faults("a: 1\nb\nc: 2") == ["3 \"b\" syntax could not find expected ':' while scanning a simple key"])
    #expect(faults("a: 1\n\tb: 2").count == 1)
    #expect(faults("a: @x").first?.hasPrefix("2 \"@\" syntax") == true)
    #expect(faults("\u{1F600}: 1\na: b: c") == ["3 \":\" syntax mapping values are not allowed in this context"])
  }

  @Test func unreadableFrontMatterIsNone() {
    let document = Document("---\na: [b\n---\n# Title\n")
    #expect(document.frontMatter == nil)
    #expect(document.outline == ["h1 4-4"])
  }

  @Test func keysThatAreCollectionsAreFaultsAndTheRestIsRead() {
    let document = Document("---\na: {{ title }}\n? [x]\n: y\nb: 1\n---\n")
    #expect(document.faults.count == 2)
    #expect(document.faults.map { document.text($0.range) } == ["{", "["])
    #expect(document.fields == "{a: {}, b: 1}")
  }

  @Test func whatIsFaultyButReadableIsKept() {
    #expect(Document("---\na: 1\na: 2\nb: !x y\nc: *k\n---\n").fields == "{a: 1, a: 2, b: y, c: }")
  }

  @Test func aliasesAreBounded() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 { yaml += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n" }
    let document = Document("---\n\(yaml)---\n")
    #expect(document.faultKinds.contains(.aliasesTooLarge(limit: 10_000)))
    #expect((document.frontMatter?.nodes.count ?? 0) < 10_300)
  }

  @Test func depthIsBounded() {
    let deep = Document("---\na: \(String(repeating: "[", count: 63))\(String(repeating: "]", count: 63))\n---\n")
    #expect(deep.faults.isEmpty)
    let tooDeep = Document("---\na: \(String(repeating: "[", count: 300))\(String(repeating: "]", count: 300))\nb: 1\n---\n")
    #expect(tooDeep.faultKinds == [.tooDeep(limit: 64)])
    #expect(tooDeep.frontMatter == nil)
    let asKey = Document("---\na: \(String(repeating: "{", count: 300))\n---\n")
    #expect(asKey.faultKinds.contains(.tooDeep(limit: 64)))
    let aliases = (1...80).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(Document("---\na0: &a0 [x]\n\(aliases)---\n").faultKinds == [.tooDeep(limit: 64)])
  }

  @Test func manyKeysOfOneMappingAreCompared() {
    let yaml = (0..<100).map { "key\($0): 1\n" }.joined() + "key42: 2\n"
    #expect(Document(yaml: yaml).faultKinds == [.duplicateKey("key42", firstLine: 43)])
  }
}

struct EncodingTests {
  @Test func faultsOfTheEncodingHaveTheirPlace() {
    let document = DocumentReader().read(Array("\u{FEFF}---\na: x".utf8) + [0xFF] + Array("y\nb: 2\n---\nbo".utf8) + [0, 0x80] + Array("dy [[x]]\n".utf8))
    #expect(document.faultKinds == [.byteOrderMark, .notUTF8, .nulByte])
    #expect(document.faults.map(\.range) == [ByteRange(0, 3), ByteRange(11, 12), ByteRange(25, 26)])
    #expect(document.fields == "{a: x\u{FFFD}y, b: 2}")
    #expect(document.linkTargets == ["x"])
  }

  @Test(arguments: [[0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98]] as [[UInt8]])
  func illFormedSequencesAreFound(_ sequence: [UInt8]) {
    let document = DocumentReader().read(Array("plain text ".utf8) + sequence)
    #expect(document.faults == [DocumentFault(kind: .notUTF8, range: ByteRange(11, 12))])
  }

  @Test func wellFormedTextHasNoFault() {
    #expect(Document("a \u{7F} \u{80} \u{7FF} \u{800} \u{D7FF} \u{E000} \u{FFFF} \u{10000} \u{10FFFF}").faults.isEmpty)
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let yaml = Document(yaml: "\u{FEFF}a: 1\nb: 2\n")
    #expect(yaml.fields == "{a: 1, b: 2}")
    #expect(yaml.faultKinds == [.byteOrderMark])
    let frontMatter = try #require(yaml.frontMatter)
    #expect(frontMatter.span(ofKey: 1).start == .start)
    #expect(yaml.text(frontMatter.nodes[2].value) == "2")
    #expect(Document("\u{FEFF}# Title\n").outline == ["h1 1-1"])
  }

  @Test(arguments: ["a: 1\n", "---\na: 1\n", "---\na: 1\n...\n", "%YAML 1.1\n---\na: 1\n"])
  func yamlFilesMayHaveMarkers(_ text: String) {
    #expect(Document(yaml: text).fields == "{a: 1}")
    #expect(Document(yaml: text).faults.isEmpty)
  }

  @Test func secondYAMLDocumentIsAFaultAndNotRead() {
    let document = Document(yaml: "a: 1\n---\nb: 2\n")
    #expect(document.fields == "{a: 1}")
    #expect(document.faults == [DocumentFault(kind: .severalDocuments, range: ByteRange(5, 8))])
  }

  @Test(arguments: ["", "a", "\n", "a\nb", "a\r\nb\rc\n", "\r\r\n", "\u{FEFF}a\n\u{1F600}\n"])
  func linesAreThoseOfTheLineTable(_ text: String) {
    #expect(Document(text).lines == LineTable(of: Array(text.utf8)))
  }

  @Test func emptyFileIsEmpty() {
    let document = DocumentReader().read([])
    #expect(document.frontMatter == nil && document.faults.isEmpty && document.body == Body())
  }
}
