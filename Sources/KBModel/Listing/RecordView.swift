/// One record with all that is known of it, ready to be rendered.
package struct RecordView: Sendable, Equatable {
  /// A field and its value.
  package struct FieldView: Sendable, Equatable {
    package var name: String
    package var value: FieldValueView

    package init(name: String, value: FieldValueView) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field as it is nested.
  package indirect enum FieldValueView: Sendable, Equatable {
    case text(String)
    case number(Double, written: String)
    case list([FieldValueView])
    /// In the order of the file.
    case mapping([FieldView])
  }

  /// A piece of the body, in the order of the file.
  package enum BodyItem: Sendable, Equatable {
    case heading(String, level: Int, line: Int)
    /// Markdown as it is written.
    case prose(String, line: Int)
    case question(QuestionView)
    case quote(QuoteView)
  }

  package struct QuestionView: Sendable, Equatable {
    package var line: Int
    package var words: String
    package var faults: [QuestionFault]

    package init(line: Int, words: String, faults: [QuestionFault]) {
      self.line = line
      self.words = words
      self.faults = faults
    }
  }

  package struct QuoteView: Sendable, Equatable {
    package var line: Int
    package var words: String
    package var speaker: String?
    package var grade: Grade
    /// Whether the grade is written; a quote without one counts as an opinion.
    package var isGraded: Bool
    package var hand: Hand
    /// Ids of use cases it speaks for, and against.
    package var useCases, against: [String]
    package var blockID: String?
    /// From 0 to 1; `nil` where the quote does not count at all.
    package var weight: Double?
    /// The fault of its question that takes its weight.
    package var promptedBy: QuestionFault?

    package init(
      line: Int, words: String, speaker: String?, grade: Grade, isGraded: Bool, hand: Hand, useCases: [String], against: [String],
      blockID: String?, weight: Double?, promptedBy: QuestionFault?
    ) {
      self.line = line
      self.words = words
      self.speaker = speaker
      self.grade = grade
      self.isGraded = isGraded
      self.hand = hand
      self.useCases = useCases
      self.against = against
      self.blockID = blockID
      self.weight = weight
      self.promptedBy = promptedBy
    }
  }

  /// What a customer, with its subsidiaries, says of a use case.
  package struct SupportView: Sendable, Equatable {
    package var useCase: String
    package var verdict: Verdict
    package var items: Int
    package var weight: Double
    package var isGrounded: Bool

    package init(useCase: String, verdict: Verdict, items: Int, weight: Double, isGrounded: Bool) {
      self.useCase = useCase
      self.verdict = verdict
      self.items = items
      self.weight = weight
      self.isGrounded = isGrounded
    }
  }

  /// A talk with a customer or a note about it.
  package struct TalkView: Sendable, Equatable {
    package var id: String
    package var type: String
    package var date: CalendarDate?
    package var status: TalkStatus
    package var quotes: Int
    package var useCases: [String]

    package init(id: String, type: String, date: CalendarDate?, status: TalkStatus, quotes: Int, useCases: [String]) {
      self.id = id
      self.type = type
      self.date = date
      self.status = status
      self.quotes = quotes
      self.useCases = useCases
    }
  }

  /// How far a use case is heard.
  package struct StandingView: Sendable, Equatable {
    package var verdict: Verdict
    package var reason: VerdictReason
    package var asked, supporters, grounded: Int

    package init(verdict: Verdict, reason: VerdictReason, asked: Int, supporters: Int, grounded: Int) {
      self.verdict = verdict
      self.reason = reason
      self.asked = asked
      self.supporters = supporters
      self.grounded = grounded
    }
  }

  package var id: String
  package var type: String
  package var path: String
  /// Its name or title.
  package var title: String?
  package var asOf: CalendarDate
  package var fields: [FieldView]
  package var body: [BodyItem]
  /// Of a use case that is not retired.
  package var standing: StandingView?
  /// Of a customer: the newest first.
  package var talks: [TalkView]
  /// Of a customer: by verdict, as reports have it.
  package var supports: [SupportView]
  package var backlinks: [RecordLink]

  package init(
    id: String, type: String, path: String, title: String?, asOf: CalendarDate, fields: [FieldView], body: [BodyItem],
    standing: StandingView? = nil, talks: [TalkView] = [], supports: [SupportView] = [], backlinks: [RecordLink]
  ) {
    self.id = id
    self.type = type
    self.path = path
    self.title = title
    self.asOf = asOf
    self.fields = fields
    self.body = body
    self.standing = standing
    self.talks = talks
    self.supports = supports
    self.backlinks = backlinks
  }
}
