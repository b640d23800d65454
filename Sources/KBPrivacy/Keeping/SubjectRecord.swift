package import KBModel

/// Everything that a knowledge base keeps about one person: the answer to a request for access.
package struct SubjectRecord: Sendable, Equatable {
  /// A talk in which the person took part or spoke.
  package struct Talk: Sendable, Equatable {
    package var id: String
    package var path: String
    package var type: String
    package var date: CalendarDate?
    package var customer: String?
    package var persona: String?
    package var isOnlyParticipant: Bool
    package var consent: Consent?
    package var nextStep: String?
    package var quotes: [Quote]
    /// Notes of a talk with nobody else: lines of the body outside quotes.
    package var notes: Int

    package init(
      id: String, path: String, type: String, date: CalendarDate?, customer: String?, persona: String?, isOnlyParticipant: Bool, consent: Consent?,
      nextStep: String?, quotes: [Quote], notes: Int
    ) {
      self.id = id
      self.path = path
      self.type = type
      self.date = date
      self.customer = customer
      self.persona = persona
      self.isOnlyParticipant = isOnlyParticipant
      self.consent = consent
      self.nextStep = nextStep
      self.quotes = quotes
      self.notes = notes
    }
  }

  package struct Quote: Sendable, Equatable {
    package var id: String?
    package var line: Int
    package var grade: Grade?
    package var words: String
    package var useCases: [String]

    package init(id: String?, line: Int, grade: Grade?, words: String, useCases: [String]) {
      self.id = id
      self.line = line
      self.grade = grade
      self.words = words
      self.useCases = useCases
    }
  }

  /// A line elsewhere that names the person.
  package struct Mention: Sendable, Equatable {
    package var path: String
    package var line: Int
    package var text: String

    package init(path: String, line: Int, text: String) {
      self.path = path
      self.line = line
      self.text = text
    }
  }

  package var pseudonym: String
  package var talks: [Talk] = []
  package var mentions: [Mention] = []

  package init(pseudonym: String) { self.pseudonym = pseudonym }
}
