/// The facts of one file in one piece of memory, the same whether it was written just now or lies in a mapped file.
///
/// A head of words of four bytes, then the lists of facts, then the front matter: its nodes and its bytes.
package struct FactBlock: Sendable {
  /// Begins on a boundary of four bytes.
  package let bytes: HeldBytes

  package init(bytes: HeldBytes) { self.bytes = bytes }

  enum Section: Int, CaseIterable { case references, links, fileLinks, headings, blockIDs, questions, quotes }

  /// The words of the head. For each section where it begins, counted in words from the head's end, comes last, with where the
  /// last section ends and the pool begins, which holds lists.
  private enum Head {
    static let status = 0
    static let nodes = 1
    static let nodeBytes = 2
    static let textBytes = 3
    static let sourceBytes = 4
    static let words = 5
    static let sections = 6
    static let count = sections + Section.allCases.count + 1
  }

  /// The words of the head, before the lists of facts.
  static var headCount: Int { Head.count }

  /// - Parameters:
  ///   - frontMatter: must be packed.
  ///   - sections: in the order of ``Section``.
  init(status: TalkStatus, frontMatter: FrontMatter?, sections: [[UInt32]], pool: [UInt32]) {
    let words = sections.reduce(pool.count) { $0 + $1.count }
    let nodes = frontMatter?.nodes.packed ?? .none
    let text = frontMatter?.buffer ?? .none
    let nodeStart = (Head.count + words) * 4
    let textStart = nodeStart + Self.padded(nodes.count)
    bytes = HeldBytes(count: textStart + Self.padded(text.count)) { memory in
      var position = 0
      func append(_ word: Int) {
        memory.storeBytes(of: UInt32(truncatingIfNeeded: word), toByteOffset: position, as: UInt32.self)
        position += 4
      }
      append(TalkStatus.allCases.firstIndex(of: status) ?? 0)
      append(frontMatter.map { $0.nodes.count + 1 } ?? 0)
      append(nodes.count)
      append(text.count)
      append(frontMatter.map { Int($0.sourceCount) } ?? 0)
      append(words)
      var start = 0
      for section in sections {
        append(start)
        start += section.count
      }
      append(start)
      for section in sections + [pool] {
        section.withUnsafeBytes { memory[position...].copyBytes(from: $0) }
        position += section.count * 4
      }
      // What fills up to the boundary is written too: the same facts are the same bytes.
      memory[nodeStart...].initializeMemory(as: UInt8.self, repeating: 0)
      memory[nodeStart...].copyBytes(from: nodes)
      memory[textStart...].copyBytes(from: text)
    }
  }

  private static func padded(_ count: Int) -> Int { (count + 3) & ~3 }

  var status: TalkStatus { TalkStatus.allCases[Int(bytes.word(Head.status))] }

  var frontMatter: FrontMatter? {
    let nodes = Int(bytes.word(Head.nodes))
    guard nodes > 0 else { return nil }
    let nodeStart = (Head.count + Int(bytes.word(Head.words))) * 4
    let nodeBytes = Int(bytes.word(Head.nodeBytes))
    let textStart = nodeStart + Self.padded(nodeBytes)
    return FrontMatter(
      buffer: bytes.part(textStart..<textStart + Int(bytes.word(Head.textBytes))), sourceCount: Int32(bitPattern: bytes.word(Head.sourceBytes)),
      nodes: FrontMatter.Nodes(packed: bytes.part(nodeStart..<nodeStart + nodeBytes), count: nodes - 1))
  }

  /// A word of the lists of facts.
  @inline(__always)
  func word(_ position: Int) -> UInt32 { bytes.word(Head.count + position) }

  /// The words of a section.
  @inline(__always)
  func range(of section: Section) -> Range<Int> {
    Int(bytes.word(Head.sections + section.rawValue))..<Int(bytes.word(Head.sections + section.rawValue + 1))
  }

  /// Where the pool begins.
  @inline(__always)
  var pool: Int { Int(bytes.word(Head.sections + Section.allCases.count)) }
}
