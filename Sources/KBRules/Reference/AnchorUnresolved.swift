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
    var headings: [Int: Set<String>] = [:]
    var blocks: [Int: Set<String>] = [:]
    base.forEachLink { file, link, target in
      guard let anchor = link.anchor, case .record(let i) = target else { return }
      let record = base.graph.files[i]
      if anchor.utf8.first == UInt8(ascii: "^") {
        let known = blocks[i] ?? Set(record.blockIDs)
        blocks[i] = known
        if known.contains(String(anchor.dropFirst())) { return }
      } else {
        let known = headings[i] ?? Set(record.headings.map(folded))
        headings[i] = known
        // `[[id#Chapter#Section]]` names the section.
        if known.contains(folded(anchor)) || anchor.split(separator: "#").last.map({ known.contains(folded($0)) }) == true { return }
      }
      findings.add(
        Self.self, in: file, at: link.span, message: message(anchor, record), help: help(anchor),
        subject: "[[\(link.target)#\(anchor)]]")
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
