package import KBModel
import KBLanguage

/// Makes a session of a transcript.
///
/// Interviewers' turns become questions, everybody else's answers quotes that wait for their grade. Times are kept as
/// comments. Speakers are replaced by pseudonyms, in the words too.
package struct TranscriptImport: Sendable {
  package struct Options: Sendable {
    package var customer: String?
    package var date: CalendarDate?
    package var people: [NamedPerson]
    /// The names of those of us who asked, as the transcript writes them.
    package var interviewers: [String]

    package init(customer: String? = nil, date: CalendarDate? = nil, people: [NamedPerson] = [], interviewers: [String] = []) {
      self.customer = customer
      self.date = date
      self.people = people
      self.interviewers = interviewers
    }
  }

  /// A voice of the transcript, to be asked about.
  package struct Speaker: Sendable, Equatable {
    package var name: String
    package var turns: Int
    /// Turns that ask.
    package var questions: Int
  }

  package let transcript: Transcript
  /// In the order in which they first speak.
  package let speakers: [Speaker]
  private let source: String
  private let turns: [Transcript.Turn]
  private let snapshot: Snapshot

  /// Reads a transcript. `source` is the file as the user named it.
  package init(source: String, bytes: [UInt8], in snapshot: Snapshot) throws(KnowledgeBaseError) {
    guard let decoded = DecodedText(bytes) else { throw .unreadable(path: source, reason: "it is no text") }
    transcript = TranscriptReader.read(decoded.text)
    guard transcript.cues.contains(where: { $0.start != nil }) else { throw .unreadable(path: source, reason: "there is no caption ('00:00:01.000 --> 00:00:04.000') in it") }
    let turns = transcript.turns
    let reader = QuestionReader()
    speakers = transcript.speakers.map { name in
      let own = turns.filter { $0.speaker == name }
      return Speaker(name: name, turns: own.count, questions: own.count { $0.text.hasSuffix("?") || reader.reading(of: $0.text).asks })
    }
    self.turns = turns
    self.source = source
    self.snapshot = snapshot
  }

  /// The speaker who seems to be the interviewer: whose turns ask most often; `nil` where nobody's do.
  package var likelyInterviewer: String? {
    speakers.filter { $0.questions > 0 }.max { a, b in
      (Double(a.questions) / Double(a.turns), a.questions) < (Double(b.questions) / Double(b.turns), b.questions)
    }?.name
  }

  package func record(_ options: Options, ids: inout ImportedIDs) throws(KnowledgeBaseError) -> ImportedRecord {
    var facts = ImportedRecord.Facts()
    var undecided: [String] = []
    let place = NotePlace(path: source)
    (facts.date, facts.dateFrom) = options.date.map { ($0, "--date") } ?? (place.date.flatMap(\.certain), place.date?.certain == nil ? nil : "the file name")
    if facts.date == nil { undecided.append("date: \(place.date?.question ?? "the transcript does not say when it was")") }
    (facts.customer, facts.customerFrom) = try customer(options, place, &undecided)

    let interviewers = options.interviewers.isEmpty ? [likelyInterviewer].compactMap { $0 } : options.interviewers
    for name in options.interviewers where !speakers.isEmpty && speaker(like: name) == nil {
      throw .usage("nobody called '\(name)' speaks in '\(source)'", remedy: "Speakers: \(speakers.map { "'\($0.name)'" }.joined(separator: ", ")).")
    }
    let asking = Set(interviewers.compactMap { speaker(like: $0) })
    let id = ids.make(date: facts.date, customer: facts.customer, fallback: place.name)
    var people = options.people
    var pseudonyms = Pseudonyms(in: snapshot, given: people)
    let given = PersonNames(people)
    for (i, speaker) in speakers.enumerated() where !asking.contains(speaker.name) && given.pseudonym(of: speaker.name) == nil {
      people.append(NamedPerson(name: speaker.name, pseudonym: pseudonyms.make(for: id, number: i + 1)))
    }
    let names = PersonNames(people)

    var body = TranscriptBody(names: names, interviewers: asking, isAnonymous: speakers.isEmpty)
    for turn in turns { body.append(turn) }
    facts.questions = body.questions
    facts.quotes = body.quotes
    if speakers.isEmpty { undecided.append("speakers: the transcript names nobody; what asks was taken for the interviewer's") }
    if body.leavesPart { undecided.append("names: part of a participant's name is an ordinary word too and was left where it stands alone") }
    for fault in transcript.faults { undecided.append("line \(fault.line) of the transcript: \(fault.message)") }

    let spoken = transcript.speakers.filter { !asking.contains($0) }.compactMap { names.pseudonym(of: $0) }
    var fields: [(name: String, value: String)] = []
    if let date = facts.date { fields.append(("date", date.description)) }
    if let customer = facts.customer { fields.append(("customer", customer)) }
    if !interviewers.isEmpty { fields.append(("interviewer", interviewers.map { PersonNames.bare($0) }.joined(separator: ", "))) }
    if !spoken.isEmpty { fields.append(("participants", "[\(spoken.unique.joined(separator: ", "))]")) }
    fields.append(("status", "raw"))
    let draft = try RecordDraft(type: "session", argument: nil, fields: fields, author: nil, in: snapshot)
    var talk = TalkText(type: draft.type, values: draft.values, undecided: undecided)
    if facts.date == nil { talk.values["date"] = nil }
    if talk.values["covers"] == nil { talk.values["covers"] = "[]" }
    talk.comments = ["Imported from \(names.replaced(in: Folder.name(of: source)).text); times are those of the recording."]
    talk.body = body.text.trimmingSpaces + "\n"
    let year = facts.date.map { "\($0.components.year)/" } ?? ""
    return ImportedRecord(
      source: source, path: "\(draft.type.folder)/\(year)\(id).md", text: talk.text, facts: facts, undecided: undecided,
      faults: transcript.faults, people: people.filter { names.pseudonym(of: $0.name) != nil }, sourceText: nil)
  }

  private func customer(_ options: Options, _ place: NotePlace, _ undecided: inout [String]) throws(KnowledgeBaseError) -> (String?, String?) {
    if let name = options.customer { return (try snapshot.customer(called: name), "--customer") }
    switch place.customer(in: CustomerNames(in: snapshot.graph)) {
    case .one(let id): return (id, "the file name")
    case .several(let ids): undecided.append("customer: \(ids.joined(separator: " or "))?")
    case .none: undecided.append("customer: the file name names no customer of the knowledge base")
    }
    return (nil, nil)
  }

  private func speaker(like name: String) -> String? {
    let wanted = PersonNames.bare(name).lowercased()
    return speakers.first { PersonNames.bare($0.name).lowercased() == wanted }?.name
  }
}

