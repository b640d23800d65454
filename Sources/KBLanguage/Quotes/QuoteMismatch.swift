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
    guard labelled != grade, !cues.isEmpty else { return nil }
    // An event must show in the words, and a dated one shows; the other rungs shade into each other, so they get the
    // benefit of the doubt.
    let isDatedEvent = grade == .anecdote && form.isSuperset(of: [.pastDeed, .anchor]) && !form.contains(.modalMain)
    let isClear =
      labelled == .anecdote || isDatedEvent
      ? likelihoods[labelled] <= 0.1 : likelihoods[labelled] <= 0.03 && likelihoods[grade] >= 0.5
    guard isClear else { return nil }
    return QuoteMismatch(labelled: labelled, found: grade, reason: reason(labelled), span: tellingSpan(labelled))
  }

  /// The cue to point at: for a grade set too low the event or the time, else what speaks first for the grade found.
  private func tellingSpan(_ labelled: Grade) -> Span {
    let telling = grade > labelled ? cues.first { $0.cue == .time || $0.cue == .occasion || $0.cue == .event } : nil
    return (telling ?? cues[0]).span
  }

  private func reason(_ labelled: Grade) -> String {
    switch (labelled, grade) {
    case (_, .anecdote):
      labelled == .habit
        ? .oneEvent : form.contains(.anchor) ? .datedEventGivenAway : .eventGivenAway
    case (.opinion, .habit), (.hypothetical, .habit), (.compliment, .habit), (.request, .habit): .practiceGivenAway
    case (.anecdote, .habit): .repeated
    case (.anecdote, .hypothetical), (.habit, .hypothetical):
      form.contains(.condition) ? .didNotHappen : .notYetReal
    case (.anecdote, .compliment), (.habit, .compliment), (.request, .compliment), (.opinion, .compliment),
      (.hypothetical, .compliment):
      .onlyPraise
    case (.anecdote, _) where !form.contains(.past): .noPast
    case (.anecdote, .request), (.habit, .request): .onlyAsks
    case (.anecdote, .opinion): .onlyJudges
    case (.habit, .opinion): .generalises
    case (.request, .opinion), (.request, .hypothetical): .asksNothing
    case (_, .request): .asks
    case (_, .opinion): .judges
    case (_, .hypothetical): .notYetReal
    default: .judges
    }
  }
}

/// What the mismatch checks say.
extension String {
  fileprivate static let oneEvent = "tells one event, not a habit"
  fileprivate static let datedEventGivenAway = "tells an event with its time: perhaps an anecdote, and evidence given away"
  fileprivate static let eventGivenAway = "tells an event that happened: perhaps an anecdote, and evidence given away"
  fileprivate static let practiceGivenAway = "tells what they really do: perhaps a habit, and evidence given away"
  fileprivate static let repeated = "tells what is done again and again, not one event"
  fileprivate static let didNotHappen = "hangs on a condition: it did not happen, or not yet"
  fileprivate static let notYetReal = "speaks of what would, could or will be, not of what is done"
  fileprivate static let onlyPraise = "only praises"
  fileprivate static let noPast = "has no verb in the past: nothing is told that happened"
  fileprivate static let onlyAsks = "asks for something and tells nothing that happened"
  fileprivate static let onlyJudges = "judges, and names no event"
  fileprivate static let generalises = "judges or speaks in general, and tells nothing they do"
  fileprivate static let asksNothing = "asks for nothing"
  fileprivate static let asks = "asks for something"
  fileprivate static let judges = "judges or speaks in general"
}
