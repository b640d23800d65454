import ArgumentParser
import KBReports

struct Method: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "method", abstract: "Show how the team asks: question faults, open share and stories, by interviewer and guide.",
    discussion: """
      EXAMPLES
        kb report method                         interviewers are numbered
        kb report method --names                 interviewers are named
      """)

  @OptionGroup var options: TableOptions

  @Flag(help: "Name the interviewers.")
  var names = false

  func run() throws {
    try options.run { basis, _ in .method(basis, showsNames: names) }
  }
}
