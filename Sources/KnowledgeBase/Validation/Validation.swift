import Dispatch
package import KBEvidence
import KBGit
package import KBModel
import KBRules
import Synchronization

/// What the rules say of a snapshot.
package struct Validation: Sendable {
  /// In the order of paths and places.
  package var findings: [Finding]
  /// Set aside by comments with a reason.
  package var suppressed: [SuppressedFinding]
  package var summary: FindingSummary
  /// The verdicts that the rules went by, in the order of reports.
  package var standings: [UseCaseStanding]

  /// - Parameter baseline: findings that are known, with the file they are listed in; they are left out.
  package init(of snapshot: Snapshot, baseline: (path: String, entries: Baseline)? = nil) {
    self.init(of: snapshot, baseline: baseline, paths: AskedPaths(in: snapshot.fileSource))
  }

  init(of snapshot: Snapshot, baseline: (path: String, entries: Baseline)? = nil, paths: AskedPaths) {
    let graph = snapshot.graph
    var all = snapshot.looseFindings
    for file in graph.files { all += file.findings }

    let levels = RuleLevels(snapshot.configuration)
    let (base, standings) = Self.folded(snapshot, paths)
    self.standings = standings
    let parted = SuppressedFindings(all + Self.findings(of: RuleRegistry.base, in: base, levels: levels), of: graph.files)
    var kept = parted.kept
    var remains = UpkeepReading(files: graph.files, unused: parted.unused)
    if let baseline {
      remains.baselinePath = baseline.path
      (kept, remains.stale) = baseline.entries.subtract(from: kept)
    }
    var upkeep = BaseFindings(levels: levels)
    for rule in RuleRegistry.upkeep { rule.check(remains, &upkeep) }

    findings = (kept + upkeep.all).sorted(by: Finding.isOrderedBefore)
    suppressed = parted.suppressed
    summary = FindingSummary(findings, files: snapshot.fileCount, records: graph.files.count { $0.isRecord })
  }

  /// What the rules over the whole knowledge base look at. Counting the evidence and looking up the references do not need each
  /// other, so they share the processors.
  private static func folded(_ snapshot: Snapshot, _ paths: AskedPaths) -> (BaseReading, [UseCaseStanding]) {
    let standings = Mutex<[UseCaseStanding]>([])
    let reading = Mutex<BaseReading?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let market = MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
        let counted = MarketStandings(of: market).standings
        standings.withLock { $0 = counted }
      } else {
        let base = BaseReading(
          configuration: snapshot.configuration, graph: snapshot.graph, today: snapshot.today, asOf: snapshot.asOf,
          pathExists: { paths.exist($0) })
        reading.withLock { $0 = base }
      }
    }
    let counted = standings.withLock { $0 }
    guard var base = reading.withLock({ $0 }) else { preconditionFailure("both parts have run") }
    base.standings = Dictionary(counted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return (base, counted)
  }

  /// What the rules over the whole knowledge base find, in the order of the rules. They only read, so they share the processors.
  private static func findings(of rules: [any BaseRule.Type], in base: BaseReading, levels: RuleLevels) -> [Finding] {
    let next = Atomic<Int>(0)
    let parts = Mutex<[[Finding]]>(Array(repeating: [], count: rules.count))
    DispatchQueue.concurrentPerform(iterations: ProcessorCount.active) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < rules.count else { return }
        var found = BaseFindings(levels: levels)
        rules[index].check(base, &found)
        parts.withLock { $0[index] = found.all }
      }
    }
    return parts.withLock { Array($0.joined()) }
  }
}
