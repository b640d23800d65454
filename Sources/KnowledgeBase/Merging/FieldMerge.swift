import KBDocuments
import KBModel

/// Merges front matters key by key.
struct FieldMerge {
  /// A key of the root mapping with its lines, those of comments above it included.
  private struct Entry {
    var key: String
    var node: Int
    var lines: [UInt8]

    func list(_ side: Side) -> ListMerge.Side { ListMerge.Side(node: node, frontMatter: side.frontMatter, lines: lines) }
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

  /// The merged front matter with its fences; `nil` where it cannot be merged by keys.
  ///
  /// - Parameter base: `nil` where both sides added the file.
  static func merge(base: Document?, ours: Document, theirs: Document, lineEnd: [UInt8]) -> MergedText? {
    guard let ours = Side(ours), let theirs = Side(theirs) else { return nil }
    var old: Side?
    if let base {
      guard let side = Side(base) else { return nil }
      old = side
    }
    var text = MergedText(lineEnd: lineEnd)
    guard ours.opening == theirs.opening, ours.closing == theirs.closing else { return nil }
    text.bytes = ours.opening
    for key in order(ours, theirs) {
      let (b, o, t) = (old?.entry(key), ours.entry(key), theirs.entry(key))
      if o?.lines == t?.lines || t?.lines == b?.lines {
        text.bytes += o?.lines ?? []
      } else if o?.lines == b?.lines {
        text.bytes += t?.lines ?? []
      } else if let o, let t, let list = ListMerge(key: key, lineEnd: lineEnd).merged(base: b.flatMap { entry in old.map(entry.list) }, ours: o.list(ours), theirs: t.list(theirs)) {
        text.bytes += list
      } else {
        text.conflict(ours: o?.lines ?? [], theirs: t?.lines ?? [])
      }
    }
    text.bytes += ours.closing
    return text
  }

  /// Our order; their new keys behind the key that they follow in theirs.
  private static func order(_ ours: Side, _ theirs: Side) -> [String] {
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
}
