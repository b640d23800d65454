/// The YAML mapping at the head of a record, as a flat array of nodes in reading order.
///
/// Node 0 is the mapping itself. A node's descendants follow it directly, up to the node's `next`, so that a walk needs
/// no pointers and a record of forty nodes is two allocations. All ranges are byte offsets of the file.
package struct FrontMatter: Sendable, Equatable {
  package enum Kind: UInt8, Sendable { case mapping, sequence, scalar }
  package enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }

  package struct Node: Sendable, Equatable {
    package var kind: Kind
    package var style: Style
    /// The index of the first node that is no descendant of this one.
    package var next: Int32
    /// Where the key stands, with its quotes; empty for an element of a sequence and for the root.
    package var key: ByteRange
    /// Where the value stands, with its quotes or brackets; empty for a value that was left out.
    package var value: ByteRange
    /// The key's text and the scalar's text, as ranges of `buffer`.
    package var keyText: ByteRange
    package var text: ByteRange

    package init(kind: Kind, style: Style, next: Int32, key: ByteRange, value: ByteRange, keyText: ByteRange, text: ByteRange) {
      self.kind = kind
      self.style = style
      self.next = next
      self.key = key
      self.value = value
      self.keyText = keyText
      self.text = text
    }
  }

  /// The file's bytes from its beginning to the end of the closing `---` line, then the texts of those scalars
  /// that are not written as they read (quoted with escapes, folded).
  package let buffer: HeldBytes
  /// How much of `buffer` are the file's own bytes: the body begins at this offset.
  package let sourceCount: Int32
  package let nodes: Nodes

  package init(buffer: [UInt8], sourceCount: Int32, nodes: [Node]) {
    self.init(buffer: HeldBytes(copying: buffer), sourceCount: sourceCount, nodes: Nodes(nodes))
  }

  init(buffer: HeldBytes, sourceCount: Int32, nodes: Nodes) {
    self.buffer = buffer
    self.sourceCount = sourceCount
    self.nodes = nodes
  }
}

// MARK: - Walking

extension FrontMatter {
  /// The indices of a node's children, in order.
  package func children(of index: Int) -> Children { Children(nodes: nodes, position: index + 1, end: nodes.next(index)) }

  package struct Children: Sequence, IteratorProtocol {
    let nodes: Nodes
    var position: Int
    let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = nodes.next(position) }
      return position
    }
  }

  /// The value of that key in a mapping; the first one where the key stands twice.
  package func child(of index: Int, key: String) -> Int? {
    var key = key
    return key.withUTF8 { utf8 in
      buffer.withUnsafeBufferPointer { bytes in
        let end = nodes.next(index)
        var child = index + 1
        while child < end {
          let (range, next) = nodes.keyText(child)
          if range.count == utf8.count, UnsafeBufferPointer(rebasing: bytes[range.range]).elementsEqual(utf8) { return child }
          child = next
        }
        return nil
      }
    }
  }

  /// The value of that key in the root mapping.
  package subscript(key: String) -> Int? { nodes.isEmpty ? nil : child(of: 0, key: key) }

  package func hasKey(_ index: Int, _ key: String) -> Bool {
    let range = nodes.keyText(index).range
    var key = key
    return key.withUTF8 { utf8 in
      guard utf8.count == range.count else { return false }
      return buffer.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range.range]).elementsEqual(utf8) }
    }
  }

  package func key(of index: Int) -> String { buffer.text(nodes[index].keyText) }

  /// The text of a scalar; empty for a collection.
  package func text(of index: Int) -> String { buffer.text(nodes[index].text) }

  package func bytes(of index: Int) -> Slice<HeldBytes> { buffer[nodes[index].text.range] }

  /// Whether a value is absent: nothing, `~` or `null`, unquoted.
  package func isNull(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.kind == .scalar, node.style == .plain else { return false }
    switch node.text.count {
    case 0: return true
    case 1: return buffer[Int(node.text.start)] == UInt8(ascii: "~")
    case 4: return ["null", "Null", "NULL"].contains(text(of: index))
    default: return false
    }
  }

  /// The number that a plain scalar writes, underscores not allowed.
  package func number(_ index: Int) -> Double? {
    let node = nodes[index]
    guard node.kind == .scalar, node.style == .plain, let first = bytes(of: index).first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".") || (0x30...0x39).contains(first)
    else { return nil }
    let text = text(of: index)
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  package func date(_ index: Int) -> CalendarDate? {
    let node = nodes[index]
    guard node.kind == .scalar, node.text.count == 10 else { return nil }
    return buffer.withUnsafeBufferPointer { CalendarDate(iso: UnsafeBufferPointer(rebasing: $0[node.text.range])) }
  }

  /// The index of the node that holds this one; `nil` for the root.
  package func parent(of index: Int) -> Int? {
    var candidate = index - 1
    while candidate >= 0 {
      if Int(nodes[candidate].next) > index { return candidate }
      candidate -= 1
    }
    return nil
  }

  /// The path of a value as findings name it: `covers[1]`, `consent.basis`.
  package func path(of index: Int) -> String {
    guard let parent = parent(of: index) else { return "" }
    let prefix = path(of: parent)
    if nodes[parent].kind == .sequence {
      var position = 0
      for child in children(of: parent) {
        if child == index { break }
        position += 1
      }
      return "\(prefix)[\(position)]"
    }
    return prefix.isEmpty ? key(of: index) : "\(prefix).\(key(of: index))"
  }
}

// MARK: - Places

extension FrontMatter {
  /// Line and columns of a byte range. Walks the front matter from its beginning: for findings, not for hot paths.
  package func span(of range: ByteRange) -> SourceSpan {
    let source = Array(buffer[..<Int(sourceCount)])
    return LineTable(of: source).span(of: range, in: source)
  }

  /// Where a value stands, or its key where the value was left out.
  package func span(ofValue index: Int) -> SourceSpan {
    let node = nodes[index]
    return span(of: node.value.isEmpty ? node.key : node.value)
  }

  package func span(ofKey index: Int) -> SourceSpan { span(of: nodes[index].key) }
}
