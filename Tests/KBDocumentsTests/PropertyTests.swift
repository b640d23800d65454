import KBDocuments
import KBModel
import Testing

/// What holds for every file, whatever its bytes.
struct PropertyTests {
  @Test func randomBytesAreReadAndRangesHold() {
    var random = SplitMix(seed: 1)
    for _ in 0..<3000 {
      let bytes = (0..<random.next(below: 120)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      check(DocumentReader().read(bytes))
      check(DocumentReader().readYAML(bytes))
      check(DocumentReader().read(Array("---\n".utf8) + bytes + Array("\n---\n".utf8) + bytes))
    }
  }

  @Test func randomRecordsAreReadAndRangesHold() {
    var random = SplitMix(seed: 2)
    for _ in 0..<4000 { check(Document(RecordSource.record(&random))) }
  }

  /// The body does not depend on how its lines end, nor on what stands before it.
  @Test func lineEndsAndFrontMatterDoNotChangeTheBody() {
    var random = SplitMix(seed: 3)
    for _ in 0..<2000 {
      let text = "\n" + RecordSource.body(&random)
      let plain = summary(Document(text))
      #expect(summary(Document(text.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined())) == plain, "\(text.debugDescription)")
      #expect(summary(Document(text.unicodeScalars.map { $0 == "\n" ? "\r" : String($0) }.joined())) == plain, "\(text.debugDescription)")
      #expect(summary(Document("---\na: \u{1F600}\n---\n" + text), linesBefore: 3) == plain, "\(text.debugDescription)")
    }
  }

  private func summary(_ document: Document, linesBefore: Int = 0) -> [String] {
    func normal(_ text: String) -> String {
      var result = ""
      for scalar in text.unicodeScalars where scalar != "\n" {
        if scalar == "\r" { result += " " } else { result.unicodeScalars.append(scalar) }
      }
      return result.split(separator: " ").joined(separator: " ")
    }
    func joined(_ text: String) -> String { normal(text.unicodeScalars.map { $0 == "\n" ? " " : String($0) }.joined()) }
    let blocks = document.body.blocks.map { "\($0.kind.name) \($0.parent) \(document.line(of: Int($0.range.start)) - linesBefore)" }
    let rest = [document.questionWords, document.linkTargets, document.blockIDNames, document.quoteSummaries, document.texts(document.body.comments)]
    return blocks + rest.flatMap { $0.map(joined) }
  }

  private func check(_ document: Document) {
    let count = document.bytes.count
    func lies(_ range: ByteRange, within outer: ByteRange? = nil) -> Bool {
      let outer = outer ?? ByteRange(0, count)
      return range.start >= outer.start && range.start <= range.end && range.end <= outer.end
    }
    func text() -> String { document.bytes.text(ByteRange(0, count)).debugDescription }

    for (index, block) in document.body.blocks.enumerated() {
      #expect(lies(block.range) && lies(block.content, within: block.range), "\(block) of \(text())")
      #expect(block.parent < Int32(index))
      if block.parent >= 0 { #expect(lies(block.range, within: document.body.blocks[Int(block.parent)].range), "\(block) of \(text())") }
    }
    var last = Int32(0)
    for link in document.body.links {
      #expect(lies(link.range) && link.range.start >= last, "\(text())")
      #expect(document.text(link.range).hasPrefix("[[") && document.text(link.range).hasSuffix("]]"))
      #expect(lies(link.target, within: link.range) && (link.anchor.isEmpty || lies(link.anchor, within: link.range)))
      last = link.range.end
    }
    for link in document.body.fileLinks { #expect(lies(link.range) && lies(link.destination, within: link.range), "\(text())") }
    for id in document.body.blockIDs { #expect(lies(id.range) && document.bytes[Int(id.range.start)] == UInt8(ascii: "^")) }
    for question in document.body.questions {
      #expect(lies(question.range) && lies(question.words, within: question.range), "\(text())")
      #expect(question.firstLink <= question.endLink && Int(question.endLink) <= document.body.links.count)
    }
    last = 0
    for quote in document.body.quotes {
      #expect(lies(quote.range) && quote.range.start >= last, "\(text())")
      last = quote.range.end
      for line in quote.lines { #expect(lies(line, within: quote.range) && !line.isEmpty, "\(text())") }
      #expect(quote.question < Int32(document.body.questions.count))
      guard let attribution = quote.attribution else { continue }
      #expect(lies(attribution.range, within: quote.range), "\(text())")
      for part in [attribution.speaker, attribution.gradeRange, attribution.blockID] where !part.isEmpty { #expect(lies(part, within: quote.range)) }
      for mention in attribution.mentions { #expect(lies(document.body.links[Int(mention.link)].range, within: attribution.range)) }
      for fault in attribution.faults { #expect(lies(fault.range, within: attribution.range)) }
    }
    for comment in document.body.comments { #expect(document.text(comment).hasPrefix("<!--") && document.text(comment).hasSuffix("-->")) }
    for fault in document.faults { #expect(lies(fault.range), "\(fault) of \(text())") }

    guard let frontMatter = document.frontMatter else { return }
    #expect(Int(frontMatter.sourceCount) <= count && frontMatter.buffer[..<Int(frontMatter.sourceCount)].elementsEqual(document.bytes[..<Int(frontMatter.sourceCount)]))
    let source = ByteRange(0, Int(frontMatter.sourceCount))
    let hasAliases = document.bytes.contains(UInt8(ascii: "*"))
    for (index, node) in frontMatter.nodes.enumerated() {
      #expect(lies(node.key, within: source) && lies(node.value, within: source), "\(node) of \(text())")
      #expect(lies(node.text, within: ByteRange(0, frontMatter.buffer.count)) && lies(node.keyText, within: ByteRange(0, frontMatter.buffer.count)))
      #expect(Int(node.next) > index && Int(node.next) <= frontMatter.nodes.count)
      guard index > 0, let parent = frontMatter.parent(of: index), !hasAliases else { continue }
      #expect(lies(node.value, within: frontMatter.nodes[parent].value), "\(frontMatter.path(of: index)) of \(text())")
      #expect(lies(node.key, within: frontMatter.nodes[parent].value), "\(frontMatter.path(of: index)) of \(text())")
    }
  }
}

/// Inputs that make a careless reader's effort grow with the square of their length, or its stack with their depth.
struct HostileInputTests {
  private static let size = 1 << 18

  @Test(arguments: ["[", ">", "*", "`", "- ", "> \n", "[[a", "](", "[a](b", "[a](<b", "[a](b \"", "[a]: b\n", "[a\n", "x <!-- ", "<a ", "<!--\n\n", "Q: [[a]] ", " ^a", "> ^a\n", "\r", "1. ", "a`b``c```", "> — p-1, [[a]] ^q\n", "\t"])
  func repetitionIsRead(_ unit: String) {
    let text = String(repeating: unit, count: Self.size / unit.utf8.count)
    let document = Document("x\n" + text)
    #expect(document.bytes.count == text.utf8.count + 2)
    #expect(document.outline.first?.contains(" 1-") == true)
  }

  @Test func depthOfTheBodyIsBounded() {
    let document = Document(String(repeating: ">", count: 5000) + "\n" + String(repeating: "- ", count: 5000) + "x")
    #expect(document.body.blocks.count == 202)
  }

  @Test func depthOfTheFrontMatterIsBounded() {
    #expect(Document("---\na: \(String(repeating: "[", count: Self.size))\n---\n").faultKinds == [.tooDeep(limit: 64)])
    #expect(Document("---\n\(String(repeating: "- ", count: Self.size))\n---\n").faultKinds == [.tooDeep(limit: 64)])
  }

  @Test func aLargeFileIsRead() {
    let unit = "## H\n\n**Q:** Who [[a]]?\n\n> w\n> — p-1, habit, [[a]] ^q1\n\n"
    let document = Document("---\na: 1\n---\n" + String(repeating: unit, count: 20_000))
    #expect(document.body.quotes.count == 20_000)
    #expect(document.body.questions.count == 20_000)
    #expect(document.body.quotes.last?.question == 19_999)
  }
}

/// Records put together at random from what means something to us.
enum RecordSource {
  static let lines = [
    "**Q:** Who? [[a]]", "Q2. What", "- Q: Where?", "> words", "> — p-1, anecdote, [[a]] ^q1", "> -- habit", "> - p-2, [[b|c]]", "> annecdote", ">", "", "", "# Title ^h", "text [[a#b]] `[[c]]`",
    "[t](a.md) <!-- c -->", "<!--", "-->", "```", "^id", "> Q: in?", "lazy", "[r]: a.md", "    > code", "- > q", "  > — against [[a]]", "\u{1F600} — x", "===", "> ```", "<div>", "**Q: why?** ^q", "1. Q: x",
  ]
  static let yaml = [
    "type: session", "a: [b, \"c\", 'd']", "list:", "  - x", "  - y: 1", "    z: 2", "t: |", "  one", "q: \"\u{1F600}\\n\"", "k: &n {a: b}", "j: *n", "a: 1", "# c", "é: x", "left:", "- x", "f: [a,", "  b]", "x: !!t y", "{", "m: {a, b: }", "\tx", "",
  ]

  static func body(_ random: inout SplitMix) -> String {
    (0...random.next(below: 12)).map { _ in random.pick(lines) }.joined(separator: "\n") + (random.next(below: 3) == 0 ? "" : "\n")
  }

  static func record(_ random: inout SplitMix) -> String {
    "---\n" + (0...random.next(below: 8)).map { _ in random.pick(yaml) + "\n" }.joined() + "---\n" + body(&random)
  }
}
