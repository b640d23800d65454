import KBModel

extension FindingReport {
  /// How findings are shown to a person.
  package struct TextStyle: Sendable {
    package var isColored: Bool
    /// Informations are only counted otherwise.
    package var showsInfos: Bool
    /// Every finding in full, instead of one of those that say the same.
    package var showsRepeats: Bool

    package init(isColored: Bool = false, showsInfos: Bool = false, showsRepeats: Bool = false) {
      self.isColored = isColored
      self.showsInfos = showsInfos
      self.showsRepeats = showsRepeats
    }
  }

  /// Findings as compilers show them: place, message, source line with a marker under the words, and what to do.
  package func text(_ style: TextStyle = TextStyle()) -> String {
    let paint = Paint(isOn: style.isColored)
    var text = ""
    for group in groups(style) {
      let finding = group[0]
      text += heading(of: finding, paint)
      text += excerpt(of: finding, paint)
      if !finding.help.isEmpty { text += "  \(paint.faint("=")) \(TerminalText.safe(finding.help))\n" }
      if group.count > 1 { text += "  \(paint.faint("=")) the same \(Self.places(group.dropFirst()))\n" }
      text += "\n"
    }
    return text + closing(style, paint)
  }

  /// Findings of one rule that say the same, in the place of the first.
  private func groups(_ style: TextStyle) -> [[Finding]] {
    var groups: [[Finding]] = []
    var places: [String: Int] = [:]
    for finding in findings where finding.severity > .info || style.showsInfos {
      let key = "\(finding.code) \(finding.message)"
      if !style.showsRepeats, let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private func heading(of finding: Finding, _ paint: Paint) -> String {
    let place = "\(finding.path):\(finding.span.start.line):\(finding.span.start.column)"
    let severity = paint.severity(finding.severity, "\(finding.severity.word)[\(finding.code) \(finding.rule)]")
    return "\(paint.strong(TerminalText.safe(place))): \(severity): \(TerminalText.safe(finding.message))\n"
  }

  private func excerpt(of finding: Finding, _ paint: Paint) -> String {
    guard !finding.hidesSource, let bytes = source(finding.path), let excerpt = SourceExcerpt(finding.span, in: bytes) else { return "" }
    let number = String(finding.span.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    return """
      \(paint.faint(" \(number) |")) \(excerpt.line)
      \(paint.faint(" \(margin) |")) \(excerpt.indent)\(paint.severity(finding.severity, excerpt.marker))

      """
  }

  private static func places(_ findings: ArraySlice<Finding>) -> String {
    let shown = findings.prefix(3).map { "\(TerminalText.safe($0.path)):\($0.span.start.line)" }.joined(separator: ", ")
    let rest = findings.count - 3
    return rest > 0 ? "at \(shown) and \(rest) more" : "at \(shown)"
  }

  private func closing(_ style: TextStyle, _ paint: Paint) -> String {
    let read = "\(Plural.count(summary.records, "record")) in \(Plural.count(summary.files, "file"))"
    guard summary.errors + summary.warnings + summary.infos > 0 else { return "\(read): nothing to report.\n" }
    var parts: [String] = []
    if summary.errors > 0 { parts.append(paint.severity(.error, Plural.count(summary.errors, "error"))) }
    if summary.warnings > 0 { parts.append(paint.severity(.warning, Plural.count(summary.warnings, "warning"))) }
    if summary.infos > 0 {
      parts.append(Plural.count(summary.infos, "information") + (style.showsInfos ? "" : " (show with --infos)"))
    }
    return "\(read): \(parts.joined(separator: ", ")).\n"
  }
}

extension Severity {
  /// The word that heads a finding.
  var word: String { rawValue }
}
