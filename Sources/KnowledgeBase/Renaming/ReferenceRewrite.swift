import KBDocuments
import KBModel
import KBRules

/// Turns references to one record into references to another id, in whatever spelling they stand, and leaves every other
/// byte as it is.
struct ReferenceRewrite {
  /// The id that is referred to, and the id that takes its place.
  var old: String
  var new: String
  /// Where the record's file was and where it will be, for Markdown links to it.
  var oldPath: String
  var newPath: String
  /// Block ids of the old record that have others in the new one, without `^`.
  var blockIDs: [String: String] = [:]
  /// Whether the record is a persona, which may stand as the speaker of a quote.
  var isPersona: Bool

  /// Whether a file has such a reference, as far as its facts tell.
  func concerns(_ file: FileFacts) -> Bool {
    file.references.contains { $0.target == old } || file.links.contains { $0.target == old }
      || (isPersona && file.quotes.contains { $0.speaker == old }) || file.fileLinks.contains { leadsToRecord($0.destination, from: file.path) }
  }

  func leadsToRecord(_ destination: String, from path: String) -> Bool { RelativeLink(destination, from: path) == .within(oldPath) }

  // MARK: Bodies

  /// The edits of a body: wikilinks with their anchors, speakers of quotes, Markdown links.
  func bodyEdits(of document: Document, path: String) -> [TextEdit] {
    var edits: [TextEdit] = []
    for link in document.body.links where document.text(link.target) == old {
      edits.append(TextEdit(range: link.target, replacement: new))
      if let edit = anchorEdit(link, in: document) { edits.append(edit) }
    }
    if isPersona {
      for quote in document.body.quotes {
        guard let speaker = quote.attribution?.speaker, !speaker.isEmpty, document.text(speaker) == old else { continue }
        edits.append(TextEdit(range: speaker, replacement: new))
      }
    }
    return edits + fileLinkEdits(of: document, path: path)
  }

  /// The edits of Markdown links to the record's file.
  func fileLinkEdits(of document: Document, path: String) -> [TextEdit] {
    document.body.fileLinks.compactMap { link in
      guard leadsToRecord(document.text(link.destination), from: path) else { return nil }
      let place = RelativePath.place(of: link.destination, in: document.bytes)
      let isFromRoot = document.bytes[Int(place.start)] == UInt8(ascii: "/")
      return TextEdit(range: place, replacement: isFromRoot ? "/" + newPath : RelativePath.from(path, to: newPath))
    }
  }

  func anchorEdit(_ link: Wikilink, in document: Document) -> TextEdit? {
    let anchor = document.text(link.anchor)
    guard anchor.hasPrefix("^"), let replacement = blockIDs[String(anchor.dropFirst())] else { return nil }
    return TextEdit(range: link.anchor, replacement: "^" + replacement)
  }

  // MARK: Front matter

  /// The edits of the fields that name the record.
  func fieldEdits(of document: Document, references: [FieldReference]) -> [TextEdit] {
    guard let frontMatter = document.frontMatter else { return [] }
    return references.filter { $0.target == old }.compactMap { edit(Int($0.node), in: frontMatter, of: document) }
  }

  private func edit(_ node: Int, in frontMatter: FrontMatter, of document: Document) -> TextEdit? {
    // An unquoted `[[id]]` is a list in a list.
    var node = node
    while frontMatter.nodes[node].kind == .sequence {
      guard let inner = frontMatter.children(of: node).first(where: { _ in true }) else { return nil }
      node = inner
    }
    let value = frontMatter.nodes[node].value
    let raw = document.bytes[value.range]
    let name = Array(old.utf8)
    var start = raw.startIndex
    // Quotes and brackets before the id.
    while start < raw.endIndex, raw[start].isBlank || raw[start] == UInt8(ascii: "\"") || raw[start] == UInt8(ascii: "'") || raw[start] == UInt8(ascii: "[") {
      start += 1
    }
    let end = start + name.count
    let isPlain = start == raw.startIndex
    if end <= raw.endIndex, raw[start..<end].elementsEqual(name), end == raw.endIndex || !raw[end].isIDByte,
      !isPlain || YAMLScalar.isPlain(Array(new.utf8), in: .flow)
    {
      return TextEdit(range: ByteRange(start, end), replacement: new)
    }
    // Written with escapes, through an alias, or in another form that the id cannot be found in.
    let text = frontMatter.text(of: node)
    guard let range = text.firstRange(of: old) else { return nil }
    return FrontMatterEdits(of: document)?.settingText(of: node, to: text.replacingCharacters(in: range, with: new))
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether the byte may belong to an id, so that an id does not end before it.
  var isIDByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    guard !part.isEmpty, whole.count >= part.count else { return nil }
    for start in 0...(whole.count - part.count) where whole[start..<start + part.count].elementsEqual(part) {
      return utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: start + part.count)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
