import ArgumentParser
import KBGit
import KBModel
import KBReports
import KnowledgeBase

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Say when the verdict on a use case changed, by which commit and evidence.",
    discussion: """
      EXAMPLES
        kb log sso-idp                           from the last commit back
        kb log sso-idp --at main --limit 3       the three newest changes on a branch
        kb log sso-idp --format json

      It follows the branch itself: a merge is one step. Each state is weighed as of its own newest talk, as 'kb report --at' \
      does; --as-of weighs all of them as of one day.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("The use case, by id or alias.", valueName: "use-case"))
  var useCase: String

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: ArgumentHelp("Show at most so many changes.", valueName: "n"))
  var limit: Int?

  @Option(help: "How the log is written.")
  var format = Format.text

  func validate() throws {
    if source.staged { throw ValidationError("History is made of commits; leave '--staged' out.") }
    if let limit, limit < 1 { throw ValidationError("'--limit' takes a number from 1.") }
  }

  func run() throws {
    let snapshot = try source.committedSnapshot()
    let history = try VerdictHistory(ofUseCase: useCase, in: snapshot, asOf: source.asOf, limit: limit ?? .max, progress: ProgressLine.progress)
    let log = VerdictLog(useCase: history.useCase, title: history.title ?? "", entries: history.entries.map(VerdictLog.Entry.init))
    switch format {
    case .text: StandardOutput.show(log.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(log.json())
    }
  }
}

extension VerdictLog.Entry {
  fileprivate init(_ entry: VerdictHistory.Entry) {
    func side(_ state: (asOf: CalendarDate, share: Double, windowDays: Int)) -> ReviewReport.Side {
      ReviewReport.Side(name: "", commit: nil, asOf: state.asOf, share: state.share, windowDays: state.windowDays)
    }
    self.init(
      commit: "\(entry.commit.id)", date: entry.commit.day, summary: entry.commit.summary, change: entry.change, before: side(entry.before),
      after: side(entry.after), renamedFrom: entry.renamedFrom, evidence: entry.evidence)
  }
}
