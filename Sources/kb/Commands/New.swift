import ArgumentParser
import KBGit
import KBModel
import KnowledgeBase

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a new record from its template.",
    usage: "kb new TYPE [ID or CUSTOMER] [--FIELD VALUE …] [-C <dir>] [--no-edit]",
    discussion: """
      EXAMPLES
        kb new session acme --guide discovery-3 --covers offline-approval,audit-trail --date 2026-06-22
        kb new customer acme --segment enterprise --arr 900000
        kb new use-case offline-approval --persona shift-lead
        kb new field-note acme --deal d-0042 --reported_by lena

      Every field of the type is an option. For a session or field note the argument is the customer, for other types the id. \
      What is not given comes from the guide, from 'defaults' in kb.yaml, from git's author and from today's date; on a terminal \
      the rest is asked for and the record is opened in $EDITOR. Prints the path of the new file.
      """)

  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("The knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("Take this day (YYYY-MM-DD) for today.", valueName: "date"))
  var asOf: CalendarDate?

  @Flag(help: "Do not open the record in $EDITOR.")
  var noEdit = false

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The type, the id or customer, and options for its fields.", visibility: .private))
  var words: [String] = []

  func run() throws {
    let words = try FieldWords(words)
    let location = try KnowledgeBaseLocation.opened(directory)
    let snapshot = try SnapshotLoader(reading: location, asOf: asOf).load()
    guard let type = words.positional.first else {
      let types = snapshot.configuration.schema.types.map(\.name).joined(separator: ", ")
      throw ValidationError("Say what to write: kb new TYPE. Types: \(types).")
    }
    guard words.positional.count <= 2 else {
      throw ValidationError("'\(words.positional[2])' is one word too many; write the value of a field as --FIELD VALUE.")
    }
    var draft = try RecordDraft(
      type: type, argument: words.positional.dropFirst().first, fields: words.fields, author: author(at: location), in: snapshot)
    try complete(&draft)
    let path = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try draft.write() }
    StandardOutput.write(Folder.relative(location.folder + "/" + path) + "\n")
    if !noEdit, Terminal.isInteractive, let editor = Environment.value("VISUAL") ?? Environment.value("EDITOR") {
      try Interrupt.whileAnotherRuns { try Editor.open(location.folder + "/" + path, with: editor) }
    }
  }

  private func author(at location: KnowledgeBaseLocation) -> String? {
    // Without a configured author the field stays blank, which is no reason to fail.
    if let repository = location.repository { return try? Repository(at: repository).author().name }
    return try? Author.ofUser().name
  }

  /// Asks for what only a person can say; without a terminal that is an error that names the options.
  private func complete(_ draft: inout RecordDraft) throws {
    let missing = draft.missing
    guard !missing.isEmpty else { return }
    guard Terminal.isInteractive else {
      let names = missing.map { $0.field.map { "--\($0.name)" } ?? "the id" }
      let choices = missing.first { !$0.choices.isEmpty && $0.choices.count <= 12 }
      throw KnowledgeBaseError.usage(
        "a \(draft.type.name) needs \(names.joined(separator: " and ")), and there is no terminal to ask on",
        remedy: choices.map { "\($0.prompt) is one of: \($0.choices.joined(separator: ", "))." })
    }
    for question in missing {
      while true {
        let answer = try Prompt.ask(question.prompt, choices: question.choices)
        do throws(KnowledgeBaseError) {
          if let field = question.field { try draft.set(field.name, to: answer) } else { try draft.take(argument: answer) }
          break
        } catch {
          Message.error(error.message, remedy: error.remedy)
        }
      }
    }
  }
}

/// The words of a command whose options are the fields of a type.
struct FieldWords {
  private(set) var positional: [String] = []
  private(set) var fields: [(name: String, value: String)] = []

  init(_ words: [String]) throws {
    var i = words.startIndex
    while i < words.endIndex {
      let word = words[i]
      i += 1
      guard word.hasPrefix("--"), word != "--" else {
        guard !word.hasPrefix("-") || word == "-" else { throw ValidationError("There is no option '\(word)'; fields are written as --FIELD VALUE.") }
        positional.append(word)
        continue
      }
      let option = word.dropFirst(2)
      if let equals = option.firstIndex(of: "=") {
        fields.append((String(option[..<equals]), String(option[option.index(after: equals)...])))
      } else {
        guard i < words.endIndex else { throw ValidationError("'\(word)' needs a value.") }
        fields.append((String(option), words[i]))
        i += 1
      }
    }
  }
}
