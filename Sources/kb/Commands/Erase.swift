import ArgumentParser
import KBModel
import KBPrivacy
import KBReports
import KnowledgeBase

struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Take somebody's words out of the knowledge base.",
    discussion: """
      EXAMPLES
        kb erase p-7f3k                          a plan; nothing is changed
        kb erase p-7f3k --yes                    take the words out of the files
        kb erase p-7f3k --history --into ../clean.git
        kb erase --customer acme                 all talks with a customer
        kb erase --expired                       talks past their date, and consents taken back

      A quote becomes a line with its id and date; links to it still lead there, and no verdict counts it. Of a talk with \
      that person only, the whole body and the next step go. What others said stays, and lines that only a reader can judge \
      are listed.

      --history never changes this repository: it writes a bare copy in which no commit holds the words, and reads every \
      object of it again to prove that.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "A pseudonym, as it stands in 'participants'.")
  var participant: String?

  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("Change the knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("Erase all talks with this customer.", valueName: "id"))
  var customer: String?

  @Flag(help: "Erase the talks whose words may no longer be kept.")
  var expired = false

  @Flag(help: "Do it; otherwise the plan is printed.")
  var yes = false

  @Flag(help: "Write a copy of the repository without the words in any commit.")
  var history = false

  @Option(help: ArgumentHelp("Where the copy goes: a new or empty folder outside of the repository.", valueName: "dir"))
  var into: String?

  @Option(help: ArgumentHelp("Take this day (YYYY-MM-DD) for today.", valueName: "date"))
  var asOf: CalendarDate?

  @Option(help: "How it is written.")
  var format = Format.text

  @OptionGroup var color: ColorOption

  func validate() throws {
    guard [participant != nil, customer != nil, expired].count(where: { $0 }) == 1 else {
      throw ValidationError("Say whose words: a pseudonym, '--customer ID' or '--expired'.")
    }
    if history != (into != nil) { throw ValidationError("'--history' and '--into DIR' go together: history is rewritten in a copy only.") }
  }

  func run() throws {
    let location = try KnowledgeBaseLocation.opened(directory)
    if history, location.repository == nil { throw KnowledgeBaseError.noRepository(location.folder) }
    let snapshot = try SnapshotLoader(reading: location, asOf: asOf, keepsSource: true).load()
    for notice in snapshot.notices { Message.notice(notice) }
    var erasure = try Erasure(of: subject, in: snapshot, isInHistory: history)
    let past = try HistoryErasure(erasure, progress: ProgressLine.progress)
    erasure.summary.traces = try past?.traces()
    let copy = try Interrupt.whileWriting { () throws(KnowledgeBaseError) -> ErasedHistory? in
      guard let into, let past else { return nil }
      return try past.rewrite(into: into, cancellation: Interrupt.cancellation, progress: ProgressLine.progress)
    }
    if yes { try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try erasure.write(cancellation: Interrupt.cancellation) } }
    let report = ErasureReport(erasure.summary, isDone: yes, copy: copy)
    switch format {
    case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    }
  }

  private var subject: Erasure.Subject {
    participant.map { .person($0) } ?? customer.map { .customer($0) } ?? .expired
  }
}
