import KBModel

extension FindingReport {
  /// What a comment under a pull request shows.
  package struct MarkdownStyle: Sendable {
    /// Informations are only counted otherwise.
    package var showsInfos: Bool
    /// The most findings that are listed; the rest is counted. A comment has at most 65,536 characters on GitHub.
    package var limit: Int

    package init(showsInfos: Bool = false, limit: Int = 50) {
      self.showsInfos = showsInfos
      self.limit = limit
    }
  }

  /// A list for a comment, the most severe first. Messages and places only: a comment outlives what git can forget.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func markdown(_ style: MarkdownStyle = MarkdownStyle(), prefix: String = "") -> String {
    let read = "\(Plural.count(summary.records, "record")) in \(Plural.count(summary.files, "file"))"
    guard summary.errors + summary.warnings + summary.infos > 0 else { return "**\(read): nothing to report.**\n" }
    let counts = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "information")]
      .filter { $0.0 > 0 }.map { Plural.count($0, $1) }
    var text = "**\(counts.joined(separator: ", "))** in \(read)\n"
    let listed = mostSevereFirst.filter { $0.severity > .info || style.showsInfos }
    var used = text.utf8.count
    var shown = 0
    for finding in listed.prefix(style.limit) {
      var entry = shown > 0 && listed[shown - 1].severity == finding.severity ? "" : "\n\(Self.heading(finding.severity))\n\n"
      entry += Self.entry(finding, prefix)
      guard used + entry.utf8.count <= Self.longest else { break }
      text += entry
      used += entry.utf8.count
      shown += 1
    }
    let cut = listed.count - shown
    if cut > 0 { text += "\n\(cut) more: run `kb validate`\(shown > 0 ? ", which shows all" : "").\n" }
    return text
  }

  /// Room for what else a comment says, below GitHub's limit.
  private static let longest = 60_000

  private static func heading(_ severity: Severity) -> String {
    switch severity {
    case .error: "**Errors**"
    case .warning: "**Warnings**"
    case .info: "**Informations**"
    }
  }

  private static func entry(_ finding: Finding, _ prefix: String) -> String {
    let place = MarkdownText.code("\(path(finding.path, in: prefix)):\(finding.span.start.line)")
    return "- \(place) \(finding.code) \(MarkdownText.code(finding.rule)): \(MarkdownText.escaped(sentences(of: finding)))\n"
  }
}
