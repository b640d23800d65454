import KBDocuments
import KBModel

/// References in `kb.yaml`: values that `kb new` fills in, and the words of named queries.
struct ConfigurationRewrite {
  let rewrite: ReferenceRewrite
  let configuration: Configuration

  /// The edits of `kb.yaml`, and how many references they are.
  func edits(of bytes: [UInt8]) -> [TextEdit] {
    let document = DocumentReader().readYAML(bytes)
    guard let frontMatter = document.frontMatter, !frontMatter.nodes.isEmpty else { return [] }
    var edits: [TextEdit] = []
    if let defaults = frontMatter["defaults"] {
      for node in frontMatter.children(of: defaults) where frontMatter.nodes[node].kind == .mapping {
        guard let type = configuration.schema[frontMatter.key(of: node)] else { continue }
        edits += rewrite.fieldEdits(of: document, references: SchemaReader.references(inMapping: node, of: type, frontMatter))
      }
    }
    if let queries = frontMatter["queries"] {
      for node in frontMatter.children(of: queries) where frontMatter.nodes[node].kind == .scalar {
        edits += queryEdits(frontMatter.nodes[node].value, in: bytes)
      }
    }
    return edits
  }

  /// The id where it is the value of a reference in a query: `customer=acme`, `covers ~ "acme"`, `customer:acme`.
  private func queryEdits(_ value: ByteRange, in bytes: [UInt8]) -> [TextEdit] {
    let name = Array(rewrite.old.utf8)
    let fields = referenceFields
    var edits: [TextEdit] = []
    var start = Int(value.start)
    while start + name.count <= Int(value.end) {
      let end = start + name.count
      if bytes[start..<end].elementsEqual(name), start == Int(value.start) || !bytes[start - 1].isIDByte,
        end == Int(value.end) || !bytes[end].isIDByte, let field = field(before: start, from: Int(value.start), in: bytes),
        fields.contains(field)
      {
        edits.append(TextEdit(range: ByteRange(start, end), replacement: rewrite.new))
        start = end
      } else {
        start += 1
      }
    }
    return edits
  }

  /// The field that an operator compares with what begins at `offset`.
  private func field(before offset: Int, from start: Int, in bytes: [UInt8]) -> String? {
    var end = offset
    func skip(while isSkipped: (UInt8) -> Bool) {
      while end > start, isSkipped(bytes[end - 1]) { end -= 1 }
    }
    skip { $0.isBlank || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\\") }
    let operatorEnd = end
    skip { "=!~:<>".utf8.contains($0) }
    guard end < operatorEnd else { return nil }
    skip { $0.isBlank }
    let last = end
    skip { $0.isIDByte }
    return last > end ? bytes.text(ByteRange(end, last)) : nil
  }

  /// Fields of any type that hold references, and the words that stand for a record in a search.
  private var referenceFields: Set<String> {
    var fields: Set<String> = ["id", "customer", "use-case", "participants"]
    for type in configuration.schema.types {
      for field in type.fields where field.kind.holdsReferences { fields.insert(field.name) }
    }
    return fields
  }
}

extension FieldKind {
  var holdsReferences: Bool {
    switch self {
    case .reference: true
    case .list(let element, _): element.holdsReferences
    case .dated(let value): value.holdsReferences
    case .dictionary(let value): value?.holdsReferences ?? false
    case .either(let first, let mapping): first.holdsReferences || mapping.holdsReferences
    case .mapping(let fields): fields.contains { $0.kind.holdsReferences }
    case .text, .number, .date, .choice: false
    }
  }
}

extension SchemaReader {
  /// The references of a record of that type.
  static func references(in frontMatter: FrontMatter, of type: RecordType) -> [FieldReference] {
    var reader = SchemaReader(frontMatter)
    reader.read(FieldTable(fields(of: type)))
    return reader.references
  }

  /// The references in a mapping that holds fields of a type.
  static func references(inMapping node: Int, of type: RecordType, _ frontMatter: FrontMatter) -> [FieldReference] {
    var reader = SchemaReader(frontMatter)
    reader.read(FieldTable(type.fields), from: node)
    return reader.references
  }
}
