/// A reference in the front matter.
package struct FieldReference: Sendable, Equatable {
  /// The id or alias as written, without brackets.
  package var target: String
  /// The key of the root mapping that holds it.
  package var field: String
  /// The node that holds it, for its path and place.
  package var node: Int32
  /// The types that the field takes; empty for any.
  package var types: [String]
  /// The number of `target` in the table of the file it was read from; `none` before it has one.
  package var name = NameIndex.none

  package init(target: String, field: String, node: Int32, types: [String]) {
    self.target = target
    self.field = field
    self.node = node
    self.types = types
  }
}

extension FieldReference: PackedFact {
  @inlinable package static var width: Int { 4 }

  package init(of file: FileFacts, at position: Int) {
    self.init(
      target: file.text(at: position), field: file.text(at: position + 1), node: file.signed(position + 2),
      types: file.names.typeLists[Int(file.word(position + 3))])
    name = file.name(at: position)
  }
}

/// A wikilink in the body.
package struct LinkFact: Sendable, Equatable {
  /// Empty for a link within the file.
  package let target: String
  /// Without `#`, with `^` for a block; `nil` when there is none.
  package let anchor: String?
  package let span: SourceSpan
  /// The number of `target` in the file's table.
  package let name: NameIndex
}

extension LinkFact: PackedFact {
  @inlinable package static var width: Int { 4 }

  package init(of file: FileFacts, at position: Int) {
    target = file.text(at: position)
    anchor = file.optionalText(at: position + 1)
    span = file.span(at: position + 2)
    name = file.name(at: position)
  }
}

/// A Markdown link to a file beside.
package struct FileLinkFact: Sendable, Equatable {
  package let destination: String
  package let span: SourceSpan
}

extension FileLinkFact: PackedFact {
  @inlinable package static var width: Int { 3 }

  package init(of file: FileFacts, at position: Int) {
    destination = file.text(at: position)
    span = file.span(at: position + 1)
  }
}
