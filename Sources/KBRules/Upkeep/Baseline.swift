package import KBModel

/// Findings that a team has agreed to live with for now, so that only new ones stop a change.
///
/// A text file with one finding a line: code, path and subject, parted by tabs. It says what a finding is about, not where
/// it stands, so that an entry survives edits above it; lines are sorted, so that git merges them.
package struct Baseline: Sendable, Equatable {
  package struct Entry: Sendable, Hashable {
    package var code: String
    package var path: String
    package var subject: String
    /// The line of the baseline file, from 1.
    package var line: Int

    package init(code: String, path: String, subject: String, line: Int) {
      self.code = code
      self.path = path
      self.subject = subject
      self.line = line
    }
  }

  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  /// Reads a baseline file. Empty lines and lines that begin with `#` say nothing; lines without two tabs are left out.
  package init(text: String) {
    entries = []
    for (i, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() where line.first != "#" {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      entries.append(Entry(code: String(parts[0]), path: String(parts[1]), subject: String(parts[2]), line: i + 1))
    }
  }

  /// The file that holds these findings.
  package static func text(of findings: [Finding]) -> String {
    let lines = findings.map { "\($0.code)\t\($0.path)\t\(subject($0))" }.sorted()
    return (["# Findings that are known. Written by 'kb validate --write-baseline'."] + lines).joined(separator: "\n") + "\n"
  }

  /// The findings that no entry matches, and the entries that no finding matches. One entry matches one finding.
  package func applied(to findings: [Finding]) -> (new: [Finding], stale: [Entry]) {
    var open: [String: [Entry]] = [:]
    for entry in entries.reversed() { open["\(entry.code)\t\(entry.path)\t\(entry.subject)", default: []].append(entry) }
    let new = findings.filter { finding in open["\(finding.code)\t\(finding.path)\t\(Self.subject(finding))"]?.popLast() == nil }
    return (new, open.values.joined().sorted { $0.line < $1.line })
  }

  /// The subject on one line.
  private static func subject(_ finding: Finding) -> String {
    String(String.UnicodeScalarView(finding.subject.unicodeScalars.map { $0.value < 0x20 || $0.properties.isWhitespace ? " " : $0 }))
  }
}
