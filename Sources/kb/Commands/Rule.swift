import ArgumentParser
import KBModel
import KBReports
import KBRules

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Explain a rule, with a bad and a good example; without a name, list all.",
    discussion: """
      EXAMPLES
        kb rule                                  all rules with code, name and severity
        kb rule question-tag                     one rule, by name or code
        kb rule KB302 --format markdown          its page of the documentation
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, json }

  @Argument(help: "Name or code of a rule.")
  var name: String?

  @Option(help: "How it is written.")
  var format = Format.text

  func run() throws {
    guard let name else { return StandardOutput.write(list()) }
    guard let rule = RuleRegistry.rule(name) else {
      throw ValidationError("No rule is called '\(name)'\(NearestWord.question(for: name, among: RuleRegistry.names)). List them with 'kb rule'.")
    }
    let page = RulePage(rule.description)
    switch format {
    case .text: StandardOutput.show(page.text())
    case .markdown: StandardOutput.write(page.markdown())
    case .json: StandardOutput.write(page.json())
    }
  }

  private func list() -> String {
    let index = RuleIndex(RuleRegistry.all.map { $0.description })
    return switch format {
    case .text: index.text()
    case .markdown: index.markdown()
    case .json: index.json()
    }
  }
}
