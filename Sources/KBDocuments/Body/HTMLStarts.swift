/// The seven kinds of HTML block of CommonMark, by what begins and what ends them, as GitHub's edition of it (0.29) has them.
enum HTMLStarts {
  typealias Source = UnsafeBufferPointer<UInt8>

  /// The kind, 1 to 7, of the HTML block that begins at that `<`, or 0. Kind 7 cannot interrupt a paragraph.
  static func kind(_ source: Source, _ start: Int, _ end: Int, interruptsParagraph: Bool) -> Int {
    guard start + 1 < end else { return 0 }
    switch source[start + 1] {
    case UInt8(ascii: "!"):
      if source.holds("<!--", at: start, before: end) { return 2 }
      if source.holds("<![CDATA[", at: start, before: end) { return 5 }
      return start + 2 < end && source[start + 2] &- 0x41 < 26 ? 4 : 0
    case UInt8(ascii: "?"):
      return 3
    default:
      break
    }
    let isClosing = source[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < end, source[nameEnd].isLetter || source[nameEnd].isDigit && nameEnd > nameStart { nameEnd += 1 }
    guard nameEnd > nameStart else { return 0 }
    if nameEnd - nameStart <= 10 {
      var name = ""
      for position in nameStart..<nameEnd { name.unicodeScalars.append(Unicode.Scalar(source[position].lowercased)) }
      let isEnd = nameEnd == end || source[nameEnd].isBlank || source[nameEnd] == UInt8(ascii: ">")
      if !isClosing, isEnd, ["script", "pre", "style"].contains(name) { return 1 }
      if isEnd || source.holds("/>", at: nameEnd, before: end), isBlockName(name) { return 6 }
    }
    guard !interruptsParagraph else { return 0 }
    let tagEnd = isClosing ? closingTagEnd(source, nameStart, end) : openTagEnd(source, nameStart, end)
    guard let tagEnd, source.skippingBlanks(from: tagEnd, to: end) == end else { return 0 }
    return 7
  }

  /// Whether a line ends an HTML block of that kind; kinds 6 and 7 end before a blank line.
  static func ends(_ kind: Int, _ source: Source, _ start: Int, _ end: Int) -> Bool {
    switch kind {
    case 1: return endsVerbatim(source, start, end)
    case 2: return source.offset(of: "-->", from: start, to: end) != nil
    case 3: return source.offset(of: "?>", from: start, to: end) != nil
    case 4: return source.offset(of: UInt8(ascii: ">"), from: start, to: end) < end
    case 5: return source.offset(of: "]]>", from: start, to: end) != nil
    default: return false
    }
  }

  private static func endsVerbatim(_ source: Source, _ start: Int, _ end: Int) -> Bool {
    var position = start
    while let open = source.offset(of: "</", from: position, to: end) {
      for name: StaticString in ["script>", "pre>", "style>"] 
      where open + 2 + name.utf8CodeUnitCount <= end && source.holdsFolded(name, open + 2, open + 2 + name.utf8CodeUnitCount) { return true }
      position = open + 2
    }
    return false
  }

  private static func nameEnd(_ source: Source, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, source[position].isLetter || position > start && (source[position].isDigit || source[position] == UInt8(ascii: "-")) {
      position += 1
    }
    return position
  }

  private static func closingTagEnd(_ source: Source, _ start: Int, _ end: Int) -> Int? {
    let position = source.skippingBlanks(from: nameEnd(source, start, end), to: end)
    return position < end && source[position] == UInt8(ascii: ">") ? position + 1 : nil
  }

  private static func openTagEnd(_ source: Source, _ start: Int, _ end: Int) -> Int? {
    var position = nameEnd(source, start, end)
    while true {
      let afterBlanks = source.skippingBlanks(from: position, to: end)
      guard afterBlanks < end else { return nil }
      if source[afterBlanks] == UInt8(ascii: ">") { return afterBlanks + 1 }
      if source[afterBlanks] == UInt8(ascii: "/") {
        return afterBlanks + 1 < end && source[afterBlanks + 1] == UInt8(ascii: ">") ? afterBlanks + 2 : nil
      }
      guard afterBlanks > position, let next = attributeEnd(source, afterBlanks, end) else { return nil }
      position = next
    }
  }

  private static func attributeEnd(_ source: Source, _ start: Int, _ end: Int) -> Int? {
    func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
      byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
        || !first && (byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"))
    }
    var position = start
    while position < end, isNameByte(source[position], first: position == start) { position += 1 }
    guard position > start else { return nil }
    let equals = source.skippingBlanks(from: position, to: end)
    guard equals < end, source[equals] == UInt8(ascii: "=") else { return position }
    let value = source.skippingBlanks(from: equals + 1, to: end)
    guard value < end else { return nil }
    let quote = source[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = source.offset(of: quote, from: value + 1, to: end)
      return close < end ? close + 1 : nil
    }
    position = value
    while position < end, !source[position].isBlank, !"\"'=<>`".utf8.contains(source[position]) { position += 1 }
    return position > value ? position : nil
  }

  private static func isBlockName(_ name: String) -> Bool {
    switch name {
    case "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
      "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
      "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
      "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody",
      "td", "tfoot", "th", "thead", "title", "tr", "track", "ul":
      true
    default: false
    }
  }
}
