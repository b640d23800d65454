package import KBModel

/// What the participants of a talk agreed to, presets of `kb.yaml` resolved.
package struct Consent: Sendable, Equatable {
  /// consent, legitimate-interest or contract; `nil` where it is missing.
  package var basis: String?
  package var scope: [String] = []
  package var method: String?
  package var notice: String?
  /// When it was given: the date of the talk where it is missing.
  package var obtained: CalendarDate?
  /// Until when the words may be kept, 24 months after the talk where it is missing; `nil` for a talk without a date.
  package var retainUntil: CalendarDate?
  /// Whether ``retainUntil`` was agreed to, and not taken from the date of the talk.
  package var isRetentionAgreed = false
  package var isWithdrawn = false
  package var withdrawn: CalendarDate?

  /// How long words are kept where nothing is agreed, in months.
  package static let defaultRetention = 24

  package init() {}

  /// Whether the words may still be kept on a day.
  package func allowsKeeping(on day: CalendarDate) -> Bool { !isWithdrawn && retainUntil.map { day <= $0 } ?? true }

  /// Whether the words may be shown to colleagues.
  package var allowsInternalQuotes: Bool { scope.contains("internal-quote") || allowsExternalQuotes }

  /// Whether the words may be shown to anybody, without names.
  package var allowsExternalQuotes: Bool { scope.contains("anonymous-external-quote") }
}
