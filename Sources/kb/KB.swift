import ArgumentParser
import KBModel
import KnowledgeBase

@main
struct KB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb",
    abstract: "Keep what customers really said, and see whether a need is the market's or one customer's.",
    discussion: """
      EXAMPLES
        kb tour                                  see what it does, on an example
        kb init                                  start a knowledge base in this folder
        kb new session acme --covers offline-approval
        kb validate                              check every record
        kb report market-vs-customer             the verdict per use case
        kb rule question-tag                     what a rule checks, and why

      ENVIRONMENT
        KB_DIR                                   the knowledge base to read, where no --directory names it
        KB_CACHE=off                             read every file, and keep nothing for the next command
        EDITOR                                   what 'kb new' opens a new record with
        PAGER                                    shows what is longer than the terminal is high
        NO_COLOR                                 no colours
      """,
    version: Version.current,
    subcommands: [
      Tour.self,
      Init.self,
      New.self,
      Rename.self,
      Merge.self,
      MergeDriver.self,
      SchemaCommand.self,
      Validate.self,
      Report.self,
      Brief.self,
      Claim.self,
      Next.self,
      Digest.self,
      Show.self,
      List.self,
      Links.self,
      SearchCommand.self,
      Status.self,
      Review.self,
      DiffCommand.self,
      Log.self,
      RuleCommand.self,
      Quote.self,
      Question.self,
      Export.self,
      Import.self,
      GradeCommand.self,
      Privacy.self,
      PersonCommand.self,
      Erase.self,
      Publish.self,
    ],
    defaultSubcommand: Status.self)

  static func main() {
    Interrupt.install()
    let arguments = ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst()))
    do {
      if arguments == ["--version"] { return StandardOutput.write(Version.current + "\n") }
      Memory.takeInLargePieces()
      try requireKnownCommand(arguments)
      var command = try command(arguments)
      try command.run()
      ProgressLine.erase()
    } catch {
      ProgressLine.erase()
      ExitStatus.end(with: error)
    }
  }

  /// The command that the arguments name, read by itself: reading from the root takes twice as long, since it looks at the options of the
  /// default command, too. What cannot be read so, like a call for help, is read from the root, which knows what stands before the command.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    var type: any ParsableCommand.Type = KB.self
    var rest = arguments[...]
    while let name = rest.first, let next = type.configuration.subcommands.first(where: { $0._commandName == name }) {
      type = next
      rest = rest.dropFirst()
    }
    guard rest.count < arguments.count, type.configuration.subcommands.isEmpty, let command = try? type.parseAsRoot(Array(rest)),
      // Help comes as a command of its own.
      Swift.type(of: command) == type
    else { return try parseAsRoot(arguments) }
    return command
  }

  /// A misspelt command is named as such, before the default command takes it for an argument of its own.
  private static func requireKnownCommand(_ arguments: [String]) throws(KnowledgeBaseError) {
    assert(
      configuration.subcommands.allSatisfy { $0.configuration.commandName != nil },
      "a command without a name is called by its type, and describing a type looks through all conformances at every start")
    guard let name = arguments.first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(name) else { return }
    throw .usage(
      "there is no command '\(name)'\(NearestWord.question(for: name, among: names))", remedy: "List them with 'kb --help'.")
  }
}
