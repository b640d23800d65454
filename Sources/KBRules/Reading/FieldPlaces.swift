import KBModel

/// Places and paths in one front matter, for rules that may report many of its values.
///
/// `FrontMatter.path(of:)` and `span(of:)` walk the front matter each time, which is right for a finding or two. This walks
/// it once.
struct FieldPlaces {
  private let frontMatter: FrontMatter
  private let source: [UInt8]
  private let lines: LineTable
  /// By node, the node that holds it, and its position there.
  private let parents: [Int32]
  private let positions: [Int32]

  init(_ frontMatter: FrontMatter) {
    self.frontMatter = frontMatter
    source = Array(frontMatter.buffer[..<Int(frontMatter.sourceCount)])
    lines = LineTable(of: source)
    var parents = [Int32](repeating: -1, count: frontMatter.nodes.count)
    var positions = [Int32](repeating: 0, count: frontMatter.nodes.count)
    for index in frontMatter.nodes.indices {
      var position: Int32 = 0
      for child in frontMatter.children(of: index) {
        parents[child] = Int32(index)
        positions[child] = position
        position += 1
      }
    }
    self.parents = parents
    self.positions = positions
  }

  /// Where a value stands, or its key where the value was left out.
  func span(ofValue index: Int) -> SourceSpan {
    let node = frontMatter.nodes[index]
    return lines.span(of: node.value.isEmpty ? node.key : node.value, in: source)
  }

  /// The path of a value as findings name it: `covers[1]`, `consent.basis`.
  func path(of index: Int) -> String {
    guard parents[index] >= 0 else { return "" }
    let parent = Int(parents[index])
    let prefix = path(of: parent)
    if frontMatter.nodes[parent].kind == .sequence { return "\(prefix)[\(positions[index])]" }
    return prefix.isEmpty ? frontMatter.key(of: index) : "\(prefix).\(frontMatter.key(of: index))"
  }
}

/// The places of the front matter that was asked about last: findings come file by file.
struct LastFieldPlaces {
  private var last: (path: String, places: FieldPlaces)?

  /// The places of a file's front matter; `nil` where it has none.
  mutating func places(of file: FileFacts) -> FieldPlaces? {
    if let last, last.path == file.path { return last.places }
    guard let frontMatter = file.frontMatter else { return nil }
    let places = FieldPlaces(frontMatter)
    last = (file.path, places)
    return places
  }
}
