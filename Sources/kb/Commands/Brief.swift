import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Five minutes before the call: what we know, owe, and must not ask again.",
    discussion: """
      EXAMPLES
        kb brief acme
        kb brief acme --format markdown

      Words are shown only of talks whose consent covers quotes inside the company; people appear as roles.
      """)

  @Argument(help: "The customer.")
  var customer: String

  @OptionGroup var options: LineOptions

  func run() throws {
    let snapshot = try options.source.snapshot()
    let record = try snapshot.record(customer, type: "customer")
    options.write(
      .brief(of: record, ReportBasis(of: snapshot), configuration: snapshot.configuration, today: snapshot.today) { snapshot.words(of: $1, in: $0) })
  }
}
