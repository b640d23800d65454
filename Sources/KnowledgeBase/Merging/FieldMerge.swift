import KBDocuments
import KBModel

/// Merges front matters key by key.
struct FieldMerge {
  /// A key of the root mapping with its lines, those of comments above it included.
  private struct Entry {
    var key: String
    var node: Int
    var lines: [UInt8]
  }

  private struct Side {
    var frontMatter: FrontMatter
    var entries: [Entry]
    /// Lines behind the last key's: comments.
    var opening: [UInt8]
    var closing: [UInt8]

    /// `nil` for a document whose front matter cannot be told apart key by key.
    init?(_ document: Document) {
      guard let frontMatter = document.frontMatter, frontMatter.nodes[0].style != .flow, frontMatter.nodes.count > 1,
        !document.faults.contains(where: { $0.kind != .byteOrderMark })
      else { return nil }
      self.frontMatter = frontMatter
      let lines = document.lines
      func start(_ line: Int) -> Int { line < lines.starts.count ? Int(lines.starts[line]) : document.bytes.count }
      let children = Array(frontMatter.children(of: 0))
      let closingLine = lines.lineIndex(of: max(0, Int(frontMatter.sourceCount) - 1))
      var first = 1
      opening = Array(document.bytes[..<start(1)])
      closing = Array(document.bytes[start(closingLine)..<Int(frontMatter.sourceCount)])
      entries = []
      for (position, node) in children.enumerated() {
        let keyLine = lines.lineIndex(of: Int(frontMatter.nodes[node].key.start))
        guard keyLine >= first || position == 0, keyLine < closingLine else { return nil }
        var next = closingLine
        if position + 1 < children.count {
          next = lines.lineIndex(of: Int(frontMatter.nodes[children[position + 1]].key.start))
          // Comments right above a key are about it.
          while next - 1 > keyLine, document.bytes[start(next - 1)] == UInt8(ascii: "#") { next -= 1 }
        }
        guard next > keyLine else { return nil }
        entries.append(Entry(key: frontMatter.key(of: node), node: node, lines: Array(document.bytes[start(first)..<start(next)])))
        first = next
      }
      guard Set(entries.map(\.key)).count == entries.count else { return nil }
    }

    func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }
  }

  /// Lists whose order says nothing.
  private static let sets: Set<String> = ["covers", "aliases", "tags", "participants", "competitors", "blocks", "segments"]

  /// The merged front matter with its fences; `nil` where it cannot be merged by keys.
  static func merge(base: Document, ours: Document, theirs: Document, lineEnd: [UInt8]) -> MergedText? {
    guard let base = Side(base), let ours = Side(ours), let theirs = Side(theirs) else { return nil }
    var text = MergedText(lineEnd: lineEnd)
    guard ours.opening == theirs.opening, ours.closing == theirs.closing else { return nil }
    text.bytes = ours.opening
    for key in order(base, ours, theirs) {
      let (b, o, t) = (base.entry(key), ours.entry(key), theirs.entry(key))
      if o?.lines == t?.lines || t?.lines == b?.lines {
        text.bytes += o?.lines ?? []
      } else if o?.lines == b?.lines {
        text.bytes += t?.lines ?? []
      } else if let o, let t, let united = united(b, o, t, base.frontMatter, ours.frontMatter, theirs.frontMatter, lineEnd: lineEnd) {
        text.bytes += united
      } else {
        text.conflict(ours: o?.lines ?? [], theirs: t?.lines ?? [])
      }
    }
    text.bytes += ours.closing
    return text
  }

  /// Our order; their new keys behind the key that they follow in theirs.
  private static func order(_ base: Side, _ ours: Side, _ theirs: Side) -> [String] {
    var keys = ours.entries.map(\.key)
    var previous: String?
    for key in theirs.entries.map(\.key) {
      if !keys.contains(key) {
        let place = previous.flatMap { keys.firstIndex(of: $0) }.map { $0 + 1 } ?? keys.count
        keys.insert(key, at: previous == nil ? 0 : place)
      }
      previous = key
    }
    return keys
  }

  // MARK: Lists

  /// A list that both sides changed: ours, with what they added and without what they took away. `nil` where it is no list that can
  /// be united, or where their lines say more than their elements.
  private static func united(
    _ b: Entry?, _ o: Entry, _ t: Entry, _ base: FrontMatter, _ ours: FrontMatter, _ theirs: FrontMatter, lineEnd: [UInt8]
  ) -> [UInt8]? {
    guard let our = elements(o.node, ours), let their = elements(t.node, theirs), !t.lines.contains(UInt8(ascii: "#")) else { return nil }
    let old = b.flatMap { elements($0.node, base) } ?? []
    let isDated = (our + their).allSatisfy { $0.day != nil } && !(our + their).isEmpty
    guard isDated || sets.contains(o.key) else { return nil }
    if isDated, b != nil, b.flatMap({ elements($0.node, base) }) == nil { return nil }
    let added = their.filter { !old.contains($0) && !our.contains($0) }
    let removed = old.filter { !their.contains($0) && our.contains($0) }
    // One day has one value.
    let result = our.filter { !removed.contains($0) } + added
    if isDated, Set(result.map(\.day)).count < result.count { return nil }
    // An element that goes from a list which ours keeps comments in would take them along.
    if !removed.isEmpty || ours.nodes[o.node].kind != .sequence || ours.nodes[o.node].style == .flow {
      guard !o.lines.contains(UInt8(ascii: "#")) else { return nil }
      return Array("\(o.key): [\(result.map(\.yaml).joined(separator: ", "))]".utf8) + lineEnd
    }
    // A block list grows by lines in its own column.
    let lines = LineDifference.lines(of: o.lines)
    guard let last = lines.last(where: { $0.first { !$0.isBlank } == UInt8(ascii: "-") }) else { return nil }
    let indent = Array(last.prefix { $0.isBlank })
    var text = o.lines
    if let end = text.last, end != 0x0A, end != 0x0D { text += lineEnd }
    for element in added { text += indent + Array("- \(element.yaml)".utf8) + lineEnd }
    return text
  }

  private struct Element: Equatable {
    var yaml: String
    /// The day from which a dated value holds.
    var day: String?

    static func == (a: Element, b: Element) -> Bool { a.yaml == b.yaml }
  }

  /// The elements of a list, or of one value that stands for a list; `nil` for a mapping.
  private static func elements(_ node: Int, _ frontMatter: FrontMatter) -> [Element]? {
    switch frontMatter.nodes[node].kind {
    case .mapping: return nil
    case .scalar: return frontMatter.isNull(node) ? [] : [Element(yaml: YAMLText.flow(node, of: frontMatter))]
    case .sequence:
      return frontMatter.children(of: node).map { child in
        let day = frontMatter.nodes[child].kind == .mapping ? frontMatter.child(of: child, key: "from").map { frontMatter.text(of: $0) } : nil
        return Element(yaml: YAMLText.flow(child, of: frontMatter), day: day)
      }
    }
  }
}
