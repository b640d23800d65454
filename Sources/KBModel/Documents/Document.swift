/// One Markdown or YAML file, read: pure in its bytes.
package struct Document: Sendable, Equatable {
  package var bytes: [UInt8]
  package var lines: LineTable
  /// `nil` when the file has none, or when it cannot be read (then `faults` says why).
  package var frontMatter: FrontMatter?
  package var body: Body
  package var faults: [DocumentFault]

  package init(bytes: [UInt8], lines: LineTable, frontMatter: FrontMatter?, body: Body, faults: [DocumentFault]) {
    self.bytes = bytes
    self.lines = lines
    self.frontMatter = frontMatter
    self.body = body
    self.faults = faults
  }

  package func text(_ range: ByteRange) -> String { bytes.text(range) }
  package func span(_ range: ByteRange) -> SourceSpan { lines.span(of: range, in: bytes) }
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
