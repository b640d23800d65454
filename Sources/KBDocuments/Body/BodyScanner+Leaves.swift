import KBModel

// MARK: - Blocks that take lines

extension BodyScanner {
  /// Gives the line to the open leaf, whose containers all go on; whether the line is used up by that.
  mutating func continueLeaf(_ cursor: inout LineCursor) -> Bool {
    cursor.findNonspace(source)
    let (first, end) = (cursor.nonspace, cursor.end)
    switch leaf {
    case .none:
      return false
    case .paragraph:
      if cursor.isBlank { closeLeaf() }
      return false
    case .fencedCode:
      isVerbatim = true
      if cursor.indent <= 3, !cursor.isBlank, source[first] == fenceMark,
        BlockStarts.closesFence(source, first, end, mark: fenceMark, length: fenceLength)
      {
        leafEnd = source.trimmedEnd(end, notBefore: first)
        closeLeaf()
      } else {
        let start = fenceContent.start == 0 ? cursor.offset : Int(fenceContent.start)
        fenceContent = ByteRange(start, end)
        leafEnd = end
      }
      return true
    case .indentedCode:
      if cursor.indent >= 4, !cursor.isBlank {
        leafEnd = source.trimmedEnd(end, notBefore: first)
      } else if !cursor.isBlank {
        closeLeaf()
        return false
      }
      isVerbatim = true
      return true
    case .html:
      if cursor.isBlank, htmlKind >= 6 {
        closeLeaf()
        return false
      }
      isVerbatim = true
      if !cursor.isBlank { leafEnd = source.trimmedEnd(end, notBefore: first) }
      if HTMLStarts.ends(htmlKind, source, first, end) { closeLeaf() }
      return true
    }
  }

  mutating func openIndentedCode(_ cursor: inout LineCursor) {
    cursor.advance(columns: 4, in: source)
    let end = source.trimmedEnd(cursor.end, notBefore: cursor.nonspace)
    addBlock(.indentedCode, ByteRange(cursor.offset, end), content: ByteRange(cursor.offset, end))
    leaf = .indentedCode
    leafEnd = end
    isVerbatim = true
  }

  mutating func openFence(_ first: Int, _ end: Int, length: Int) {
    addBlock(.fencedCode, ByteRange(first, end), content: ByteRange(end, end))
    leaf = .fencedCode
    leafEnd = source.trimmedEnd(end, notBefore: first)
    fenceMark = source[first]
    fenceLength = length
    fenceContent = .none
    isVerbatim = true
  }

  mutating func openHTML(_ first: Int, _ end: Int, kind: Int) {
    addBlock(.html, ByteRange(first, end), content: ByteRange(first, end))
    leaf = .html
    leafEnd = source.trimmedEnd(end, notBefore: first)
    htmlKind = kind
    isVerbatim = true
    if HTMLStarts.ends(kind, source, first, end) { closeLeaf() }
  }

  mutating func addHeading(_ first: Int, _ end: Int, level: Int) {
    let content = BlockStarts.atxContent(source, first, end, level: level)
    let range = ByteRange(first, source.trimmedEnd(end, notBefore: first))
    addBlock(.heading(level: UInt8(level)), range, content: ByteRange(content.lowerBound, content.upperBound))
    touchContainers(Int(range.end))
    segments.append(ByteRange(content.lowerBound, content.upperBound))
    finishHeading()
  }

  /// The open paragraph turns out to be the text of a setext heading.
  mutating func becomeHeading(_ end: Int, level: Int) {
    let index = body.blocks.count - 1
    let rangeEnd = source.trimmedEnd(end, notBefore: 0)
    body.blocks[index].kind = .heading(level: UInt8(level))
    body.blocks[index].range.end = Int32(truncatingIfNeeded: rangeEnd)
    setContent(of: index)
    leaf = .none
    touchContainers(rangeEnd)
    finishHeading()
  }

  private mutating func finishHeading() {
    // A heading inside a quote is the customer's, and begins no new part of the talk.
    if outerQuote < 0 { currentQuestion = -1 }
    finishText()
    segments.removeAll(keepingCapacity: true)
  }

  mutating func closeLeaf() {
    guard leaf != .none else { return }
    let index = body.blocks.count - 1
    let kind = leaf
    leaf = .none
    switch kind {
    case .none:
      break
    case .paragraph:
      if takeDefinitions() {
        // Nothing but definitions: no block of text.
        touchContainers(leafEnd)
        body.blocks.removeLast()
        if let last = containers.indices.last { containers[last].hasChildren = body.blocks.count - 1 > Int(containers[last].block) }
        return
      }
      setContent(of: index)
      finishText()
      segments.removeAll(keepingCapacity: true)
    case .fencedCode:
      if fenceContent.start > 0 { body.blocks[index].content = fenceContent }
    case .indentedCode:
      body.blocks[index].content.end = Int32(truncatingIfNeeded: leafEnd)
    case .html:
      body.blocks[index].content.end = Int32(truncatingIfNeeded: leafEnd)
      addComments(from: Int(body.blocks[index].range.start), to: leafEnd)
    }
    body.blocks[index].range.end = Int32(truncatingIfNeeded: leafEnd)
    touchContainers(leafEnd)
  }

