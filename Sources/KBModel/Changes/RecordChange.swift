/// What differs in one record between two states of a knowledge base.
package struct RecordChange: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case added, removed, changed
    /// Its id or only its path is another one; fields and quotes may differ too.
    case renamed(from: String)
  }

  package var kind: Kind
  /// The id, in the head where the record is there.
  package var id: String
  package var type: String
  /// The path, in the head where the record is there.
  package var path: String
  /// The path in the base, where it is another one.
  package var oldPath: String?
  package var fields: [FieldChange] = []
  package var quotes: [QuoteChange] = []
  package var questions: [QuestionChange] = []
  /// Whether text was changed that is neither a field nor a quote nor a question.
  package var changesOtherText = false

  package init(kind: Kind, id: String, type: String, path: String, oldPath: String? = nil) {
    self.kind = kind
    self.id = id
    self.type = type
    self.path = path
    self.oldPath = oldPath
  }

  /// The id in the base, where it is another one.
  package var oldID: String? {
    if case .renamed(let old) = kind, old != id { old } else { nil }
  }

  /// Whether more than id and path differ.
  package var isEdited: Bool { !fields.isEmpty || !quotes.isEmpty || !questions.isEmpty || changesOtherText }
}

/// A value in the front matter that came, went or became another one.
package struct FieldChange: Sendable, Equatable {
  /// As findings name it: `covers[1]`, `consent.basis`; the place in the head, or in the base for what went.
  package var path: String
  /// `nil` where there was, or is, nothing.
  package var old, new: String?

  package init(path: String, old: String?, new: String?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

/// A quote that came, went or says something else.
package struct QuoteChange: Sendable, Equatable {
  /// A quote as it counts in one of the states.
  package struct State: Sendable, Equatable {
    /// The block id without `^`; `nil` where it has none.
    package var quote: String?
    /// The first line of the words.
    package var line: Int
    package var grade: Grade?
    package var hand: Hand
    package var speaker: String?
    /// Ids of the use cases it speaks for, and of those it speaks against.
    package var useCases, against: [String]
    /// The fault of the question that takes the quote's weight.
    package var prompting: QuestionFault?
    package var words: String

    package init(
      quote: String?, line: Int, grade: Grade?, hand: Hand, speaker: String?, useCases: [String], against: [String],
      prompting: QuestionFault?, words: String
    ) {
      self.quote = quote
      self.line = line
      self.grade = grade
      self.hand = hand
      self.speaker = speaker
      self.useCases = useCases
      self.against = against
      self.prompting = prompting
      self.words = words
    }
  }

  /// `nil` for a quote that was added.
  package var before: State?
  /// `nil` for a quote that was removed.
  package var after: State?

  package init(before: State?, after: State?) {
    self.before = before
    self.after = after
  }

  /// The state that there is: after the change where the quote is still there.
  package var state: State? { after ?? before }
  package var isRegraded: Bool { differs { $0.grade } || differs { $0.hand } }
  /// Whether it speaks for, or against, other use cases than before.
  package var isMoved: Bool { differs { $0.useCases } || differs { $0.against } }
  package var isReworded: Bool { differs { FindingKey.normalized($0.words) } }

  private func differs<T: Equatable>(_ part: (State) -> T) -> Bool {
    guard let before, let after else { return false }
    return part(before) != part(after)
  }
}

/// A question that came, went or says something else.
package struct QuestionChange: Sendable, Equatable {
  package struct State: Sendable, Equatable {
    package var line: Int
    package var words: String
    package var faults: [QuestionFault]
    /// Ids of the use cases that it names.
    package var useCases: [String]

    package init(line: Int, words: String, faults: [QuestionFault], useCases: [String]) {
      self.line = line
      self.words = words
      self.faults = faults
      self.useCases = useCases
    }
  }

  package var before, after: State?

  package init(before: State?, after: State?) {
    self.before = before
    self.after = after
  }

  package var state: State? { after ?? before }
}