/// The turns of a transcript as questions and quotes.
private struct TranscriptBody {
  let names: PersonNames
  let interviewers: Set<String>
  let isAnonymous: Bool
  private(set) var text = ""
  private(set) var questions = 0
  private(set) var quotes = 0
  private(set) var leavesPart = false
  private let reader = QuestionReader()

  init(names: PersonNames, interviewers: Set<String>, isAnonymous: Bool) {
    self.names = names
    self.interviewers = interviewers
    self.isAnonymous = isAnonymous
  }

  mutating func append(_ turn: Transcript.Turn) {
    let (words, leaves) = names.replaced(in: turn.text)
    if leaves { leavesPart = true }
    let time = turn.start.map(Transcript.clock)
    let asks = turn.speaker.map(interviewers.contains) ?? (isAnonymous && turn.text.hasSuffix("?"))
    if asks, Self.isListening(turn.text) {
      // It asks nothing; as a question it would take the answer away from the one before.
      text += "<!-- \([time, "the interviewer: " + HTMLComment.safe(words)].compactMap { $0 }.joined(separator: " ")) -->\n\n"
      return
    }
    if let time { text += "<!-- \(time) -->\n" }
    if asks {
      text += "**Q:** \(SpokenText.line(words))\n\n"
      questions += 1
    } else {
      text += SpokenText.quote(words, speaker: turn.speaker.flatMap(names.pseudonym)) + "\n"
      quotes += 1
    }
  }

  /// "Mhm.", "Okay, right.": says only that somebody listens.
  private static func isListening(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }
    return !text.hasSuffix("?") && words.count <= 4 && words.allSatisfy { listening.contains($0) }
  }

  private static let listening: Set<Substring> = [
    "mhm", "mm", "mmm", "hm", "hmm", "uh-huh", "uh", "huh", "yeah", "yes", "yep", "okay", "ok", "right", "sure", "i", "see", "got", "it", "great",
    "cool", "nice", "wow", "oh", "ah", "thanks", "thank", "you", "gotcha", "alright", "good", "perfect", "interesting", "understood", "ja", "genau",
  ]
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Snapshot {
  /// The id of the customer of that id, alias or name.
  func customer(called name: String) throws(KnowledgeBaseError) -> String {
    if let file = graph.record(name, type: "customer") { return file.id }
    switch CustomerNames(in: graph).customer(named: name) {
    case .one(let id): return id
    case .several(let ids): throw .usage("'\(name)' is the name of several customers: \(ids.joined(separator: ", "))", remedy: "Give the id.")
    case .none: throw .unknownRecord(name, type: "customer", candidates: candidates(for: name, type: "customer"))
    }
  }
}
