/// Who gets to read a published copy.
package enum Audience: String, Sendable, CaseIterable {
  /// Partners in sales: quotes that may be shown within the company, no working notes.
  case sales
  /// Colleagues: quotes that may be shown within the company, and notes.
  case company
  /// Anybody: anonymous quotes of those who agreed to that; no customers, no names.
  case `public`
}

/// What a published copy holds, and what it leaves out and why.
package struct PublicationSummary: Sendable, Equatable {
  package struct LeftOut: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
      case noConsent = "no consent is written down"
      case consentOver = "the consent was taken back or is past its date"
      case notesOnly = "the consent covers notes only"
      case notOutside = "the consent does not reach outside the company"
      case notWorkedUp = "the talk is planned or not worked up"
      case erased = "the words were erased"
      case internalOnly = "for inside the company only"
      case noRecord = "it is no record, or cannot be read"
    }

    package var type: String
    package var id: String
    package var reason: Reason

    package init(type: String, id: String, reason: Reason) {
      self.type = type
      self.id = id
      self.reason = reason
    }
  }

  package var audience: Audience
  /// Records in the copy, by type.
  package var records: [String: Int] = [:]
  /// In the order of paths.
  package var leftOut: [LeftOut] = []
  /// Quotes that were withheld from records in the copy.
  package var withheldQuotes = 0
  /// Places where a pseudonym became a role, where personal data or a name went, and where withheld words were repeated.
  package var roles = 0
  package var personalData = 0
  package var names = 0
  package var repeats = 0

  package init(audience: Audience) { self.audience = audience }
}
