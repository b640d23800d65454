import ArgumentParser
import KBReports

struct Coverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Show who was asked what and when, and which conversations would change most.",
    discussion: """
      EXAMPLES
        kb report coverage                       segment by use case
        kb report coverage --format csv          every cell in a row
      """)

  @OptionGroup var options: TableOptions

  func run() throws {
    try options.run { basis, _ in .coverage(basis) }
  }
}
