import ArgumentParser

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reports over the whole knowledge base.",
    discussion: """
      EXAMPLES
        kb report market-vs-customer             the verdict per use case
        kb report market-vs-customer sso-idp     one use case
      """,
    subcommands: [
      MarketVersusCustomer.self,
      Coverage.self,
      Method.self,
      SaturationCommand.self,
      Sales.self,
      Competition.self,
    ])
}
