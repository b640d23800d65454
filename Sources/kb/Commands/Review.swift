import ArgumentParser
import KBEvidence
import KBModel
import KBReports
import KnowledgeBase

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what a change does to what we believe: verdicts that move and why, and new findings only.",
    discussion: """
      EXAMPLES
        kb review                                this work tree against the main branch
        kb review main --head feature            a branch, without checking it out
        kb review origin/main > comment.md       one comment for a pull request
        kb review --staged --format text         what would be committed

      BASE is a branch, tag or commit; the change is counted from its merge base with the head. Customers' words are left \
      out unless --quotes is given: a comment outlives what git can forget. The comment begins with a marker, \
      '\(ReviewReport.marker)', by which a workflow finds it again.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, text, json }

  @Argument(help: ArgumentHelp("What to compare with; the main branch when left out.", valueName: "base"))
  var base: String?

  @Option(help: ArgumentHelp("The branch, tag or commit that is reviewed, instead of the work tree.", valueName: "rev"))
  var head: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the review is written.")
  var format = Format.markdown

  @Flag(help: "Show customers' words too.")
  var quotes = false

  func validate() throws {
    if head != nil, source.at != nil || source.staged {
      throw ValidationError("'--head' names the state that is reviewed; leave '--at' and '--staged' out.")
    }
  }

  func run() throws {
    let location = try source.location()
    let comparison = try source.comparison(with: .mergeBase(with: base ?? ComparisonLoader.mainBranch(of: location)), at: head)
    let report = try ReviewReport(of: comparison, showsQuotes: quotes)
    switch format {
    case .markdown: StandardOutput.write(report.markdown(prefix: location.prefix))
    case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    }
  }
}

extension ReviewReport {
  /// The review of two states.
  init(of comparison: Comparison, showsQuotes: Bool = false) throws(KnowledgeBaseError) {
    let findings = comparison.findings()
    let records = try comparison.recordChanges()
    self.init(
      base: Side(comparison.base, name: comparison.baseName), head: Side(comparison.head, name: comparison.head.sourceName),
      standings: StandingChange.changes(
        from: findings.base.standings, to: findings.head.standings, renamed: comparison.renames.names),
      titles: (comparison.base.useCaseTitles, comparison.head.useCaseTitles), records: records,
      evidence: comparison.evidenceChanges(in: records), findings: findings.difference, showsQuotes: showsQuotes)
  }
}

extension ReviewReport.Side {
  init(_ snapshot: Snapshot, name: String) {
    self.init(
      name: name, commit: snapshot.revision, asOf: snapshot.asOf, share: snapshot.configuration.marketShare,
      windowDays: snapshot.configuration.windowDays)
  }
}

extension Snapshot {
  /// Titles of use cases by id.
  fileprivate var useCaseTitles: [String: String] {
    var titles: [String: String] = [:]
    for file in graph.records(ofType: "use-case") { titles[file.id] = file.text("title") }
    return titles
  }
}
