import ArgumentParser
import KBReports

struct Competition: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "competition", abstract: "Show which competitors were met where, with which outcome, and which facts are in date.",
    discussion: """
      EXAMPLES
        kb report competition
        kb report competition --format csv --table facts
      """)

  @OptionGroup var options: TableOptions

  func run() throws {
    try options.run { basis, _ in .competition(basis) }
  }
}
