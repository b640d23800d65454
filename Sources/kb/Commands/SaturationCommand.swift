import ArgumentParser
import KBReports

struct SaturationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saturation", abstract: "Show when to stop asking: how many needs of a segment are still unheard, at least.",
    discussion: """
      EXAMPLES
        kb report saturation
      """)

  @OptionGroup var options: TableOptions

  func run() throws {
    try options.run { basis, _ in .saturation(basis) }
  }
}
