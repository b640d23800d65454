import ArgumentParser
import KBModel
import KBReports
import KBRules
import KnowledgeBase

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check every record against all rules.",
    discussion: """
      EXAMPLES
        kb validate                              the work tree
        kb validate sessions/2026                show only what is found there
        kb validate --staged                     what would be committed
        kb validate --at main --format json      a branch, without checking it out
        kb validate --new-since main             only what main does not have
        kb validate --rule question-tag          one rule
        kb validate --diff                       what --fix would change
        kb validate --fix                        change it, then check
        kb validate --write-baseline known.json  then: kb validate --baseline known.json

      Everything is read and checked, whatever is shown. 'kb rule NAME' explains a rule. Exit code: 0 clean, 1 findings at or \
      above --fail-on, 2 when the check could not be made.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, github, gitlab, sarif, junit, checkstyle, rdjson, markdown
  }

  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

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

  @Option(help: ArgumentHelp("Show only findings that the merge base with this branch, tag or commit does not have.", valueName: "rev"))
  var newSince: String?

  @Option(help: ArgumentHelp("Leave out the findings that this file lists.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write all findings to this file, to be left out from now on.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Show informations too.")
  var infos = false

  @Flag(help: "Show findings that say the same one by one.")
  var repeats = false

  @Flag(help: "Make the fixes that change nothing of what a record says, then check.")
  var fix = false

  @Flag(help: "With --fix or --diff: also make fixes that change what a record says, such as grades read from the words.")
  var unsafe = false

  @Flag(help: "Print what --fix would change, and write nothing.")
  var diff = false

  func validate() throws {
    if fix || diff, source.at != nil || source.staged { throw ValidationError("Fixes are made in the work tree; leave '--at' and '--staged' out.") }
    if unsafe, !fix, !diff { throw ValidationError("'--unsafe' goes with '--fix' or '--diff'.") }
    if newSince != nil, writeBaseline != nil {
      throw ValidationError("'--write-baseline' lists all findings; leave '--new-since' out.")
    }
  }

  func run() throws {
    let wanted = try RuleSelection(rules)
    if fix || diff {
      try repair(wanted)
      if diff { return }
    }
    let known = try baseline.map(BaselineOption.read)
    let base = try checked(baseline: known)
    Memory.keep(base)
    if let writeBaseline { return try BaselineOption.write(base.findings, to: writeBaseline) }
    let shown = try PathSelection(paths, in: base.location)
    let report = report(on: base) { wanted.contains($0) && shown.contains($0.path) }
    let text = text(of: report, prefix: base.location.prefix)
    if format == .text { StandardOutput.show(text) } else { StandardOutput.write(text) }
    if format == .text, base.summary.records == 0, let next = KnowledgeBaseState.beginning([:]) {
      StandardOutput.write("Next: \(next.command): \(next.reason). 'kb tour' shows one that is full.\n")
    }
    if let least = failOn.severity, report.findings.contains(where: { $0.severity >= least }) { throw ExitStatus.findings }
  }

  /// Makes the fixes of the rules and files that are shown, or prints what they would be.
  private func repair(_ wanted: RuleSelection) throws {
    let snapshot = try source.snapshot()
    let shown = try PathSelection(paths, in: snapshot.location)
    let repair = try Repair(of: snapshot, isUnsafe: unsafe) { wanted.contains(code: $0) && shown.contains($1) }
    if diff {
      StandardOutput.write(UnifiedDiff.text(of: repair.changes.differences.map(UnifiedDiff.File.init), isColored: color.isOn))
      return
    }
    try snapshot.location.apply(repair.changes)
    for step in repair.steps { Message.notice("\(step.path): \(step.summary) [\(step.code)]") }
    let files = repair.changes.differences.count
    Message.notice(repair.steps.isEmpty ? "nothing to fix" : "\(Plural.count(repair.steps.count, "fix", "fixes")) made in \(Plural.count(files, "file"))")
  }

  private func checked(baseline: (path: String, entries: Baseline)?) throws(KnowledgeBaseError) -> CheckedBase {
    guard let newSince else {
      let base = try source.loader().check(baseline: baseline) { $0.withCheckedQueries }
      for notice in base.notices { Message.notice(notice) }
      return base
    }
    let comparison = try source.comparison(with: .mergeBase(with: newSince))
    let findings = comparison.findings(baseline: baseline)
    var base = CheckedBase(findings.head, of: comparison.head)
    base.findings = findings.difference.new
    return base
  }

  private func report(on base: CheckedBase, where isShown: (Finding) -> Bool) -> FindingReport {
    let findings = base.findings.filter(isShown)
    return FindingReport(
      findings: findings, suppressed: base.suppressed.filter { isShown($0.finding) },
      summary: FindingSummary(findings, files: base.summary.files, records: base.summary.records), source: base.bytesOfFile)
  }

  private func text(of report: FindingReport, prefix: String) -> String {
    switch format {
    case .text: report.text(.init(isColored: color.isOn, showsInfos: infos, showsRepeats: repeats))
    case .json: report.json()
    case .jsonl: report.jsonLines()
    case .github: report.gitHub(prefix: prefix)
    case .gitlab: report.gitLab(prefix: prefix)
    case .sarif: report.sarif(version: Version.current, prefix: prefix)
    case .junit: report.jUnit(prefix: prefix)
    case .checkstyle: report.checkstyle(prefix: prefix)
    case .rdjson: report.reviewdog(prefix: prefix)
    case .markdown: report.markdown(prefix: prefix)
    }
  }
}
