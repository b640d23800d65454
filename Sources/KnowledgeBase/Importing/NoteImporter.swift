import KBDocuments
package import KBModel

/// Makes sessions or field notes of plain notes: bullets, questions and answers, tables, mail threads, exports of other programs.
///
/// Date and customer are looked for where people write them; questions and speech are marked; every other word stays in its
/// place. What cannot be decided becomes a `TODO` comment.
package struct NoteImporter {
  package struct Options: Sendable {
    /// `session` or `field-note`.
    package var type: String
    package var customer: String?
    package var date: CalendarDate?
    package var people: [NamedPerson]
    /// Those of us who asked, or who relay.
    package var interviewers: [String]

    package init(type: String = "session", customer: String? = nil, date: CalendarDate? = nil, people: [NamedPerson] = [], interviewers: [String] = []) {
      self.type = type
      self.customer = customer
      self.date = date
      self.people = people
      self.interviewers = interviewers
    }
  }

  package var options: Options
  private let snapshot: Snapshot
  private let customers: CustomerNames
  private var ids: ImportedIDs

  /// - Throws: for a customer that does not exist and a type that is no talk.
  package init(_ options: Options, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    guard snapshot.configuration.schema[options.type]?.isDated == true else {
      throw .usage("notes become sessions or field notes, no '\(options.type)'", remedy: "Write --type session or --type field-note.")
    }
    self.options = options
    if let name = options.customer { self.options.customer = try snapshot.customer(called: name) }
    self.snapshot = snapshot
    customers = CustomerNames(in: snapshot.graph)
    ids = try ImportedIDs(in: snapshot)
  }

  /// Names of people in a note for whom no pseudonym is given, in the order of the note: speakers, and those whom a line such as
  /// `Attendees:` lists.
  package func unknownPeople(in bytes: [UInt8]) -> [String] {
    guard let text = DecodedText(bytes)?.text else { return [] }
    return NotePeople(text, known: options.people.map(\.name), ours: options.interviewers).unknown.map(\.name)
  }

  /// - Parameters:
  ///   - source: the file as the user named it.
  ///   - firstCommit: the day of the commit that brought the file, for notes that say no date.
  package mutating func record(source: String, bytes: [UInt8], firstCommit: CalendarDate? = nil) throws(KnowledgeBaseError) -> ImportedRecord {
    guard let decoded = DecodedText(bytes) else { throw .unreadable(path: source, reason: "it is no text") }
    let text = decoded.text
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let head = ForeignFrontMatter(lines: lines)
    let bodyLines = Array(lines.dropFirst(head.lineCount))
    let names = PersonNames(options.people)
    var undecided: [String] = []
    var facts = ImportedRecord.Facts()

    let finder = NoteFacts(place: NotePlace(path: source), head: head, lines: bodyLines)
    findDate(finder, firstCommit, &facts, &undecided)
    findCustomer(finder, &facts, &undecided)
    let people = NotePeople(text, known: options.people.map(\.name), ours: options.interviewers).unknown
    if !people.isEmpty {
      let places = people.map { String($0.line) }.unique.joined(separator: ", ")
      undecided.append("people: names may stand on line \(places) of the source; give pseudonyms with --person or replace them here")
    }
    let body = NoteBody(bodyLines, names: names, interviewers: options.interviewers)
    if names.replaced(in: text).leavesPart { undecided.append("people: part of a participant's name is an ordinary word too and was left where it stands alone") }

    let id = ids.make(date: facts.date, customer: facts.customer, fallback: names.replaced(in: finder.place.name).text)
    let year = options.type == "session" ? facts.date.map { "\($0.components.year)/" } ?? "" : ""
    let type = snapshot.configuration.schema[options.type]
    var talk = try talk(facts, body, head, names)
    let origin = "Imported from \(names.replaced(in: Folder.name(of: source)).text)"
    talk.comments = [body.labels.isEmpty ? origin + "." : origin + "; labels that became marks: " + body.labels.map { $0 + ":" }.joined(separator: " ")] + talk.comments
    talk.undecided = undecided
    let document = DocumentReading.markdown(talk.text)
    if !document.faults.isEmpty, !talk.foreign.isEmpty {
      // A head that does not stand beside ours is shown as it was.
      talk.body = Self.codeBlock(talk.foreign) + "\n" + talk.body
      talk.foreign = []
    }
    let read = DocumentReading.markdown(talk.text).body
    facts.questions = read.questions.count
    facts.quotes = read.quotes.count
    return ImportedRecord(
      source: source, path: "\(type?.folder ?? options.type)/\(year)\(id).md", text: talk.text, facts: facts, undecided: undecided, faults: [],
      people: [], sourceText: text)
  }

  // MARK: The record

  private func talk(_ facts: ImportedRecord.Facts, _ body: NoteBody, _ head: ForeignFrontMatter, _ names: PersonNames) throws(KnowledgeBaseError) -> TalkText {
    let isSession = options.type == "session"
    var fields: [(name: String, value: String)] = []
    if let date = facts.date { fields.append(("date", date.description)) }
    if let customer = facts.customer { fields.append(("customer", customer)) }
    if let first = options.interviewers.first { fields.append((isSession ? "interviewer" : "reported_by", first)) }
    let text = body.lines.joined(separator: "\n")
    let present = options.people.map(\.pseudonym).unique.filter { text.contains($0) }
    if isSession {
      if !present.isEmpty { fields.append(("participants", "[\(present.joined(separator: ", "))]")) }
      fields.append(("status", "raw"))
    }
    let draft = try RecordDraft(type: options.type, argument: nil, fields: fields, author: nil, in: snapshot)
    var talk = TalkText(type: draft.type, values: draft.values)
    if facts.date == nil { talk.values["date"] = nil }
    if isSession, talk.values["covers"] == nil { talk.values["covers"] = "[]" }

    var moved: [String] = []
    for entry in head.entries {
      let lines = entry.lines.map { names.replaced(in: $0).text }
      if ["tags", "aliases"].contains(entry.key) || draft.type.field(entry.key) == nil { talk.foreign += lines } else { moved += lines }
    }
    if !moved.isEmpty { talk.comments.append("From the head of the source:\n" + moved.joined(separator: "\n")) }
    talk.body = text.isEmpty ? "" : text + "\n"
    if !head.unreadable.isEmpty { talk.body = Self.codeBlock(head.unreadable.map { names.replaced(in: $0).text }) + "\n" + talk.body }
    return talk
  }

  private static func codeBlock(_ lines: [String]) -> String {
    var fence = "```"
    while lines.contains(where: { $0.contains(fence) }) { fence += "`" }
    return "\(fence)yaml\n\(lines.joined(separator: "\n"))\n\(fence)\n"
  }

  // MARK: Facts

  private func findDate(_ finder: NoteFacts, _ firstCommit: CalendarDate?, _ facts: inout ImportedRecord.Facts, _ undecided: inout [String]) {
    if let date = options.date {
      (facts.date, facts.dateFrom) = (date, "--date")
      return
    }
    let found = finder.dates
    if let (date, place) = found.lazy.compactMap({ found in found.date.certain.map { ($0, found.place) } }).first {
      (facts.date, facts.dateFrom) = (date, place)
      if let other = found.first(where: { $0.date.certain.map { $0 != date } ?? false && $0.isExplicit }) {
        undecided.append("date: \(place) says \(date), \(other.place) \(other.date.certain.map(\.description) ?? "")")
      }
    } else if let ambiguous = found.first?.date.question {
      undecided.append("date: \(ambiguous)")
    } else if let firstCommit {
      (facts.date, facts.dateFrom) = (firstCommit, "the git history")
      undecided.append("date: the note says none; \(firstCommit) is the day of the commit that brought it")
    } else {
      undecided.append("date: the note says none")
    }
  }

  private func findCustomer(_ finder: NoteFacts, _ facts: inout ImportedRecord.Facts, _ undecided: inout [String]) {
    if let customer = options.customer {
      (facts.customer, facts.customerFrom) = (customer, "--customer")
      return
    }
    switch finder.customer(in: customers) {
    case (.one(let id), let place): (facts.customer, facts.customerFrom) = (id, place)
    case (.several(let ids), let place): undecided.append("customer: \(place) may mean \(ids.joined(separator: " or "))")
    case (.none, _): undecided.append("customer: the note names none of the knowledge base")
    }
  }
}
