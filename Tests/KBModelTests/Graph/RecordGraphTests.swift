import KBModel
import Testing

struct RecordGraphTests {
  /// Numbers that are the same in each run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Some ids stand twice, some aliases are ids or aliases of others, some are outside ASCII.
  private static let names = ["a", "birch", "cobalt-and-dune", "2026-06-22-cobalt", "é", "e\u{301}", "über-uns", "zz"]

  private static func frontMatter(aliases: [String]) -> FrontMatter {
    let text = "---\naliases: [\(aliases.joined(separator: ", "))]\n---\n"
    let bytes = Array(text.utf8)
    var position = "---\naliases: [".utf8.count
    let key = ByteRange(4, 11)
    var elements: [FrontMatter.Node] = []
    for (k, alias) in aliases.enumerated() {
      let range = ByteRange(position, position + alias.utf8.count)
      elements.append(
        .init(kind: .scalar, style: .plain, next: Int32(3 + k), key: .none, value: range, keyText: .none, text: range))
      position += alias.utf8.count + 2
    }
    let end = Int32(2 + aliases.count)
    let list = ByteRange(13, max(13, position))
    return FrontMatter(
      buffer: bytes, sourceCount: Int32(bytes.count),
      nodes: [
        .init(kind: .mapping, style: .block, next: end, key: .none, value: ByteRange(4, bytes.count - 4), keyText: .none, text: .none),
        .init(kind: .sequence, style: .flow, next: end, key: key, value: list, keyText: key, text: .none),
      ] + elements)
  }

  /// Files that some writers have read, each with references and links to names that may or may not be there.
  private static func graph(_ random: inout Generator) -> RecordGraph {
    var files: [FileFacts] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var writer = FactsWriter()
      var packed: [PackedFacts] = []
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        func name() -> String { Bool.random(using: &random) ? Self.names.randomElement(using: &random) ?? "a" : "r\(Int.random(in: 0...40, using: &random))" }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let types = [[], ["customer"], ["use-case", "persona"]].randomElement(using: &random) ?? []
          writer.add(FieldReference(target: name(), field: "field\(types.count)", node: 0, types: types))
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let target = Int.random(in: 0...5, using: &random) == 0 ? "" : name()
          writer.addLink(target: writer.target(target), anchor: Bool.random(using: &random) ? writer.name("Scenario") : nil, span: .firstLine)
        }
        let aliases = (0..<Int.random(in: 0...2, using: &random)).map { _ in name() }
        packed.append(
          writer.finish(
            path: "f\(files.count + packed.count).md", id: name(), type: ["", "customer", "use-case", "session"].randomElement(using: &random) ?? "",
            status: .done, frontMatter: frontMatter(aliases: aliases), suppressions: [], findings: [], source: nil))
      }
      let table = writer.table
      files += packed.map { FileFacts($0, names: table) }
    }
    return RecordGraph(files: files)
  }

  private static func target(_ resolution: RecordGraph.Resolution) -> RecordGraph.Target {
    switch resolution {
    case .record(let i): .record(i)
    case .ambiguous: .ambiguous
    case .unresolved: .unresolved
    }
  }

  @Test(arguments: 1...12)
  func namesAreResolvedAsBySearchingAllFiles(_ seed: UInt64) {
    var random = Generator(state: seed)
    let graph = Self.graph(&random)
    for name in Self.names + (0...40).map({ "r\($0)" }) {
      let withID = graph.files.indices.filter { graph.files[$0].isRecord && graph.files[$0].id == name }
      let withAlias = graph.files.indices.filter { i in
        graph.files[i].isRecord && graph.files[i].id != name && graph.files[i].list("aliases").contains(name)
      }
      #expect((graph.byID[name] ?? []).map { Int($0) } == withID)
      #expect((graph.byAlias[name] ?? []).map { Int($0) } == withAlias)
      let expected: RecordGraph.Target =
        if let first = withID.first { .record(first) } else if withAlias.count == 1 { .record(withAlias[0]) } else {
          withAlias.isEmpty ? .unresolved : .ambiguous
        }
      #expect(Self.target(graph.resolve(name)) == expected)
    }
  }

  @Test(arguments: 1...12)
  func everyReferenceAndLinkIsResolvedAsItsNameIs(_ seed: UInt64) {
    var random = Generator(state: seed)
    let graph = Self.graph(&random)
    let resolved = ResolvedReferences(graph)
    var (unresolved, ambiguous, wrongType) = ([ResolvedReferences.Place](), [ResolvedReferences.Place](), [ResolvedReferences.Place]())
    var anchored: [[Int32]] = []
    var areNamed = graph.files.map { _ in false }
    func note(_ target: RecordGraph.Target, _ place: ResolvedReferences.Place) {
      switch target {
      case .record(let i): if i != Int(place.file) { areNamed[i] = true }
      case .ambiguous: ambiguous.append(place)
      case .unresolved: unresolved.append(place)
      }
    }
    for (i, file) in graph.files.enumerated() {
      for (k, reference) in file.references.enumerated() {
        let place = ResolvedReferences.Place(file: Int32(i), reference: Int32(k), link: nil)
        let target = Self.target(graph.resolve(reference.target))
        #expect(resolved.target(ofReference: k, inFile: i) == target)
        #expect(graph.target(of: reference.name, inFile: i) == target)
        note(target, place)
        if case .record(let record) = target, !reference.types.isEmpty, !reference.types.contains(graph.files[record].type) {
          wrongType.append(place)
        }
      }
      for (k, link) in file.links.enumerated() {
        let target = link.target.isEmpty ? .record(i) : Self.target(graph.resolve(link.target))
        #expect(resolved.target(ofLink: k, inFile: i, references: file.references.count) == target)
        note(target, ResolvedReferences.Place(file: Int32(i), reference: nil, link: Int32(k)))
        if case .record(let record) = target, link.anchor != nil { anchored.append([Int32(i), Int32(k), Int32(record)]) }
      }
    }
    #expect(resolved.unresolved == unresolved)
    #expect(resolved.ambiguous == ambiguous)
    #expect(resolved.wrongType == wrongType)
    #expect(resolved.anchored.map { [$0.file, $0.link, $0.record] } == anchored)
    #expect(resolved.areNamedByOthers == areNamed)
  }

  @Test(arguments: 1...6)
  func recordsOfATypeAreThoseFilesInTheirOrder(_ seed: UInt64) {
    var random = Generator(state: seed)
    let graph = Self.graph(&random)
    for type in ["customer", "use-case", "session", "persona"] {
      #expect(graph.places(ofType: type).map { Int($0) } == graph.files.indices.filter { graph.files[$0].type == type })
      #expect(graph.records(ofType: type).map(\.path) == graph.files.filter { $0.type == type }.map(\.path))
    }
  }
}
