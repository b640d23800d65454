import ArgumentParser
import KBGit
import KBModel
import KBReports
import KnowledgeBase

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every record against all rules.",
    discussion: """
      EXAMPLES
        kb validate                              the work tree
        kb validate sessions/2026                show only what is found there
        kb validate --staged                     what would be committed
        kb validate --at main --format json      a branch, without checking it out
        kb validate --rule question-tag          one rule

      Everything is read and checked, whatever is shown. 'kb rule NAME' explains a rule. Exit code: 0 clean, 1 findings at or \
      above --fail-on, 2 when the check could not be made.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, github }
  enum FailOn: String, CaseIterable, ExpressibleByArgument { case error, warning, info, never }

  @Argument(help: ArgumentHelp("Show only findings in these files and folders.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How findings are written.")
  var format = Format.text

  @Option(help: "The least severity that makes the exit code 1.")
  var failOn = FailOn.error

  @Option(name: .customLong("rule"), help: ArgumentHelp("Show only findings of this rule (name, code or family); may be repeated.", valueName: "name"))
  var rules: [String] = []

  @Flag(help: "Show informations too.")
  var infos = false

  @Flag(help: "Show findings that say the same one by one.")
  var repeats = false

  func run() throws {
    let wanted = try RuleSelection(rules)
    let snapshot = try source.snapshot()
    let validation = Validation(of: snapshot)
    let shown = try PathSelection(paths, in: snapshot.location)
    let findings = validation.findings.filter { wanted.contains($0) && shown.contains($0.path) }
    let report = FindingReport(
      findings: findings, summary: FindingSummary(findings, files: validation.summary.files, records: validation.summary.records),
      source: snapshot.bytesOfFile)
    switch format {
    case .text: StandardOutput.write(report.text(.init(isColored: color.isOn, showsInfos: infos, showsRepeats: repeats)))
    case .json: StandardOutput.write(report.json())
    case .jsonl: StandardOutput.write(report.jsonLines())
    case .github: StandardOutput.write(report.gitHub(prefix: snapshot.location.prefix))
    }
    if let least = failOn.severity, findings.contains(where: { $0.severity >= least }) { throw ExitStatus.findings }
  }
}

extension Validate.FailOn {
  fileprivate var severity: Severity? { Severity(rawValue: rawValue) }
}
