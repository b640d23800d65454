import ArgumentParser
import KBReports
import KnowledgeBase

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Match people and pseudonyms, in a file outside of the repository.",
    discussion: """
      EXAMPLES
        kb person add "Jo Smith" --customer acme
        kb person find smith
        kb person find p-7f3k
        kb person forget p-7f3k
      """,
    subcommands: [Add.self, Find.self, Forget.self])

  struct FileOption: ParsableArguments {
    @Option(
      help: ArgumentHelp("The file of persons, outside of every repository. (default: kb/persons.tsv in your configuration folder)", valueName: "file"))
    var file: String?

    func keyFile(outside location: KnowledgeBaseLocation?) throws -> PersonKeyFile {
      try PersonKeyFile(file ?? Environment.configurationFile("persons.tsv"), outside: location)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Give a person a pseudonym, and write both down.",
      discussion: """
        EXAMPLES
          kb person add "Jo Smith" --customer acme
          kb person add "Jo Smith" --pseudonym p-7f3k    one that records use already
        """)

    @Argument(help: "The person's name.")
    var name: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var file: FileOption

    @Option(help: ArgumentHelp("A pseudonym that records use already.", valueName: "p-…"))
    var pseudonym: String?

    @Option(help: ArgumentHelp("Where the person works.", valueName: "id"))
    var customer: String?

    func run() throws {
      let snapshot = try source.snapshot(keepsSource: true)
      var generator = SystemRandomNumberGenerator()
      let keyFile = try file.keyFile(outside: snapshot.location)
      let person = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in
        try keyFile.add(name, pseudonym: pseudonym, customer: customer, in: snapshot, using: &generator)
      }
      StandardOutput.write(person.pseudonym + "\n")
    }
  }

  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find",
      abstract: "Find persons by a part of the name, or by pseudonym.",
      discussion: """
        EXAMPLES
          kb person find smith
          kb person find p-7f3k

        Exit code: 0 somebody was found, 1 nobody.
        """)

    @Argument(help: "A part of the name, or a pseudonym.")
    var text: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var file: FileOption

    func run() throws {
      let found = try file.keyFile(outside: try? source.location()).find(text)
      for person in found {
        let fields = [person.pseudonym, person.name, person.customer ?? ""].map { TerminalText.safe($0) }
        StandardOutput.write(fields.joined(separator: "\t") + "\n")
      }
      if found.isEmpty { throw ExitStatus.findings }
    }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget",
      abstract: "Remove a person from the file: the pseudonym then stands for nobody any more.",
      discussion: """
        EXAMPLES
          kb person forget p-7f3k
          kb erase p-7f3k                          the words in the knowledge base
        """)

    @Argument(help: "The pseudonym, or the whole name.")
    var person: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var file: FileOption

    func run() throws {
      let keyFile = try file.keyFile(outside: try? source.location())
      let forgotten = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try keyFile.forget(person) }
      StandardOutput.write(forgotten.pseudonym + "\n")
    }
  }
}
