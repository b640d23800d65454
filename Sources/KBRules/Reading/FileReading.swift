package import KBModel

/// One file with all that was read of it, as the rules of one file see it.
package struct FileReading: Sendable {
  /// Relative to the knowledge base, with `/`.
  package var path: String
  /// The file name without `.md`.
  package var id: String
  package var configuration: Configuration
  /// The day that rules which look at the calendar take for today.
  package var today: CalendarDate
  /// The type in whose folder the file lies.
  package var folderType: RecordType?
  /// The record's type; `nil` where it is missing or unknown.
  package var type: RecordType?
  package var document: Document
  /// What the fields do not keep of their type's schema.
  package var fieldFaults: [FieldFault]
  package var references: [FieldReference]
  package var status: TalkStatus
  /// In the order of `document.body.questions` in a session; in a guide all that asks or prompts.
  package var questions: [JudgedQuestion]
  /// Where the order of a guide's questions breaks; empty elsewhere.
  package var guideFaults: [GuideFault]
  /// The quotes with an attribution, in order.
  package var quotes: [JudgedQuote]
  package var suppressions: [Suppression]
  /// Why the file was not read, where it was not; then the document is empty.
  package var unreadable: Unreadable?
  /// What the participants of a session agreed to, read once for all rules; see `readConsent()`.
  private(set) var consent: ConsentTerms?

  package init(
    path: String, id: String, configuration: Configuration, today: CalendarDate, folderType: RecordType?, type: RecordType?,
    document: Document, fieldFaults: [FieldFault] = [], references: [FieldReference] = [], status: TalkStatus = .done,
    questions: [JudgedQuestion] = [], guideFaults: [GuideFault] = [], quotes: [JudgedQuote] = [], suppressions: [Suppression] = []
  ) {
    self.path = path
    self.id = id
    self.configuration = configuration
    self.today = today
    self.folderType = folderType
    self.type = type
    self.document = document
    self.fieldFaults = fieldFaults
    self.references = references
    self.status = status
    self.questions = questions
    self.guideFaults = guideFaults
    self.quotes = quotes
    self.suppressions = suppressions
  }

  /// Reads what is said about consent, once type, status and document are known.
  package mutating func readConsent() { consent = ConsentTerms(self) }

  /// The root field's text, where it is a scalar that is not null.
  package func text(_ field: String) -> String? {
    guard let frontMatter = document.frontMatter, let node = frontMatter[field], frontMatter.nodes[node].kind == .scalar,
      !frontMatter.isNull(node)
    else { return nil }
    return frontMatter.text(of: node)
  }
}

/// Why a file was not read.
package enum Unreadable: Sendable, Equatable {
  case tooLarge(bytes: Int, limit: Int)
  /// A symbolic link: nothing leads out of the knowledge base.
  case symbolicLink
  /// No regular file, gone in the meantime, or refused by the system, in its words.
  case failed(String)
}

/// What a field does not keep of its type's schema; the rules KB101 to KB106 word it.
package struct FieldFault: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case missing(Field)
    case wrongKind(FieldKind)
    case notInVocabulary([String])
    case noDate
    case unknown(known: [String])
  }

  package var kind: Kind
  /// `covers[1]`, `consent.basis`.
  package var field: String
  /// What stands there.
  package var text: String
  /// The value, the key of an unknown field, or the `type` line for a missing one.
  package var range: ByteRange

  package init(kind: Kind, field: String, text: String, range: ByteRange) {
    self.kind = kind
    self.field = field
    self.text = text
    self.range = range
  }
}

/// A question with what the language rules say of it.
package struct JudgedQuestion: Sendable {
  package struct Fault: Sendable, Equatable {
    package var label: QuestionFault
    /// The words that give it away, as they stand in the file.
    package var range: ByteRange
    /// What is wrong, and what that does to the answer.
    package var reason: String

    package init(label: QuestionFault, range: ByteRange, reason: String) {
      self.label = label
      self.range = range
      self.reason = reason
    }
  }

  /// The words as they stand in the file.
  package var range: ByteRange
  package var words: String
  package var faults: [Fault]
  /// A neutral wording to ask instead, where there is a fault.
  package var suggestion: String?
  package var isOpen: Bool
  package var asksForInstance: Bool
  /// The ids or aliases of use cases that the question names.
  package var covers: [String]

  package init(
    range: ByteRange, words: String, faults: [Fault] = [], suggestion: String? = nil, isOpen: Bool = true,
    asksForInstance: Bool = false, covers: [String] = []
  ) {
    self.range = range
    self.words = words
    self.faults = faults
    self.suggestion = suggestion
    self.isOpen = isOpen
    self.asksForInstance = asksForInstance
    self.covers = covers
  }
}

/// Where the order of a guide breaks (method: high level first, then zoom).
package struct GuideFault: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case noOpening
    case noRecentInstance
    case pitchBeforeInstance
    /// The share of open questions, from 0 to 1.
    case closed(share: Double)
    case noClosing
  }

  package var kind: Kind
  /// The question at which the order breaks.
  package var range: ByteRange

  package init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}
