/// A rung of the specificity ladder: how much of a fact a quote is.
///
/// Ordered from the least specific (`compliment`) to the most specific (`anecdote`).
package enum Grade: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  /// One event that happened.
  case anecdote
  /// Repeated real behaviour.
  case habit
  /// Asks us for something.
  case request
  /// A judgement, or a generalisation about others.
  case opinion
  /// Would, will, could, plan, if.
  case hypothetical
  /// Praise, politeness.
  case compliment

  /// The rung's weight in the evidence, from 0 to 1.
  package var weight: Double {
    switch self {
    case .anecdote: 1.0
    case .habit: 0.6
    case .request: 0.3
    case .opinion: 0.2
    case .hypothetical: 0.1
    case .compliment: 0
    }
  }

  package static func < (a: Grade, b: Grade) -> Bool { a.weight < b.weight }
}

/// By which way the words reached us.
package enum Hand: String, Sendable, Hashable, CaseIterable, Codable {
  /// Said by the customer, to us, word for word.
  case firstHand = "first-hand"
  /// Relayed by somebody else, usually sales.
  case secondHand = "second-hand"
  /// Concluded, not heard.
  case inferred
  /// Heard by us, not word for word; counts as first-hand.
  case paraphrase
  /// Seen by us, not said; counts as first-hand.
  case observed

  /// The factor on a quote's weight, from 0 to 1.
  package var factor: Double {
    switch self {
    case .firstHand, .paraphrase, .observed: 1
    case .secondHand: 0.5
    case .inferred: 0.25
    }
  }

  /// Whether we were there.
  package var isFirstHand: Bool { factor == 1 }
}
