import KBDocuments
import KBModel

/// Two records of one type become one: references, fields and text of the first go to the second.
package struct Merging: Sendable {
  package let fromPath: String
  package let intoPath: String
  /// References that follow.
  package let references: Int
  package let changes: ChangeSet
  /// What a person should look at.
  package let notices: [String]

  /// - Parameter snapshot: the work tree.
  package init(_ from: String, into: String, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    let (source, target) = (try snapshot.onlyRecord(from), try snapshot.onlyRecord(into))
    guard source.path != target.path else { throw .usage("'\(from)' and '\(into)' are one record", remedy: nil) }
    guard source.type == target.type, let type = snapshot.configuration.schema[source.type] else {
      throw .usage(
        "'\(from)' is a \(source.type) and '\(into)' is a \(target.type)", remedy: "Only records of one type can be joined.")
    }
    (fromPath, intoPath) = (source.path, target.path)
    let (old, new) = (try Self.document(source, snapshot), try Self.document(target, snapshot))
    let rewrite = ReferenceRewrite(
      old: source.id, new: target.id, oldPath: source.path, newPath: target.path, blockIDs: Self.freeBlockIDs(of: old, in: new),
      isPersona: type.name == "persona")

    var aliases = source.list("aliases") + [source.id]
    // Quotes may name a persona by its title.
    if type.name == "persona", let title = source.text("title"), title != target.text("title") { aliases.append(title) }
    aliases.removeAll { $0 == target.id }
    guard let union = FieldUnion(of: old, into: new, type: type, ids: [source.id, target.id], aliases: aliases) else {
      throw .usage("the front matter of '\(source.path)' or '\(target.path)' cannot be joined", remedy: "Write it one field a line, without braces around it.")
    }

    let rewritten = try RewrittenFiles(rewrite, in: snapshot)
    var changes = ChangeSet()
    for (path, file) in rewritten.files where path != source.path && path != target.path {
      let result = DuplicateReferences.removed(from: try file.result(path), to: target.id, path: path, configuration: snapshot.configuration)
      changes.edit(path, from: file.document.bytes, to: result)
    }
    var edits = union.edits
    // The fields of the record itself are the union's business.
    edits += rewrite.bodyEdits(of: new, path: target.path)
    edits += Self.fieldEdits(rewrite, new, type).filter { edit in !edits.contains { $0.range.start <= edit.range.start && edit.range.end <= $0.range.end && !$0.range.isEmpty } }
    var text = try RewrittenFiles.File(document: new, edits: edits).result(target.path)
    text += try Self.section(of: old, source, differences: union.differences, rewrite: rewrite, for: new)
    changes.edit(target.path, from: new.bytes, to: text)
    changes.delete(source.path, bytes: old.bytes)
    self.changes = changes
    references = rewritten.count
    var notices = rewritten.notices
    if !union.differences.isEmpty {
      notices.append(
        "'\(source.id)' and '\(target.id)' differ in \(union.differences.map(\.field).joined(separator: ", ")): '\(target.id)' keeps its own, and what the other said stands at the end of '\(target.path)'")
    }
    self.notices = notices
  }

  private static func document(_ file: FileFacts, _ snapshot: Snapshot) throws(KnowledgeBaseError) -> Document {
    guard let bytes = snapshot.bytesOfFile(file.path) else { throw .unreadable(path: file.path, reason: "it vanished") }
    return DocumentReader().read(bytes)
  }

  private static func fieldEdits(_ rewrite: ReferenceRewrite, _ document: Document, _ type: RecordType) -> [TextEdit] {
    guard let frontMatter = document.frontMatter else { return [] }
    return rewrite.fieldEdits(of: document, references: SchemaReader.references(in: frontMatter, of: type))
  }

  /// New names for the block ids of one file that stand in another one too.
  static func freeBlockIDs(of document: Document, in other: Document) -> [String: String] {
    let own = document.body.blockIDs.map { document.text($0.name) }
    let theirs = Set(other.body.blockIDs.map { other.text($0.name) })
    var taken = theirs.union(own)
    var names: [String: String] = [:]
    for name in own where theirs.contains(name) && names[name] == nil { names[name] = BlockIDs.free(like: name, taken: &taken) }
    return names
  }

  /// The text of the record that goes, under a heading of its own, with the fields that differ.
  private static func section(
    of old: Document, _ file: FileFacts, differences: [FieldUnion.Difference], rewrite: ReferenceRewrite, for new: Document
  ) throws(KnowledgeBaseError) -> [UInt8] {
    var edits = rewrite.bodyEdits(of: old, path: file.path)
    edits += RelativePath.relocation(of: old, from: rewrite.oldPath, to: rewrite.newPath).filter { edit in !edits.contains { $0.range == edit.range } }
    for id in old.body.blockIDs {
      if let name = rewrite.blockIDs[old.text(id.name)] { edits.append(TextEdit(range: id.name, replacement: name)) }
    }
    for link in old.body.links where link.target.isEmpty {
      if let edit = rewrite.anchorEdit(link, in: old) { edits.append(edit) }
    }
    let whole = try RewrittenFiles.File(document: old, edits: edits).result(file.path)
    var body = whole[Int(old.frontMatter?.sourceCount ?? 0)...]
    while let first = body.first, first == 0x0A || first == 0x0D { body.removeFirst() }
    guard !body.isEmpty || !differences.isEmpty else { return [] }

    let end = new.lineEnd
    var section: [UInt8] = []
    if let last = new.bytes.last, last != 0x0A, last != 0x0D { section += end }
    section += end + Array("## Merged from \(file.id)".utf8) + end + end
    for difference in differences { section += Array("- `\(difference.field)`: \(difference.value)".utf8) + end }
    if !differences.isEmpty, !body.isEmpty { section += end }
    for line in LineDifference.lines(of: Array(body)) {
      var words = line
      while let last = words.last, last == 0x0A || last == 0x0D { words.removeLast() }
      section += words + (words.count < line.count ? end : [])
    }
    return section
  }
}

