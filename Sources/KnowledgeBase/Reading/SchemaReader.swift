import KBModel
import KBRules

/// Holds a record's fields against its type: which references it makes, and what it does not keep of the schema.
struct SchemaReader {
  private(set) var faults: [FieldFault] = []
  private(set) var references: [FieldReference] = []

  private let frontMatter: FrontMatter
  /// The key of the root mapping that is being read.
  private var rootKey = ""

  init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }

  /// The fields that a record of that type may have: its own, and those of every type.
  static func fields(of type: RecordType) -> [Field] {
    type.fields + RecordType.common.filter { common in !type.fields.contains { $0.name == common.name } }
  }

  mutating func read(_ fields: [Field]) { read(mapping: 0, fields: fields, path: "") }

  // MARK: Mappings

  mutating func read(mapping index: Int, fields: [Field], path: String) {
    var isPresent = [Bool](repeating: false, count: fields.count)
    for child in frontMatter.children(of: index) {
      guard let position = fields.firstIndex(where: { frontMatter.hasKey(child, $0.name) }) else {
        let key = frontMatter.key(of: child)
        fault(.unknown(known: fields.map(\.name)), at: frontMatter.nodes[child].key, field: joined(path, key), text: key)
        continue
      }
      if isPresent[position] { continue }  // A duplicate key: the first one counts, and a rule reports the other.
      isPresent[position] = true
      let field = fields[position]
      if path.isEmpty { rootKey = field.name }
      if isBlank(child) {
        if field.isRequired {
          let node = frontMatter.nodes[child]
          fault(.missing(field), at: node.value.isEmpty ? node.key : node.value, field: joined(path, field.name), text: "")
        }
        continue
      }
      read(child, as: field.kind, path: joined(path, field.name))
    }
    for (field, isPresent) in zip(fields, isPresent) where field.isRequired && !isPresent {
      fault(.missing(field), at: place(ofMissingIn: index), field: joined(path, field.name), text: "")
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

  private mutating func read(_ index: Int, as kind: FieldKind, path: String) {
    let node = frontMatter.nodes[index]
    switch kind {
    case .text:
      if node.kind != .scalar { fault(.wrongKind(kind), at: index, path) }
    case .number:
      if frontMatter.number(index) == nil { fault(.wrongKind(kind), at: index, path) }
    case .date:
      if node.kind != .scalar { fault(.wrongKind(kind), at: index, path) } else if frontMatter.date(index) == nil { fault(.noDate, at: index, path) }
    case .choice(let words):
      if node.kind != .scalar { fault(.wrongKind(kind), at: index, path) } else {
        let text = frontMatter.text(of: index)
        if !words.contains(text) { fault(.notInVocabulary(words), at: index, path) }
      }
    case .reference(let types):
      guard let target = Self.target(of: index, in: frontMatter) else { return fault(.wrongKind(kind), at: index, path) }
      references.append(FieldReference(target: target, field: rootKey, node: Int32(index), types: types))
    case .list(let element, let acceptsOne):
      read(list: index, of: element, acceptsOne: acceptsOne, kind: kind, path: path)
    case .dated(let value):
      read(dated: index, value: value, kind: kind, path: path)
    case .mapping(let fields):
      if node.kind == .mapping { read(mapping: index, fields: fields, path: path) } else { fault(.wrongKind(kind), at: index, path) }
    case .dictionary(let value):
      guard node.kind == .mapping else { return fault(.wrongKind(kind), at: index, path) }
      guard let value else { return }
      for child in frontMatter.children(of: index) where !isBlank(child) {
        read(child, as: value, path: joined(path, frontMatter.key(of: child)))
      }
    case .either(let first, let mapping):
      read(index, as: node.kind == .mapping ? mapping : first, path: path)
    }
  }

  private mutating func read(list index: Int, of element: FieldKind, acceptsOne: Bool, kind: FieldKind, path: String) {
    switch frontMatter.nodes[index].kind {
    case .mapping: fault(.wrongKind(kind), at: index, path)
    case .scalar:
      if !acceptsOne { fault(.wrongKind(kind), at: index, path) }
      // A single reference still counts, so that one slip does not take the evidence away too.
      if acceptsOne || element.isReference { read(index, as: element, path: path) }
    case .sequence:
      var position = 0
      for child in frontMatter.children(of: index) {
        if frontMatter.isNull(child) {
          fault(.wrongKind(element), at: child, "\(path)[\(position)]")
        } else {
          read(child, as: element, path: "\(path)[\(position)]")
        }
        position += 1
      }
    }
  }

  private mutating func read(dated index: Int, value: FieldKind, kind: FieldKind, path: String) {
    guard frontMatter.nodes[index].kind == .sequence else { return read(index, as: value, path: path) }
    var position = 0
    for child in frontMatter.children(of: index) {
      let childPath = "\(path)[\(position)]"
      position += 1
      guard frontMatter.nodes[child].kind == .mapping else {
        fault(.wrongKind(kind), at: child, childPath)
        continue
      }
      read(
        mapping: child,
        fields: [Field("from", .date, required: true, "The first day."), Field("value", value, required: true, "What holds from then on.")],
        path: childPath)
    }
  }

  // MARK: References

  /// The id in a plain value, in a quoted wikilink, or in the nested list that an unquoted `[[id]]` is in YAML.
  static func target(of index: Int, in frontMatter: FrontMatter) -> String? {
    var index = index
    for _ in 0..<2 where frontMatter.nodes[index].kind == .sequence {
      let children = Array(frontMatter.children(of: index))
      guard children.count == 1 else { return nil }
      index = children[0]
    }
    guard frontMatter.nodes[index].kind == .scalar else { return nil }
    var text = frontMatter.bytes(of: index)
    if text.starts(with: [0x5B, 0x5B]), text.suffix(2).elementsEqual([0x5D, 0x5D]), text.count >= 4 { text = text.dropFirst(2).dropLast(2) }
    if let end = text.firstIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") }) { text = text[..<end] }
    while text.first == 0x20 { text = text.dropFirst() }
    while text.last == 0x20 { text = text.dropLast() }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Faults

  private mutating func fault(_ kind: FieldFault.Kind, at index: Int, _ path: String) {
    let node = frontMatter.nodes[index]
    let range = node.value.isEmpty ? node.key : node.value
    fault(kind, at: range, field: path, text: node.kind == .scalar ? frontMatter.text(of: index) : "")
  }

  private mutating func fault(_ kind: FieldFault.Kind, at range: ByteRange, field: String, text: String) {
    faults.append(FieldFault(kind: kind, field: field, text: text, range: range))
  }

  private func isBlank(_ index: Int) -> Bool {
    frontMatter.isNull(index) || (frontMatter.nodes[index].kind == .scalar && frontMatter.nodes[index].text.isEmpty)
  }

  private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension FieldKind {
  fileprivate var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}
