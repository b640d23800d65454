internal import KBModel

extension QuoteReading {
  /// What to ask next so that a fact comes out; nil when the quote is a dated event already.
  package var followUp: String? {
    guard wordCount > 0 else { return nil }
    switch grade {
    case .anecdote: return finer == .undatedAnecdote ? "When was that?" : nil
    case .habit: return "When did this last happen, and what did you do?"
    case .request: return "When did you last need it, and how did you manage without?"
    case .opinion: return "What happened that makes you say so, and when was it?"
    case .hypothetical: return "What do you do today, and when did you last do it?"
    case .compliment: return "What did you last use it for, and what came of it?"
    }
  }
}
