import ArgumentParser
import KBEvidence
import KBModel
import KBReports
import KnowledgeBase

struct MarketVersusCustomer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "market-vs-customer",
    abstract: "Say for each use case whether it is a need of the market or of one customer.",
    discussion: """
      EXAMPLES
        kb report market-vs-customer                      all use cases
        kb report market-vs-customer sso-idp              one
        kb report market-vs-customer --customer acme      which of Acme's needs are the market's
        kb report market-vs-customer --without acme       what is left without Acme
        kb report market-vs-customer --at v1 --format json
        kb report market-vs-customer --trend 12           how it came about, over a year

      Customers are counted, not quotes, over the customers who were asked. 'docs/report.md' explains every figure.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, csv }

  @Argument(help: ArgumentHelp("Show only these use cases.", valueName: "use-case"))
  var useCases: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the report is written.")
  var format = Format.text

  @Option(help: ArgumentHelp("Show this customer's needs: which are the market's, which only theirs.", valueName: "id"))
  var customer: String?

  @Option(help: ArgumentHelp("Leave a customer out, with all that was asked and said; may be repeated.", valueName: "id"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Only customers of this segment; may be repeated.", valueName: "segment"))
  var segment: [String] = []

  @Option(help: ArgumentHelp("Only customers at this stage; may be repeated.", valueName: "stage"))
  var stage: [String] = []

  @Option(help: ArgumentHelp("Show the verdict and the breadth over the last so many months or commits instead.", valueName: "n"))
  var trend: Int?

  @Option(name: .customLong("by"), help: "What a point of the trend is: today's records as of the end of a month, or a commit's as they were.")
  var trendStep = TrendStep.months

  enum TrendStep: String, CaseIterable, ExpressibleByArgument { case months, commits }

  func validate() throws {
    guard let trend else { return }
    if !(1...1000).contains(trend) { throw ValidationError("'--trend' takes a number from 1 to 1000.") }
    if customer != nil { throw ValidationError("'--customer' and '--trend' are two different reports; give one of them.") }
    if trendStep == .commits, source.staged { throw ValidationError("'--by commits' reads commits; leave '--staged' out.") }
  }

  func run() throws {
    if let trend { return StandardOutput.write(try text(of: report(trend: trend))) }
    let snapshot = try source.snapshot()
    let scope = MarketScope(
      without: Set(try snapshot.ids(of: without, type: "customer")), segments: Set(try known(segment, "segment", in: snapshot)),
      stages: Set(try known(stage, "stage", in: snapshot)))
    let report = MarketReport(
      of: snapshot, scope: scope, useCases: Set(try snapshot.ids(of: useCases, type: "use-case")),
      customer: try customer.map { name throws(KnowledgeBaseError) in try snapshot.record(name, type: "customer").id })
    switch format {
    case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    case .markdown: StandardOutput.write(report.markdown())
    case .csv: StandardOutput.write(report.csv())
    }
  }

  private func report(trend count: Int) throws -> TrendReport {
    let snapshot = trendStep == .commits ? try source.committedSnapshot() : try source.snapshot()
    let scope = MarketScope(
      without: Set(try snapshot.ids(of: without, type: "customer")), segments: Set(try known(segment, "segment", in: snapshot)),
      stages: Set(try known(stage, "stage", in: snapshot)))
    let trend =
      trendStep == .commits
      ? try VerdictTrend(ofCommits: count, in: snapshot, asOf: source.asOf, scope: scope, progress: ProgressLine.progress)
      : VerdictTrend(ofMonths: count, in: snapshot, scope: scope)
    var titles: [String: String] = [:]
    for file in snapshot.graph.records(ofType: "use-case") { titles[file.id] = file.text("title") }
    return TrendReport(
      name: snapshot.name, step: trendStep == .commits ? .commits : .months,
      points: trend.points.map { TrendReport.Point(asOf: $0.asOf, commit: $0.commit.map { "\($0)" }, standings: $0.standings) },
      titles: titles, selection: Set(try snapshot.ids(of: useCases, type: "use-case")))
  }

  private func text(of report: TrendReport) -> String {
    switch format {
    case .text: report.text(width: Terminal.width, isColored: color.isOn)
    case .json: report.json()
    case .markdown: report.markdown()
    case .csv: report.csv()
    }
  }

  /// The words of a filter, each of which some customer must have: a misspelt one would silently leave nobody.
  private func known(_ words: [String], _ field: String, in snapshot: Snapshot) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let values = Set(snapshot.graph.records(ofType: "customer").compactMap { $0.text(field, on: snapshot.asOf) }).sorted()
    for word in words where !values.contains(word) {
      throw KnowledgeBaseError.usage(
        "no customer has the \(field) '\(word)'\(NearestWord.question(for: word, among: values))", remedy: "There are: \(values.joined(separator: ", ")).")
    }
    return words
  }
}

extension MarketReport {
  /// The report on a snapshot.
  init(of snapshot: Snapshot, scope: MarketScope = MarketScope(), useCases: Set<String> = [], customer: String? = nil) {
    let market = MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf, scope: scope)
    var titles: [String: String] = [:]
    for file in snapshot.graph.records(ofType: "use-case") { titles[file.id] = file.text("title") }
    let first = snapshot.asOf.advanced(byDays: -market.window)
    let notes = snapshot.graph.records(ofType: "field-note").filter { note in
      note.date("date").map { $0 >= first && $0 <= snapshot.asOf } ?? false
    }
    self.init(
      name: snapshot.name, revision: snapshot.revision, fieldNotes: notes.count, market: market, standings: MarketStandings(of: market),
      titles: titles, selection: useCases, customer: customer)
  }
}
