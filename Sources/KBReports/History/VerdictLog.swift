package import KBEvidence
package import KBModel

/// When the verdict on a use case changed, by which commit, and why.
package struct VerdictLog: Sendable {
  package struct Entry: Sendable {
    /// The commit's id, day (in the committer's time zone) and first line.
    package var commit: String
    package var date: CalendarDate
    package var summary: String
    package var change: StandingChange
    package var before, after: ReviewReport.Side
    package var renamedFrom: String?
    /// Ids of talks and field notes that the commit changed and that bear on the use case.
    package var evidence: [String]

    package init(
      commit: String, date: CalendarDate, summary: String, change: StandingChange, before: ReviewReport.Side, after: ReviewReport.Side,
      renamedFrom: String?, evidence: [String]
    ) {
      self.commit = commit
      self.date = date
      self.summary = summary
      self.change = change
      self.before = before
      self.after = after
      self.renamedFrom = renamedFrom
      self.evidence = evidence
    }
  }

  package var useCase, title: String
  /// The newest first.
  package var entries: [Entry]

  package init(useCase: String, title: String, entries: [Entry]) {
    self.useCase = useCase
    self.title = title
    self.entries = entries
  }

  // MARK: Text

  /// The log for a terminal.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.title(useCase, title)
    if entries.isEmpty { page.paragraph("No commit of this history has a verdict on it.") }
    for entry in entries {
      page.blank()
      page.line(page.paint.strong("\(entry.date)  \(entry.commit.prefix(7))") + "  " + TerminalText.safe(entry.summary).truncated(to: page.width - 21))
      page.fact(Fact("verdict", Self.movement(entry.change)))
      if let old = entry.renamedFrom { page.fact(Fact("renamed", "from \(old)")) }
      for (i, sentence) in because(entry).enumerated() { page.fact(Fact(i == 0 ? "because" : "", sentence)) }
      if !entry.evidence.isEmpty { page.fact(Fact("evidence", listed(entry.evidence, atMost: 6))) }
    }
    return page.text
  }

  private static func movement(_ change: StandingChange) -> String {
    let after = StandingChangeWords.verdict(change.after)
    return change.before == nil ? after : "\(StandingChangeWords.verdict(change.before)) → \(after)"
  }

  private func because(_ entry: Entry) -> [String] {
    StandingChangeWords(change: entry.change, base: entry.before, head: entry.after).because
  }

  // MARK: JSON

  /// The log as JSON of the schema `kb.log/1`.
  package func json() -> String {
    JSON.document(
      LogDocument(
        useCase: useCase, title: title,
        entries: entries.map { entry in LogEntry(entry: entry, because: because(entry).map(\.withPlainSpaces)) }))
  }
}

private struct LogDocument: Encodable {
  var schema = "kb.log/1"
  var useCase, title: String
  var entries: [LogEntry]
}

private struct LogEntry: Encodable {
  let entry: VerdictLog.Entry
  let because: [String]

  enum Key: String, CodingKey { case commit, date, summary, before, after, because, renamedFrom, evidence }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(entry.commit, forKey: .commit)
    try object.encode(entry.date.description, forKey: .date)
    try object.encode(entry.summary, forKey: .summary)
    try object.encode(entry.change.before.map(StandingPoint.init), forKey: .before)
    try object.encode(entry.change.after.map(StandingPoint.init), forKey: .after)
    try object.encode(because, forKey: .because)
    try object.encode(entry.renamedFrom, forKey: .renamedFrom)
    try object.encode(entry.evidence, forKey: .evidence)
  }
}

/// The figures of a verdict that a history shows.
struct StandingPoint: Encodable, Sendable, Equatable {
  let verdict: Verdict
  let reason: VerdictReason
  let asked, supporters, grounded: Int
  let groundedBreadth: Double?
  let topCustomer: String?
  let topShare: Double?

  init(_ standing: UseCaseStanding) {
    (verdict, reason) = (standing.verdict, standing.reason)
    let figures = standing.statistics
    (asked, supporters, grounded) = (figures.asked, figures.supporters, figures.grounded)
    groundedBreadth = figures.groundedBreadth
    (topCustomer, topShare) = (figures.topCustomer, figures.topShare)
  }

  enum Key: String, CodingKey { case verdict, reason, asked, supporters, grounded, groundedBreadth, topCustomer, topShare }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(verdict, forKey: .verdict)
    try object.encode(reason, forKey: .reason)
    try object.encode(asked, forKey: .asked)
    try object.encode(supporters, forKey: .supporters)
    try object.encode(grounded, forKey: .grounded)
    // Undefined is null.
    try object.encode(groundedBreadth, forKey: .groundedBreadth)
    try object.encode(topCustomer, forKey: .topCustomer)
    try object.encode(topShare, forKey: .topShare)
  }
}
