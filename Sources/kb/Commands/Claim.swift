import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Claim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Test a claim such as \"SSO blocks Acme\": whose need is it, and what can be answered?",
    discussion: """
      EXAMPLES
        kb claim sso-idp --customer acme

      The last part is safe to forward: it names no other customer.
      """)

  @Argument(help: ArgumentHelp("The use case.", valueName: "use-case"))
  var useCase: String

  @Option(help: ArgumentHelp("Who is said to need it.", valueName: "id"))
  var customer: String

  @OptionGroup var options: LineOptions

  func run() throws {
    let snapshot = try options.source.snapshot()
    let record = try snapshot.record(useCase, type: "use-case")
    let account = try snapshot.record(customer, type: "customer")
    guard let report = LineReport.claim(of: record, by: account, ReportBasis(of: snapshot)) else {
      throw KnowledgeBaseError.usage("'\(record.id)' is retired, so it has no verdict", remedy: "Set another 'status' to have it judged.")
    }
    options.write(report)
  }
}
