import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Say whom to talk to next, about what, and which verdict it could change.",
    discussion: """
      EXAMPLES
        kb next                                  over all use cases
        kb next sso-idp                          about one use case
        kb next acme                             with one customer
      """)

  @Argument(help: ArgumentHelp("A use case or a customer.", valueName: "id"))
  var id: String?

  @Option(help: "How many talks at most.")
  var limit = 5

  @OptionGroup var options: TableOptions

  func run() throws {
    try options.run { basis, snapshot in
      let record = try id.map { name throws(KnowledgeBaseError) in try snapshot.record(name) }
      if let record, record.type != "use-case", record.type != "customer" {
        throw KnowledgeBaseError.usage("'\(record.id)' is a \(record.type)", remedy: "Name a use case or a customer.")
      }
      return .next(
        basis, useCases: record?.type == "use-case" ? [record?.id ?? ""] : [], customer: record?.type == "customer" ? record?.id : nil,
        limit: max(1, limit))
    }
  }
}
