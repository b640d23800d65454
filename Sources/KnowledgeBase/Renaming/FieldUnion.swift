import KBDocuments
import KBModel

/// The fields of one record taken into another: lists are united, what is missing is taken over, and what differs is kept as
/// it is and named.
struct FieldUnion {
  /// A field that holds something else in the record that goes.
  struct Difference: Equatable {
    var field: String
    /// What the record that goes holds, as YAML on one line.
    var value: String
  }

  private(set) var edits: [TextEdit] = []
  private(set) var differences: [Difference] = []
  /// Lines that go to the end of the front matter.
  private var added: [UInt8] = []

  private let into: Document
  private let fields: FrontMatter
  private let type: RecordType
  /// The two records' ids: neither may refer to itself.
  private let ids: [String]

  /// - Parameter aliases: names that lead to the record from now on.
  init?(of from: Document, into: Document, type: RecordType, ids: [String], aliases: [String]) {
    guard let fields = into.frontMatter, let others = from.frontMatter, let writer = FrontMatterEdits(of: into),
      fields.nodes[0].style != .flow, others.nodes[0].style != .flow
    else { return nil }
    self.into = into
    self.fields = fields
    self.type = type
    self.ids = ids
    for node in others.children(of: 0) {
      let key = others.key(of: node)
      guard key != "type", key != "aliases", !others.isNull(node), !refersToItself(node, key, others) else { continue }
      if let own = fields[key] { unite(own, with: node, key, others, writer) } else { take(node, from, others) }
    }
    dropSelfReferences()
    add(aliases: aliases, writer)
    finish()
  }

  // MARK: Fields

  private mutating func unite(_ own: Int, with node: Int, _ key: String, _ others: FrontMatter, _ writer: FrontMatterEdits) {
    let text = YAMLText.flow(node, of: others)
    if fields.isNull(own) {
      let place = fields.nodes[own].value
      if others.nodes[node].kind == .scalar, let edit = writer.settingText(of: own, to: others.text(of: node)) {
        edits.append(edit)
      } else {
        edits.append(TextEdit(range: place, replacement: place.isEmpty ? " " + text : text))
      }
      return
    }
    guard YAMLText.flow(own, of: fields) != text else { return }
    guard isList(key) || (fields.nodes[own].kind == .sequence && others.nodes[node].kind == .sequence) else {
      differences.append(Difference(field: key, value: text))
      return
    }
    let present = Set(elements(own, fields).map { name($0, fields) })
    var days: [String: String] = [:]
    for element in elements(own, fields) { if let day = day(element, fields) { days[day] = name(element, fields) } }
    var missing: [String] = []
    for element in elements(node, others) where !present.contains(name(element, others)) && !ids.contains(name(element, others)) {
      let text = YAMLText.flow(element, of: others)
      if let day = day(element, others), days[day] != nil {
        differences.append(Difference(field: key, value: text))
      } else if !missing.contains(text) {
        missing.append(text)
      }
    }
    guard !missing.isEmpty else { return }
    if fields.nodes[own].kind == .sequence {
      if let added = writer.appending(yaml: missing, to: own) { edits += added } else { differences.append(Difference(field: key, value: text)) }
    } else if fields.nodes[own].kind == .scalar {
      let list = ([YAMLText.flow(own, of: fields)] + missing).joined(separator: ", ")
      edits.append(TextEdit(range: fields.nodes[own].value, replacement: "[\(list)]"))
    } else {
      differences.append(Difference(field: key, value: text))
    }
  }

  private func isList(_ key: String) -> Bool {
    switch type.field(key)?.kind {
    case .list?: true
    case .either(.list, _)?: true
    default: false
    }
  }

  private func elements(_ node: Int, _ frontMatter: FrontMatter) -> [Int] {
    switch frontMatter.nodes[node].kind {
    // An unquoted `[[id]]` is one reference.
    case .sequence where frontMatter.nodes[node].style == .flow && isWikilink(node, frontMatter): [node]
    case .sequence: Array(frontMatter.children(of: node))
    case .scalar: [node]
    case .mapping: []
    }
  }

