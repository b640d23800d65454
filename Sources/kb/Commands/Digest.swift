import ArgumentParser
import KBEvidence
import KBModel
import KBReports
import KnowledgeBase

struct Digest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Say what became of what sales asked: what changed since, why, and what to answer.",
    discussion: """
      EXAMPLES
        kb digest --since 2026-04-01             everybody's asks
        kb digest --since v1 --for lena          one partner's, since a revision

      Without --since, the last 90 days.
      """)

  @Option(help: ArgumentHelp("A day (YYYY-MM-DD) or a revision.", valueName: "day or rev"))
  var since: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("Whose field notes: the name in 'reported_by'.", valueName: "name"))
  var name: String?

  @OptionGroup var options: LineOptions

  func run() throws {
    let snapshot = try options.source.snapshot()
    if let name {
      let names = Set(snapshot.graph.records(ofType: "field-note").compactMap { $0.text("reported_by") }).sorted()
      guard names.contains(name) else {
        throw KnowledgeBaseError.usage("no field note was reported by '\(name)'\(NearestWord.question(for: name, among: names))", remedy: "There are: \(names.joined(separator: ", ")).")
      }
    }
    let (earlier, day) = try earlier(than: snapshot)
    options.write(.digest(ReportBasis(of: snapshot), for: name, earlier: earlier, since: day))
  }

  /// The standings of then: of a revision, or of today's records as they were known on that day.
  private func earlier(than snapshot: Snapshot) throws -> (MarketStandings, CalendarDate) {
    let day = since.map { CalendarDate($0) } ?? snapshot.asOf.advanced(byDays: -90)
    if let day {
      return (MarketStandings(of: MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: day)), day)
    }
    var earlier = SnapshotLoader(reading: snapshot.location, source: .revision(since ?? ""))
    earlier.today = snapshot.today
    let then = try earlier.load()
    return (MarketStandings(of: MarketFold.indexed(of: then.graph, configuration: then.configuration, asOf: then.asOf)), then.asOf)
  }
}
