package import KBModel

/// A grade that the words of a quote do not bear, or fall short of.
package struct QuoteMismatch: Sendable, Hashable {
  /// In which direction the label is off.
  package enum Direction: String, Sendable, Hashable {
    /// The label claims more than the words bear.
    case tooHigh = "too-high"
    /// The words bear more than the label claims: evidence is given away.
    case tooLow = "too-low"
  }

  package var labelled: Grade
  package var found: Grade
  package var direction: Direction { labelled > found ? .tooHigh : .tooLow }
  /// Why, in one sentence without a full stop, for the person who set the label.
  package var reason: String
  /// The words that give it away.
  package var span: QuoteReading.Span
}

extension QuoteReader {
  /// Checks a label against the words; nil when the words may bear it.
  ///
  /// Conservative: where experts could differ it stays silent.
  package func mismatch(_ text: String, labelled: Grade) -> QuoteMismatch? { read(text).mismatch(labelled: labelled) }
}

extension QuoteReading {
  /// Checks a label against the words; nil when the words may bear it.
  package func mismatch(labelled: Grade) -> QuoteMismatch? {
    guard labelled != grade, let span = cues.first?.span else { return nil }
    let isClear: Bool
    switch (labelled, grade) {
    case (.anecdote, _) where !form.allowsEvent: isClear = likelihoods[grade] >= 0.5
    default: isClear = likelihoods[labelled] <= 0.06 && likelihoods[grade] >= 0.7
    }
    guard isClear else { return nil }
    return QuoteMismatch(labelled: labelled, found: grade, reason: reason(labelled), span: span)
  }

  private func reason(_ labelled: Grade) -> String { "reads \(grade.rawValue)" }
}
