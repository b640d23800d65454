import KBModel
package import KBRules

/// What is said about one rule: `kb rule NAME` and its section in the rule reference.
package struct RulePage: Sendable {
  let rule: RuleDescription

  package init(_ rule: RuleDescription) { self.rule = rule }

  package func text() -> String {
    var text = "\(rule.code) \(rule.name)   \(rule.severity), family '\(rule.family)'\n\n"
    text += Paragraph.wrap(rule.summary, width: 80) + "\n\n"
    text += Paragraph.wrap(rule.rationale, width: 80) + "\n"
    if let bad = rule.bad.first { text += "\nBad (the arrow marks the place):\n\n" + Self.indented(bad) }
    if let good = rule.good.first { text += "\nGood:\n\n" + Self.indented(good) }
    text += """

      Set its severity in kb.yaml:   rules: {\(rule.name): off}
      Set one finding aside:         <!-- kb-disable-next-line \(rule.name): why -->

      """
    return text
  }

  package func markdown() -> String {
    var text = "### \(rule.code) `\(rule.name)`\n\n*\(rule.severity)* · \(rule.summary)\n\n\(rule.rationale)\n"
    if let bad = rule.bad.first { text += "\nBad (`↓` marks the place):\n\n" + Self.fenced(bad) }
    if let good = rule.good.first { text += "\nGood:\n\n" + Self.fenced(good) }
    return text
  }

  package func json() -> String { JSON.document(RuleEntry(rule)) }

  private static func indented(_ example: Example) -> String {
    example.files.map { file in
      "    # \(file.path)\n" + file.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func fenced(_ example: Example) -> String {
    example.files.map { file in
      // A fence longer than any in the text.
      let fence = file.text.contains("```") ? "````" : "```"
      return "\(fence)markdown\n<!-- \(file.path) -->\n\(file.text)\(file.text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }.joined(separator: "\n")
  }
}

/// All rules in one list.
package struct RuleIndex: Sendable {
  let rules: [RuleDescription]

  package init(_ rules: [RuleDescription]) { self.rules = rules }

  package func text() -> String {
    let width = rules.map(\.name.utf8.count).max() ?? 0
    return rules.map { rule in
      let name = rule.name + String(repeating: " ", count: width - rule.name.utf8.count)
      let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.utf8.count)
      return "\(rule.code)  \(name)  \(severity)  \(rule.summary)\n"
    }.joined()
  }

  package func markdown() -> String {
    "| code | name | severity | fires when |\n|---|---|---|---|\n"
      + rules.map { "| \($0.code) | `\($0.name)` | \($0.severity) | \($0.summary.replacing("|", with: "\\|")) |\n" }.joined()
  }

  package func json() -> String { JSON.document(Document(rules: rules.map(RuleEntry.init))) }

  private struct Document: Encodable {
    var schema = "kb.rules/1"
    var rules: [RuleEntry]
  }
}

private struct RuleEntry: Encodable {
  var code, name, family, severity, summary, rationale: String

  init(_ rule: RuleDescription) {
    code = rule.code
    name = rule.name
    family = rule.family.rawValue
    severity = rule.severity.rawValue
    summary = rule.summary
    rationale = rule.rationale
  }
}
