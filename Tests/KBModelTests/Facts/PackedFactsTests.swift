import KBModel
import Testing

struct PackedFactsTests {
  private static func span(_ line: Int, _ start: Int, _ endLine: Int, _ end: Int) -> SourceSpan {
    SourceSpan(SourcePosition(line: line, column: start), SourcePosition(line: endLine, column: end))
  }

  private static func finish(_ writer: inout FactsWriter, _ id: String) -> PackedFacts {
    writer.finish(
      path: "a/\(id).md", id: id, type: "session", status: .raw, frontMatter: nil, suppressions: [], findings: [], source: [1, 2])
  }

  @Test
  func whatIsWrittenIsReadBack() {
    var writer = FactsWriter()
    writer.add(FieldReference(target: "birch", field: "customer", node: 7, types: ["customer"]))
    writer.add(FieldReference(target: "print-list", field: "covers", node: 9, types: []))
    let (target, anchor) = (writer.target("print-list"), writer.name("Scenario"))
    writer.addLink(target: target, anchor: anchor, span: Self.span(3, 1, 3, 20))
    writer.addLink(target: writer.target(""), anchor: nil, span: Self.span(4, 1, 6, 2))
    writer.addFileLink(destination: writer.name("photo.png"), span: Self.span(1 << 24, 1, 1 << 24, 2))
    writer.addHeading(writer.name("Überschrift"))
    writer.addBlockID(writer.name("q1"))
    writer.addQuestion(
      span: Self.span(5, 1, 5, 1 << 21), words: ByteRange(10, 20), faults: [.tag, .frequencyAssumption], prompting: .tag, isOpen: false,
      asksForInstance: true, covers: ["print-list", "sort-list"])
    writer.addQuestion(
      span: Self.span(6, 1, 6, 9), words: ByteRange(30, 40), faults: [], prompting: nil, isOpen: true, asksForInstance: false, covers: [])
    let speaker = writer.name("[[dispatcher]]")
    writer.addQuote(
      span: Self.span(8, 3, 8, 40), line: 7, range: ByteRange(50, 90), speaker: speaker, grade: .compliment, hand: .observed,
      mentions: [(target: target, isAgainst: false), (target: writer.target("sort-list"), isAgainst: true)],
      blockID: writer.name("q1"), question: 1, wordCount: 12)
    writer.addQuote(
      span: Self.span(9, 3, 9, 40), line: 9, range: ByteRange(91, 99), speaker: nil, grade: nil, hand: .firstHand, mentions: [],
      blockID: nil, question: -1, wordCount: 3)
    let packed = Self.finish(&writer, "one")
    let other = Self.finish(&writer, "two")
    let table = writer.table
    let file = FileFacts(packed, names: table)

    #expect(file.path == "a/one.md" && file.id == "one" && file.type == "session" && file.status == .raw && file.source == [1, 2])
    #expect(file.references.map(\.target) == ["birch", "print-list"])
    #expect(file.references.map(\.field) == ["customer", "covers"])
    #expect(file.references.map(\.node) == [7, 9])
    #expect(file.references.map(\.types) == [["customer"], []])
    #expect(file.targets("covers") == ["print-list"])
    #expect(file.links.map(\.target) == ["print-list", ""])
    #expect(file.links.map(\.anchor) == ["Scenario", nil])
    #expect(file.links.map(\.span) == [Self.span(3, 1, 3, 20), Self.span(4, 1, 6, 2)])
    #expect(file.links[0].name == file.references[1].name, "a text is kept once")
    #expect(file.fileLinks.map(\.destination) == ["photo.png"])
    #expect(file.fileLinks.map(\.span) == [Self.span(1 << 24, 1, 1 << 24, 2)])
    #expect(Array(file.headings) == ["Überschrift"])
    #expect(Array(file.blockIDs) == ["q1"])
    #expect(file.questions.map(\.span) == [Self.span(5, 1, 5, 1 << 21), Self.span(6, 1, 6, 9)])
    #expect(file.questions.map(\.words) == [ByteRange(10, 20), ByteRange(30, 40)])
    #expect(Array(file.questions[0].faults) == [.tag, .frequencyAssumption])
    #expect(file.questions[1].faults.isEmpty)
    #expect(file.questions.map(\.prompting) == [.tag, nil])
    #expect(file.questions.map(\.isOpen) == [false, true])
    #expect(file.questions.map(\.asksForInstance) == [true, false])
    #expect(file.questions[0].covers.map(\.text) == ["print-list", "sort-list"])
    #expect(file.questions[1].covers.isEmpty)
    let (first, second) = (file.quotes[0], file.quotes[1])
    #expect(first.span == Self.span(8, 3, 8, 40) && first.line == 7 && first.range == ByteRange(50, 90))
    #expect(first.speaker == "[[dispatcher]]" && first.grade == .compliment && first.hand == .observed)
    #expect(first.mentions.map(\.target) == ["print-list", "sort-list"])
    #expect(first.mentions.map(\.isAgainst) == [false, true])
    #expect(first.blockID == "q1" && first.question == 1 && first.wordCount == 12)
    #expect(second.speaker == nil && second.grade == nil && second.hand == .firstHand && second.mentions.isEmpty)
    #expect(second.blockID == nil && second.question == -1)

    let empty = FileFacts(other, names: table)
    #expect(empty.references.isEmpty && empty.links.isEmpty && empty.headings.isEmpty && empty.questions.isEmpty && empty.quotes.isEmpty)
  }

  @Test(arguments: Grade.allCases, Hand.allCases)
  func everyGradeAndHandIsKept(_ grade: Grade, _ hand: Hand) {
    var writer = FactsWriter()
    writer.addQuote(
      span: .firstLine, line: 1, range: .none, speaker: nil, grade: grade, hand: hand, mentions: [], blockID: nil, question: -1,
      wordCount: 0)
    let file = FileFacts(Self.finish(&writer, "one"), names: writer.table)
    #expect(file.quotes[0].grade == grade && file.quotes[0].hand == hand)
  }

  @Test(arguments: QuestionFault.allCases)
  func everyFaultIsKept(_ fault: QuestionFault) {
    var writer = FactsWriter()
    writer.addQuestion(
      span: .firstLine, words: .none, faults: [fault], prompting: fault, isOpen: true, asksForInstance: true, covers: [])
    let file = FileFacts(Self.finish(&writer, "one"), names: writer.table)
    #expect(Array(file.questions[0].faults) == [fault] && file.questions[0].prompting == fault)
  }

  @Test
  func manyNamesKeepTheirNumbers() {
    var writer = FactsWriter()
    let names = (0..<5000).map { "name-\($0)" }
    let numbers = names.map { writer.name($0) }
    #expect(Set(numbers).count == names.count)
    #expect(names.map { writer.name($0) } == numbers)
  }

  @Test
  func namesOfDifferentWritersReachTheSameRecords() {
    func file(_ id: String, naming target: String) -> FileFacts {
      var writer = FactsWriter()
      _ = writer.name("something else \(id)")
      writer.addLink(target: writer.target(target), anchor: nil, span: .firstLine)
      return FileFacts(Self.finish(&writer, id), names: writer.table)
    }
    let graph = RecordGraph(files: [file("a", naming: "b"), file("b", naming: "a"), file("c", naming: "nobody"), file("b", naming: "c")])
    let found = graph.files.enumerated().map { graph.target(of: $1.links[0].name, inFile: $0) }
    #expect(found == [.record(1), .record(0), .unresolved, .record(2)])
    #expect(Array(graph.byID["b"] ?? []) == [1, 3])
  }
}
