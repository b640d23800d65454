/// What worked-up sessions and field notes say of use cases, with names resolved to records: one walk over all files, which
/// statistics and rules share.
///
/// Plain numbers in flat lists, since there may be a hundred thousand talks. Indices of records are those of
/// `RecordGraph.files`.
package struct Testimony: Sendable {
  /// A session that is worked up, or a field note.
  package struct Talk: Sendable {
    /// Its record.
    package var file: Int32
    package var isSession: Bool
    package var date: CalendarDate?
    /// The record of its customer; -1 where it names none.
    package var customer: Int32
    /// The use cases that had a fair chance to come up: a range of `covered`. None for a field note, in which nobody was asked.
    package var covers: Range<Int>
    /// What it names: a range of `mentions`.
    package var mentions: Range<Int>
  }

  /// A use case that a quote names.
  package struct Mention: Sendable {
    /// Its record.
    package var useCase: Int32
    /// The index of the quote in its file, and of the mention in the quote.
    package var quote: Int32
    package var place: Int32
    package var grade: Grade
    package var hand: Hand
    /// Whether the quote says that it is no problem.
    package var isAgainst: Bool
    /// Whether a question put the quote into the customer's mouth.
    package var isPrompted: Bool
    /// Whether the quote has named the use case before.
    package var isRepeated: Bool
    /// Whether it stands in a session that does not cover the use case.
    package var isVolunteered: Bool
  }

  /// In the order of their paths.
  package private(set) var talks: [Talk] = []
  /// The use cases that talks cover, each once for a talk.
  package private(set) var covered: [Int32] = []
  /// In the order of talks and quotes.
  package private(set) var mentions: [Mention] = []
  /// The records that sessions name as persona or participants, some more than once.
  package private(set) var present: [Int32] = []

  init(of files: [FileFacts], dates: [CalendarDate?], types: RecordTypes, targets: NameTargets) {
    let parts = Stretches.map(files.count) { stretch in
      var reader = TestimonyReader(files: files, dates: dates, types: types, targets: targets)
      for place in stretch { reader.read(place) }
      return reader.testimony
    }
    talks.reserveCapacity(parts.reduce(0) { $0 + $1.talks.count })
    mentions.reserveCapacity(parts.reduce(0) { $0 + $1.mentions.count })
    for part in parts { append(part) }
  }

  fileprivate init() {}

  private mutating func append(_ part: Testimony) {
    for var talk in part.talks {
      talk.covers = talk.covers.lowerBound + covered.count..<talk.covers.upperBound + covered.count
      talk.mentions = talk.mentions.lowerBound + mentions.count..<talk.mentions.upperBound + mentions.count
      talks.append(talk)
    }
    covered += part.covered
    mentions += part.mentions
    present += part.present
  }
}

extension Testimony {
  fileprivate mutating func add(_ talk: Talk) { talks.append(talk) }
  fileprivate mutating func add(_ mention: Mention) { mentions.append(mention) }
  fileprivate mutating func add(present record: Int32) { present.append(record) }

  /// Adds a use case that the talk whose use cases begin at `start` covers.
  fileprivate mutating func cover(_ useCase: Int32, from start: Int) {
    if !covered[start...].contains(useCase) { covered.append(useCase) }
  }
}

/// Reads what one stretch of files says.
private struct TestimonyReader {
  private(set) var testimony = Testimony()
  private let files: [FileFacts]
  private let dates: [CalendarDate?]
  private let types: RecordTypes
  private let targets: NameTargets
  private let session, fieldNote, useCase, customer: RecordTypes.Number
  private var fields = TalkFields()

  init(files: [FileFacts], dates: [CalendarDate?], types: RecordTypes, targets: NameTargets) {
    self.files = files
    self.dates = dates
    self.types = types
    self.targets = targets
    (session, fieldNote) = (types.number(of: "session"), types.number(of: "field-note"))
    (useCase, customer) = (types.number(of: "use-case"), types.number(of: "customer"))
  }

  mutating func read(_ place: Int) {
    let type = types.numbers[place]
    let isSession = type == session
    guard isSession || type == fieldNote else { return }
    let file = files[place]
    guard file.status == .done || !isSession else { return }
    let (firstCovered, firstMention) = (testimony.covered.count, testimony.mentions.count)
    let customer = readReferences(of: file, at: place, isSession: isSession)
    if isSession {
      for question in file.questions {
        for cover in question.covers { note(cover: cover.name, at: place, from: firstCovered) }
      }
    }
    var position: Int32 = 0
    for quote in file.quotes {
      read(quote, position, at: place, covered: isSession ? firstCovered : nil)
      position += 1
    }
    testimony.add(
      Testimony.Talk(
        file: Int32(place), isSession: isSession, date: dates[place], customer: customer,
        covers: firstCovered..<testimony.covered.count, mentions: firstMention..<testimony.mentions.count))
  }

  /// Notes who was there and what is covered; returns the customer.
  private mutating func readReferences(of file: FileFacts, at place: Int, isSession: Bool) -> Int32 {
    fields.begin(file.names)
    let firstCovered = testimony.covered.count
    var found: Int32?
    for reference in file.references {
      switch fields.field(of: reference) {
      case .customer where found == nil:
        let record = targets.record(reference.name, inFile: place)
        found = record >= 0 && types.numbers[Int(record)] == customer ? record : -1
      case .covers where isSession: note(cover: reference.name, at: place, from: firstCovered)
      case .participants where isSession:
        let record = targets.record(reference.name, inFile: place)
        if record >= 0 { testimony.add(present: record) }
      default: break
      }
    }
    return found ?? -1
  }

  private mutating func note(cover name: NameIndex, at place: Int, from start: Int) {
    let record = targets.record(name, inFile: place)
    if record >= 0, types.numbers[Int(record)] == useCase { testimony.cover(record, from: start) }
  }

  private mutating func read(_ quote: QuoteFact, _ position: Int32, at place: Int, covered: Int?) {
    let first = testimony.mentions.count
    var mentionPlace: Int32 = -1
    for mention in quote.mentions {
      mentionPlace += 1
      let record = targets.record(mention.name, inFile: place)
      guard record >= 0, types.numbers[Int(record)] == useCase else { continue }
      testimony.add(
        Testimony.Mention(
          useCase: record, quote: position, place: mentionPlace, grade: quote.effectiveGrade, hand: quote.hand,
          isAgainst: mention.isAgainst, isPrompted: quote.isPrompted,
          isRepeated: testimony.mentions[first...].contains { $0.useCase == record },
          isVolunteered: covered.map { !testimony.covered[$0...].contains(record) } ?? false))
    }
  }
}

/// Tells the fields of talks apart by the numbers of their names: a text is compared once for a table, not for each reference.
private struct TalkFields {
  enum Field: UInt8 { case customer, covers, participants, other }

  private var table: NameTable?
  /// The names that were met last, by their last bits, and what they are.
  private var names = [UInt32](repeating: .max, count: Self.size)
  private var fields = [Field](repeating: .other, count: Self.size)
  private static let size = 16

  mutating func begin(_ table: NameTable) {
    guard self.table !== table else { return }
    self.table = table
    for slot in names.indices { names[slot] = .max }
  }

  mutating func field(of reference: ReferenceFact) -> Field {
    let name = reference.fieldName.value
    let slot = Int(name) & (Self.size - 1)
    if names[slot] != name {
      names[slot] = name
      fields[slot] =
        switch reference.field {
        case "customer": .customer
        case "covers": .covers
        case "persona", "participants": .participants
        default: .other
        }
    }
    return fields[slot]
  }
}
