import ArgumentParser
import KBReports
import KnowledgeBase

struct Sales: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sales", abstract: "Show what sales relayed, what was later heard first-hand, and what waits for an answer.",
    discussion: """
      EXAMPLES
        kb report sales
        kb report sales --by reported_by         by person
        kb report sales --format csv --table waiting
      """)

  @OptionGroup var options: TableOptions

  @Option(help: ArgumentHelp("Count by a field of field notes too.", valueName: "field"))
  var by: String?

  func run() throws {
    try options.run { basis, snapshot in .sales(basis, by: by, today: snapshot.today) }
  }
}
