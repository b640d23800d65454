import CCMarkGFM

/// The block structure that cmark-gfm reads, in the words of `Document.outline`, with line ranges as cmark tells them.
struct CMarkBlock: Equatable {
  var kind: String
  var depth: Int
  var firstLine: Int
  var lastLine: Int
}

func cmarkBlocks(_ text: [UInt8]) -> [CMarkBlock] {
  let root = text.withUnsafeBufferPointer { bytes in
    bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
  }
  guard let root else { return [] }
  defer { cmark_node_free(root) }
  var blocks: [CMarkBlock] = []
  let iterator = cmark_iter_new(root)
  defer { cmark_iter_free(iterator) }
  var depth = 0
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { break }
    guard let node = cmark_iter_get_node(iterator) else { continue }
    guard let kind = kind(of: node) else { continue }
    let isContainer = kind == "quote" || kind == "li" || kind == "oli"
    if event == CMARK_EVENT_ENTER {
      let first = Int(cmark_node_get_start_line(node))
      // cmark's last line of code and HTML depends on what ended it; the text itself does not.
      var last = Int(cmark_node_get_end_line(node))
      if kind == "fence" || kind == "code" || kind == "html" {
        var literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        // Blank lines at the end of an HTML block belong to nobody, here.
        if kind == "html" { while literal.utf8.last.map({ $0 == 0x0A || $0 == 0x20 || $0 == 0x09 }) == true { literal.unicodeScalars.removeLast() } }
        if kind == "html" { literal += "\n" }
        last = first + literal.utf8.count { $0 == 0x0A } - (kind == "fence" ? 0 : 1)
      }
      blocks.append(CMarkBlock(kind: kind, depth: depth, firstLine: first, lastLine: last))
      if isContainer { depth += 1 }
    } else if isContainer {
      depth -= 1
    }
  }
  return blocks
}

private func kind(of node: OpaquePointer) -> String? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HEADING: "h\(cmark_node_get_heading_level(node))"
  case CMARK_NODE_PARAGRAPH: "p"
  case CMARK_NODE_ITEM: cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST ? "oli" : "li"
  case CMARK_NODE_BLOCK_QUOTE: "quote"
  case CMARK_NODE_CODE_BLOCK: isFenced(node) ? "fence" : "code"
  case CMARK_NODE_HTML_BLOCK: "html"
  case CMARK_NODE_THEMATIC_BREAK: "hr"
  default: nil
  }
}

private func isFenced(_ node: OpaquePointer) -> Bool {
  var length: CInt = 0
  var offset: CInt = 0
  var character: CChar = 0
  return cmark_node_get_fenced(node, &length, &offset, &character) == 1
}
