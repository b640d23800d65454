import KBModel

/// Appends values to bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ text: [UInt8]) {
    write(UInt32(text.count))
    bytes.append(contentsOf: text)
  }

  mutating func write(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ span: SourceSpan) {
    for value in [span.start.line, span.start.column, span.end.line, span.end.column] { write(value) }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func list<T>(_ values: [T], _ body: (inout ByteWriter, T) -> Void) {
    write(UInt32(values.count))
    for value in values { body(&self, value) }
  }

  mutating func write(_ finding: Finding) {
    write(finding.rule)
    write(finding.code)
    write(finding.severity.rawValue)
    write(finding.path)
    write(finding.span)
    write(finding.record)
    write(finding.field)
    write(finding.message)
    write(finding.help)
    write(finding.subject)
    bytes.append((finding.hidesSource ? 1 : 0) | (finding.fix == nil ? 0 : 2))
    guard let fix = finding.fix else { return }
    bytes.append(fix.isSafe ? 1 : 0)
    write(fix.summary)
    write(fix.newPath)
    list(fix.edits) { writer, edit in
      writer.write(edit.range.start)
      writer.write(edit.range.end)
      writer.write(edit.replacement)
    }
  }
}

/// Reads what `ByteWriter` writes; each value is `nil` where the bytes end before it or say something else.
struct ByteReader {
  private let bytes: HeldBytes
  private var position = 0

  init(_ bytes: HeldBytes) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type = T.self) -> T? {
    guard position <= bytes.count - MemoryLayout<T>.size else { return nil }
    defer { position += MemoryLayout<T>.size }
    return T(littleEndian: bytes.load(position))
  }

  mutating func flag() -> Bool? { integer(UInt8.self).map { $0 != 0 } }

  mutating func range() -> Range<Int>? {
    guard let count = integer(UInt32.self), position <= bytes.count - Int(count) else { return nil }
    defer { position += Int(count) }
    return position..<position + Int(count)
  }

  mutating func text() -> String? { range().map { bytes.text($0) } }

  /// The outer `nil` is for bytes that end before it.
  mutating func optionalText() -> String?? {
    switch integer(UInt8.self) {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }

  mutating func list<T>(_ body: (inout ByteReader) -> T?) -> [T]? {
    guard let count = integer(UInt32.self) else { return nil }
    var values: [T] = []
    for _ in 0..<count {
      guard let value = body(&self) else { return nil }
      values.append(value)
    }
    return values
  }

  mutating func span() -> SourceSpan? {
    guard let line = integer(Int32.self), let column = integer(Int32.self), let endLine = integer(Int32.self), let endColumn = integer(Int32.self)
    else { return nil }
    return SourceSpan(SourcePosition(line: Int(line), column: Int(column)), SourcePosition(line: Int(endLine), column: Int(endColumn)))
  }

  mutating func suppression() -> Suppression? {
    guard let rules = list({ $0.text() }), let first = integer(Int32.self), let last = integer(Int32.self), first <= last,
      let reason = optionalText(), let span = span()
    else { return nil }
    return Suppression(rules: rules, lines: first...last, reason: reason, span: span)
  }

  mutating func finding() -> Finding? {
    guard let rule = text(), let code = text(), let severity = text().flatMap(Severity.init), let path = text(), let span = span(),
      let record = optionalText(), let field = optionalText(), let message = text(), let help = text(), let subject = text(),
      let flags = integer(UInt8.self)
    else { return nil }
    var finding = Finding(
      rule: rule, code: code, severity: severity, path: path, span: span, record: record, field: field, message: message, help: help,
      subject: subject, hidesSource: flags & 1 != 0)
    guard flags & 2 != 0 else { return finding }
    guard let fix = fix() else { return nil }
    finding.fix = fix
    return finding
  }

  private mutating func fix() -> Fix? {
    guard let isSafe = integer(UInt8.self), let summary = text(), let newPath = optionalText(), let edits = list({ $0.edit() }) else { return nil }
    return Fix(isSafe: isSafe != 0, summary: summary, edits: edits, newPath: newPath)
  }

  private mutating func edit() -> TextEdit? {
    guard let start = integer(Int32.self), let end = integer(Int32.self), let replacement = range() else { return nil }
    return TextEdit(range: ByteRange(Int(start), Int(end)), replacement: Array(bytes[replacement]))
  }
}
