import KBDocuments
import KBModel

/// Merges a list of the front matter that both sides changed: ours, with what they added and without what they took away.
struct ListMerge {
  /// One side's list.
  struct Side {
    var node: Int
    var frontMatter: FrontMatter
    /// The key's lines.
    var lines: [UInt8]

    fileprivate var hasComments: Bool { lines.contains(UInt8(ascii: "#")) }
  }

  private struct Element {
    /// In flow style, by which elements are compared.
    var yaml: String
    /// The day from which a dated value holds, or on which a fact was noted.
    var day: String?
    /// Whether only one value can hold from a day.
    var isValue = false
    /// In a mapping, its key.
    var key: String?
    /// Its lines in a block list without their common margin, with the comments above it.
    var lines: [[UInt8]] = []
  }

  private struct List {
    var elements: [Element]
    var isMapping = false
    /// In a block list: the line with the key, and the margin of the dashes.
    var head: [UInt8] = []
    var margin: [UInt8] = []
    var isBlock = false

    func contains(_ element: Element) -> Bool { elements.contains { $0.yaml == element.yaml } }
    func element(_ yaml: String) -> Element? { elements.first { $0.yaml == yaml } }
  }

  private let key: String
  private let lineEnd: [UInt8]

  init(key: String, lineEnd: [UInt8]) {
    self.key = key
    self.lineEnd = lineEnd
  }

  /// Lists whose order says nothing.
  private static let sets: Set<String> = ["covers", "aliases", "tags", "participants", "competitors", "blocks", "segments"]

  /// The lines of the merged list; `nil` where it is no list that can be united, or where something would be lost.
  func merged(base: Side?, ours: Side, theirs: Side) -> [UInt8]? {
    guard let our = list(ours), let their = list(theirs), our.isMapping == their.isMapping || our.elements.isEmpty || their.elements.isEmpty else { return nil }
    var old = List(elements: [])
    if let base {
      if let list = list(base) { old = list } else if !Self.sets.contains(key) { return nil }
    }
    let all = our.elements + their.elements
    let isDated = !all.isEmpty && all.allSatisfy { $0.day != nil }
    guard isDated || Self.sets.contains(key) else { return nil }

    let added = their.elements.filter { !old.contains($0) && !our.contains($0) }
    let removed = old.elements.filter { !their.contains($0) && our.contains($0) }
    var result = our.elements.filter { element in !removed.contains { $0.yaml == element.yaml } }
    for element in added {
      let later = isDated ? result.firstIndex { ($0.day ?? "") > (element.day ?? "") } : nil
      result.insert(element, at: later ?? result.count)
    }
    // One day has one value, and one key has one.
    let days = result.filter(\.isValue).map(\.day)
    let keys = result.compactMap(\.key)
    guard Set(days).count == days.count, Set(keys).count == keys.count else { return nil }

    if our.isBlock { return blockList(result, our, their, old, added: added, removed: removed, theirs) }
    guard !ours.hasComments, !theirs.hasComments else { return nil }
    let text = result.map(\.yaml).joined(separator: ", ")
    return Array((our.isMapping || their.isMapping ? "\(key): {\(text)}" : "\(key): [\(text)]").utf8) + lineEnd
  }

  /// A block list keeps its lines, with the comments in them.
  private func blockList(
    _ result: [Element], _ our: List, _ their: List, _ old: List, added: [Element], removed: [Element], _ theirs: Side
  ) -> [UInt8]? {
    guard their.isBlock || !theirs.hasComments else { return nil }
    // A comment does not go with an element that somebody else took away.
    for element in removed {
      guard let lines = our.element(element.yaml)?.lines, !lines.contains(where: { $0.contains(UInt8(ascii: "#")) }) else { return nil }
    }
    var text = our.head
    if their.isBlock, their.head != our.head, their.head != old.head {
      guard our.head == old.head else { return nil }
      text = their.head
    }
    for element in result {
      var lines = element.lines
      if lines.isEmpty { lines = [Array("- \(element.yaml)".utf8)] }
      // Comments and layout of an element that both have.
      if their.isBlock, !added.contains(where: { $0.yaml == element.yaml }), let other = their.element(element.yaml)?.lines, other != lines {
        let before = old.isBlock ? old.element(element.yaml)?.lines : nil
        if before == lines { lines = other } else if before != other { return nil }
      }
      for line in lines { text += line.isEmpty ? lineEnd : our.margin + line + lineEnd }
    }
    return text
  }

