package import KBModel

extension SearchResult {
  /// What was found as text, best first.
  ///
  /// - Parameter showsWhy: whether the parts of each score are shown.
  package func text(width: Int = 80, isColored: Bool = false, showsWhy: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    guard !hits.isEmpty else {
      page.paragraph("Nothing found for \(query) in \(Plural.count(files, "file")).")
      return page.text
    }
    if isPartial {
      page.paragraph("Nothing has all the words; these have some of them.")
      page.blank()
    }
    for hit in hits {
      page.line(page.paint.strong(TerminalText.safe("\(hit.path):\(hit.line)")) + page.paint.faint(TerminalText.safe("  \(hit.kind)")))
      excerpt(hit.excerpt, on: &page)
      if showsWhy { for line in hit.why { page.paragraph(line, indent: 4) } }
      page.blank()
    }
    page.line(page.paint.faint(hits.count < found ? "\(hits.count) of \(found) hits" : Plural.count(found, "hit")))
    return page.text
  }

  /// Marks survive the breaking of lines: they are put around words only when the lines are made.
  private func excerpt(_ pieces: [Piece], on page: inout TextPage) {
    let (open, close) = ("\u{E000}", "\u{E001}")
    let marked = pieces.map { piece in
      let text = TerminalText.safe(piece.text)
      // Private-use characters of the file itself are not ours.
      let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0xE000...0xE001).contains($0.value) }))
      return piece.isMarked ? plain.split(separator: " ").map { open + $0 + close }.joined(separator: " ") : plain
    }.joined()
    for line in marked.wrapped(to: page.width - 2) {
      var shown = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\u{E000}": shown += page.paint.isOn ? "\u{1B}[1;33m" : "*"
        case "\u{E001}": shown += page.paint.isOn ? "\u{1B}[0m" : "*"
        default: shown.unicodeScalars.append(scalar)
        }
      }
      page.line("  " + shown)
    }
  }

  /// `kb.search/1`.
  package func json() -> String {
    JSON.document(
      JSONValue.object([
        "schema": "kb.search/1", "query": .text(query), "revision": revision.map { .text($0) } ?? .null, "found": .number(Double(found)),
        "partial": .bool(isPartial), "files": .number(Double(files)), "hits": .list(hits.map(\.json)),
      ]))
  }

  /// A hit a line.
  package func jsonLines() -> String { hits.map { JSON.line($0.json) }.joined() }
}

extension SearchResult.Hit {
  /// What it is, in a few words.
  var kind: String {
    guard isQuote else { return title.map { "\(type) · \($0)" } ?? type }
    return [grade?.rawValue, customer].compactMap(\.self).joined(separator: " · ")
  }

  /// A line for each word, then their sum.
  var why: [String] {
    parts.map { part in
      let places = part.counts.map { "\($0.count) × \($0.zone.rawValue)" }.joined(separator: ", ")
      return "\(fixed(part.score, decimals: 2)) = \(part.term): idf \(fixed(part.idf, decimals: 2)) (in \(Plural.count(part.files, "file"))) × "
        + "frequency \(fixed(part.frequency, decimals: 2)) (\(places))"
    } + ["\(fixed(score, decimals: 2)) in all"]
  }

  var json: JSONValue {
    .object([
      "record": .text(record), "type": .text(type), "kind": isQuote ? "quote" : "record", "path": .text(path), "line": .number(Double(line)),
      "title": title.map { .text($0) } ?? .null, "date": date.map { .text($0.description) } ?? .null, "customer": customer.map { .text($0) } ?? .null,
      "grade": grade.map { .text($0.rawValue) } ?? .null, "score": .number(score),
      "excerpt": .list(excerpt.map { ["text": .text($0.text), "marked": .bool($0.isMarked)] }),
      "why": .list(
        parts.map { part in
          [
            "term": .text(part.term), "score": .number(part.score), "files": .number(Double(part.files)), "idf": .number(part.idf),
            "frequency": .number(part.frequency),
            "counts": .object(Dictionary(uniqueKeysWithValues: part.counts.map { ($0.zone.rawValue, JSONValue.number(Double($0.count))) })),
          ]
        }),
    ])
  }
}
