import KBModel

extension FindingReport {
  /// GitLab's code quality report: a list of issues in the shape of Code Climate, reduced to what GitLab reads.
  ///
  /// - Parameter prefix: the knowledge base's folder in the repository, to which GitLab's paths are relative.
  package func gitLab(prefix: String = "") -> String {
    let issues = zip(findings, findings.fingerprints()).map { finding, fingerprint in
      GitLabIssue(
        description: Self.sentences(of: finding), check_name: finding.rule, fingerprint: fingerprint.text,
        severity: Self.gitLabSeverity(finding.severity),
        location: GitLabIssue.Location(
          path: Self.path(finding.path, in: prefix), lines: GitLabIssue.Lines(begin: finding.span.start.line)))
    }
    return JSON.document(issues)
  }

  private static func gitLabSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}

/// The names are GitLab's.
private struct GitLabIssue: Encodable {
  struct Location: Encodable {
    var path: String
    var lines: Lines
  }

  struct Lines: Encodable {
    var begin: Int32
  }

  var description, check_name, fingerprint, severity: String
  var location: Location
}