/// Names of blocks.
enum BlockIDs {
  /// A name like another one that nobody has: `q1` becomes the next `q` with a number. The name is taken then.
  static func free(like name: String, taken: inout Set<String>) -> String {
    var stem = name
    while let last = stem.utf8.last, (0x30...0x39).contains(last) { stem.removeLast() }
    if stem.isEmpty || stem.utf8.count == name.utf8.count { stem = name + "-" }
    var number = 1
    while taken.contains(stem + String(number)) { number += 1 }
    taken.insert(stem + String(number))
    return stem + String(number)
  }
}

/// Lists in which two references have become one.
enum DuplicateReferences {
  /// The file without the second mention of a record in one list; a mention with a comment on its line stays.
  static func removed(from bytes: [UInt8], to id: String, path: String, configuration: Configuration) -> [UInt8] {
    let document = DocumentReader().read(bytes)
    guard let frontMatter = document.frontMatter, let node = frontMatter["type"], let type = configuration.schema[frontMatter.text(of: node)] else {
      return bytes
    }
    var edits: [TextEdit] = []
    let nodes = Set(SchemaReader.references(in: frontMatter, of: type).filter { $0.target == id }.map { Int($0.node) })
    for list in frontMatter.nodes.indices where frontMatter.nodes[list].kind == .sequence {
      let children = Array(frontMatter.children(of: list))
      guard let first = children.firstIndex(where: nodes.contains) else { continue }
      for position in children.indices where position > first && nodes.contains(children[position]) {
        if let edit = removal(of: position, children, list: frontMatter.nodes[list], frontMatter, document) { edits.append(edit) }
      }
    }
    return (try? bytes.applying(edits)) ?? bytes
  }

  private static func removal(
    of position: Int, _ children: [Int], list: FrontMatter.Node, _ frontMatter: FrontMatter, _ document: Document
  ) -> TextEdit? {
    let node = frontMatter.nodes[children[position]]
    if list.style == .flow {
      let start = Int(frontMatter.nodes[children[position - 1]].value.end)
      let between = document.bytes[start..<Int(node.value.start)]
      return between.contains(UInt8(ascii: "#")) ? nil : TextEdit(range: ByteRange(start, Int(node.value.end)), replacement: "")
    }
    let line = document.lines.lineIndex(of: Int(node.value.start))
    let range = document.lines.line(line, in: document.bytes)
    guard Int(node.value.end) <= Int(range.end), line + 1 < document.lines.starts.count,
      !document.bytes[Int(node.value.end)..<Int(range.end)].contains(UInt8(ascii: "#"))
    else { return nil }
    return TextEdit(range: ByteRange(Int(range.start), Int(document.lines.starts[line + 1])), replacement: "")
  }
}
