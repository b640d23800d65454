import KBDocuments
import KBModel
import Testing

struct TextEditTests {
  private let text = Array("abcdef".utf8)

  private func edit(_ start: Int, _ end: Int, _ text: String) -> TextEdit { TextEdit(range: ByteRange(start, end), replacement: text) }

  @Test func areMadeInAnyOrder() throws {
    #expect(try text.applying([edit(4, 5, "X"), edit(0, 1, ""), edit(2, 2, "1"), edit(2, 2, "2")]) == Array("b12cdXf".utf8))
    #expect(try text.applying([]) == text)
    #expect(try text.applying([edit(6, 6, "!"), edit(0, 0, "!")]) == Array("!abcdef!".utf8))
  }

  @Test func theSameReplacementTwiceIsMadeOnce() throws {
    #expect(try text.applying([edit(1, 3, "X"), edit(1, 3, "X")]) == Array("aXdef".utf8))
  }

  @Test func overlapsAndForeignRangesAreErrors() {
    #expect(throws: TextEditError.overlapping(ByteRange(1, 3), ByteRange(2, 4))) { try text.applying([edit(2, 4, ""), edit(1, 3, "")]) }
    #expect(throws: TextEditError.overlapping(ByteRange(1, 3), ByteRange(1, 3))) { try text.applying([edit(1, 3, "x"), edit(1, 3, "y")]) }
    #expect(throws: TextEditError.outOfBounds(ByteRange(5, 7))) { try text.applying([edit(5, 7, "")]) }
    #expect(throws: TextEditError.outOfBounds(ByteRange(3, 2))) { try text.applying([edit(3, 2, "")]) }
  }
}

struct FrontMatterEditTests {
  static let sources: [String] = [
    "a: 1\nb: two words # note\n", "a: 'q'\n\"b\": \"r\"\n'c': x\n", "list: [a, 'b' , \"c\"]\n", "list:\n  - a\n  - b # note\n\n# end\nother: x\n", "list:\n- a\n- 'b'\nother: x",
    "map: {a: 1, b: [x], c: }\n", "map:\n  a: 1\n  b:\n    c: d\n    e:\n  f: [ ]\n", "text: |\n  one\n  two\n\nnext: >-\n  three\n  four\n", "left:\nout: # note\nlast: \n",
    "seq:\n  - a: 1\n    b: 2\n  - - x\n    - y\n  -\n", "\u{E9}: \u{1F600}\nb: [\u{1F600}, \u{E9}]\n", "multi: [a, # one\n  b # two\n  ]\n", "x: {a, b: 1}\n", "{a: 1, b: [c]}\n", "empty: []\nblank: [ ]\n",
    "long: a\n  b\nother: 1\n", "&k a: &l [x]\nb: 1\n", "a: [p: q, r]\n",
  ]

  static let texts = [
    "x", "two words", "a: b", "it's", "say \"x\"", "- a", "#x", "a #b", "", "null", "~", "\u{E9}\u{1F600}", "a\nb", " lead", "trail ", "[x]", "a, b", "trail:", "2026-01-01", "a\tb", "-x", "?", ":x", "*x", "&x",
    "!x", "%x", "@x", "`x`", "{", "}", "---", "a:b", "a#b", "\\", "\u{85}", "\u{FEFF}x", "\u{2028}", "'", "''", "\"", "-", "...", "::",
  ]

  /// All front matters, also with CRLF and as a file of YAML alone.
  private func eachDocument(_ body: (Document, (Document) -> String) -> Void) {
    for source in Self.sources {
      for text in [source, source.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined()] {
        let record = Document("---\n\(text)\(text.hasSuffix("\n") || text.hasSuffix("\r\n") ? "" : "\n")---\n\nbody \u{1F600}\n")
        #expect(record.faults.isEmpty, "\(source)")
        body(record) { $0.fields }
      }
    }
  }

  private func apply(_ edit: TextEdit?, to document: Document) -> Document? {
    guard let edit, let bytes = try? document.bytes.applying([edit]) else { return nil }
    return DocumentReader().read(bytes)
  }

