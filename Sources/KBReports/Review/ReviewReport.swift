package import KBEvidence
package import KBModel

/// What a change does to what is believed: verdicts that move and why, evidence that comes and goes, new findings.
///
/// The same value renders as `markdown` (a comment under a pull request), `text` and `json`. No words of a customer are in it
/// unless ``showsQuotes`` is set: a comment outlives what git can forget.
package struct ReviewReport: Sendable {
  /// One of the two states.
  package struct Side: Sendable, Equatable {
    /// As it was asked for: a revision, `the index`, `the work tree`.
    package var name: String
    /// The commit's id; `nil` where it is none.
    package var commit: String?
    /// The day its verdicts hold for.
    package var asOf: CalendarDate
    /// The share of customers that makes a market, and the days that evidence counts.
    package var share: Double
    package var windowDays: Int

    package init(name: String, commit: String?, asOf: CalendarDate, share: Double, windowDays: Int) {
      self.name = name
      self.commit = commit
      self.asOf = asOf
      self.share = share
      self.windowDays = windowDays
    }
  }

  package var base, head: Side
  /// Every use case of either state.
  package var standings: [StandingChange]
  /// Titles of use cases by id, before and after.
  package var titles: (before: [String: String], after: [String: String])
  package var records: [RecordChange]
  package var evidence: [EvidenceChange]
  package var findings: FindingDifference
  package var showsQuotes: Bool

  package init(
    base: Side, head: Side, standings: [StandingChange], titles: (before: [String: String], after: [String: String]),
    records: [RecordChange], evidence: [EvidenceChange], findings: FindingDifference, showsQuotes: Bool = false
  ) {
    self.base = base
    self.head = head
    self.standings = standings
    self.titles = titles
    self.records = records
    self.evidence = evidence
    self.findings = findings
    self.showsQuotes = showsQuotes
  }
}

// MARK: - Parts

extension ReviewReport {
  /// The use cases whose verdict or reason is another one, or that came or went.
  var moved: [StandingChange] { standings.filter(\.isVerdict) }

  /// The use cases that keep their verdict while what it rests on changed.
  var steady: [StandingChange] { standings.filter { !$0.isVerdict && $0.isOfEvidence } }

  /// Whether nothing changed that a reviewer would have to look at.
  var isEmpty: Bool {
    moved.isEmpty && steady.isEmpty && records.isEmpty && evidence.isEmpty && findings.new.isEmpty && findings.fixed.isEmpty
  }

  /// Verdicts that this change brought within one customer of another one.
  var near: [NearVerdict] {
    standings.filter { $0.isOfEvidence }.compactMap(\.after).compactMap { $0.nearVerdicts(share: head.share).first }
  }

  /// The verdict that is nearest to another one, a better one before a worse one.
  var nearest: NearVerdict? {
    let all = standings.compactMap(\.after).flatMap { $0.nearVerdicts(share: head.share) }
    return all.first { $0.step == .oneMore } ?? all.first
  }

  func standing(_ id: String) -> UseCaseStanding? { standings.first { $0.id == id }?.after }

  /// What a reviewer should read: evidence whose question prompted it, or whose words do not bear its grade.
  var remarks: [Remark] {
    let prompted = evidence.compactMap { entry -> Remark? in
      guard let now = entry.quote.after, let fault = now.prompting, entry.quote.before?.prompting == nil else { return nil }
      let grade = (now.grade ?? .opinion).rawValue
      return Remark(
        record: entry.record, path: entry.path, line: now.line, quote: now.quote,
        words: "a faulty question (\(fault.rawValue)) prompted it, so this \(grade) is not counted")
    }
    let mislabelled = findings.new.filter { Self.labelRules.contains($0.code) }.map { finding in
      Remark(
        record: finding.record ?? finding.path, path: finding.path, line: Int(finding.span.start.line),
        quote: quote(atLine: Int(finding.span.start.line), of: finding.record), words: finding.message)
    }
    return prompted + mislabelled
  }

  struct Remark {
    var record, path: String
    var line: Int
    var quote: String?
    var words: String
  }

  /// Grades that the words do not bear, and two grades in one quote.
  private static let labelRules: Set<String> = ["KB602", "KB603"]

  private func quote(atLine line: Int, of record: String?) -> String? {
    evidence.filter { $0.record == record }.compactMap(\.quote.after).last { $0.line <= line }?.quote
  }

  /// New findings that are not among the remarks, without informations, the most severe first.
  var shownFindings: [Finding] {
    let others = findings.new.filter { !Self.labelRules.contains($0.code) }
    return others.filter { $0.severity == .error } + others.filter { $0.severity == .warning }
  }

  // MARK: Counts

  /// "3 talks, 6 quotes added": what the change consists of; empty where it is nothing of that.
  var contents: String {
    let talks = records.count { $0.type == "session" && $0.kind == .added }
    let notes = records.count { $0.type == "field-note" && $0.kind == .added }
    let others = records.count { !["session", "field-note"].contains($0.type) && $0.kind == .added }
    var added: [String] = []
    if talks > 0 { added.append(counted(talks, "talk")) }
    if notes > 0 { added.append(counted(notes, "note") + " from the field") }
    if others > 0 { added.append(counted(others, talks + notes > 0 ? "other record" : "record")) }
    let quotes = evidence.count { $0.quote.before == nil }
    if quotes > 0 { added.append(counted(quotes, "quote")) }
    var parts = added.isEmpty ? [] : [added.joined(separator: ", ") + " added"]
    func tell(_ count: Int, _ noun: String, _ what: String) {
      if count > 0 { parts.append("\(counted(count, noun)) \(what)") }
    }
    tell(records.count { $0.kind == .changed }, "record", "changed")
    tell(records.count { if case .renamed = $0.kind { true } else { false } }, "record", "renamed or moved")
    tell(records.count { $0.kind == .removed }, "record", "removed")
    tell(evidence.count { $0.quote.isRegraded }, "quote", "regraded")
    tell(evidence.count { $0.quote.isMoved }, "quote", "moved to another use case")
    tell(evidence.count { $0.quote.after == nil }, "quote", "removed")
    return parts.joined(separator: ", ")
  }

  /// "1 new error, 2 new warnings", or that there are none.
  var findingCounts: String {
    let (errors, warnings) = (findings.new.count { $0.severity == .error }, findings.new.count { $0.severity == .warning })
    var parts = ["\(errors) new \(errors == 1 ? "error" : "errors")", "\(warnings) new \(warnings == 1 ? "warning" : "warnings")"]
    let fixed = findings.fixed.count { $0.severity > .info }
    if fixed > 0 { parts.append("\(fixed) fixed") }
    return parts.joined(separator: ", ")
  }

  /// What the comment is headed with.
  var headline: String {
    let errors = findings.new.count { $0.severity == .error }
    let verdicts = moved.isEmpty ? "no verdict moves" : moved.count == 1 ? "1 verdict moves" : "\(moved.count) verdicts move"
    return "\(verdicts), \(errors == 0 ? "nothing is broken" : "\(counted(errors, "new error"))")"
  }

  func title(_ change: StandingChange) -> String { titles.after[change.id] ?? titles.before[change.before?.id ?? change.id] ?? "" }
}
