/// One Markdown or YAML file, read: pure in its bytes.
///
/// Handed to every rule of one file, so that it is one reference: a copy of all the arrays would count each of them.
package struct Document: Sendable, Equatable {
  private final class Content: Sendable {
    let bytes: [UInt8]
    let lines: LineTable
    let frontMatter: FrontMatter?
    let body: Body
    let faults: [DocumentFault]

    init(bytes: [UInt8], lines: LineTable, frontMatter: FrontMatter?, body: Body, faults: [DocumentFault]) {
      self.bytes = bytes
      self.lines = lines
      self.frontMatter = frontMatter
      self.body = body
      self.faults = faults
    }
  }

  private let content: Content

  package var bytes: [UInt8] { content.bytes }
  package var lines: LineTable { content.lines }
  /// `nil` when the file has none, or when it cannot be read (then `faults` says why).
  package var frontMatter: FrontMatter? { content.frontMatter }
  package var body: Body { _read { yield content.body } }
  package var faults: [DocumentFault] { content.faults }

  package init(bytes: [UInt8], lines: LineTable, frontMatter: FrontMatter?, body: Body, faults: [DocumentFault]) {
    content = Content(bytes: bytes, lines: lines, frontMatter: frontMatter, body: body, faults: faults)
  }

  package static func == (a: Document, b: Document) -> Bool {
    a.bytes == b.bytes && a.lines == b.lines && a.frontMatter == b.frontMatter && a.body == b.body && a.faults == b.faults
  }

  package func text(_ range: ByteRange) -> String { content.bytes.text(range) }
  package func span(_ range: ByteRange) -> SourceSpan { content.lines.span(of: range, in: content.bytes) }
}

/// What is wrong with a file as a file, before its fields are looked at.
package struct DocumentFault: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The YAML parser's own words.
    case syntax(String)
    /// The front matter is a list or a single value.
    case notAMapping
    /// No closing `---`.
    case unclosed
    case tag
    /// `*name` where no `&name` stands before it, or inside the very value it names.
    case unknownAlias
    /// Aliases that would grow the front matter beyond so many nodes.
    case aliasesTooLarge(limit: Int)
    case tooDeep(limit: Int)
    case severalDocuments
    case duplicateKey(String, firstLine: Int)
    case notUTF8
    case nulByte
    case byteOrderMark
  }

  package var kind: Kind
  package var range: ByteRange

  package init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}
