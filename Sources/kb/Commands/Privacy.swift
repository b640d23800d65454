import ArgumentParser
import KBPrivacy
import KBReports
import KnowledgeBase

struct Privacy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "Look for personal data, and answer what is kept about a person.",
    discussion: """
      EXAMPLES
        kb privacy scan                          every file
        kb privacy scan --history                everything the repository ever held
        kb privacy names names.txt               names to look for, kept as hashes
        kb privacy show p-7f3k                   all that is kept about somebody
      """,
    subcommands: [Scan.self, Names.self, Show.self])

  /// The key that names are hashed with.
  struct KeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The file of the key, outside of every repository. (default: kb/names.key in your configuration folder)", valueName: "file"))
    var key: String?

    var path: String { get throws { try key ?? Environment.configurationFile("names.key") } }
  }

  struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scan",
      abstract: "Find what identifies a person: addresses, numbers, profiles, keys, listed names.",
      discussion: """
        EXAMPLES
          kb privacy scan                          every file in the work tree
          kb privacy scan --staged                 what would be committed
          kb privacy scan --history                every version of every file, every message
          kb privacy scan --history --format json

        Values are shown masked. Exit code: 0 nothing found, 1 something found, 2 when it could not be looked.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @OptionGroup var source: SourceOptions
    @OptionGroup var key: KeyOption
    @OptionGroup var color: ColorOption

    @Flag(help: "Look at every blob, and every message of a commit or tag, that a reference leads to.")
    var history = false

    @Option(help: "How it is written.")
    var format = Format.text

    func validate() throws {
      if history, source.at != nil || source.staged { throw ValidationError("'--history' looks at every state; leave '--at' and '--staged' out.") }
    }

    func run() throws {
      let snapshot = try source.snapshot()
      let names = snapshot.bytesOfFile(NameListFile.path) == nil ? nil : try NameListFile(of: snapshot.location, key: key.path).list(in: snapshot)
      let result = history ? try PrivacyScan.history(of: snapshot.location, names: names) : try PrivacyScan.files(of: snapshot, names: names)
      let report = ScanReport(result)
      switch format {
      case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
      case .json: StandardOutput.write(report.json())
      }
      if !result.hits.isEmpty { throw ExitStatus.findings }
    }
  }

  struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "names",
      abstract: "Keep a list of names to look for, as keyed hashes that give nobody away.",
      discussion: """
        EXAMPLES
          kb privacy names names.txt               one name on each line
          pass show team/names | kb privacy names -
          kb privacy names --add "Jo Smith"
          kb privacy names --remove "Jo Smith"

        Writes '\(NameListFile.path)', which can be committed. The key stays outside; share it with those who scan. Without it \
        the hashes say nothing. Only 'kb privacy scan' uses the list. A name is found as whole words, whatever case and accents.
        """)

    @Argument(help: ArgumentHelp("A file of names, one on each line; '-' for standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var source: SourceOptions
    @OptionGroup var key: KeyOption

    @Option(name: .customLong("add"), help: ArgumentHelp("Add a name; may be repeated. Your shell may remember it.", valueName: "name"))
    var added: [String] = []

    @Option(name: .customLong("remove"), help: ArgumentHelp("Take a name out; may be repeated.", valueName: "name"))
    var removed: [String] = []

    func validate() throws {
      if file == nil, added.isEmpty, removed.isEmpty { throw ValidationError("Give a file of names, '--add' or '--remove'.") }
    }

    func run() throws {
      let bytes = try file.map { $0 == "-" ? StandardInput.bytes() : try UserFile.read($0) } ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      let names = added + lines.filter { $0.contains { !$0.isWhitespace } && !$0.hasPrefix("#") }
      var generator = SystemRandomNumberGenerator()
      let path = try key.path
      let list = try NameListFile(of: source.location(), key: path)
      let change = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in
        try list.change(adding: names, removing: removed, using: &generator)
      }
      StandardOutput.write("\(change.added) added, \(change.removed) removed, \(change.count) in all\n")
      if change.madeKey { Message.notice("a key was made in '\(path)'; keep it, and give it to those who scan") }
      for number in change.refused { Message.notice("name \(number) has no word, or more than \(NameList.mostWords): left out") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show everything that is kept about a pseudonym: the answer to a request for access.",
      discussion: """
        EXAMPLES
          kb privacy show p-7f3k
          kb privacy show p-7f3k --format json
          kb person find "Jo Smith"                which pseudonym somebody has
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "As it stands in 'participants'.")
    var pseudonym: String

    @OptionGroup var source: SourceOptions
    @OptionGroup var color: ColorOption

    @Option(help: "How it is written.")
    var format = Format.text

    func run() throws {
      let snapshot = try source.snapshot(keepsSource: true)
      let report = SubjectReport(try SubjectRecord(of: pseudonym, in: snapshot), name: snapshot.name)
      switch format {
      case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
      case .json: StandardOutput.write(report.json())
      }
    }
  }
}
