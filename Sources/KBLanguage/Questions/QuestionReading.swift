package import KBModel

/// One fault of a question: what it is, which words give it away, and why it matters.
package struct QuestionFinding: Sendable, Hashable {
  package var label: QuestionFault
  /// The words, as byte offsets into the UTF-8 of the text.
  package var bytes: Range<Int>
  /// The words, as offsets in Unicode scalars.
  package var scalars: Range<Int>
  /// What is wrong and what it does to the evidence, in one sentence without a full stop.
  package var reason: String
}

/// What was read in one question.
package struct QuestionReading: Sendable, Hashable {
  /// In the order of the rules; empty for a question without fault.
  package var faults: [QuestionFinding]
  /// Whether the text asks or prompts at all.
  package var asks: Bool
  /// Whether the answer is free: no yes/no, no alternatives.
  package var isOpen: Bool
  /// Whether it asks for one recent event or to be shown something.
  package var asksForInstance: Bool
  /// Whether it is an open question about role, context or a typical day, as fits a beginning.
  package var isOpening: Bool
  /// Whether it asks what has not been asked, or who else to talk to.
  package var isClosing: Bool
  /// Whether it settles the talk itself: consent, recording, time, questions for us.
  package var isProcedural: Bool

  /// The worst severity of the faults.
  package var severity: Severity? { faults.map(\.label.severity).max() }
}

/// The kind of a guide or session, as far as it changes what is a fault.
package enum GuideKind: String, Sendable, Hashable, CaseIterable, Codable {
  case discovery
  /// Tasks on a page or prototype: what somebody would do next is answered by doing it.
  case usability
  /// Talk about what a product must do is the purpose.
  case requirements
  case winLoss = "win-loss"
}
