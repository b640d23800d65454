import KBDocuments
import KBModel
import Testing

struct FrontMatterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var yaml: String
    var fields: String
    var testDescription: String { yaml.debugDescription }
    init(_ yaml: String, _ fields: String) {
      self.yaml = yaml
      self.fields = fields
    }
  }

  static let values: [Case] = [
    Case("", "{}"), Case("# only a comment\n", "{}"), Case("a: 1\n", "{a: 1}"), Case("a: b c # note\n", "{a: b c}"), Case("a:\nb: ~\n", "{a: , b: ~}"),
    Case("a: [x, y z, 'q', \"r\"]\n", "{a: [x, y z, q, r]}"), Case("a:\n  - x\n  - y\nb: 1\n", "{a: [x, y], b: 1}"), Case("a:\n- x\n- y\n", "{a: [x, y]}"),
    Case("a: {b: 1, c: [d]}\n", "{a: {b: 1, c: [d]}}"), Case("a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", "{a: {b: 1, c: {d: 2}}, e: 3}"),
    Case("a: [[acme]]\n", "{a: [[acme]]}"), Case("a: \"[[acme]]\"\n", "{a: [[acme]]}"), Case("a: 'it''s'\n", "{a: it's}"), Case("a: \"x\\ty\\u00e9\"\n", "{a: x\ty\u{E9}}"),
    Case("a: |\n  x\n  y\n\nb: 1\n", "{a: x\ny\n, b: 1}"), Case("a: >-\n  x\n  y\nb: 1\n", "{a: x y, b: 1}"), Case("a: x\n  y\n", "{a: x y}"),
    Case("\"a b\": 1\n'c': 2\n", "{a b: 1, c: 2}"), Case("- a\n", "nil"), Case("text\n", "nil"), Case("a:\n  -\n  - x\n", "{a: [, x]}"),
    Case("a: [p: q]\n", "{a: [{p: q}]}"), Case("a: &k x\nb: *k\n", "{a: x, b: x}"), Case("a: &k {x: [1, 2]}\nb: *k\n", "{a: {x: [1, 2]}, b: {x: [1, 2]}}"),
    Case("&k a: 1\nb: *k\n", "{a: 1, b: a}"), Case("? a\n: 1\n", "{a: 1}"), Case("\u{E9}: \u{1F600}\n", "{\u{E9}: \u{1F600}}"), Case("a: 1\na: 2\n", "{a: 1, a: 2}"),
    Case("a: \"\u{1F600}\\n\"\nb: x\n", "{a: \u{1F600}\n, b: x}"), Case("a: ''\nb: \"\"\n", "{a: , b: }"),
  ]

  @Test(arguments: values)
  func fieldsAreRead(_ item: Case) {
    #expect(Document("---\n\(item.yaml)---\nbody\n").fields == item.fields)
    #expect(Document(yaml: item.yaml).fields == item.fields)
  }

  @Test(arguments: values)
  func fieldsAreTheSameWithOtherLineEnds(_ item: Case) {
    for lineEnd in ["\r\n", "\r"] {
      let text = "---\n\(item.yaml)---\nbody\n".unicodeScalars.map { $0 == "\n" ? lineEnd : String($0) }.joined()
      #expect(Document(text).fields == item.fields)
    }
  }

  @Test(arguments: ["", "# \u{1F600} first\n", "z: \u{1F600}\n"])
  func everyKeyAndValueHasItsRange(_ prefix: String) {
    let yaml = """
      title: Walk through
      quoted: "a \\u00e9 b"   # comment
      'single key': 'it''s'
      list: [x, "y", {k: v}]
      block:
        - one
        - two: 2
          three: [ ]

      text: |
        line 1

        line 2

      empty:
      last: &anchor {a: 1}
      again: *anchor
      """
    let document = Document("---\n\(prefix)\(yaml)\n---\n")
    guard let frontMatter = document.frontMatter else { Issue.record("no front matter"); return }
    func value(_ path: String) -> String? {
      frontMatter.nodes.indices.first { frontMatter.path(of: $0) == path }.map { document.text(frontMatter.nodes[$0].value) }
    }
    func key(_ path: String) -> String? {
      frontMatter.nodes.indices.first { frontMatter.path(of: $0) == path }.map { document.text(frontMatter.nodes[$0].key) }
    }
    #expect(value("title") == "Walk through")
    #expect(value("quoted") == "\"a \\u00e9 b\"")
    #expect(key("single key") == "'single key'")
    #expect(value("single key") == "'it''s'")
    #expect(value("list") == "[x, \"y\", {k: v}]")
    #expect(value("list[2]") == "{k: v}")
    #expect(value("list[2].k") == "v")
    #expect(value("block") == "- one\n  - two: 2\n    three: [ ]")
    #expect(value("block[0]") == "one")
    #expect(value("block[1]") == "two: 2\n    three: [ ]")
    #expect(value("block[1].three") == "[ ]")
    #expect(value("text") == "|\n  line 1\n\n  line 2")
    #expect(value("empty") == "")
    #expect(value("last") == "{a: 1}")
    #expect(value("last.a") == "1")
    #expect(value("again") == "*anchor")
    #expect(key("again") == "again")
    #expect(frontMatter["text"].map(frontMatter.text(of:)) == "line 1\n\nline 2\n")
    #expect(document.faults.isEmpty)
  }

  @Test func columnsCountUnicodeScalars() throws {
    let document = Document("---\na: \"\u{1F600}\u{E9}\" # x\n\u{E9}: {\u{1F600}: b}\n---\n")
    let frontMatter = try #require(document.frontMatter)
    let index = try #require(frontMatter.nodes.indices.first { frontMatter.path(of: $0) == "\u{E9}.\u{1F600}" })
    #expect(frontMatter.span(ofKey: index) == SourceSpan(SourcePosition(line: 3, column: 5), SourcePosition(line: 3, column: 6)))
    #expect(frontMatter.span(ofValue: index) == SourceSpan(SourcePosition(line: 3, column: 8), SourcePosition(line: 3, column: 9)))
  }
}

struct FrontMatterFenceTests {
  @Test(arguments: [
    "---\na: 1\n---\n", "---\na: 1\n...\n", "---  \na: 1\n--- \t\nx", "\u{FEFF}---\na: 1\n---", "---\r\na: 1\r\n---\r\n", "---\ra: 1\r---\rx", "---\na: 1\n---\n---\nb: 1\n---\n",
  ])
  func isFound(_ text: String) { #expect(Document(text).fields == "{a: 1}") }

  @Test(arguments: ["", "a: 1\n", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n---\n", "--- a\n---\n", "---x\n---\n", "...\na: 1\n...\n"])
  func isNotThere(_ text: String) {
    #expect(Document(text).frontMatter == nil)
    #expect(Document(text).faults.isEmpty)
  }

  @Test func bodyBeginsAfterTheClosingLine() throws {
    let document = Document("---\na: 1\n---  \n# Title\n")
    #expect(document.frontMatter?.sourceCount == 15)
    #expect(document.outline == ["h1 4-4"])
  }

  @Test(arguments: ["---\na: 1\n", "---", "---\n", "---\n----\n --- \n"])
  func unclosedIsAFault(_ text: String) {
    let document = Document(text)
    #expect(document.frontMatter == nil)
    #expect(document.faults == [DocumentFault(kind: .unclosed, range: ByteRange(0, 3))])
    #expect(document.body.blocks.isEmpty)
  }
}
