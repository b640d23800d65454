import KBDocuments
import KBModel

/// One file without somebody's words: each quote becomes a line with its block id and the dates, so that links to it still lead
/// somewhere, and nothing of it is evidence any more.
///
/// Where the talk was with that person only, the whole body goes, and the next step. Doing it twice changes nothing.
struct DocumentErasure {
  /// The file's new text.
  let bytes: [UInt8]
  /// The words that went, a quote each.
  let erased: [String]
  /// The block ids that now lead to a tombstone, with their `^`.
  let ids: [String]
  let isWhole: Bool

  /// - Parameter day: when the words are taken out.
  /// - Returns: `nil` where nothing of the file is to go, or nothing is left to take out.
  init?(of document: Document, target: ErasureTarget, day: CalendarDate) {
    switch target.extent(in: document) {
    case nil: return nil
    case .everything?:
      let quotes = document.body.quotes
      guard let whole = Self.whole(document, day: day) else { return nil }
      bytes = whole
      erased = quotes.map { document.words(of: $0) }
      ids = document.body.blockIDs.map { document.text($0.range) }
      isWhole = true
    case .speaker(let person)?:
      let quotes = document.body.quotes.filter { $0.attribution.map { document.text($0.speaker) } == person }
      guard !quotes.isEmpty else { return nil }
      let edits = quotes.map { TextEdit(range: $0.range, replacement: Self.tombstone(of: $0, in: document, day: day)) }
      guard let text = try? document.bytes.applying(edits) else { return nil }
      bytes = text
      erased = quotes.map { document.words(of: $0) }
      ids = quotes.compactMap { $0.attribution.map { document.text($0.blockID) } }.filter { !$0.isEmpty }
      isWhole = false
    }
  }

  // MARK: The whole talk

  /// The front matter without the next step and with the day, and a body that says no more than that there was one.
  private static func whole(_ document: Document, day: CalendarDate) -> [UInt8]? {
    guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document), frontMatter["erased"] == nil || !document.body.quotes.isEmpty
    else { return nil }
    var changes: [TextEdit?] = []
    if let step = frontMatter["next_step"], !frontMatter.isNull(step) { changes.append(edits.settingText(of: step, to: "(erased)")) }
    if let erased = frontMatter["erased"] {
      changes.append(edits.settingText(of: erased, to: day.description))
    } else if let neighbour = frontMatter["date"] ?? frontMatter["type"] {
      changes.append(edits.insertingKey("erased", .text(day.description), after: neighbour))
    }
    let lineEnd = document.bytes.firstIndex(of: 0x0D) == nil ? "\n" : "\r\n"
    var lines = ["", "# Erased", "", "What was said and noted here was taken out on \(day)."]
    for id in document.body.blockIDs { lines += ["", "\(said(document, day: day)) \(document.text(id.range))"] }
    let body = ByteRange(Int(frontMatter.sourceCount), document.bytes.count)
    changes.append(TextEdit(range: body, replacement: lines.map { $0 + lineEnd }.joined()))
    return try? document.bytes.applying(changes.compactMap { $0 })
  }

  // MARK: Single quotes

  private static func tombstone(of quote: QuoteBlock, in document: Document, day: CalendarDate) -> String {
    let bytes = document.bytes
    let lineEnd = bytes.firstIndex(of: 0x0D) == nil ? "\n" : "\r\n"
    let index = document.lines.lineIndex(of: Int(quote.range.start))
    let margin = document.text(ByteRange(Int(document.lines.line(index, in: bytes).start), Int(quote.range.start)))
    var text = said(document, day: day)
    if let id = quote.attribution?.blockID, !id.isEmpty { text += " " + document.text(id) }
    // A line right under another quote would belong to it, and one right above a rule would become a heading.
    if index > 0, !isBlank(document, index - 1) { text = lineEnd + margin + text }
    let last = document.lines.lineIndex(of: max(Int(quote.range.start), Int(quote.range.end) - 1))
    if last + 1 < document.lines.starts.count, !isBlank(document, last + 1) { text += lineEnd }
    return text
  }

  private static func isBlank(_ document: Document, _ line: Int) -> Bool {
    document.bytes[document.lines.line(line, in: document.bytes).range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func said(_ document: Document, day: CalendarDate) -> String {
    let date = document.frontMatter.flatMap { matter in matter["date"].flatMap { matter.date($0) } }
    return date.map { "(Said on \($0), erased on \(day).)" } ?? "(Erased on \(day).)"
  }
}
