import KBGit
package import KBModel
package import KBRules
import Synchronization

/// What the rules say of a snapshot.
package struct Validation: Sendable {
  /// In the order of paths and places.
  package var findings: [Finding]
  /// Set aside by comments with a reason.
  package var suppressed: [SuppressedFindings.Suppressed]
  package var summary: FindingSummary

  package init(of snapshot: Snapshot) {
    let graph = snapshot.graph
    var all = snapshot.looseFindings
    for file in graph.files { all += file.findings }

    let levels = RuleLevels(snapshot.configuration)
    var found = BaseFindings(levels: levels)
    let base = BaseReading(
      configuration: snapshot.configuration, graph: graph, today: snapshot.today, asOf: snapshot.asOf, pathExists: snapshot.pathExists)
    for rule in RuleRegistry.base { rule.check(base, &found) }

    let parted = SuppressedFindings(all + found.all, of: graph.files)
    var upkeep = BaseFindings(levels: levels)
    for rule in RuleRegistry.upkeep { rule.check(UpkeepReading(files: graph.files, unused: parted.unused), &upkeep) }

    findings = (parted.kept + upkeep.all).sorted(by: Finding.isOrderedBefore)
    suppressed = parted.suppressed
    summary = FindingSummary(findings, files: snapshot.fileCount, records: graph.files.count { $0.isRecord })
  }
}

extension Snapshot {
  /// Whether there is a file or folder at a path of the knowledge base, in the source that was read.
  fileprivate var pathExists: @Sendable (String) -> Bool {
    let fileSource = fileSource
    let known = Mutex<[String: Bool]>([:])
    return { path in
      known.withLock { known in
        if let answer = known[path] { return answer }
        // A source that cannot be asked proves no link broken.
        let answer: Bool
        do { answer = try FileReader(of: fileSource).kind(ofPath: path) != nil } catch { answer = true }
        known[path] = answer
        return answer
      }
    }
  }
}