  private mutating func setContent(of index: Int) {
    guard let first = segments.first, let last = segments.last else { return }
    body.blocks[index].content = ByteRange(Int(first.start), source.trimmedEnd(Int(last.end), notBefore: Int(first.start)))
  }

  private mutating func addComments(from start: Int, to end: Int) {
    guard hasAngle else { return }
    var position = start
    while let open = source.offset(of: "<!--", from: position, to: end),
      let close = source.offset(of: "-->", from: open + 4, to: end)
    {
      body.comments.append(ByteRange(open, close + 3))
      position = close + 3
    }
  }
}

// MARK: - Texts

extension BodyScanner {
  /// Reads the text of a paragraph or heading, whose lines stand in `segments`.
  mutating func finishText() {
    guard let first = segments.first, let last = segments.last else { return }
    let end = source.trimmedEnd(Int(last.end), notBefore: Int(last.start))
    let firstLink = body.links.count
    if hasBracket || hasAngle { readInlines(from: Int(first.start), to: end) }
    readQuestions(firstLink: firstLink, end: end)
    if hasCaret { readBlockIDs(end: end) }
  }

  private mutating func readQuestions(firstLink: Int, end: Int) {
    var index = 0
    var firstLink = firstLink
    while let marker = nextQuestion(&index) {
      let segment = segments[index]
      index += 1
      var questionEnd = end
      if outerQuote >= 0 {
        // What follows in a quote is the answer.
        questionEnd = source.trimmedEnd(Int(segment.end), notBefore: Int(segment.start))
      } else {
        var next = index
        if nextQuestion(&next) != nil { questionEnd = lastTextEnd(before: Int(segments[next].start), notBefore: Int(segment.start)) }
        // The lines until then are this question's.
        index = next
      }
      firstLink = addQuestion(marker, end: questionEnd, firstLink: firstLink)
    }
  }

  /// The marker of the first question line from that one; `index` becomes its index, or the number of lines.
  private func nextQuestion(_ index: inout Int) -> QuestionMarker? {
    while index < segments.count {
      let segment = segments[index]
      if QuestionMarker.mayBegin(source[Int(segment.start)], isPresent: segment.count > 0),
        let marker = QuestionMarker(source, Int(segment.start), Int(segment.end))
      {
        return marker
      }
      index += 1
    }
    return nil
  }

  private func lastTextEnd(before end: Int, notBefore start: Int) -> Int {
    var end = end
    while end > start, source[end - 1].isBlank || source[end - 1].isLineEnd { end -= 1 }
    return end
  }

  /// Records a question; the index of the first link behind it. `firstLink` is one that does not stand behind it.
  private mutating func addQuestion(_ marker: QuestionMarker, end: Int, firstLink: Int) -> Int {
    var first = firstLink
    while first < body.links.count, Int(body.links[first].range.start) < marker.start { first += 1 }
    var last = first
    while last < body.links.count, Int(body.links[last].range.end) <= end { last += 1 }
    let words = marker.words(to: end, links: body.links[first..<last], in: source)
    currentQuestion = Int32(body.questions.count)
    body.questions.append(
      QuestionLine(range: ByteRange(marker.start, max(end, marker.start)), words: words, firstLink: Int32(first), endLink: Int32(last)))
    return last
  }

  private mutating func readBlockIDs(end: Int) {
    let last = segments.count - 1
    // Within a quote an attribution may stand before the last line.
    for index in (outerQuote >= 0 ? 0 : last)...last {
      let segment = segments[index]
      guard index == last || AttributionReader.dash(source, Int(segment.start), Int(segment.end)) != nil else { continue }
      if let range = BlockIDs.last(in: source, Int(segment.start), index == last ? end : Int(segment.end)) {
        body.blockIDs.append(BlockID(range: range))
      }
    }
  }
}

/// Where `^block-id` may stand: at the end of a text, after a blank or alone.
enum BlockIDs {
  static func last(in source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ByteRange? {
    let end = source.trimmedEnd(end, notBefore: start)
    var caret = end - 1
    while caret >= start, isIDByte(source[caret]) { caret -= 1 }
    guard caret >= start, caret < end - 1, source[caret] == UInt8(ascii: "^"), caret == start || source[caret - 1].isBlank
    else { return nil }
    return ByteRange(caret, end)
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
