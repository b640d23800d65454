package import KBModel

/// Changes of a front matter as text edits, each of which leaves everything around it byte for byte as it is:
/// comments, order, quoting, indentation, line ends.
///
/// Nodes are indices of the document's front matter. Each function gives `nil` where the node is not of the kind it
/// changes. The edits of one document may be applied together as long as they concern different nodes.
package struct FrontMatterEdits: Sendable {
  /// What a key that is inserted holds.
  package enum NewValue: Sendable, Equatable {
    case text(String)
    case list([String])
  }

  private let bytes: [UInt8]
  private let frontMatter: FrontMatter

  /// `nil` for a document without readable front matter.
  package init?(of document: Document) {
    guard let frontMatter = document.frontMatter else { return nil }
    bytes = document.bytes
    self.frontMatter = frontMatter
  }

  /// Gives a scalar another text, in the same quotes where they can hold it; fills in a value that was left out.
  package func settingText(of node: Int, to text: String) -> TextEdit? {
    let old = frontMatter.nodes[node]
    guard old.kind == .scalar else { return nil }
    let place = place(of: node)
    let new = YAMLScalar.written(text, like: old.style, in: place)
    guard old.value.isEmpty else { return TextEdit(range: old.value, replacement: new) }
    // Behind `key:` or `-` a blank is due; a key in braces may stand without its colon.
    let before = lastNonblank(before: Int(old.value.start))
    let mark = before == UInt8(ascii: ":") || before == UInt8(ascii: "-") ? " " : ": "
    return TextEdit(range: old.value, replacement: mark + new)
  }

  /// Gives a key another name, in the same quotes.
  package func renamingKey(of node: Int, to name: String) -> TextEdit? {
    let key = frontMatter.nodes[node].key
    guard !key.isEmpty else { return nil }
    let style: FrontMatter.Style =
      switch bytes[Int(key.start)] {
      case UInt8(ascii: "\""): .doubleQuoted
      case UInt8(ascii: "'"): .singleQuoted
      default: .plain
      }
    return TextEdit(range: key, replacement: YAMLScalar.written(name, like: style, in: place(of: node)))
  }

  /// Adds an element at the end of a list, in the list's own style.
  package func appending(_ text: String, to node: Int) -> TextEdit? {
    let list = frontMatter.nodes[node]
    guard list.kind == .sequence, !isAlias(node) else { return nil }
    var last: Int?
    for child in frontMatter.children(of: node) { last = child }
    let style = last.map { frontMatter.nodes[$0] }.flatMap { $0.kind == .scalar ? $0.style : nil } ?? .plain
    if list.style == .flow {
      let new = YAMLScalar.written(text, like: style, in: .flow)
      if let last { return insertion(", " + new, at: Int(frontMatter.nodes[last].value.end)) }
      let inner = ByteRange(Int(list.value.start) + 1, Int(list.value.end) - 1)
      let isBlank = bytes[inner.range].allSatisfy(\.isBlank)
      return TextEdit(range: isBlank ? inner : ByteRange(Int(inner.start), Int(inner.start)), replacement: new)
    }
    guard let last else { return nil }
    return newLine(
      "- " + YAMLScalar.written(text, like: style, in: .block), indentedAs: Int(list.value.start),
      after: Int(max(frontMatter.nodes[last].value.end, list.value.start + 1)))
  }

  /// Adds elements at the end of a list, each given as YAML that fits on one line within brackets.
  package func appending(yaml elements: [String], to node: Int) -> [TextEdit]? {
    let list = frontMatter.nodes[node]
    guard list.kind == .sequence, !isAlias(node), !elements.isEmpty else { return elements.isEmpty ? [] : nil }
    var last: Int?
    for child in frontMatter.children(of: node) { last = child }
    guard list.style != .flow else {
      let text = elements.joined(separator: ", ")
      guard let last else { return [TextEdit(range: ByteRange(Int(list.value.start) + 1, Int(list.value.end) - 1), replacement: text)] }
      return [insertion(", " + text, at: Int(frontMatter.nodes[last].value.end))]
    }
    guard let last else { return nil }
    let end = lastByte(of: last)
    return elements.map { newLine("- " + $0, indentedAs: Int(list.value.start), after: end) }
  }

  /// The end of what a node and its descendants write, blank lines and line ends behind it left out.
  private func lastByte(of node: Int) -> Int {
    var end = Int(frontMatter.nodes[node].value.start)
    for index in node..<Int(frontMatter.nodes[node].next) where frontMatter.nodes[index].kind == .scalar || frontMatter.nodes[index].style == .flow {
      end = max(end, Int(frontMatter.nodes[index].key.end), Int(frontMatter.nodes[index].value.end))
    }
    while end > 0, bytes[end - 1].isLineEnd || bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Adds a key behind another one of the same mapping.
  package func insertingKey(_ key: String, _ value: NewValue, after node: Int) -> TextEdit? {
    let neighbour = frontMatter.nodes[node]
    guard !neighbour.key.isEmpty, let mapping = frontMatter.parent(of: node) else { return nil }
    let place = place(of: node)
    let name = YAMLScalar.written(key, like: .plain, in: place)
    let text =
      switch value {
      case .text(let text): name + ": " + YAMLScalar.written(text, like: .plain, in: place)
      case .list(let items):
        name + ": [" + items.map { YAMLScalar.written($0, like: .plain, in: .flow) }.joined(separator: ", ") + "]"
      }
    let end = max(Int(neighbour.key.end), Int(neighbour.value.end))
    return place == .flow ? insertion(", " + text, at: end) : newLine(text, indentedAs: Int(frontMatter.nodes[mapping].value.start), after: end)
  }

  // MARK: Places

  /// Whether a node stands within brackets or braces.
  private func place(of node: Int) -> YAMLScalar.Place {
    var parent = frontMatter.parent(of: node)
    while let index = parent {
      if frontMatter.nodes[index].style == .flow { return .flow }
      parent = frontMatter.parent(of: index)
    }
    return .block
  }

  private func isAlias(_ node: Int) -> Bool { bytes[Int(frontMatter.nodes[node].value.start)] == UInt8(ascii: "*") }

  private func insertion(_ text: String, at offset: Int) -> TextEdit { TextEdit(range: ByteRange(offset, offset), replacement: text) }

  /// A line of its own behind the line that holds `offset`, in the column of `model`.
  private func newLine(_ text: String, indentedAs model: Int, after offset: Int) -> TextEdit {
    var lineStart = model
    while lineStart > 0, !bytes[lineStart - 1].isLineEnd { lineStart -= 1 }
    // What stands before it on its line, such as the dash of a list, is kept as room.
    var indent = ""
    for scalar in bytes.text(ByteRange(lineStart, model)).unicodeScalars where scalar != "\u{FEFF}" { indent += scalar == "\t" ? "\t" : " " }
    var lineEnd = offset
    while lineEnd < bytes.count, !bytes[lineEnd].isLineEnd { lineEnd += 1 }
    return insertion(self.lineEnd(near: lineEnd) + indent + text, at: lineEnd)
  }

  private func lineEnd(near offset: Int) -> String {
    let first = offset < bytes.count ? offset : bytes.firstIndex(where: \.isLineEnd) ?? bytes.count
    guard first < bytes.count, bytes[first] == .carriageReturn else { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == .lineFeed ? "\r\n" : "\r"
  }

  private func lastNonblank(before offset: Int) -> UInt8 {
    var position = offset
    while position > 0, bytes[position - 1].isBlank { position -= 1 }
    return position > 0 ? bytes[position - 1] : 0
  }
}
