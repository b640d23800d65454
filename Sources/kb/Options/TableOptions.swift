import ArgumentParser
import KBEvidence
import KBReports
import KnowledgeBase

/// What the reports that are tables have in common.
struct TableOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, csv }

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the report is written.")
  var format = Format.text

  @Option(help: ArgumentHelp("Which table CSV holds; the first otherwise.", valueName: "name"))
  var table: String?

  /// Loads the knowledge base, makes the report and prints it.
  func run(_ report: (ReportBasis, Snapshot) throws -> TableReport) throws {
    let snapshot = try source.snapshot()
    let report = try report(ReportBasis(of: snapshot), snapshot)
    if let table, !report.tableNames.contains(table) {
      throw ValidationError("There is no table '\(table)'. Tables: \(report.tableNames.joined(separator: ", ")).")
    }
    switch format {
    case .text: StandardOutput.write(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    case .markdown: StandardOutput.write(report.markdown())
    case .csv: StandardOutput.write(report.csv(table: table))
    }
  }
}

extension ReportBasis {
  init(of snapshot: Snapshot) {
    let market = MarketFold.market(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
    self.init(
      name: snapshot.name, revision: snapshot.revision, asOf: snapshot.asOf, graph: snapshot.graph, market: market,
      standings: MarketStandings(of: market))
  }
}
