import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how the knowledge base stands, and what to do next; 'kb' alone does this.",
    discussion: """
      EXAMPLES
        kb                                       on one screen
        kb status --format json                  for a script
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How it is written.")
  var format = Format.text

  func run() throws {
    let snapshot: Snapshot
    do throws(KnowledgeBaseError) {
      snapshot = try source.snapshot()
    } catch {
      // Somebody who looks around for the first time needs no error.
      guard case .notFound = error, source.directory == nil, source.at == nil, !source.staged, format == .text else { throw error }
      return StandardOutput.write(Self.welcome)
    }
    let state = KnowledgeBaseState(of: snapshot.withCheckedQueries)
    switch format {
    case .text: StandardOutput.show(state.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(state.json())
    }
  }

  private static let welcome = """
    kb keeps what customers really said as Markdown files in git, and answers one
    question with figures: is this a need of the market, or of one customer?

    There is no knowledge base here yet.

      kb tour                 see what it does, on an example
      kb init                 start one in this folder
      kb new customer         then the first customer,
      kb new use-case         the first job somebody has to do,
      kb new session          and the first talk
      kb --help               all commands

    """
}
