/// Brings facts that were written with the tables of several workers under one table, as they are written to a file.
///
/// Only names that are used get a number, so a table that is merged again and again does not grow.
package struct FactsMerger {
  private var names = NameInterner()
  /// By table, the new number of each name that was met.
  private var numbers: [ObjectIdentifier: [UInt32]] = [:]
  private var typeLists: [ObjectIdentifier: [UInt32]] = [:]

  private static let unknown = UInt32.max

  package init() {}

  /// The table of all facts so far.
  package var table: NameTable { names.table }

  /// Calls `body` with the block of a file under the one table.
  package mutating func withBlock(of file: FileFacts, _ body: (UnsafeRawBufferPointer) -> Void) {
    let block = file.content.block
    withUnsafeTemporaryAllocation(byteCount: block.bytes.count, alignment: 8) { memory in
      memory.copyBytes(from: UnsafeRawBufferPointer(start: block.bytes.start, count: block.bytes.count))
      renumber(memory.bindMemory(to: UInt32.self), of: block, file.names)
      body(UnsafeRawBufferPointer(memory))
    }
  }

  /// Where the words of each kind of fact hold names.
  private mutating func renumber(_ words: UnsafeMutableBufferPointer<UInt32>, of block: FactBlock, _ table: NameTable) {
    let key = ObjectIdentifier(table)
    // Taken out, so that the array is not copied when it changes.
    var known = numbers.removeValue(forKey: key) ?? Array(repeating: Self.unknown, count: table.count)
    defer { numbers[key] = known }
    let lists = typeLists[key] ?? table.typeLists.map { names.index(ofTypes: $0) }
    typeLists[key] = lists

    let facts = UnsafeMutableBufferPointer(rebasing: words[FactBlock.headCount...])
    func name(_ position: Int) { facts[position] = number(facts[position], of: table, &known) }
    func optionalName(_ position: Int) { if facts[position] != NameIndex.none.value { name(position) } }
    func list(_ position: Int, _ body: (Int) -> Void) {
      guard facts[position] != .max else { return }
      let start = block.pool + Int(facts[position])
      for entry in 0..<Int(facts[start]) { body(start + 1 + entry) }
    }
    func each(_ section: FactBlock.Section, width: Int, _ body: (Int) -> Void) {
      for position in stride(from: block.range(of: section).lowerBound, to: block.range(of: section).upperBound, by: width) { body(position) }
    }
    each(.references, width: ReferenceFact.width) {
      name($0)
      name($0 + 1)
      facts[$0 + 3] = lists[Int(facts[$0 + 3])]
    }
    each(.links, width: LinkFact.width) {
      name($0)
      optionalName($0 + 1)
    }
    each(.fileLinks, width: FileLinkFact.width) { name($0) }
    each(.headings, width: 1) { name($0) }
    each(.blockIDs, width: 1) { name($0) }
    each(.questions, width: QuestionFact.width) { list($0 + 6) { name($0) } }
    each(.quotes, width: QuoteFact.width) {
      optionalName($0 + 5)
      optionalName($0 + 8)
      list($0 + 7) { position in
        let isAgainst = facts[position] & QuoteFact.Mention.against
        facts[position] &= ~QuoteFact.Mention.against
        name(position)
        facts[position] |= isAgainst
      }
    }
  }

  private mutating func number(_ old: UInt32, of table: NameTable, _ known: inout [UInt32]) -> UInt32 {
    if known[Int(old)] != Self.unknown { return known[Int(old)] }
    let name = NameIndex(old)
    let number = table.bytes.withUnsafeBufferPointer {
      names.index(of: UnsafeBufferPointer(rebasing: $0[table.range(of: name)]), isTarget: table.isTarget(name)).value
    }
    known[Int(old)] = number
    return number
  }
}