  private func isWikilink(_ node: Int, _ frontMatter: FrontMatter) -> Bool {
    let outer = Array(frontMatter.children(of: node))
    guard outer.count == 1, frontMatter.nodes[outer[0]].kind == .sequence else { return false }
    let inner = Array(frontMatter.children(of: outer[0]))
    return inner.count == 1 && frontMatter.nodes[inner[0]].kind == .scalar
  }

  /// What an element is compared by: the record that it names, or all of its text.
  private func name(_ node: Int, _ frontMatter: FrontMatter) -> String {
    SchemaReader.target(of: node, in: frontMatter) ?? YAMLText.flow(node, of: frontMatter)
  }

  private func day(_ node: Int, _ frontMatter: FrontMatter) -> String? {
    guard frontMatter.nodes[node].kind == .mapping else { return nil }
    return frontMatter.child(of: node, key: "from").map { frontMatter.text(of: $0) }
  }

  /// Takes a field over with its lines as they stand.
  private mutating func take(_ node: Int, _ from: Document, _ others: FrontMatter) {
    let first = from.lines.lineIndex(of: Int(others.nodes[node].key.start))
    let following = Int(others.nodes[node].next)
    // The last field ends where the line that closes the front matter begins.
    let end =
      following < others.nodes.count
      ? from.lines.lineIndex(of: Int(others.nodes[following].key.start)) : from.lines.lineIndex(of: max(0, Int(others.sourceCount) - 1))
    for line in first..<end { added += from.bytes[from.lines.line(line, in: from.bytes).range] + lineEnd }
  }

  private func refersToItself(_ node: Int, _ key: String, _ frontMatter: FrontMatter) -> Bool {
    guard case .reference? = type.field(key)?.kind else { return false }
    return SchemaReader.target(of: node, in: frontMatter).map(ids.contains) ?? false
  }

  /// A field of the record that names the one that goes would name the record itself.
  private mutating func dropSelfReferences() {
    for node in fields.children(of: 0) where refersToItself(node, fields.key(of: node), fields) {
      let line = into.lines.lineIndex(of: Int(fields.nodes[node].key.start))
      let start = Int(into.lines.starts[line])
      edits.append(TextEdit(range: ByteRange(start, Int(into.lines.starts[line + 1])), replacement: ""))
      differences.append(Difference(field: fields.key(of: node), value: YAMLText.flow(node, of: fields)))
    }
  }

  private mutating func add(aliases: [String], _ writer: FrontMatterEdits) {
    guard let node = fields["aliases"], !fields.isNull(node) else {
      let list = aliases.map { YAMLScalar.written($0, like: .plain, in: .flow) }.joined(separator: ", ")
      guard !aliases.isEmpty else { return }
      if let node = fields["aliases"] {
        let place = fields.nodes[node].value
        edits.append(TextEdit(range: place, replacement: (place.isEmpty ? " " : "") + "[\(list)]"))
      } else {
        added += Array("aliases: [\(list)]".utf8) + lineEnd
      }
      return
    }
    let present = elements(node, fields).map { fields.text(of: $0) }
    let missing = aliases.filter { !present.contains($0) }.map { YAMLScalar.written($0, like: .plain, in: .flow) }
    guard !missing.isEmpty else { return }
    if fields.nodes[node].kind == .scalar {
      let list = ([YAMLText.flow(node, of: fields)] + missing).joined(separator: ", ")
      edits.append(TextEdit(range: fields.nodes[node].value, replacement: "[\(list)]"))
    } else {
      edits += writer.appending(yaml: missing, to: node) ?? []
    }
  }

  private mutating func finish() {
    guard !added.isEmpty else { return }
    let closing = Int(into.lines.starts[into.lines.lineIndex(of: max(0, Int(fields.sourceCount) - 1))])
    edits.append(TextEdit(range: ByteRange(closing, closing), replacement: added))
  }

  private var lineEnd: [UInt8] { into.lineEnd }
}

extension Document {
  /// How the file ends its lines.
  var lineEnd: [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[first] == 0x0D else { return [0x0A] }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }
}
