import KBModel
import KBRules

/// Holds a record's fields against its type: which references it makes, and what it does not keep of the schema.
struct SchemaReader {
  private(set) var faults: [FieldFault] = []
  private(set) var references: [FieldReference] = []

  private let frontMatter: FrontMatter
  /// The mapping at the top, and the key of it that is being read.
  private var root = 0
  private var rootKey = ""
  /// The way from the root to the value that is being read. Texts are made of it for faults only.
  private var path: [Step] = []

  private enum Step {
    /// Under the key of that node.
    case key(Int)
    /// In a list, at that place, from 0.
    case element(Int)
  }

  init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }

  /// The fields that a record of that type may have: its own, and those of every type.
  static func fields(of type: RecordType) -> [Field] {
    type.fields + RecordType.common.filter { common in !type.fields.contains { $0.name == common.name } }
  }

  /// Reads a mapping: the whole front matter, or one in it.
  mutating func read(_ table: FieldTable, from mapping: Int = 0) {
    root = mapping
    path.reserveCapacity(4)
    references.reserveCapacity(8)
    read(mapping: mapping, table)
  }

  // MARK: Mappings

  private mutating func read(mapping index: Int, _ table: FieldTable) {
    var present = FieldTable.Presence()
    for child in frontMatter.children(of: index) {
      let node = frontMatter.nodes[child]
      let found = frontMatter.buffer.withUnsafeBufferPointer { table.index(of: UnsafeBufferPointer(rebasing: $0[node.keyText.range])) }
      guard let found else {
        let key = frontMatter.key(of: child)
        fault(.unknown(known: table.entries.map(\.field.name)), at: node.key, field: pathText(key), text: key)
        continue
      }
      if present.contains(found) { continue }  // A duplicate key: the first one counts, and a rule reports the other.
      present.insert(found)
      if isBlank(child, node) {
        let field = table.entries[found].field
        if field.isRequired { fault(.missing(field), at: node.value.isEmpty ? node.key : node.value, field: pathText(field.name), text: "") }
        continue
      }
      if index == root { rootKey = table.entries[found].field.name }
      path.append(.key(child))
      read(child, node, as: table.entries[found].shape)
      path.removeLast()
    }
    for position in table.required where !present.contains(position) {
      let field = table.entries[position].field
      fault(.missing(field), at: place(ofMissingIn: index), field: pathText(field.name), text: "")
    }
  }

  /// Where a missing field is reported: the `type` line of the record, or the key of the mapping that lacks it.
  private func place(ofMissingIn mapping: Int) -> ByteRange {
    if mapping == 0, let type = frontMatter["type"] {
      let node = frontMatter.nodes[type]
      return ByteRange(Int(node.key.start), Int(max(node.key.end, node.value.end)))
    }
    let node = frontMatter.nodes[mapping]
    return node.key.isEmpty ? ByteRange(Int(node.value.start), Int(node.value.start) + 1) : node.key
  }

  // MARK: Values

  private mutating func read(_ index: Int, _ node: FrontMatter.Node, as shape: FieldShape) {
    switch shape.form {
    case .text:
      if node.kind != .scalar { fault(.wrongKind(shape.kind), at: index) }
    case .number:
      if frontMatter.number(index) == nil { fault(.wrongKind(shape.kind), at: index) }
    case .date:
      if node.kind != .scalar { fault(.wrongKind(shape.kind), at: index) } else if frontMatter.date(index) == nil { fault(.noDate, at: index) }
    case .choice(let words):
      if node.kind != .scalar { fault(.wrongKind(shape.kind), at: index) } else {
        let text = frontMatter.text(of: index)
        if !words.contains(text) { fault(.notInVocabulary(words), at: index) }
      }
    case .reference(let types):
      guard let target = Self.target(of: index, in: frontMatter) else { return fault(.wrongKind(shape.kind), at: index) }
      references.append(FieldReference(target: target, field: rootKey, node: Int32(index), types: types))
    case .list(let element, let acceptsOne):
      read(list: index, node, of: element, acceptsOne: acceptsOne, shape)
    case .dated(let value, let table):
      read(dated: index, node, value, table, shape)
    case .mapping(let table):
      if node.kind == .mapping { read(mapping: index, table) } else { fault(.wrongKind(shape.kind), at: index) }
    case .dictionary(let value):
      guard node.kind == .mapping else { return fault(.wrongKind(shape.kind), at: index) }
      guard let value else { return }
      for child in frontMatter.children(of: index) {
        let node = frontMatter.nodes[child]
        guard !isBlank(child, node) else { continue }
        path.append(.key(child))
        read(child, node, as: value)
        path.removeLast()
      }
    case .either(let first, let mapping):
      read(index, node, as: node.kind == .mapping ? mapping : first)
    }
  }

  private mutating func read(list index: Int, _ node: FrontMatter.Node, of element: FieldShape, acceptsOne: Bool, _ shape: FieldShape) {
    switch node.kind {
    case .mapping: fault(.wrongKind(shape.kind), at: index)
    case .scalar:
      if !acceptsOne { fault(.wrongKind(shape.kind), at: index) }
      // A single reference still counts, so that one slip does not take the evidence away too.
      if acceptsOne || element.isReference { read(index, node, as: element) }
    case .sequence:
      var position = 0
      for child in frontMatter.children(of: index) {
        path.append(.element(position))
        if frontMatter.isNull(child) {
          fault(.wrongKind(element.kind), at: child)
        } else {
          read(child, frontMatter.nodes[child], as: element)
        }
        path.removeLast()
        position += 1
      }
    }
  }

  private mutating func read(dated index: Int, _ node: FrontMatter.Node, _ value: FieldShape, _ table: FieldTable, _ shape: FieldShape) {
    guard node.kind == .sequence else { return read(index, node, as: value) }
    var position = 0
    for child in frontMatter.children(of: index) {
      path.append(.element(position))
      if frontMatter.nodes[child].kind == .mapping {
        read(mapping: child, table)
      } else {
        fault(.wrongKind(shape.kind), at: child)
      }
      path.removeLast()
      position += 1
    }
  }

  // MARK: References

  /// The id in a plain value, in a quoted wikilink, or in the nested list that an unquoted `[[id]]` is in YAML.
  static func target(of index: Int, in frontMatter: FrontMatter) -> String? {
    var index = index
    var node = frontMatter.nodes[index]
    for _ in 0..<2 where node.kind == .sequence {
      // One element, and nothing behind it.
      guard index + 1 < Int(node.next), frontMatter.nodes[index + 1].next == node.next else { return nil }
      index += 1
      node = frontMatter.nodes[index]
    }
    guard node.kind == .scalar else { return nil }
    return frontMatter.buffer.withUnsafeBufferPointer { bytes in
      var (start, end) = (Int(node.text.start), Int(node.text.end))
      if end - start >= 4, bytes[start] == 0x5B, bytes[start + 1] == 0x5B, bytes[end - 2] == 0x5D, bytes[end - 1] == 0x5D {
        start += 2
        end -= 2
      }
      end = bytes[start..<end].firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") } ?? end
      while start < end, bytes[start] == 0x20 { start += 1 }
      while start < end, bytes[end - 1] == 0x20 { end -= 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
  }

  // MARK: Faults

  private mutating func fault(_ kind: FieldFault.Kind, at index: Int) {
    let node = frontMatter.nodes[index]
    let range = node.value.isEmpty ? node.key : node.value
    fault(kind, at: range, field: pathText(), text: node.kind == .scalar ? frontMatter.text(of: index) : "")
  }

  private mutating func fault(_ kind: FieldFault.Kind, at range: ByteRange, field: String, text: String) {
    faults.append(FieldFault(kind: kind, field: field, text: text, range: range))
  }

  /// `covers[1]`, `consent.basis`: the way to the value that is being read, or to a key of it.
  private func pathText(_ key: String? = nil) -> String {
    var text = ""
    for step in path {
      switch step {
      case .key(let node): text = joined(text, frontMatter.key(of: node))
      case .element(let position): text += "[\(position)]"
      }
    }
    return key.map { joined(text, $0) } ?? text
  }

  private func isBlank(_ index: Int, _ node: FrontMatter.Node) -> Bool {
    node.kind == .scalar && (node.text.isEmpty || frontMatter.isNull(index))
  }

  private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
