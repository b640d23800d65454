import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

/// What notes and transcripts have in common.
struct ImportOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("The knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("With whom: id, alias or name.", valueName: "customer"))
  var customer: String?

  @Option(help: ArgumentHelp("The day of the talk (YYYY-MM-DD).", valueName: "date"))
  var date: CalendarDate?

  @Option(help: ArgumentHelp("What stands for a person: \"Jo Smith=p-7f3k\"; may be repeated.", valueName: "name=pseudonym"))
  var person: [String] = []

  @Option(help: ArgumentHelp("Who of us asked, as the source names them; may be repeated.", valueName: "name"))
  var interviewer: [String] = []

  @Flag(help: "Write the records; without it they are only shown.")
  var write = false

  @Flag(help: "Import also what a record has word by word already.")
  var force = false

  @OptionGroup var color: ColorOption

  func snapshot() throws -> Snapshot {
    return try SnapshotLoader(reading: KnowledgeBaseLocation.opened(directory)).load()
  }

  func people() throws -> [NamedPerson] { try person.map { argument throws(KnowledgeBaseError) in try NamedPerson(argument: argument) } }
}

extension ImportOptions {
  /// Whether a record with the same words stops this one from being imported, which is said then.
  func isKnown(_ record: ImportedRecord, in words: inout KnownWords) -> Bool {
    guard let path = words.path(of: record), !force else { return false }
    Message.notice("left out: \(record.source): '\(path)' has the same words; '--force' imports it again")
    return true
  }
}

/// Shows or writes imported records.
struct ImportOutcome {
  var records: [ImportedRecord]
  var snapshot: Snapshot
  var color: ColorOption

  /// With `write` the paths on standard output; without it the differences there. What was recognised goes to standard error.
  func deliver(write: Bool) throws {
    if write {
      try snapshot.location.apply(ChangeSet(creating: records))
      for record in records { StandardOutput.write(Folder.relative(snapshot.location.folder + "/" + record.path) + "\n") }
    } else {
      let files = records.map { record in
        UnifiedDiff.File(
          oldPath: record.sourceText == nil ? nil : record.source, newPath: record.path, before: Array((record.sourceText ?? "").utf8), after: Array(record.text.utf8))
      }
      StandardOutput.write(UnifiedDiff.text(of: files, isColored: color.isOn))
    }
    for record in records { describe(record) }
    if !write { Message.notice("nothing was written: repeat it with --write") }
  }

  private func describe(_ record: ImportedRecord) {
    let facts = record.facts
    let date = facts.date.map { "\($0) (\(facts.dateFrom ?? "given"))" } ?? "no date"
    let customer = facts.customer.map { "\($0) (\(facts.customerFrom ?? "given"))" } ?? "no customer"
    Message.notice(
      "\(record.source): \(date), \(customer), \(Plural.count(facts.questions, "question")), \(Plural.count(facts.quotes, "quote"))")
    for fault in record.faults { Message.notice("  line \(fault.line): \(fault.message)") }
    for todo in record.undecided { Message.notice("  TODO \(todo)") }
    for person in record.people { Message.notice("  \(person.name) is \(person.pseudonym) (keep this outside of the repository)") }
  }
}