  @Test func textIsSetAndNothingElse() {
    eachDocument { document, _ in
      guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document) else { return }
      for node in frontMatter.nodes.indices.dropFirst() where frontMatter.nodes[node].kind == .scalar {
        for text in Self.texts {
          let changed = apply(edits.settingText(of: node, to: text), to: document)
          var expected = frontMatter.texts
          expected[node] = text
          #expect(changed?.frontMatter?.texts == expected, "\(frontMatter.path(of: node)) = \(text.debugDescription) in \(document.text(ByteRange(0, Int(frontMatter.sourceCount))))")
          #expect(changed?.frontMatter?.keys == frontMatter.keys)
          #expect(changed?.faults.isEmpty == true)
        }
      }
    }
  }

  @Test func keysAreRenamedAndNothingElse() {
    eachDocument { document, _ in
      guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document) else { return }
      for node in frontMatter.nodes.indices where !frontMatter.nodes[node].key.isEmpty {
        for text in Self.texts {
          let changed = apply(edits.renamingKey(of: node, to: text), to: document)
          var expected = frontMatter.keys
          expected[node] = text
          #expect(changed?.frontMatter?.keys == expected, "\(frontMatter.path(of: node)) -> \(text.debugDescription)")
          #expect(changed?.frontMatter?.texts == frontMatter.texts)
        }
      }
    }
  }

  @Test func elementsAreAppendedAndNothingElse() {
    eachDocument { document, _ in
      guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document) else { return }
      for node in frontMatter.nodes.indices where frontMatter.nodes[node].kind == .sequence {
        for text in Self.texts {
          let changed = apply(edits.appending(text, to: node), to: document)
          let end = Int(frontMatter.nodes[node].next)
          var expected = frontMatter.texts
          expected.insert(text, at: end)
          #expect(changed?.frontMatter?.texts == expected, "\(frontMatter.path(of: node)) + \(text.debugDescription) in \(document.text(ByteRange(0, Int(frontMatter.sourceCount))))")
          #expect(changed?.frontMatter.flatMap { $0.parent(of: end) } == node)
        }
      }
    }
  }

  @Test func keysAreInsertedAndNothingElse() {
    eachDocument { document, _ in
      guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document) else { return }
      for node in frontMatter.nodes.indices where !frontMatter.nodes[node].key.isEmpty {
        // `[p: q]` has no room for a second key.
        guard let parent = frontMatter.parent(of: node), frontMatter.path(of: parent) != "a[0]" else { continue }
        for text in Self.texts {
          let changed = apply(edits.insertingKey("new key", .text(text), after: node), to: document)
          let end = Int(frontMatter.nodes[node].next)
          var expected = frontMatter.texts
          expected.insert(text, at: end)
          #expect(changed?.frontMatter?.texts == expected, "\(frontMatter.path(of: node)) + \(text.debugDescription) in \(document.text(ByteRange(0, Int(frontMatter.sourceCount))))")
          #expect(changed?.frontMatter?.key(of: end) == "new key")
          #expect(changed?.frontMatter.flatMap { $0.parent(of: end) } == parent)
        }
      }
    }
  }

  @Test func stylesAreKept() throws {
    let document = Document("---\na: 'x'\nb: \"x\" # note\nc: x\nlist:\n  - \"p\"\n---\n")
    let edits = try #require(FrontMatterEdits(of: document))
    let frontMatter = try #require(document.frontMatter)
    let all = ["a", "b", "c"].compactMap { frontMatter[$0].flatMap { edits.settingText(of: $0, to: "new") } }
    let more = [frontMatter["list"].flatMap { edits.appending("q", to: $0) }, frontMatter["c"].flatMap { edits.insertingKey("d", .list(["e", "f, g"]), after: $0) }].compactMap(\.self)
    let text = String(decoding: try document.bytes.applying(all + more), as: UTF8.self)
    #expect(text == "---\na: 'new'\nb: \"new\" # note\nc: new\nd: [e, \"f, g\"]\nlist:\n  - \"p\"\n  - \"q\"\n---\n")
  }

  @Test func whatCannotBeChangedIsNil() throws {
    let document = Document("---\na: [x]\nb: y\nc: &k [z]\nd: *k\n---\n")
    let edits = try #require(FrontMatterEdits(of: document))
    let frontMatter = try #require(document.frontMatter)
    #expect(edits.settingText(of: try #require(frontMatter["a"]), to: "x") == nil)
    #expect(edits.appending("x", to: try #require(frontMatter["b"])) == nil)
    #expect(edits.appending("x", to: try #require(frontMatter["d"])) == nil)
    #expect(edits.renamingKey(of: 0, to: "x") == nil)
    #expect(edits.insertingKey("k", .text("v"), after: 0) == nil)
    #expect(FrontMatterEdits(of: Document("no front matter")) == nil)
  }
}

extension FrontMatter {
  fileprivate var texts: [String] { nodes.indices.map { nodes[$0].kind == .scalar ? text(of: $0) : "\(nodes[$0].kind)" } }
  fileprivate var keys: [String] { nodes.indices.map { key(of: $0) } }
}
