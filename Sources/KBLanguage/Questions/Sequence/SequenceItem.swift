/// One block of a guide or session, in its order.
package struct SequenceItem: Sendable, Hashable {
  package enum Role: Sendable, Hashable {
    /// A heading; `level` from 1.
    case heading(level: Int)
    /// A list item; `depth` from 0.
    case listItem(depth: Int)
    case paragraph
  }

  package var text: String
  package var role: Role
  /// Whether the source marks it as a question (`Q:`), so that it is none of our business whether it reads like one.
  package var isMarkedQuestion: Bool
  /// In a session: what the customer said between the item before and this one.
  package var customerWords: String

  package init(_ text: String, role: Role = .paragraph, isMarkedQuestion: Bool = false, customerWords: String = "") {
    self.text = text
    self.role = role
    self.isMarkedQuestion = isMarkedQuestion
    self.customerWords = customerWords
  }
}

/// What an item of a sequence is.
package struct ItemReading: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// For the moderator, or read out: no question.
    case note
    /// Asks or prompts.
    case question
    /// Describes our solution in a statement of its own.
    case pitch
  }

  package var kind: Kind
  /// The reading in context; a note has no faults.
  package var reading: QuestionReading
  /// Whether our solution was described since the last heading: opinions, requests, hypotheticals and compliments that
  /// answer this question are prompted.
  package var followsPitch: Bool

  package var faults: [QuestionFinding] { reading.faults }
}

/// What is wrong with the order of a guide.
package enum OrderFault: String, Sendable, Hashable, CaseIterable {
  /// None of the first three questions is an open role or context prompt.
  case noOpening = "no-opening"
  /// No question asks for a recent instance.
  case noRecentInstance = "no-recent-instance"
  /// A pitch stands before the first question for a recent instance.
  case pitchEarly = "pitch-early"
  /// Fewer than 70 % of the questions are open.
  case closed
  /// Nothing like "what have I not asked, who else" at the end.
  case noClosing = "no-closing"
}

/// One fault of the order, and the item where the order breaks.
package struct OrderFinding: Sendable, Hashable {
  package var fault: OrderFault
  /// The index of the item.
  package var item: Int
  /// The share of open questions, for `closed`.
  package var openShare: Double?
}
