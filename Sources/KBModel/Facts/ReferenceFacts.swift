/// A reference that was found in a front matter.
package struct FieldReference: Sendable, Equatable {
  /// The id or alias as written, without brackets.
  package var target: String
  /// The key of the root mapping that holds it.
  package var field: String
  /// The node that holds it, for its path and place.
  package var node: Int32
  /// The types that the field takes; empty for any.
  package var types: [String]

  package init(target: String, field: String, node: Int32, types: [String]) {
    self.target = target
    self.field = field
    self.node = node
    self.types = types
  }
}

/// A reference in the front matter of a file. A view of the file: each value is decoded when it is asked for.
package struct ReferenceFact: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 4 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  /// The id or alias as written, without brackets.
  package var target: String { file.text(at: position) }
  /// The number of `target` in the file's table.
  package var name: NameIndex { file.name(at: position) }
  /// The key of the root mapping that holds it.
  package var field: String { file.text(at: position + 1) }
  /// The number of `field` in the file's table.
  package var fieldName: NameIndex { file.name(at: position + 1) }
  /// The node that holds it, for its path and place.
  package var node: Int32 { file.signed(position + 2) }
  /// The types that the field takes; empty for any.
  package var types: [String] { file.names.typeLists[typeList] }
  /// The number of `types` in the file's table.
  var typeList: Int { Int(file.word(position + 3)) }
}

/// A wikilink in the body. A view of its file: each value is decoded when it is asked for.
package struct LinkFact: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 4 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  /// Empty for a link within the file.
  package var target: String { file.text(at: position) }
  /// The number of `target` in the file's table.
  package var name: NameIndex { file.name(at: position) }
  /// Without `#`, with `^` for a block; `nil` when there is none.
  package var anchor: String? { file.optionalText(at: position + 1) }
  /// The number of `anchor` in the file's table; `none` when there is none.
  package var anchorName: NameIndex { file.name(at: position + 1) }
  package var span: SourceSpan { file.span(at: position + 2) }
}

/// A Markdown link to a file beside. A view of its file: each value is decoded when it is asked for.
package struct FileLinkFact: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 3 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  package var destination: String { file.text(at: position) }
  package var span: SourceSpan { file.span(at: position + 1) }
}
