import KBModel

/// Finds the comments that switch rules off: `<!-- kb-disable-next-line question-tag: a read-back -->` in the body and the
/// same words in a YAML comment in the front matter.
enum SuppressionReader {
  static func suppressions(in document: Document) -> [Suppression] {
    var comments: [ByteRange] = []
    if let frontMatter = document.frontMatter { comments += yamlComments(in: document, end: Int(frontMatter.sourceCount)) }
    comments += document.body.comments.filter { contains(marker, in: document.bytes[$0.range]) }
    return read(comments, in: document)
  }

  private static let marker = Array("kb-disable".utf8)

  private static func read(_ comments: [ByteRange], in document: Document) -> [Suppression] {
    guard !comments.isEmpty else { return [] }
    var found: [Suppression] = []
    var ends: [(directive: Directive, line: Int32)] = []
    for comment in document.body.comments {
      guard let directive = Directive(document.text(comment)), directive.kind == .enable else { continue }
      ends.append((directive, document.span(comment).start.line))
    }
    for comment in comments {
      guard let directive = Directive(document.text(comment)) else { continue }
      let span = document.span(comment)
      let lines: ClosedRange<Int32>
      switch directive.kind {
      case .enable: continue
      case .file: lines = 1...Int32.max
      case .line: lines = span.start.line...span.end.line
      case .nextLine:
        let next = nextLine(after: Int(span.end.line), in: document)
        lines = next...next
      case .block:
        let end = ends.first { $0.line > span.start.line && ($0.directive.rules.isEmpty || !Set($0.directive.rules).isDisjoint(with: directive.rules)) }
        lines = span.start.line...max(span.start.line, end?.line ?? Int32.max)
      }
      found.append(Suppression(rules: directive.rules, lines: lines, reason: directive.reason, span: span))
    }
    return found
  }

  /// The next line, counted from 1, that is not blank, so that a comment may stand in a paragraph of its own.
  private static func nextLine(after line: Int, in document: Document) -> Int32 {
    var index = line
    while index < document.lines.starts.count {
      let range = document.lines.line(index, in: document.bytes)
      if document.bytes[range.range].contains(where: { $0 != 0x20 && $0 != 0x09 }) { return Int32(index + 1) }
      index += 1
    }
    return Int32(line + 1)
  }

  /// The comments of the front matter that hold the marker. A `#` inside a quoted value is no comment.
  private static func yamlComments(in document: Document, end: Int) -> [ByteRange] {
    guard contains(marker, in: document.bytes[..<min(end, document.bytes.count)]) else { return [] }
    let scalars = document.frontMatter?.nodes.filter { $0.kind == .scalar && $0.style != .plain }.map(\.value) ?? []
    var found: [ByteRange] = []
    for index in document.lines.starts.indices where Int(document.lines.starts[index]) < end {
      let line = document.lines.line(index, in: document.bytes)
      guard contains(marker, in: document.bytes[line.range]) else { continue }
      var previous: UInt8 = 0x20
      for offset in line.range {
        let byte = document.bytes[offset]
        if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09, !scalars.contains(where: { $0.range.contains(offset) }) {
          found.append(ByteRange(offset, Int(line.end)))
          break
        }
        previous = byte
      }
    }
    return found
  }

  private static func contains(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        guard let first = needle.first, bytes.count >= needle.count else { return false }
        for i in 0...(bytes.count - needle.count) where bytes[i] == first {
          if UnsafeBufferPointer(rebasing: bytes[i..<i + needle.count]).elementsEqual(needle) { return true }
        }
        return false
      }
    }
  }
}

/// The words of one suppression comment.
private struct Directive {
  enum Kind { case line, nextLine, file, block, enable }

  var kind: Kind
  var rules: [String]
  var reason: String?

  init?(_ comment: String) {
    var words = Substring(comment)
    for mark in ["<!--", "#"] where words.hasPrefix(mark) { words = words.dropFirst(mark.count) }
    if words.hasSuffix("-->") { words = words.dropLast(3) }
    words = words.trimmed
    let forms: [(String, Kind)] = [
      ("kb-disable-next-line", .nextLine), ("kb-disable-line", .line), ("kb-disable-file", .file), ("kb-disable", .block), ("kb-enable", .enable),
    ]
    guard let (word, kind) = forms.first(where: { words.hasPrefix($0.0) }) else { return nil }
    self.kind = kind
    words = words.dropFirst(word.count)
    guard words.isEmpty || words.first == " " || words.first == ":" || words.first == "\n" else { return nil }
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    rules = parts[0].split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
    let reason = parts.count > 1 ? String(parts[1].trimmed) : ""
    self.reason = reason.isEmpty ? nil : reason
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
