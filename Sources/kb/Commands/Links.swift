import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Links: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Show what a record names, and where it is named.",
    discussion: """
      EXAMPLES
        kb links offline-approval                both directions, with field and line
        kb links acme --format csv               for a spreadsheet
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, csv }

  @Argument(help: "Id or alias of a record.")
  var id: String

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the links are written.")
  var format = Format.text

  func run() throws {
    let snapshot = try source.snapshot()
    let links = RecordLinks(of: try snapshot.record(id), in: snapshot.graph)
    switch format {
    case .text: StandardOutput.show(links.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(links.json())
    case .jsonl: StandardOutput.write(links.jsonLines())
    case .csv: StandardOutput.write(links.csv())
    }
  }
}
