import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

/// What the reports that are lines under headings have in common.
struct LineOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How it is written.")
  var format = Format.text

  func write(_ report: LineReport) {
    switch format {
    case .text: StandardOutput.write(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    case .markdown: StandardOutput.write(report.markdown())
    }
  }
}
