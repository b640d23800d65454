extension FileFacts {
  /// The scalar of a root field; `nil` where it is absent, null, or no scalar.
  package func text(_ field: String) -> String? {
    guard let frontMatter, let node = frontMatter[field] else { return nil }
    return Self.scalar(node, in: frontMatter)
  }

  package func date(_ field: String) -> CalendarDate? {
    guard let frontMatter, let node = frontMatter[field] else { return nil }
    return frontMatter.date(node)
  }

  package func number(_ field: String) -> Double? {
    guard let frontMatter, let node = frontMatter[field] else { return nil }
    return frontMatter.number(node)
  }

  /// The scalars of a root field that is a list; a single scalar is a list of one.
  package func list(_ field: String) -> [String] {
    guard let frontMatter, let node = frontMatter[field] else { return [] }
    guard frontMatter.nodes[node].kind == .sequence else { return Self.scalar(node, in: frontMatter).map { [$0] } ?? [] }
    return frontMatter.children(of: node).compactMap { Self.scalar($0, in: frontMatter) }
  }

  /// The targets of the references in a root field, in order, without brackets.
  package func targets(_ field: String) -> [String] {
    references.lazy.filter { $0.field == field }.map(\.target)
  }

  package func target(_ field: String) -> String? { references.first { $0.field == field }?.target }

  /// The value on a day of a field that is one value or a list of `{from, value}`: the last `from` that is not later,
  /// or the first before all of them.
  package func text(_ field: String, on day: CalendarDate) -> String? {
    guard let (frontMatter, node) = dated(field, on: day) else { return nil }
    return Self.scalar(node, in: frontMatter)
  }

  package func number(_ field: String, on day: CalendarDate) -> Double? {
    guard let (frontMatter, node) = dated(field, on: day) else { return nil }
    return frontMatter.number(node)
  }

  private func dated(_ field: String, on day: CalendarDate) -> (FrontMatter, Int)? {
    guard let frontMatter, let node = frontMatter[field] else { return nil }
    guard frontMatter.nodes[node].kind == .sequence else { return (frontMatter, node) }
    var best: (from: CalendarDate, node: Int)?
    var first: (from: CalendarDate, node: Int)?
    for entry in frontMatter.children(of: node) where frontMatter.nodes[entry].kind == .mapping {
      guard let from = frontMatter.child(of: entry, key: "from").flatMap({ frontMatter.date($0) }),
        let value = frontMatter.child(of: entry, key: "value")
      else { continue }
      if first == nil || from < first!.from { first = (from, value) }
      if from <= day, best == nil || from >= best!.from { best = (from, value) }
    }
    return (best ?? first).map { (frontMatter, $0.node) }
  }

  private static func scalar(_ node: Int, in frontMatter: FrontMatter) -> String? {
    guard frontMatter.nodes[node].kind == .scalar, !frontMatter.isNull(node) else { return nil }
    return frontMatter.text(of: node)
  }

  // MARK: Places

  /// Where a root field's value stands; the `type` line, or line 1, where it is absent.
  package func span(ofField field: String) -> SourceSpan {
    guard let frontMatter else { return .firstLine }
    if let node = frontMatter[field] { return frontMatter.span(ofValue: node) }
    if let node = frontMatter["type"] { return frontMatter.span(of: ByteRange(Int(frontMatter.nodes[node].key.start), Int(frontMatter.nodes[node].value.end))) }
    return .firstLine
  }

  package func span(of reference: ReferenceFact) -> SourceSpan {
    frontMatter?.span(ofValue: Int(reference.node)) ?? .firstLine
  }

  package func path(of reference: ReferenceFact) -> String {
    frontMatter?.path(of: Int(reference.node)) ?? reference.field
  }
}

extension FrontMatter {
  /// Whether all names under a node pass a test of their bytes: its own text, or those of the elements of a list or the keys of
  /// a mapping; what is no text does not pass.
  package func hasOnlyNames(under node: Int, where test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    buffer.withUnsafeBufferPointer { bytes in
      func passes(_ range: ByteRange) -> Bool { test(UnsafeBufferPointer(rebasing: bytes[range.range])) }
      let kind = nodes[node].kind
      guard kind != .scalar else { return passes(nodes[node].text) }
      let end = nodes.next(node)
      var child = node + 1
      while child < end {
        let element = nodes[child]
        guard passes(kind == .mapping ? element.keyText : element.text) else { return false }
        child = Int(element.next)
      }
      return true
    }
  }

  /// Calls `body` with the key and the node of each field of the root mapping, in order.
  func forEachRootKey(_ body: (_ key: UnsafeBufferPointer<UInt8>, _ node: Int) -> Void) {
    guard !nodes.isEmpty else { return }
    buffer.withUnsafeBufferPointer { bytes in
      let end = nodes.next(0)
      var node = 1
      while node < end {
        let (range, next) = nodes.keyText(node)
        body(UnsafeBufferPointer(rebasing: bytes[range.range]), node)
        node = next
      }
    }
  }
}
