import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct ImportTranscript: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript",
    abstract: "Make a session of a recording's transcript (WebVTT or SRT).",
    discussion: """
      EXAMPLES
        kb import transcript 2026-06-22-acme.vtt
        kb import transcript call.vtt --customer acme --date 2026-06-22 --interviewer "Dana K" --write
        kb import transcript call.srt --person "Jo Smith=p-7f3k" --interviewer "Dana K"

      The turns of an interviewer become questions, all others quotes that 'kb grade' helps to grade. Every other speaker is \
      replaced by the pseudonym given with --person, or by a new one. Times are kept as comments. The session has the status \
      'raw': it is searchable and in no count until you change that.
      """)

  @Argument(help: ArgumentHelp("The transcript.", valueName: "file"))
  var file: String

  @OptionGroup var options: ImportOptions

  func run() throws {
    let snapshot = try options.snapshot()
    let transcript = try TranscriptImport(source: file, bytes: UserFile.read(file), in: snapshot)
    var settings = TranscriptImport.Options(
      customer: options.customer, date: options.date, people: try options.people(), interviewers: options.interviewer)
    try complete(&settings, of: transcript, in: snapshot)
    var ids = try ImportedIDs(in: snapshot)
    let record = try transcript.record(settings, ids: &ids)
    var words = KnownWords(in: snapshot)
    guard !options.isKnown(record, in: &words) else { return }
    try ImportOutcome(records: [record], snapshot: snapshot, color: options.color).deliver(write: options.write)
  }

  /// Asks for the interviewer and for pseudonyms on a terminal. Elsewhere a guess is good enough to be shown, not to be written:
  /// a guess that is wrong would leave a customer's name in the record.
  private func complete(_ settings: inout TranscriptImport.Options, of transcript: TranscriptImport, in snapshot: Snapshot) throws {
    guard settings.interviewers.isEmpty, !transcript.speakers.isEmpty else { return }
    let names = transcript.speakers.map(\.name)
    if Terminal.isInteractive {
      for speaker in transcript.speakers {
        StandardError.write("  \(TerminalText.safe(speaker.name)): \(Plural.count(speaker.turns, "turn")), \(Plural.count(speaker.questions, "question"))\n")
      }
      let answer = try Prompt.ask("who of them is one of us (names, parted by commas)", choices: [])
      settings.interviewers = answer.split(separator: ",").map { String($0.drop { $0 == " " }) }
      let known = Set(settings.people.map(\.name))
      for name in names where !settings.interviewers.contains(name) && !known.contains(name) {
        let pseudonym = try Prompt.ask("pseudonym of \(TerminalText.safe(name)) (p-…, or 'new')", choices: [])
        if pseudonym != "new" { settings.people.append(try NamedPerson(argument: "\(name)=\(pseudonym)")) }
      }
    } else if options.write {
      throw KnowledgeBaseError.usage(
        "who of the speakers is the interviewer? \(transcript.speakers.map { "'\($0.name)' (\(Plural.count($0.questions, "question")))" }.joined(separator: ", "))",
        remedy: "Name them: --interviewer \"\(transcript.likelyInterviewer ?? names[0])\".")
    } else if let likely = transcript.likelyInterviewer {
      Message.notice("'\(likely)' asks most and is taken for the interviewer; say it with --interviewer")
    }
  }
}
