import Foundation
import KBTestSupport
import Testing

/// The references in `docs/` are what the program prints. `KB_RECORD=1` writes them again.
@Suite struct DocumentationTests {
  private let folder = KBProcess.package

  @Test func ruleReferenceIsWhatTheRulesSay() throws {
    let index = try KBProcess.run(["rule", "--format", "markdown"], in: folder).output
    let names = index.split(separator: "\n").compactMap { $0.hasPrefix("| KB") ? String($0.dropFirst(2).prefix(5)) : nil }
    #expect(names.count > 60)
    let pages = try names.map { try KBProcess.run(["rule", $0, "--format", "markdown"], in: folder).output }
    expectDocumentation(
      """
      # Rules of `kb validate`

      Written by `kb rule`; do not edit. Severities are the defaults: `rules:` in `kb.yaml` changes them by name, code or family.

      \(index)
      \(pages.joined(separator: "\n"))
      """, "rules.md")
  }

  @Test func commandReferenceIsWhatHelpSays() throws {
    let dump = try KBProcess.run(["--experimental-dump-help"], in: folder).output
    let root = try #require(try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
    let command = try #require(root["command"] as? [String: Any])
    var text = "# Commands of `kb`\n\nWritten by `kb help`; do not edit.\n"
    for path in Self.paths(of: command, above: []) {
      let help = try KBProcess.run(path + ["--help"], in: folder, environment: ["COLUMNS": "80"]).output
      #expect(help.hasPrefix("OVERVIEW"), "\(path)")
      text += "\n## `kb\(path.map { " " + $0 }.joined())`\n\n```\n\(help)```\n"
    }
    expectDocumentation(text, "commands.md")
  }

  private static func paths(of command: [String: Any], above: [String]) -> [[String]] {
    let children = (command["subcommands"] as? [[String: Any]] ?? []).filter { $0["commandName"] as? String != "help" && $0["shouldDisplay"] as? Bool ?? true }
    return [above] + children.flatMap { paths(of: $0, above: above + [$0["commandName"] as? String ?? ""]) }
  }
}
