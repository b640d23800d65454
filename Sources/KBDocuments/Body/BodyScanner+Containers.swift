import KBModel

// MARK: - Block quotes and list items

extension BodyScanner {
  /// How many of the open containers go on in this line; the cursor stands behind their marks.
  @inline(__always)
  mutating func matchContainers(_ cursor: inout LineCursor) -> Int {
    var matched = 0
    while matched < containers.count {
      cursor.findNonspace(source)
      let indent = Int(containers[matched].contentIndent)
      if indent < 0 {
        guard cursor.indent <= 3, !cursor.isBlank, source[cursor.nonspace] == UInt8(ascii: ">") else { break }
        passQuoteMark(&cursor)
        containers[matched].lastEnd = cursor.end
      } else if cursor.indent >= indent {
        cursor.advance(columns: indent, in: source)
      } else if cursor.isBlank, containers[matched].hasChildren {
        cursor.skipToNonspace()
      } else {
        break
      }
      matched += 1
    }
    return matched
  }

  mutating func passQuoteMark(_ cursor: inout LineCursor) {
    cursor.skipToNonspace()
    if firstQuoteMark < 0 { firstQuoteMark = cursor.offset }
    cursor.advance(bytes: 1)
    cursor.advance(columns: 1, in: source)
    afterQuoteMark = cursor.offset
  }

  mutating func openQuote(_ cursor: inout LineCursor) {
    let start = cursor.nonspace
    passQuoteMark(&cursor)
    if outerQuote < 0 {
      outerQuote = containers.count
      quoteLines.removeAll(keepingCapacity: true)
      questionBeforeQuote = currentQuestion
      questionsBeforeQuote = body.questions.count
    }
    let content = source.skippingBlanks(from: cursor.offset, to: cursor.end)
    addBlock(.blockQuote, ByteRange(start, cursor.end), content: ByteRange(content, source.trimmedEnd(cursor.end, notBefore: content)))
    containers.append(Container(block: Int32(body.blocks.count - 1), contentIndent: -1, lastEnd: cursor.end))
  }

  mutating func openItem(_ cursor: inout LineCursor, _ marker: BlockStarts.ListMarker) {
    let start = cursor.nonspace
    let markerIndent = cursor.indent
    cursor.skipToNonspace()
    cursor.advance(bytes: marker.length)
    var padding = marker.length
    cursor.findNonspace(source)
    if cursor.isBlank || cursor.indent >= 5 || cursor.indent < 1 {
      padding += 1
      if cursor.offset < cursor.end { cursor.advance(columns: 1, in: source) }
    } else {
      padding += cursor.indent
      cursor.skipToNonspace()
    }
    let content = source.skippingBlanks(from: cursor.offset, to: cursor.end)
    let end = source.trimmedEnd(cursor.end, notBefore: start)
    addBlock(.listItem(ordered: marker.isOrdered), ByteRange(start, end), content: ByteRange(min(content, end), max(end, min(content, end))))
    containers.append(
      Container(block: Int32(body.blocks.count - 1), contentIndent: Int32(markerIndent + padding), lastEnd: content < cursor.end ? end : start + marker.length))
  }

  /// Closes the leaf and the innermost containers until `count` are left.
  mutating func closeContainers(downTo count: Int) {
    closeLeaf()
    while containers.count > count { closeContainer() }
  }

  mutating func closeContainer() {
    let container = containers.removeLast()
    let index = Int(container.block)
    body.blocks[index].range.end = Int32(truncatingIfNeeded: max(Int(body.blocks[index].range.start) + 1, container.lastEnd))
    touchContainers(container.lastEnd)
    if outerQuote == containers.count {
      outerQuote = -1
      finishQuote(block: index)
    }
  }

  /// Tells the innermost open container where something in it ends.
  mutating func touchContainers(_ end: Int) {
    guard let last = containers.indices.last else { return }
    if containers[last].lastEnd < end { containers[last].lastEnd = end }
  }

  mutating func recordQuoteLine(_ cursor: LineCursor) {
    // A line that continues lazily has no mark of its own.
    let start = source.skippingBlanks(from: afterQuoteMark >= 0 ? afterQuoteMark : cursor.nonspace, to: cursor.end)
    let end = source.trimmedEnd(cursor.end, notBefore: start)
    quoteLines.append(
      QuoteLine(
        text: ByteRange(start, end), start: firstQuoteMark >= 0 ? firstQuoteMark : start, isText: !isVerbatim))
  }

  mutating func addBlock(_ kind: Block.Kind, _ range: ByteRange, content: ByteRange) {
    var parent: Int32 = -1
    if let last = containers.indices.last {
      parent = containers[last].block
      containers[last].hasChildren = true
    }
    body.blocks.append(Block(kind: kind, range: range, content: content, parent: parent))
  }
}
