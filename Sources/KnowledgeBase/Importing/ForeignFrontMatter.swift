import KBDocuments
import KBModel

/// The head of a note that another program wrote: Obsidian, Notion, zk, a site generator.
struct ForeignFrontMatter {
  /// Keys with their lines, comments included; empty where the head cannot be taken apart.
  private(set) var entries: [(key: String, value: String?, lines: [String])] = []
  /// The lines of a head that is no mapping of plain keys; kept word for word.
  private(set) var unreadable: [String] = []
  /// How many lines the head takes, fences included.
  private(set) var lineCount = 0

  init(lines: [Substring]) {
    guard lines.first?.trimmingSpaces == "---", let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmingSpaces) }) else { return }
    let head = lines[1..<end].map(String.init)
    lineCount = end + 1
    let document = DocumentReading.yaml(head.joined(separator: "\n") + "\n")
    guard document.faults.isEmpty, let frontMatter = document.frontMatter, Array(frontMatter.children(of: 0)).isEmpty == head.allSatisfy({ $0.trimmingSpaces.isEmpty }) else {
      unreadable = head
      return
    }
    var starts: [(line: Int, node: Int)] = []
    for node in frontMatter.children(of: 0) {
      let line = document.lines.lineIndex(of: Int(frontMatter.nodes[node].key.start))
      // Keys in braces or indented ones would not stand beside ours.
      guard frontMatter.nodes[node].key.start == document.lines.starts[line] else {
        unreadable = head
        return
      }
      starts.append((line, node))
    }
    for (i, start) in starts.enumerated() {
      let first = i == 0 ? 0 : start.line
      let next = i + 1 < starts.count ? starts[i + 1].line : head.count
      let scalar = frontMatter.nodes[start.node].kind == .scalar ? frontMatter.text(of: start.node) : nil
      entries.append((frontMatter.key(of: start.node), scalar, Array(head[first..<next])))
    }
  }

  /// The text of the first key of these names, whatever its capitals.
  func text(_ names: [String]) -> String? {
    for name in names {
      if let entry = entries.first(where: { $0.key.lowercased() == name }), let value = entry.value, !value.isEmpty { return value }
    }
    return nil
  }
}
