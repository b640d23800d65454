import KBModel

/// The words of a quote as running text, and where each of them stands in the file.
struct QuotedWords {
  private(set) var text = ""
  /// Where each line begins in the text and in the file.
  private var lines: [(text: Int, file: Int)] = []

  init(_ block: QuoteBlock, in document: Document) {
    for line in block.lines {
      if !text.isEmpty { text += "\n" }
      lines.append((text.utf8.count, Int(line.start)))
      text += document.text(line)
    }
  }

  /// The bytes of the file that hold those bytes of the text.
  func range(of bytes: Range<Int>) -> ByteRange {
    ByteRange(place(of: bytes.lowerBound), bytes.isEmpty ? place(of: bytes.lowerBound) : place(of: bytes.upperBound - 1) + 1)
  }

  private func place(of offset: Int) -> Int {
    guard let line = lines.last(where: { $0.text <= offset }) else { return 0 }
    return line.file + offset - line.text
  }

  /// How many words there are, parted by white space.
  var count: Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
