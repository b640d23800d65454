/// Findings that a team has agreed to live with for now, so that only new ones stop a change.
///
/// It holds no text of a record, only fingerprints: what must be erasable never gets into it.
package struct Baseline: Sendable, Equatable {
  /// Findings with the same key.
  package struct Entry: Sendable, Equatable {
    package var rule: String
    package var code: String
    /// Where they were when the entry was written; says so to people, and is not compared.
    package var path: String
    package var record: String?
    package var fingerprint: Fingerprint
    /// How many, at least 1.
    package var count: Int
    /// The entry's line in the baseline file, from 1; `nil` where it comes from no file.
    package var line: Int?

    package init(
      rule: String, code: String, path: String, record: String?, fingerprint: Fingerprint, count: Int, line: Int? = nil
    ) {
      self.rule = rule
      self.code = code
      self.path = path
      self.record = record
      self.fingerprint = fingerprint
      self.count = count
      self.line = line
    }
  }

  /// By path, then code, then fingerprint.
  package private(set) var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries.sorted(by: Self.isOrderedBefore) }

  /// The baseline of these findings.
  package init(of findings: [Finding]) {
    var entries: [Fingerprint: Entry] = [:]
    for finding in findings {
      let fingerprint = FindingKey(finding).fingerprint()
      entries[
        fingerprint,
        default: Entry(
          rule: finding.rule, code: finding.code, path: finding.path, record: finding.record, fingerprint: fingerprint, count: 0)
      ].count += 1
    }
    self.init(entries: Array(entries.values))
  }

  /// Parts findings from those that the baseline knows.
  ///
  /// - Returns: the findings that are new, in their order, and the entries that no longer occur, or no longer as often:
  ///   `count` then says how many are gone. Give it all findings of the knowledge base; with fewer, entries look stale.
  package func subtract(from findings: [Finding]) -> (new: [Finding], stale: [Entry]) {
    var open: [Fingerprint: Int] = [:]
    for entry in entries { open[entry.fingerprint, default: 0] += entry.count }
    let new = findings.filter { finding in
      let fingerprint = FindingKey(finding).fingerprint()
      guard let left = open[fingerprint], left > 0 else { return true }
      open[fingerprint] = left - 1
      return false
    }
    var stale: [Entry] = []
    for var entry in entries {
      guard let left = open[entry.fingerprint], left > 0 else { continue }
      entry.count = min(entry.count, left)
      open[entry.fingerprint] = left - entry.count
      stale.append(entry)
    }
    return (new, stale)
  }

  private static func isOrderedBefore(_ a: Entry, _ b: Entry) -> Bool {
    (a.path, a.code, a.fingerprint) < (b.path, b.code, b.fingerprint)
  }
}
