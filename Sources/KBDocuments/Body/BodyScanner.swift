import KBModel

/// Reads a body line by line into blocks, and the text of each block, once it is whole, into links, questions, quotes.
///
/// The block structure is CommonMark's, with these differences: a question line ends a block quote that it would only
/// continue lazily, block quotes nested deeper than `depthLimit` are text, and tables are paragraphs.
/// Every byte is looked at a bounded number of times.
struct BodyScanner: ~Copyable {
  /// How many block quotes and list items may lie inside each other.
  static let depthLimit = 100

  struct Container {
    /// The index of its block.
    var block: Int32
    /// For a list item: the columns that its content is indented. -1 for a block quote.
    var contentIndent: Int32
    /// Where the last line that belongs to it ends.
    var lastEnd: Int
    var hasChildren = false

    var isQuote: Bool { contentIndent < 0 }
  }

  /// The open block that takes lines; it lies in the innermost open container.
  enum Leaf { case none, paragraph, fencedCode, indentedCode, html }

  /// A line of the outermost block quote that is open.
  struct QuoteLine {
    /// The text, without `>` and blanks at either end.
    var text: ByteRange
    /// The first `>`, or the first byte of a line that continues lazily.
    var start: Int
    /// Whether an attribution may stand here: not in code or HTML.
    var isText: Bool
  }

  let source: UnsafeBufferPointer<UInt8>
  let lineStarts: UnsafeBufferPointer<Int32>
  let firstLine: Int

  var body = Body()
  var containers: [Container] = []
  var markers = ConflictMarkers()

  var leaf = Leaf.none
  /// Where the leaf's last line ends.
  var leafEnd = 0
  var fenceMark: UInt8 = 0
  var fenceLength = 0
  /// The lines between the fences so far; empty while there are none.
  var fenceContent = ByteRange.none
  var htmlKind = 0
  /// The lines of the open paragraph, without indentation.
  var segments: [ByteRange] = []

  /// The container that is the outermost open block quote, or -1.
  var outerQuote = -1
  var quoteLines: [QuoteLine] = []
  /// On this line: the byte after the last `>` of a block quote, and the first such `>`; -1 where there is none.
  var afterQuoteMark = -1
  var firstQuoteMark = -1
  /// Whether this line is code or HTML.
  var isVerbatim = false

  /// The last question since the last heading, an index of `body.questions`, or -1.
  var currentQuestion: Int32 = -1
  /// The same as it was when the outermost open block quote began, and how many questions there were.
  var questionBeforeQuote: Int32 = -1
  var questionsBeforeQuote = 0

  /// What the body holds at all, so that most texts need no look for it.
  let hasBracket: Bool
  let hasBacktick: Bool
  let hasAngle: Bool
  let hasBackslash: Bool
  let hasCaret: Bool
  let hasConflict: Bool
  let hasInlineLink: Bool

  /// The opening brackets of the text at hand that are not closed yet.
  var openBrackets: [Int] = []
  /// Where the last run of so many backticks begins in the text at hand, as far as it has been searched.
  var lastBackticks: [Int] = []

  init(source: UnsafeBufferPointer<UInt8>, lineStarts: UnsafeBufferPointer<Int32>, firstLine: Int) {
    self.source = source
    self.lineStarts = lineStarts
    self.firstLine = firstLine
    let start = firstLine < lineStarts.count ? Int(lineStarts[firstLine]) : source.count
    let end = source.count
    func holds(_ byte: Character) -> Bool {
      guard let byte = byte.asciiValue else { return false }
      return source.offset(of: byte, from: start, to: end) < end
    }
    hasBracket = holds("[")
    hasBacktick = holds("`")
    hasAngle = holds("<")
    hasBackslash = holds("\\")
    hasCaret = holds("^")
    hasInlineLink = hasBracket && source.offset(of: "](", from: start, to: end) != nil
    // One that begins in the front matter ends in the body at the earliest.
    hasConflict = source.offset(of: "<<<<<<<", from: 0, to: end) != nil
  }

  mutating func scan() -> Body {
    if hasConflict { markers.scan(lineStarts, from: 0, to: min(firstLine, lineStarts.count), in: source) }
    guard firstLine < lineStarts.count else {
      body.conflictMarkers = markers.complete
      return body
    }
    reserve()
    var start = Int(lineStarts[firstLine])
    if firstLine == 0, source.holds("\u{FEFF}", at: 0, before: source.count) { start = 3 }
    for index in firstLine..<lineStarts.count {
      let isLast = index + 1 == lineStarts.count
      let next = isLast ? source.count : Int(lineStarts[index + 1])
      var end = next
      if !isLast {
        end -= 1
        if end > start, source[end] == .lineFeed, source[end - 1] == .carriageReturn { end -= 1 }
      }
      // After a final line end there is no further line.
      if !(isLast && start == end) { scanLine(start, end) }
      start = next
    }
    closeContainers(downTo: 0)
    body.conflictMarkers = markers.complete
    return body
  }
}

extension BodyScanner {
  /// Room for what a body of this size usually holds, so that few arrays grow.
  private mutating func reserve() {
    let lines = lineStarts.count - firstLine
    body.blocks.reserveCapacity(lines)
    containers.reserveCapacity(4)
    segments.reserveCapacity(4)
    quoteLines.reserveCapacity(8)
    guard hasBracket else { return }
    body.links.reserveCapacity(lines / 3)
    if hasCaret {
      body.blockIDs.reserveCapacity(lines / 8)
      body.quotes.reserveCapacity(lines / 8)
      body.questions.reserveCapacity(lines / 8)
    }
  }
}

