import KBDocuments
import KBModel

/// A document as text, so that a test case is one string and a failure shows where two differ.
extension Document {
  init(_ text: String) { self = DocumentReader().read(Array(text.utf8)) }
  init(yaml text: String) { self = DocumentReader().readYAML(Array(text.utf8)) }

  /// The front matter in flow style: `{type: session, covers: [a, b]}`.
  var fields: String {
    guard let frontMatter else { return "nil" }
    return frontMatter.flow(of: 0)
  }

  /// One line for each block, indented by depth: kind, first and last line, content.
  var outline: [String] {
    body.blocks.map { block in
      var depth = 0
      var parent = block.parent
      while parent >= 0 {
        depth += 1
        parent = body.blocks[Int(parent)].parent
      }
      let lines = "\(line(of: Int(block.range.start)))-\(line(of: max(Int(block.range.start), Int(block.range.end) - 1)))"
      return String(repeating: "  ", count: depth) + "\(block.kind.name) \(lines)"
    }
  }

  func line(of offset: Int) -> Int { lines.lineIndex(of: offset) + 1 }

  func texts(_ ranges: [ByteRange]) -> [String] { ranges.map(text) }
  var questionWords: [String] { texts(body.questions.map(\.words)) }
  var linkTargets: [String] { texts(body.links.map(\.target)) }
  var blockIDNames: [String] { texts(body.blockIDs.map(\.name)) }
  var faultKinds: [DocumentFault.Kind] { faults.map(\.kind) }
}

extension FrontMatter {
  func flow(of index: Int) -> String {
    switch nodes[index].kind {
    case .scalar: text(of: index)
    case .sequence: "[" + children(of: index).map { flow(of: $0) }.joined(separator: ", ") + "]"
    case .mapping: "{" + children(of: index).map { "\(key(of: $0)): \(flow(of: $0))" }.joined(separator: ", ") + "}"
    }
  }
}

extension Block.Kind {
  var name: String {
    switch self {
    case .heading(let level): "h\(level)"
    case .paragraph: "p"
    case .listItem(let ordered): ordered ? "oli" : "li"
    case .blockQuote: "quote"
    case .fencedCode: "fence"
    case .indentedCode: "code"
    case .html: "html"
    case .thematicBreak: "hr"
    }
  }
}
