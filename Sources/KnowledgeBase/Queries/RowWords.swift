import KBDocuments
import KBModel

/// The words of questions and quotes, which are no part of the facts: read where a path asks for `text`.
struct RowWords: Sendable {
  /// By file, then by question or quote.
  private let byFile: [Int: [String]]

  static let none = RowWords(byFile: [:])

  private init(byFile: [Int: [String]]) { self.byFile = byFile }

  /// - Parameter bytes: the bytes of a file of the knowledge base.
  init(of rows: [Row], kind: RowKind, graph: RecordGraph, bytes: (String) -> [UInt8]?) {
    var byFile: [Int: [String]] = [:]
    for file in Set(rows.map(\.file)) {
      let facts = graph.files[file]
      guard let source = facts.source ?? bytes(facts.path) else { continue }
      byFile[file] =
        kind == .quotes
        ? facts.quotes.map { QuoteText.words(of: $0, in: source) } : facts.questions.map { QuoteText.line(source.text($0.words.clamped(to: source.count))) }
    }
    self.byFile = byFile
  }

  func values(_ path: FieldPath, of row: Row, in kind: RowKind, reader: RowReader) -> [RowValue] {
    guard row.item >= 0, path.steps == ["text"] else { return reader.values(path.steps, of: row, in: kind) }
    guard let words = byFile[row.file], words.indices.contains(row.item) else { return [] }
    return [RowValue(words[row.item])]
  }
}

/// The words of quotes as running text on one line.
enum QuoteText {
  /// The quoted words, without `>` and without the attribution line.
  static func words(of quote: QuoteFact, in source: [UInt8]) -> String {
    let range = quote.range.clamped(to: source.count).range
    var lines: [String] = []
    for line in source[range].split(separator: 0x0A, omittingEmptySubsequences: true) {
      var rest = line
      while let first = rest.first, first == 0x20 || first == UInt8(ascii: ">") || first == 0x09 { rest = rest.dropFirst() }
      lines.append(String(decoding: rest, as: UTF8.self))
    }
    // The attribution is the last line that says anything.
    while let last = lines.last, line(last).isEmpty { lines.removeLast() }
    if !lines.isEmpty { lines.removeLast() }
    return line(lines.joined(separator: " "))
  }

  /// The text with every run of white space as one space.
  static func line(_ text: String) -> String {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(Substring($0)) }.joined(separator: " ")
  }
}

extension ByteRange {
  /// The range as far as a file of that size has it: the file may have become shorter since its facts were read.
  func clamped(to count: Int) -> ByteRange { ByteRange(min(Int(start), count), min(max(Int(start), Int(end)), count)) }
}
