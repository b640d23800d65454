import KBModel

/// Shows where the words of a query stand.
struct SearchExcerpts {
  private let matcher: TermMatcher
  private let schema: SearchSchema

  /// Bytes of an excerpt, about.
  private static let longest = 280
  private static let lead = 80

  init(query: SearchQuery, configuration: Configuration) {
    matcher = TermMatcher(query.terms)
    schema = SearchSchema(configuration.schema)
  }

  /// `nil` where the file no longer holds the document.
  func hit(_ ranked: SearchRanking.Ranked, path: String, bytes: [UInt8]) -> SearchResult.Hit? {
    guard let file = SearchFile(bytes: bytes, path: path, schema: schema) else { return nil }
    var (line, text, grade) = (1, "", Grade?.none)
    var isQuote = false
    if case .quote(let place) = ranked.document.part {
      guard file.document.body.quotes.indices.contains(place) else { return nil }
      let quote = file.document.body.quotes[place]
      isQuote = true
      grade = file.grade(ofQuote: place)
      line = file.document.lines.lineIndex(of: Int(quote.range.start)) + 1
      text = QuoteText.line(quote.lines.map { file.document.text($0) }.joined(separator: " "))
    } else {
      (line, text) = bestLine(of: file, withQuotes: ranked.document.part == .whole)
    }
    return SearchResult.Hit(
      record: file.id, type: file.type, path: path, line: line, title: file.title, date: file.date,
      customer: file.type == "customer" ? file.id : file.customer, grade: grade, isQuote: isQuote, score: ranked.score, parts: ranked.parts,
      excerpt: pieces(of: text))
  }

  /// The first of the lines with most of the words; the title where only the id has them.
  private func bestLine(of file: SearchFile, withQuotes: Bool) -> (Int, String) {
    let document = file.document
    var best: (count: Int, line: Int)?
    document.bytes.withUnsafeBufferPointer { bytes in
      for line in document.lines.starts.indices {
        let range = document.lines.line(line, in: document.bytes)
        guard !range.isEmpty else { continue }
        if !withQuotes, document.body.quotes.contains(where: { $0.attribution != nil && $0.range.start <= range.start && range.start < $0.range.end }) {
          continue
        }
        var seen: UInt64 = 0
        matcher.matches(in: bytes, range: range.range) { term, _ in seen |= 1 << UInt64(term) }
        if seen.nonzeroBitCount > best?.count ?? 0 { best = (seen.nonzeroBitCount, line) }
      }
    }
    guard let best else { return (1, file.title ?? file.id) }
    return (best.line + 1, QuoteText.line(document.text(document.lines.line(best.line, in: document.bytes))))
  }

  /// The text in pieces, the words marked; a long one is cut to what stands around the first.
  func pieces(of text: String) -> [SearchResult.Piece] {
    let bytes = Array(text.utf8)
    var marks: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in matcher.matches(in: buffer, range: 0..<buffer.count) { marks.append($1) } }
    marks.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var (start, end) = (0, bytes.count)
    if bytes.count > Self.longest {
      start = Self.wordStart(bytes, max(0, (marks.first?.lowerBound ?? 0) - Self.lead))
      end = Self.wordStart(bytes, min(bytes.count, start + Self.longest))
    }
    var pieces: [SearchResult.Piece] = []
    func add(_ range: Range<Int>, isMarked: Bool) {
      if !range.isEmpty { pieces.append(.init(String(decoding: bytes[range], as: UTF8.self), isMarked: isMarked)) }
    }
    if start > 0 { pieces.append(.init("… ")) }
    var position = start
    for mark in marks where mark.lowerBound >= position && mark.upperBound <= end {
      add(position..<mark.lowerBound, isMarked: false)
      add(mark, isMarked: true)
      position = mark.upperBound
    }
    add(position..<max(position, end), isMarked: false)
    if end < bytes.count { pieces.append(.init("…")) }
    return pieces
  }

  /// The nearest place at or before `place` where a word begins after a space.
  private static func wordStart(_ bytes: [UInt8], _ place: Int) -> Int {
    guard place > 0, place < bytes.count else { return place }
    var start = place
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    return start > 0 || place < longest ? start : place
  }
}
