import KBModel
import Testing

struct FrontMatterNodesTests {
  private static func node(
    _ next: Int32, key: ByteRange, value: ByteRange, keyText: ByteRange, text: ByteRange, style: FrontMatter.Style = .plain,
    kind: FrontMatter.Kind = .scalar
  ) -> FrontMatter.Node {
    FrontMatter.Node(kind: kind, style: style, next: next, key: key, value: value, keyText: keyText, text: text)
  }

  private static func readBack(_ nodes: [FrontMatter.Node]) -> [FrontMatter.Node] {
    Array(FrontMatter(buffer: [], sourceCount: 0, nodes: nodes).nodes)
  }

  @Test
  func nodesAreReadBackAsTheyWere() {
    let styles: [FrontMatter.Style] = [.plain, .singleQuoted, .doubleQuoted, .literal, .folded, .block, .flow]
    var nodes = [Self.node(9, key: .none, value: ByteRange(4, 900), keyText: .none, text: .none, style: .block, kind: .mapping)]
    for (i, style) in styles.enumerated() {
      let start = 10 + i * 100
      nodes.append(
        Self.node(
          Int32(i + 2), key: ByteRange(start, start + 5), value: ByteRange(start + 7, start + 40),
          keyText: i % 2 == 0 ? ByteRange(start, start + 5) : ByteRange(start + 1, start + 4),
          text: i % 3 == 0 ? ByteRange(2000 + i, 2010 + i) : ByteRange(start + 8, start + 39), style: style,
          kind: i == 5 ? .sequence : .scalar))
    }
    nodes.append(Self.node(9, key: ByteRange(880, 880), value: ByteRange(880, 880), keyText: .none, text: ByteRange(880, 880)))
    #expect(Self.readBack(nodes) == nodes)
  }

  @Test
  func placesBeyond64KiBAreKept() {
    let nodes = [
      Self.node(2, key: .none, value: ByteRange(0, 90_000), keyText: .none, text: .none, style: .block, kind: .mapping),
      Self.node(2, key: ByteRange(70_000, 70_004), value: ByteRange(70_006, 70_020), keyText: ByteRange(70_000, 70_004), text: ByteRange(90_000, 90_009)),
    ]
    #expect(Self.readBack(nodes) == nodes)
  }

  @Test
  func manyTextsOfTheirOwnAreKept() {
    var nodes = [Self.node(301, key: .none, value: ByteRange(0, 9000), keyText: .none, text: .none, style: .block, kind: .mapping)]
    for i in 0..<300 {
      let start = i * 30
      nodes.append(
        Self.node(
          Int32(i + 2), key: ByteRange(start, start + 9), value: ByteRange(start + 10, start + 25), keyText: ByteRange(9000 + i, 9002 + i),
          text: ByteRange(start + 10, start + 25), style: .plain))
    }
    #expect(Self.readBack(nodes) == nodes)
    #expect(Self.readBack(Array(nodes[0..<100])) == Array(nodes[0..<100]))
  }
}
