/// How a knowledge base stands, on one screen.
package struct KnowledgeBaseState: Sendable, Equatable {
  /// A record that waits for something.
  package struct Waiting: Sendable, Equatable {
    package var id: String
    package var customer: String?
    /// The day that matters: of the talk, of the note, or the last of a consent.
    package var date: CalendarDate?
    /// Days from today to that day; negative when it is past.
    package var days: Int?

    package init(id: String, customer: String?, date: CalendarDate?, days: Int?) {
      self.id = id
      self.customer = customer
      self.date = date
      self.days = days
    }
  }

  /// The command that makes most sense now, and why.
  package struct Step: Sendable, Equatable {
    package var command: String
    package var reason: String

    package init(command: String, reason: String) {
      self.command = command
      self.reason = reason
    }
  }

  package var name: String
  package var today: CalendarDate
  /// The day that verdicts hold for.
  package var asOf: CalendarDate
  package var revision: String?
  /// By type, in the order of the schema; types without records are left out.
  package var records: [(type: String, count: Int)]
  /// From market to thin; verdicts that no use case has are left out.
  package var verdicts: [(verdict: Verdict, useCases: [String])]
  package var errors, warnings: Int
  /// Talks to come, and notes not worked up, the oldest first.
  package var planned, raw: [Waiting]
  /// Field notes with a request and no answer, the oldest first.
  package var unanswered: [Waiting]
  /// Consents that end within ``consentNotice`` days or have ended, the first to end first.
  package var consents: [Waiting]
  package var next: Step

  /// Days ahead that consents are looked at.
  package static let consentNotice = 30
  /// Days after which an answer is overdue.
  package static let answerPatience = 30

  package init(
    name: String, today: CalendarDate, asOf: CalendarDate, revision: String?, records: [(type: String, count: Int)],
    verdicts: [(verdict: Verdict, useCases: [String])], errors: Int, warnings: Int, planned: [Waiting], raw: [Waiting], unanswered: [Waiting],
    consents: [Waiting], next: Step
  ) {
    self.name = name
    self.today = today
    self.asOf = asOf
    self.revision = revision
    self.records = records
    self.verdicts = verdicts
    self.errors = errors
    self.warnings = warnings
    self.planned = planned
    self.raw = raw
    self.unanswered = unanswered
    self.consents = consents
    self.next = next
  }

  package static func == (a: KnowledgeBaseState, b: KnowledgeBaseState) -> Bool {
    a.name == b.name && a.today == b.today && a.asOf == b.asOf && a.revision == b.revision && a.errors == b.errors && a.warnings == b.warnings
      && a.planned == b.planned && a.raw == b.raw && a.unanswered == b.unanswered && a.consents == b.consents && a.next == b.next
      && a.records.elementsEqual(b.records) { $0 == $1 } && a.verdicts.elementsEqual(b.verdicts) { $0 == $1 }
  }
}
