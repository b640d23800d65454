import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a record with its quotes, their weight, and who refers to it.",
    discussion: """
      EXAMPLES
        kb show acme                             a customer: its talks, and what it supports
        kb show 2026-06-22-acme                  a talk: questions, quotes, grades, weights
        kb show offline-approval --format json   a use case, for a script
        kb show acme --at main                   as it is on a branch
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @Argument(help: "Id or alias of a record.")
  var id: String

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the record is written.")
  var format = Format.text

  func run() throws {
    let snapshot = try source.snapshot()
    let view = try RecordView(of: snapshot.record(id), in: snapshot)
    switch format {
    case .text: StandardOutput.show(view.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(view.json())
    case .markdown: StandardOutput.write(view.markdown())
    }
  }
}
