package import KBModel

/// A quote that waits for its grade or for the use cases it speaks of.
package struct GradingItem: Sendable, Equatable {
  package struct UseCase: Sendable, Equatable {
    package var id: String
    /// Why it is suggested, as a phrase.
    package var reason: String
  }

  package var path: String
  package var record: String
  /// The first line of the words, from 1.
  package var line: Int
  /// The question above it, where there is one.
  package var question: String?
  package var words: String
  /// What the attribution line says already.
  package var grade: Grade?
  package var useCases: [String]

  package var suggestedGrade: Grade
  /// Words of the quote that speak for the grade, and what they say; empty where the grade is given already.
  package var gradeReason: String
  /// The likeliest first; empty where the attribution line or the question names some, or nothing is likely.
  package var suggestedUseCases: [UseCase]

  /// Where the attribution line goes, or the one there is goes on.
  var place: Place

  enum Place: Sendable, Equatable {
    /// Before the block id or at the end of an attribution line; whether parts stand before it.
    case line(at: Int, isEmpty: Bool)
    /// Behind a block quote without one: what its lines begin with, and how lines end.
    case below(at: Int, margin: String, lineEnd: String)
  }
}

/// What a person said of a quote.
package struct GradingDecision: Sendable, Equatable {
  /// `nil` where the line has one already.
  package var grade: Grade?
  package var useCases: [String]

  package init(grade: Grade?, useCases: [String]) {
    self.grade = grade
    self.useCases = useCases
  }
}
