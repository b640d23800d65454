import KBModel

/// KB206: a link to a heading or block that its record does not have.
struct AnchorUnresolved: BaseRule {
  static let description = RuleDescription(
    code: "KB206", name: "anchor-unresolved", severity: .warning,
    summary: "`[[id#Heading]]` or `[[id#^block]]` names a place that is not there.",
    rationale: """
      Such a link says "read it for yourself, here". When the quote or heading is gone, the reader has to take our word for \
      it.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n# History\n\nSee ↓[[acme#History]] and ↓[[#^q9]].\n")
    ],
    good: [
      Example([
        ("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\n## Two plants\n\nBoth run nights. ^nights\n"),
        ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: smb\nstage: trial\n---\n\nAs [[birch#two plants]], see [[birch#^nights]] and [[acme]].\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard findings.isOn(Self.self) else { return }
    var known: [Int: Places] = [:]
    // By record, the text that was found there last: many talks link to the same heading.
    var found = [Int32](repeating: -1, count: base.graph.files.count)
    for place in base.resolved.anchored where found[Int(place.record)] != place.text {
      let (file, i) = (base.graph.files[Int(place.file)], Int(place.record))
      let link = file.links[Int(place.link)]
      guard let anchor = link.anchor else { continue }
      if known[i] == nil { known[i] = Places(base.graph.files[i]) }
      guard known[i]?.contains(anchor) == false else {
        found[i] = place.text
        continue
      }
      findings.add(
        Self.self, in: file, at: link.span, message: message(anchor, base.graph.files[i]), help: help(anchor),
        subject: "[[\(link.target)#\(anchor)]]")
    }
  }

  /// The places of a record that a link may lead to. Nearly all links write a heading as it stands: the rest is made when asked for.
  private struct Places {
    private let record: FileFacts
    private let headings: Set<String>
    private lazy var folded = Set(record.headings.map { AnchorUnresolved.folded($0) })
    private lazy var blocks = Set(record.blockIDs)

    init(_ record: FileFacts) {
      self.record = record
      headings = Set(record.headings)
    }

    mutating func contains(_ anchor: String) -> Bool {
      if anchor.utf8.first == UInt8(ascii: "^") { return blocks.contains(String(anchor.dropFirst())) }
      if headings.contains(anchor) || folded.contains(AnchorUnresolved.folded(anchor)) { return true }
      // `[[id#Chapter#Section]]` names the section.
      return anchor.split(separator: "#").last.map { folded.contains(AnchorUnresolved.folded($0)) } ?? false
    }
  }

  /// In lower case, runs of blanks as one, none at the ends.
  private static func folded(_ heading: some StringProtocol) -> String {
    heading.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension AnchorUnresolved {
  /// So many headings or blocks are looked through for the one that was meant.
  private static let limit = 200

  fileprivate static func message(_ anchor: String, _ record: FileFacts) -> String {
    if anchor.utf8.first == UInt8(ascii: "^") {
      let known = record.blockIDs.prefix(limit).map { "^\($0)" }
      return "'\(record.id)' has no block '\(anchor)', so that nobody can look it up\(NearestWord.question(for: anchor, among: known))"
    }
    return "'\(record.id)' has no heading '\(anchor)', so that nobody can look it up\(NearestWord.question(for: anchor, among: record.headings.prefix(limit)))"
  }

  fileprivate static func help(_ anchor: String) -> String {
    anchor.utf8.first == UInt8(ascii: "^")
      ? "Correct the block id, or write '\(anchor)' at the end of the block that is meant."
      : "Correct the heading, or link to the record alone."
  }
}
