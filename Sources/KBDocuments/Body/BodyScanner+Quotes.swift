import KBModel

// MARK: - Block quotes as quotes

extension BodyScanner {
  /// Splits the outermost block quote, which is whole now, into quotes: each ends with its attribution or before a
  /// question, and what is left is a plain quote.
  mutating func finishQuote(block: Int) {
    let last = lastTextLine()
    var part = QuotePart(start: Int(body.blocks[block].range.start))
    var question = questionBeforeQuote
    var nextQuestion = questionsBeforeQuote
    for index in quoteLines.indices {
      let line = quoteLines[index]
      if line.text.isEmpty { continue }
      if part.start < 0 { part.start = line.start }
      while nextQuestion < body.questions.count, body.questions[nextQuestion].range.start < line.text.start { nextQuestion += 1 }
      if nextQuestion < body.questions.count, body.questions[nextQuestion].range.start < line.text.end {
        emit(&part, attribution: nil, question: question)
        question = Int32(nextQuestion)
      } else if line.isText, let id = loneBlockID(line.text) {
        attach(id, after: part)
        if part.lines.isEmpty { part.start = -1 }
      } else if line.isText, var attribution = attribution(line.text, isLast: index == last) {
        attribution.isSetApart = index > 0 && quoteLines[index - 1].text.isEmpty
        emit(&part, attribution: attribution, question: question)
      } else {
        part.lines.append(line.text)
      }
    }
    emit(&part, attribution: nil, question: question)
  }

  private struct QuotePart {
    /// The first byte, or -1 before the part's first line.
    var start: Int
    var lines: [ByteRange] = []
  }

  private mutating func emit(_ part: inout QuotePart, attribution: Attribution?, question: Int32) {
    if let end = attribution?.range.end ?? part.lines.last?.end {
      body.quotes.append(
        QuoteBlock(range: ByteRange(part.start, Int(end)), lines: part.lines, attribution: attribution, question: question))
    }
    part = QuotePart(start: -1)
  }

  /// A block id on a line of its own belongs to the quote that has just ended.
  private mutating func attach(_ id: ByteRange, after part: QuotePart) {
    guard part.lines.isEmpty, let last = body.quotes.indices.last, body.quotes[last].attribution?.blockID.isEmpty == true,
      Int(body.quotes[last].range.start) >= Int(quoteLines[0].start)
    else { return }
    body.quotes[last].attribution?.blockID = id
    body.quotes[last].range.end = id.end
  }

  private func loneBlockID(_ line: ByteRange) -> ByteRange? {
    guard source[Int(line.start)] == UInt8(ascii: "^") else { return nil }
    let id = BlockIDs.last(in: source, Int(line.start), Int(line.end))
    return id == line ? id : nil
  }

  /// The index of the last line that is no block id alone, or -1.
  private func lastTextLine() -> Int {
    quoteLines.lastIndex { line in !line.text.isEmpty && !(line.isText && loneBlockID(line.text) != nil) } ?? -1
  }

  /// The attribution that a line is, if any.
  ///
  /// A dash on the last line is one whatever follows it; before that, and where the dash is a bullet, it needs a part
  /// that can be nothing else, since people dash and list in quotes too.
  private func attribution(_ line: ByteRange, isLast: Bool) -> Attribution? {
    guard let dash = AttributionReader.dash(source, Int(line.start), Int(line.end)) else { return nil }
    let result = AttributionReader.read(source, line, dash: dash, links: body.links[firstLink(from: line.start)...])
    guard isLast && dash.dash != .bullet || result.recognised > 0 && !result.isProse else { return nil }
    return result.attribution
  }

  private func firstLink(from offset: Int32) -> Int {
    var (low, high) = (0, body.links.count)
    while low < high {
      let middle = (low + high) / 2
      if body.links[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