  // MARK: Reading

  /// The elements of a list, of a mapping on one line, or of one value that stands for a list; `nil` for anything else.
  private func list(_ side: Side) -> List? {
    let frontMatter = side.frontMatter
    let node = frontMatter.nodes[side.node]
    switch node.kind {
    case .mapping:
      guard node.style == .flow, Self.sets.contains(key) else { return nil }
      let elements = frontMatter.children(of: side.node).map { child in
        // The whole of it in flow style, as an entry of a mapping is written.
        let name = frontMatter.key(of: child)
        return Element(yaml: "\(YAMLText.list([name]).dropFirst().dropLast()): \(YAMLText.flow(child, of: frontMatter))", key: name)
      }
      return List(elements: elements, isMapping: true)
    case .scalar:
      return List(elements: frontMatter.isNull(side.node) ? [] : [Element(yaml: YAMLText.flow(side.node, of: frontMatter))])
    case .sequence:
      var list = List(elements: frontMatter.children(of: side.node).map { element($0, frontMatter) })
      guard node.style != .flow else { return list }
      return readLines(side, into: &list) ? list : nil
    }
  }

  private func element(_ node: Int, _ frontMatter: FrontMatter) -> Element {
    var element = Element(yaml: YAMLText.flow(node, of: frontMatter))
    guard frontMatter.nodes[node].kind == .mapping else { return element }
    if let from = frontMatter.child(of: node, key: "from") {
      element.day = frontMatter.text(of: from)
      element.isValue = true
    } else if let date = frontMatter.child(of: node, key: "date") {
      element.day = frontMatter.text(of: date)
    }
    return element
  }

  /// Gives the elements of a block list their lines; `false` where they cannot be told apart.
  private func readLines(_ side: Side, into list: inout List) -> Bool {
    let lines = LineDifference.lines(of: side.lines).map { line in Array(line.prefix { $0 != 0x0A && $0 != 0x0D }) }
    guard let first = lines.firstIndex(where: Self.beginsWithDash) else { return list.elements.isEmpty }
    let margin = Array(lines[first].prefix { $0 == 0x20 })
    func isStart(_ line: [UInt8]) -> Bool { Self.beginsWithDash(line) && line.prefix { $0 == 0x20 }.count == margin.count }
    let starts = lines.indices.filter { isStart(lines[$0]) }
    guard starts.count == list.elements.count else { return false }
    // Lines of comments and blank ones above an element belong to it.
    func top(_ start: Int) -> Int {
      var top = start
      while top > 0, lines[top - 1].first(where: { $0 != 0x20 }).map({ $0 == UInt8(ascii: "#") }) ?? true { top -= 1 }
      return top
    }
    let tops = starts.map(top)
    // What stands above the list with its key: the key's own line, and comments above that.
    list.head = lines[..<tops[0]].flatMap { $0 + lineEnd }
    list.margin = margin
    list.isBlock = true
    for (position, start) in tops.enumerated() {
      let end = position + 1 < tops.count ? tops[position + 1] : lines.count
      for line in lines[start..<end] {
        guard line.isEmpty || line.starts(with: margin) else { return false }
        list.elements[position].lines.append(Array(line.dropFirst(margin.count)))
      }
    }
    return !list.head.isEmpty
  }

  private static func beginsWithDash(_ line: [UInt8]) -> Bool { line.first { $0 != 0x20 } == UInt8(ascii: "-") }
}
