import KBModel

/// KB107: a segment written in two ways.
struct SegmentLookalike: BaseRule {
  static let description = RuleDescription(
    code: "KB107", name: "segment-lookalike", severity: .warning,
    summary: "Two segments differ only in case, blanks or hyphens, and `segments` is not set.",
    rationale: """
      A need counts as the market's only when it is met in a second segment. One segment in two spellings looks like two, \
      and a niche passes for a market.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: public-sector\nstage: trial\n---\n"),
        ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: ↓Public sector\nstage: trial\n---\n"),
        ("customers/dune.md", "---\ntype: customer\nname: Dune\nsegment: public-sector\nstage: trial\n---\n"),
      ])
    ],
    good: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: public-sector\nstage: trial\n---\n"),
        ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: private-sector\nstage: trial\n---\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard base.configuration.segments == nil else { return }
    var counts: [String: Int] = [:]
    forEachSegment(base) { _, _, name in counts[name, default: 0] += 1 }

    var spellings: [String: [String]] = [:]
    for name in counts.keys { spellings[FoldedName.vocabularyWord(name), default: []].append(name) }
    var replacements: [String: String] = [:]
    for names in spellings.values where names.count > 1 {
      let kept = names.min { isKept($0, before: $1, counts) } ?? names[0]
      for name in names where name != kept { replacements[name] = kept }
    }
    guard !replacements.isEmpty else { return }

    var fields = LastFieldPlaces()
    forEachSegment(base) { file, node, name in
      guard let kept = replacements[name], let places = fields.places(of: file) else { return }
      findings.add(
        Self.self, in: file, at: places.span(ofValue: node), field: places.path(of: node), message: message(name, kept),
        help: help(kept), subject: "segment \(name)")
    }
  }

  /// The more frequent spelling; of equals the one that is an id, then the first by the alphabet.
  private static func isKept(_ a: String, before b: String, _ counts: [String: Int]) -> Bool {
    let (x, y) = (counts[a] ?? 0, counts[b] ?? 0)
    if x != y { return x > y }
    let (p, q) = (RecordID.isValid(a), RecordID.isValid(b))
    return p == q ? a < b : p
  }

  /// Every place where a customer or persona names a segment.
  private static func forEachSegment(_ base: BaseReading, _ body: (FileFacts, Int, String) -> Void) {
    let places = base.graph.places(ofType: "customer") + base.graph.places(ofType: "persona")
    for place in places {
      let file = base.graph.files[Int(place)]
      let field = file.type == "customer" ? "segment" : "segments"
      guard let frontMatter = file.frontMatter, let node = frontMatter[field] else { continue }
      func visit(_ node: Int) {
        guard frontMatter.nodes[node].kind == .scalar, !frontMatter.isNull(node) else { return }
        let name = frontMatter.text(of: node)
        if !name.isEmpty { body(file, node, name) }
      }
      guard frontMatter.nodes[node].kind == .sequence else {
        visit(node)
        continue
      }
      for child in frontMatter.children(of: node) {
        if frontMatter.nodes[child].kind == .mapping {
          if let value = frontMatter.child(of: child, key: "value") { visit(value) }
        } else {
          visit(child)
        }
      }
    }
  }
}

extension SegmentLookalike {
  fileprivate static func message(_ name: String, _ kept: String) -> String {
    "segment '\(name)' is also written '\(kept)': one segment counts as two, and a niche may pass for a market"
  }

  fileprivate static func help(_ kept: String) -> String { "Write '\(kept)', and list your segments under 'segments' in 'kb.yaml'." }
}
