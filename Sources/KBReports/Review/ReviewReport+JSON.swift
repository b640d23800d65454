internal import KBEvidence
internal import KBModel

extension ReviewReport {
  /// The review as JSON of the schema `kb.review/1`, with a line end after it.
  ///
  /// A standing is written as the report on it is, so that the review equals the difference of two reports.
  package func json() -> String { JSON.document(Document(report: self)) }
}

private struct Document: Encodable {
  let report: ReviewReport

  enum Key: String, CodingKey { case schema, base, head, baseName, headName, asOf, verdicts, records, evidence, findings }
  enum Difference: String, CodingKey { case added, removed, renamed, changed, new, fixed, before, after }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("kb.review/1", forKey: .schema)
    // Ids of commits: null for the index, the work tree, and a base in which there was nothing.
    try object.encode(report.base.commit, forKey: .base)
    try object.encode(report.head.commit, forKey: .head)
    try object.encode(report.base.name, forKey: .baseName)
    try object.encode(report.head.name, forKey: .headName)
    var days = object.nestedContainer(keyedBy: Difference.self, forKey: .asOf)
    try days.encode(report.base.asOf.description, forKey: .before)
    try days.encode(report.head.asOf.description, forKey: .after)
    try object.encode(report.moved.map { VerdictEntry(change: $0, report: report) }, forKey: .verdicts)

    var records = object.nestedContainer(keyedBy: Difference.self, forKey: .records)
    try records.encode(ids { $0 == .added }, forKey: .added)
    try records.encode(ids { $0 == .removed }, forKey: .removed)
    try records.encode(report.records.compactMap(RenamedEntry.init), forKey: .renamed)
    // A record that moved to another folder only keeps its id: it is changed, as is one that was renamed and edited.
    try records.encode(
      report.records.filter { record in
        switch record.kind {
        case .added, .removed: false
        case .changed: true
        case .renamed: record.oldID == nil || record.isEdited
        }
      }.map(\.id), forKey: .changed)

    var evidence = object.nestedContainer(keyedBy: Difference.self, forKey: .evidence)
    func entries(_ isWanted: (QuoteChange) -> Bool) -> [EvidenceEntry] {
      report.evidence.filter { isWanted($0.quote) }.map { EvidenceEntry(entry: $0, showsWords: report.showsQuotes) }
    }
    try evidence.encode(entries { $0.before == nil }, forKey: .added)
    try evidence.encode(entries { $0.after == nil }, forKey: .removed)
    try evidence.encode(entries { $0.before != nil && $0.after != nil }, forKey: .changed)

    var findings = object.nestedContainer(keyedBy: Difference.self, forKey: .findings)
    try findings.encode(report.findings.new.map(FindingEntry.init), forKey: .new)
    try findings.encode(report.findings.fixed.map(FindingEntry.init), forKey: .fixed)
  }

  private func ids(_ isWanted: (RecordChange.Kind) -> Bool) -> [String] { report.records.filter { isWanted($0.kind) }.map(\.id) }
}

private struct VerdictEntry: Encodable {
  let change: StandingChange
  let report: ReviewReport

  enum Key: String, CodingKey { case useCase, before, after, because }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(change.id, forKey: .useCase)
    try object.encode(change.before.map { entry($0, report.titles.before) }, forKey: .before)
    try object.encode(change.after.map { entry($0, report.titles.after) }, forKey: .after)
    let words = StandingChangeWords(change: change, base: report.base, head: report.head)
    try object.encode(words.because.map(\.withPlainSpaces), forKey: .because)
  }

  private func entry(_ standing: UseCaseStanding, _ titles: [String: String]) -> StandingEntry {
    StandingEntry(row: MarketReport.Row(standing: standing, title: titles[standing.id] ?? ""), customer: nil)
  }
}

private struct RenamedEntry: Encodable {
  let from, to: String

  init?(_ record: RecordChange) {
    guard let old = record.oldID else { return nil }
    (from, to) = (old, record.id)
  }
}

private struct EvidenceEntry: Encodable {
  let entry: EvidenceChange
  let showsWords: Bool

  enum Key: String, CodingKey { case record, customer, before }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(entry.record, forKey: .record)
    try object.encode(entry.customer, forKey: .customer)
    guard let state = entry.quote.state else { return }
    if let before = entry.quote.before, entry.quote.after != nil {
      try object.encode(QuoteEntry(state: before, showsWords: showsWords), forKey: .before)
    }
    // In the same object: a quote is told where it stands.
    try QuoteEntry(state: state, showsWords: showsWords).encode(to: encoder)
  }
}
