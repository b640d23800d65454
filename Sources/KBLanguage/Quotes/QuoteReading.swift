package import KBModel

/// A quote read: its grade and the words that show it.
package struct QuoteReading: Sendable, Hashable {
  /// A run of words, end exclusive.
  package struct Span: Sendable, Hashable {
    /// In UTF-8 bytes of the text.
    package var bytes: Range<Int>
    /// In Unicode scalars of the text.
    package var scalars: Range<Int>
  }

  /// Words that speak for a grade, and what they say.
  package struct Cue: Sendable, Hashable {
    package var span: Span
    package var cue: QuoteCue
  }

  /// A sentence that carries a rung of its own.
  package struct Rung: Sendable, Hashable {
    package var grade: Grade
    package var span: Span
  }

  /// A finer rung for display; it never changes a weight.
  package enum Finer: String, Sendable, Hashable, CaseIterable {
    case datedAnecdote = "dated anecdote"
    case undatedAnecdote = "undated anecdote"
    case numberedHabit = "numbered habit"
    case genericHabit = "generic habit"
  }

  /// The highest rung really present.
  package let grade: Grade
  /// The finer rung of an anecdote or habit.
  package let finer: Finer?
  /// What the grade rests on, in the order of the text; empty only for a text without words.
  package let cues: [Cue]
  /// The rungs that single sentences carry clearly, at most one entry a grade, in the order of the text.
  package let rungs: [Rung]
  /// The words of the quote; contractions count as one.
  package let wordCount: Int
  /// How likely each grade is, by the order of `Grade.allCases`; the sum is 1.
  let likelihoods: Likelihoods
  /// What the words as such allow, for the mismatch checks.
  let form: QuoteForm

  /// A likelihood for each grade.
  struct Likelihoods: Sendable, Hashable {
    var values: SIMD8<Float>
    subscript(_ grade: Grade) -> Float { values[grade.column] }
  }

  /// How likely `grade` is, from 0 to 1: a rough measure for ordering, not a probability to publish.
  package func likelihood(of grade: Grade) -> Double { Double(likelihoods[grade]) }

  /// Whether the quote is so long (above 60 words) that it should be split.
  package var isLong: Bool { wordCount > 60 }

  /// The two rungs that make the quote worth splitting: a fact or an ask beside another rung.
  package var split: (Rung, Rung)? {
    guard rungs.count > 1 else { return nil }
    let sorted = rungs.sorted { $0.grade > $1.grade }
    guard sorted[0].grade >= .request, sorted[1].grade != .compliment else { return nil }
    return (sorted[0], sorted[1])
  }
}

extension Grade {
  /// The column of the grade in the weights.
  var column: Int {
    switch self {
    case .anecdote: 0
    case .habit: 1
    case .request: 2
    case .opinion: 3
    case .hypothetical: 4
    case .compliment: 5
    }
  }
}

/// What words in a quote can say about its grade.
package enum QuoteCue: String, Sendable, Hashable, CaseIterable {
  case event = "it happened"
  case time = "a time in the past"
  case occasion = "one occasion"
  case practice = "what is done"
  case repetition = "again and again"
  case earlierPractice = "how it used to be done"
  case figure = "a number"
  case ask = "asks for something"
  case need = "a need"
  case information = "asks for information"
  case proposal = "proposes a change"
  case obligation = "says what should be"
  case judgement = "a judgement"
  case stance = "a view"
  case generalisation = "speaks in general"
  case conditional = "not real, or not yet"
  case condition = "a condition"
  case counterfactual = "did not happen"
  case plan = "to come"
  case praise = "praise"
  case thanks = "thanks"
}
