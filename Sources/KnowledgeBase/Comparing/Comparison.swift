package import KBGit
package import KBModel

/// Two states of a knowledge base and what lies between them.
package struct Comparison: Sendable {
  /// The earlier state, always a commit's, and the later one.
  package var base, head: Snapshot
  /// What the base was asked for as: a revision.
  package var baseName: String
  /// The files that differ, by their new (else old) paths.
  package var changes: [FileChange]
  package var renames: Renames
}

extension Comparison {
  /// What the rules say of the head and not of the base, and the other way round.
  package struct Findings: Sendable {
    package var base, head: Validation
    package var difference: FindingDifference
  }

  /// Lets all rules look at both states.
  ///
  /// - Parameter baseline: findings that are known, which are left out of both.
  package func findings(baseline: (path: String, entries: Baseline)? = nil) -> Findings {
    let (base, head) = (Validation(of: base, baseline: baseline), Validation(of: head, baseline: baseline))
    return Findings(
      base: base, head: head, difference: FindingDifference(base: base.findings, head: head.findings, renamed: renames.names))
  }
}
