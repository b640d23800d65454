import KBModel

extension FindingReport {
  /// `rdjson`, the format of the review tool reviewdog: its `DiagnosticResult` as one JSON document.
  ///
  /// Its columns count bytes of UTF-8, so they are worked out from the source; where that cannot be read again, a range has
  /// lines only.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func reviewdog(prefix: String = "") -> String {
    var columns = ByteColumns(source: source)
    let diagnostics = findings.map { finding in
      Diagnostic(
        message: Self.sentences(of: finding),
        location: Diagnostic.Location(path: Self.path(finding.path, in: prefix), range: columns.range(of: finding)),
        severity: finding.severity.rawValue.uppercased(), code: Diagnostic.Code(value: finding.code))
    }
    return JSON.document(DiagnosticResult(diagnostics: diagnostics))
  }
}

private struct DiagnosticResult: Encodable {
  struct Source: Encodable {
    var name = "kb"
  }

  var source = Source()
  var diagnostics: [Diagnostic]
}

private struct Diagnostic: Encodable {
  struct Location: Encodable {
    var path: String
    var range: Range
  }

  struct Range: Encodable {
    var start, end: Position
  }

  struct Position: Encodable {
    var line: Int32
    var column: Int?
  }

  struct Code: Encodable {
    var value: String
  }

  var message: String
  var location: Location
  var severity: String
  var code: Code
}

/// Turns columns in Unicode scalars into columns in bytes. Remembers the last file, since findings come file by file.
private struct ByteColumns {
  let source: @Sendable (String) -> [UInt8]?
  private var path: String?
  private var bytes: [UInt8]?
  private var table: LineTable?

  init(source: @escaping @Sendable (String) -> [UInt8]?) { self.source = source }

  mutating func range(of finding: Finding) -> Diagnostic.Range {
    if path != finding.path {
      path = finding.path
      bytes = source(finding.path)
      table = bytes.map { LineTable(of: $0) }
    }
    let (start, end) = (finding.span.start, finding.span.end)
    // Both or none: a range with one column means something else.
    guard let first = column(of: start), let last = column(of: end) else {
      return Diagnostic.Range(start: Diagnostic.Position(line: start.line), end: Diagnostic.Position(line: end.line))
    }
    return Diagnostic.Range(
      start: Diagnostic.Position(line: start.line, column: first), end: Diagnostic.Position(line: end.line, column: last))
  }

  private func column(of position: SourcePosition) -> Int? {
    guard let bytes, let table else { return nil }
    let index = Int(position.line) - 1
    // The end of a file without a line end at its last line.
    guard table.starts.indices.contains(index) else { return position.column == 1 ? 1 : nil }
    let line = table.line(index, in: bytes)
    var offset = Int(line.start)
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
    let first = offset
    var left = Int(position.column) - 1
    while left > 0, offset < Int(line.end) {
      offset += 1
      while offset < Int(line.end), bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset - first + 1
  }
}
