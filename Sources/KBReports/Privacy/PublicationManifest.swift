package import KBModel
package import KBPrivacy

/// What a published copy holds and leaves out, for whoever reads it. Ids of what was left out stand there only where the audience
/// may see them.
package struct PublicationManifest: Sendable, Equatable {
  package var summary: PublicationSummary
  /// The knowledge base's name.
  package var name: String
  package var day: CalendarDate

  package init(_ summary: PublicationSummary, name: String, day: CalendarDate) {
    self.summary = summary
    self.name = name
    self.day = day
  }

  /// The text of `MANIFEST.md`.
  package func markdown() -> String {
    let title = summary.audience == .public ? "Published evidence" : name
    var text = "# \(MarkdownText.escaped(title)), for \(audience)\n\n"
    text += "A copy made with `kb publish --audience \(summary.audience.rawValue)` on \(day). Do not change it: make it again.\n\n"
    text += "## What is in it\n\n"
    for (type, count) in summary.records.sorted(by: { $0.key < $1.key }) { text += "- \(Plural.count(count, "record")) of type \(MarkdownText.escaped(type))\n" }
    if summary.records.isEmpty { text += "Nothing.\n" }
    text += "\n## What was left out\n\n" + leftOut
    text += "\n## What was changed\n\n"
    for change in changes { text += "- \(change)\n" }
    return text
  }

  /// A line for the terminal.
  package func sentence() -> String {
    "\(Plural.count(summary.records.values.reduce(0, +), "record")) published, \(summary.leftOut.count) left out; MANIFEST.md says why"
  }

  private var audience: String {
    switch summary.audience {
    case .sales: "sales"
    case .company: "the company"
    case .public: "anybody"
    }
  }

  private var leftOut: String {
    guard !summary.leftOut.isEmpty else { return "Nothing.\n" }
    if summary.audience == .public {
      var counts: [String: Int] = [:]
      for item in summary.leftOut { counts["\(item.type): \(item.reason.rawValue)", default: 0] += 1 }
      return counts.sorted { $0.key < $1.key }.map { "- \($0.value) of type \(MarkdownText.escaped($0.key))\n" }.joined()
    }
    return summary.leftOut.map { "- \(MarkdownText.escaped($0.id)): \($0.reason.rawValue)\n" }.joined()
  }

  private var changes: [String] {
    var changes = [
      "\(Plural.count(summary.roles, "pseudonym")) became \(summary.roles == 1 ? "a role" : "roles")",
      "\(Plural.count(summary.personalData, "place")) with personal data redacted",
      "\(Plural.count(summary.names, "name")) taken out",
      "\(Plural.count(summary.repeats, "passage")) that repeated withheld words taken out",
      "\(Plural.count(summary.withheldQuotes, "quote")) withheld from records that are here",
    ]
    switch summary.audience {
    case .sales: changes.append("notes of talks left out; questions and quotes stay")
    case .company: break
    case .public:
      changes.append("customers and talks go by numbers, dates by their month; texts of records, notes and questions left out")
    }
    return changes
  }
}