// MARK: - One line

extension BodyScanner {
  private mutating func scanLine(_ start: Int, _ end: Int) {
    if hasConflict, leaf != .fencedCode, leaf != .indentedCode { markers.look(at: start, end, in: source) }
    afterQuoteMark = -1
    firstQuoteMark = -1
    isVerbatim = false
    var cursor = LineCursor(start: start, end: end)
    readBlocks(&cursor)
    if outerQuote >= 0 { recordQuoteLine(cursor) }
  }

  private mutating func readBlocks(_ cursor: inout LineCursor) {
    let matched = matchContainers(&cursor)
    let allMatched = matched == containers.count
    if leaf != .none {
      if allMatched {
        if continueLeaf(&cursor) { return }
      } else if leaf != .paragraph {
        closeLeaf()
      }
    }
    var continuesParagraph = allMatched && leaf == .paragraph
    var mayBeLazy = leaf == .paragraph
    var hasOpened = false

    while true {
      cursor.findNonspace(source)
      if cursor.isBlank { break }
      let (first, end) = (cursor.nonspace, cursor.end)
      if cursor.indent >= 4 {
        guard !mayBeLazy else { break }
        if !hasOpened { closeContainers(downTo: matched) }
        openIndentedCode(&cursor)
        return
      }
      let byte = source[first]
      // Letters begin no block; so do most lines.
      if byte.isLetter { break }
      switch byte {
      case UInt8(ascii: ">"):
        guard (hasOpened ? containers.count : matched) < Self.depthLimit else { break }
        if !hasOpened { closeContainers(downTo: matched) }
        closeLeaf()
        hasOpened = true
        openQuote(&cursor)
        continuesParagraph = false
        mayBeLazy = false
        continue
      case UInt8(ascii: "#"):
        let level = BlockStarts.atxLevel(source, first, end)
        guard level > 0 else { break }
        if !hasOpened { closeContainers(downTo: matched) }
        closeLeaf()
        addHeading(first, end, level: level)
        return
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        let length = BlockStarts.fenceLength(source, first, end)
        guard length > 0 else { break }
        if !hasOpened { closeContainers(downTo: matched) }
        closeLeaf()
        openFence(first, end, length: length)
        return
      case UInt8(ascii: "<"):
        let kind = HTMLStarts.kind(source, first, end, interruptsParagraph: continuesParagraph)
        guard kind > 0 else { break }
        if !hasOpened { closeContainers(downTo: matched) }
        closeLeaf()
        openHTML(first, end, kind: kind)
        return
      default:
        if continuesParagraph, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") {
          let level = BlockStarts.setextLevel(source, first, end)
          if level > 0 {
            if takeDefinitions() {
              // Only definitions stood above: the line is the first one of a paragraph.
              segments.append(ByteRange(first, end))
              extendParagraph(to: end)
            } else {
              becomeHeading(end, level: level)
            }
            return
          }
        }
        if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"),
          BlockStarts.isThematicBreak(source, first, end)
        {
          if !hasOpened { closeContainers(downTo: matched) }
          closeLeaf()
          addBlock(.thematicBreak, ByteRange(first, source.trimmedEnd(end, notBefore: first)), content: ByteRange(first, first))
          touchContainers(end)
          return
        }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") || byte.isDigit,
          (hasOpened ? containers.count : matched) < Self.depthLimit,
          let marker = BlockStarts.listMarker(source, first, end, interruptsParagraph: continuesParagraph)
        {
          if !hasOpened { closeContainers(downTo: matched) }
          closeLeaf()
          hasOpened = true
          openItem(&cursor, marker)
          continuesParagraph = false
          mayBeLazy = false
          continue
        }
      }
      break
    }
    readText(&cursor, matched: matched, hasOpened: hasOpened, allMatched: allMatched)
  }

  /// What is left of the line is text, or nothing.
  private mutating func readText(_ cursor: inout LineCursor, matched: Int, hasOpened: Bool, allMatched: Bool) {
    if cursor.isBlank {
      if !hasOpened { closeContainers(downTo: matched) }
      return
    }
    let (first, end) = (cursor.nonspace, cursor.end)
    if !hasOpened, leaf == .paragraph {
      if allMatched || !endsQuote(first, end, matched: matched) {
        segments.append(ByteRange(first, end))
        extendParagraph(to: end)
        return
      }
    }
    if !hasOpened { closeContainers(downTo: matched) }
    leaf = .paragraph
    segments.append(ByteRange(first, end))
    addBlock(.paragraph, ByteRange(first, end), content: ByteRange(first, end))
    extendParagraph(to: end)
  }

  /// Whether a line that would continue a paragraph lazily is a question right under a block quote, which ends it.
  private func endsQuote(_ first: Int, _ end: Int, matched: Int) -> Bool {
    guard outerQuote >= matched || containers[matched...].contains(where: \.isQuote) else { return false }
    return QuestionMarker(source, first, end) != nil
  }

  private mutating func extendParagraph(to end: Int) {
    leafEnd = source.trimmedEnd(end, notBefore: 0)
  }
}
