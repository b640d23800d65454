package import KBModel

/// Findings parted by the suppression comments of their files.
package struct SuppressedFindings: Sendable {
  /// The findings that remain, in their order.
  package private(set) var kept: [Finding] = []
  package private(set) var suppressed: [SuppressedFinding] = []
  /// The suppressions that met nothing, by file and place.
  package private(set) var unused: [UnusedSuppression] = []

  /// Parts the findings of all rules, before any is left out by path or rule: else a suppression may look unused.
  ///
  /// A suppression without a reason holds nothing back.
  package init(_ findings: [Finding], of files: [FileFacts]) {
    var suppressing: [String: Int] = [:]
    for (i, file) in files.enumerated() where !file.suppressions.isEmpty { suppressing[file.path] = i }
    guard !suppressing.isEmpty else {
      kept = findings
      return
    }
    /// The rules that met a finding, by file and suppression.
    var used: [Int: [Int: Set<String>]] = [:]
    for finding in findings {
      guard let i = suppressing[finding.path], let (k, reason) = Self.suppression(of: finding, in: files[i]) else {
        kept.append(finding)
        continue
      }
      used[i, default: [:]][k, default: []].formUnion([finding.rule, finding.code])
      suppressed.append(SuppressedFinding(finding: finding, reason: reason))
    }
    for i in suppressing.values.sorted() {
      for (k, suppression) in files[i].suppressions.enumerated() where suppression.reason != nil {
        let met = used[i]?[k] ?? []
        let rules = suppression.rules.filter { !met.contains($0) && RuleRegistry.rule($0) != nil }
        if !rules.isEmpty { unused.append(UnusedSuppression(file: i, suppression: k, rules: rules, isPartly: !met.isEmpty)) }
      }
    }
  }

  /// The narrowest suppression that holds the finding back, so that a wide one beside it shows as unused.
  private static func suppression(of finding: Finding, in file: FileFacts) -> (index: Int, reason: String)? {
    var best: (index: Int, reason: String, lines: Int)?
    for (k, suppression) in file.suppressions.enumerated() {
      guard let reason = suppression.reason, suppression.lines.contains(finding.span.start.line),
        suppression.names(rule: finding.rule, code: finding.code)
      else { continue }
      let lines = Int(suppression.lines.upperBound) - Int(suppression.lines.lowerBound)
      if best == nil || lines < best!.lines { best = (k, reason, lines) }
    }
    return best.map { ($0.index, $0.reason) }
  }
}
