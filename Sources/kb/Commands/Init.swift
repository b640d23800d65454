import ArgumentParser
import KnowledgeBase

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a knowledge base in a folder.",
    discussion: """
      EXAMPLES
        kb init                                  in this folder
        kb init research --ci github --hook      in a new folder, with a workflow and a hook

      Writes kb.yaml and a folder for each type of record. Files that exist are left alone. In a git repository it also tells git, \
      in the configuration of this clone, to merge records by fields and quotes ('kb merge-driver').
      """)

  enum Platform: String, CaseIterable, ExpressibleByArgument { case github, gitlab }

  @Argument(help: ArgumentHelp("The folder; it is made where it does not exist.", valueName: "dir"))
  var folder = "."

  @Option(help: "Write a pipeline that checks pull requests.")
  var ci: Platform?

  @Flag(help: "Write a git hook that checks what is about to be committed.")
  var hook = false

  func run() throws {
    let result = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in
      try Initialisation(folder: folder, platform: ci.flatMap { Initialisation.Platform(rawValue: $0.rawValue) }, writesHook: hook).run()
    }
    for path in result.written { StandardOutput.write(path + "\n") }
    for path in result.kept { Message.notice("'\(path)' exists and was left alone") }
    sayHowGitMerges(result.merging)
    Message.notice("next: kb new customer ID, kb new use-case ID, kb new session CUSTOMER, kb validate")
  }
  private func sayHowGitMerges(_ merging: Initialisation.Merging) {
    switch merging {
    case .on: Message.notice("git merges records with kb in this clone now; 'kb init' in another clone sets it up there, too")
    case .otherProgram(let command): Message.notice("git is set up to merge records with '\(command)', which was left alone")
    case .notAskedFor: Message.notice("for git to merge records by fields and quotes, add to .gitattributes: \(Initialisation.mergeAttribute)")
    case .noRepository: Message.notice("in a git repository, 'kb init' again lets git merge records with kb")
    }
  }
}
