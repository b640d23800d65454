import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct ImportNotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Make sessions or field notes of old notes.",
    discussion: """
      EXAMPLES
        kb import notes old-notes                      show what would become of a folder of notes
        kb import notes old-notes/acme.md --person "Jo Smith=p-7f3k" --interviewer Dana
        kb import notes old-notes --write              write them, with the status 'raw'
        kb import notes sales --type field-note --interviewer Ravi --write

      Takes Markdown and plain text, with or without a front matter of another program. The date is taken from the front \
      matter, the file name, a line 'Date:', the heading or the git history; the customer by name or alias. Questions are marked \
      'Q:', speech becomes a block quote to be graded, and every other word stays where it is. What could not be decided stands \
      in a TODO comment, which 'kb validate' lists.
      """)

  @Argument(help: ArgumentHelp("Notes, or folders of notes.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("What they become: session or field-note.", valueName: "type"))
  var type = "session"

  @OptionGroup var options: ImportOptions

  func run() throws {
    let snapshot = try options.snapshot()
    let found = try NoteFiles.find(paths)
    var importer = try NoteImporter(
      .init(type: type, customer: options.customer, date: options.date, people: try options.people(), interviewers: options.interviewer), in: snapshot)
    var outcome = ImportOutcome(records: [], snapshot: snapshot, color: options.color)
    var words = KnownWords(in: snapshot)
    var known = 0
    var unread = found.others.map { "\($0): no note by its name" }
    for path in found.notes {
      do throws(KnowledgeBaseError) {
        let bytes = try UserFile.read(path)
        try askForPeople(in: bytes, of: path, for: &importer)
        let record = try importer.record(source: path, bytes: bytes, firstCommit: NoteFiles.firstCommit(of: path))
        if options.isKnown(record, in: &words) { known += 1 } else { outcome.records.append(record) }
      } catch {
        unread.append(error.message)
      }
    }
    try outcome.deliver(write: options.write)
    for message in unread { Message.notice("left out: \(message)") }
    guard !outcome.records.isEmpty || known > 0 else { throw KnowledgeBaseError.usage("there is no note to import", remedy: "Notes end with .md, .markdown or .txt.") }
  }

  /// Asks on a terminal who people are. A blank answer leaves the name to be replaced later.
  private func askForPeople(in bytes: [UInt8], of path: String, for importer: inout NoteImporter) throws(KnowledgeBaseError) {
    guard Terminal.isInteractive else { return }
    for name in importer.unknownPeople(in: bytes) {
      StandardError.write("\(TerminalText.safe(path)): pseudonym of \(TerminalText.safe(name)) (p-…, 'us' for one of us, blank to decide later): ")
      guard let line = readLine() else { return }
      let answer = line.split(separator: " ").joined()
      if answer == "us" { importer.options.interviewers.append(name) } else if !answer.isEmpty { importer.options.people.append(try NamedPerson(argument: "\(name)=\(answer)")) }
    }
  }
}
