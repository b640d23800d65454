import KBModel

/// The facts of a competitor, with the nodes of what they say.
struct CompetitorFacts: Sequence, IteratorProtocol {
  struct Fact {
    let frontMatter: FrontMatter
    /// The mapping.
    let node: Int
    /// Its place in the list, from 0.
    let place: Int

    func value(_ key: String) -> Int? {
      frontMatter.child(of: node, key: key).flatMap { frontMatter.isBlank($0) ? nil : $0 }
    }

    /// The first key with its value, on one line.
    var range: ByteRange {
      let first = frontMatter.nodes[node + 1]
      return ByteRange(Int(first.key.start), Int(Swift.max(first.key.end, first.value.end)))
    }

    /// What a finding about it is called by, however the facts are sorted.
    var subject: String { value("text").map { frontMatter.text(of: $0) } ?? String(place) }
  }

  private let frontMatter: FrontMatter
  private var entries: FrontMatter.Children
  private var place = 0

  /// `nil` for a file that is no competitor, or has no facts.
  init?(_ file: borrowing FileReading) {
    guard file.type?.name == "competitor", let frontMatter = file.document.frontMatter, let list = frontMatter["facts"],
      frontMatter.nodes[list].kind == .sequence
    else { return nil }
    self.frontMatter = frontMatter
    entries = frontMatter.children(of: list)
  }

  mutating func next() -> Fact? {
    while let node = entries.next() {
      defer { place += 1 }
      if frontMatter.nodes[node].kind == .mapping, Int(frontMatter.nodes[node].next) > node + 1 {
        return Fact(frontMatter: frontMatter, node: node, place: place)
      }
    }
    return nil
  }
}
