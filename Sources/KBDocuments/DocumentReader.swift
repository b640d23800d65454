package import KBModel

/// Reads Markdown records and YAML files into plain values.
///
/// Pure: the same bytes give the same document. Nothing is thrown; what is wrong with a file stands in the document's
/// `faults`, and whatever can be read beside it is read.
package struct DocumentReader: Sendable {
  package init() {}

  /// A Markdown file: front matter between `---` lines at its beginning, if any, then the body.
  package func read(_ bytes: [UInt8]) -> Document {
    var faults: [DocumentFault] = []
    let lines = LineTable(scanning: bytes)
    let encoding = EncodingCheck(bytes)
    encoding.report(into: &faults)

    var frontMatter: FrontMatter?
    var bodyLine = 0
    switch FrontMatterFence(of: bytes, lines: lines) {
    case .none:
      break
    case .unclosed(let opening):
      faults.append(DocumentFault(kind: .unclosed, range: opening))
      bodyLine = lines.starts.count
    case .closed(let content, let bodyStart, let firstBodyLine):
      bodyLine = firstBodyLine
      frontMatter = FrontMatterReader.read(
        bytes, yaml: content, sourceCount: bodyStart, lines: lines, isClean: encoding.isClean, faults: &faults)
    }
    let body = bytes.withUnsafeBufferPointer { source in
      lines.starts.withUnsafeBufferPointer { starts in
        var scanner = BodyScanner(source: source, lineStarts: starts, firstLine: bodyLine)
        return scanner.scan()
      }
    }
    faults.sort { $0.range.start < $1.range.start }
    return Document(bytes: bytes, lines: lines, frontMatter: frontMatter, body: body, faults: faults)
  }

  /// A YAML file such as `kb.yaml`: all of it is front matter, and the body is empty. An empty file is an empty mapping.
  package func readYAML(_ bytes: [UInt8]) -> Document {
    var faults: [DocumentFault] = []
    let lines = LineTable(scanning: bytes)
    let encoding = EncodingCheck(bytes)
    encoding.report(into: &faults)
    let frontMatter = FrontMatterReader.read(
      bytes, yaml: ByteRange(encoding.markLength, bytes.count), sourceCount: bytes.count, lines: lines,
      isClean: encoding.isClean, faults: &faults)
    var body = Body()
    bytes.withUnsafeBufferPointer { source in
      var markers = ConflictMarkers()
      lines.starts.withUnsafeBufferPointer { markers.scan($0, from: 0, to: $0.count, in: source) }
      body.conflictMarkers = markers.complete
    }
    faults.sort { $0.range.start < $1.range.start }
    return Document(bytes: bytes, lines: lines, frontMatter: frontMatter, body: body, faults: faults)
  }
}
