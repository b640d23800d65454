internal import KBEvidence
internal import KBModel

extension ReviewReport {
  /// What a workflow looks for to update its comment instead of posting another one.
  package static let marker = "<!-- kb-review -->"

  /// The most that is listed of anything; the rest is counted. A comment has at most 65,536 characters on GitHub.
  private static let listLimit = 20

  /// One comment for a pull request.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository.
  package func markdown(prefix: String = "") -> String {
    guard !isEmpty else { return "\(Self.marker)\n\(escaped(emptyWords))\n" }
    var parts = ["### kb: \(escaped(headline))\n\(escaped(counts))"]
    if !moved.isEmpty { parts.append(movedTable) }
    if !steadyLines.isEmpty { parts.append(list("Verdicts that stay", steadyLines.map(escaped))) }
    if !near.isEmpty { parts.append("**Almost:** " + escaped(listedSentences(near.map(words), atMost: 3))) }
    if !remarks.isEmpty { parts.append(list("Please read", remarks.map { remark($0, prefix) }, isNumbered: true)) }
    let findings = shownFindings
    if !findings.isEmpty { parts.append(list("New findings", findings.map { entry($0, prefix) })) }
    if showsQuotes, !evidence.isEmpty { parts.append(list("Quotes", evidence.map(quoted))) }
    return Self.marker + "\n" + parts.joined(separator: "\n\n") + "\n"
  }

  /// "3 talks, 6 quotes added · 0 new errors, 2 new warnings"
  var counts: String { [contents, findingCounts].filter { !$0.isEmpty }.joined(separator: " · ") }

  /// What changed about verdicts that stay.
  var steadyLines: [String] {
    steady.compactMap { change in
      guard let standing = change.after else { return nil }
      let words = StandingChangeWords(change: change, base: base, head: head).inShort
      return words.isEmpty ? nil : "\(change.id) stays \(StandingChangeWords.name(standing)): \(words.joined(separator: "; "))"
    }
  }

  private var movedTable: String {
    let rows = moved.prefix(50).map { change in
      let words = StandingChangeWords(change: change, base: base, head: head)
      let after = escaped(StandingChangeWords.verdict(change.after))
      return [
        escaped(change.id), escaped(StandingChangeWords.verdict(change.before)), change.after == nil ? after : "**\(after)**",
        escaped(words.because.joined(separator: "; ")),
      ]
    }
    var table = MarkdownText.table(["use case", "before", "after", "because"], rows)
    if moved.count > rows.count { table += "\n\(moved.count - rows.count) more: run `kb review`.\n" }
    while table.hasSuffix("\n") { table.removeLast() }
    return table
  }

  private func list(_ title: String, _ lines: [String], isNumbered: Bool = false) -> String {
    var shown: [String] = []
    var used = 0
    for line in lines.prefix(Self.listLimit) where used < 10_000 {
      shown.append("\(isNumbered ? "\(shown.count + 1)." : "-") \(line)")
      used += line.utf8.count
    }
    let rest = lines.count - shown.count
    return (["**\(title)**\n"] + shown + (rest > 0 ? ["", "\(rest) more: run `kb review`."] : [])).joined(separator: "\n")
  }

  private func remark(_ remark: Remark, _ prefix: String) -> String {
    let place = MarkdownText.code("\(FindingReport.path(remark.path, in: prefix)):\(remark.line)")
    return "\(place)\(remark.quote.map { " " + MarkdownText.code($0) } ?? ""): \(escaped(remark.words))"
  }

  private func entry(_ finding: Finding, _ prefix: String) -> String {
    let place = MarkdownText.code("\(FindingReport.path(finding.path, in: prefix)):\(finding.span.start.line)")
    return "\(finding.severity.rawValue) \(place) \(finding.code) \(MarkdownText.code(finding.rule)): \(MarkdownText.escaped(finding.message))"
  }

  private func quoted(_ entry: EvidenceChange) -> String {
    guard let state = entry.quote.state else { return "" }
    let sign = entry.quote.before == nil ? "added" : entry.quote.after == nil ? "removed" : "changed"
    return "\(sign) \(MarkdownText.code(entry.record + (state.quote.map { " \($0)" } ?? ""))): \(escaped(state.words))"
  }

  /// Sentences in a row, the first of them when there are many.
  func listedSentences(_ sentences: [String], atMost limit: Int) -> String {
    sentences.prefix(limit).joined(separator: ". ") + (sentences.count > limit ? ". And \(sentences.count - limit) more" : "") + "."
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text.withPlainSpaces) }
}
