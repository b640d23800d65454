/// What is remembered of one file: everything that answers need and nothing that can be read again.
///
/// A pure function of path, bytes and configuration, so that the same file is the same facts in the work tree, the index
/// and any revision.
package struct FileFacts: Sendable {
  /// Relative to the knowledge base, with `/`.
  package var path: String
  /// The file name without `.md`.
  package var id: String
  /// The name of the record's type; empty for a file that is no record.
  package var type: String
  package var status: TalkStatus
  package var frontMatter: FrontMatter?
  package var references: [FieldReference] = []
  package var links: [LinkFact] = []
  /// The texts of the headings, for links to them.
  package var headings: [String] = []
  package var blockIDs: [String] = []
  package var questions: [QuestionFact] = []
  package var quotes: [QuoteFact] = []
  package var fileLinks: [FileLinkFact] = []
  package var suppressions: [Suppression] = []
  /// The findings that need no other file.
  package var findings: [Finding] = []
  /// The file's bytes, kept only where the caller asked for them.
  package var source: [UInt8]?

  package init(path: String, id: String, type: String = "", status: TalkStatus = .done, frontMatter: FrontMatter? = nil) {
    self.path = path
    self.id = id
    self.type = type
    self.status = status
    self.frontMatter = frontMatter
  }

  package var isRecord: Bool { !type.isEmpty }
}

/// How far a session is worked up; records of other types are `done`.
package enum TalkStatus: String, Sendable, Hashable { case planned, raw, done }

/// A reference in the front matter.
package struct FieldReference: Sendable, Equatable {
  /// The id or alias as written, without brackets.
  package var target: String
  /// The key of the root mapping that holds it.
  package var field: String
  /// The node that holds it, for its path and place.
  package var node: Int32
  /// The types that the field takes; empty for any.
  package var types: [String]

  package init(target: String, field: String, node: Int32, types: [String]) {
    self.target = target
    self.field = field
    self.node = node
    self.types = types
  }
}

/// A wikilink in the body.
package struct LinkFact: Sendable, Equatable {
  /// Empty for a link within the file.
  package var target: String
  /// Without `#`, with `^` for a block; `nil` when there is none.
  package var anchor: String?
  package var span: SourceSpan

  package init(target: String, anchor: String?, span: SourceSpan) {
    self.target = target
    self.anchor = anchor
    self.span = span
  }
}

/// A Markdown link to a file beside.
package struct FileLinkFact: Sendable, Equatable {
  package var destination: String
  package var span: SourceSpan

  package init(destination: String, span: SourceSpan) {
    self.destination = destination
    self.span = span
  }
}

/// A question that was asked or is planned.
package struct QuestionFact: Sendable, Equatable {
  package var span: SourceSpan
  /// The words, as bytes of the file.
  package var words: ByteRange
  /// The faults found in it, also those that are suppressed or switched off.
  package var faults: [QuestionFault]
  /// The first fault that takes the weight from opinions, requests, hypotheticals and compliments that answer it:
  /// neither suppressed with a reason nor switched off.
  package var prompting: QuestionFault?
  package var isOpen: Bool
  package var asksForInstance: Bool
  /// The use cases that it names.
  package var covers: [String]

  package init(
    span: SourceSpan, words: ByteRange, faults: [QuestionFault], prompting: QuestionFault?, isOpen: Bool,
    asksForInstance: Bool, covers: [String]
  ) {
    self.span = span
    self.words = words
    self.faults = faults
    self.prompting = prompting
    self.isOpen = isOpen
    self.asksForInstance = asksForInstance
    self.covers = covers
  }
}

/// A quote with an attribution line.
package struct QuoteFact: Sendable, Equatable {
  package struct Mention: Sendable, Equatable {
    /// The use case's id or alias as written.
    package var target: String
    package var isAgainst: Bool

    package init(target: String, isAgainst: Bool) {
      self.target = target
      self.isAgainst = isAgainst
    }
  }

  /// The attribution line.
  package var span: SourceSpan
  /// The first line of the words.
  package var line: Int32
  /// The whole quote, as bytes of the file.
  package var range: ByteRange
  /// As written, with brackets for a term; the only participant where it was left out; `nil` where nobody is known.
  package var speaker: String?
  /// As written; `nil` counts as `opinion`.
  package var grade: Grade?
  package var hand: Hand
  /// The use cases it names, or else those that its question names.
  package var mentions: [Mention]
  /// Without `^`.
  package var blockID: String?
  /// The index of the question it answers in `FileFacts.questions`, or -1.
  package var question: Int32
  package var wordCount: Int32

  package init(
    span: SourceSpan, line: Int32, range: ByteRange, speaker: String?, grade: Grade?, hand: Hand, mentions: [Mention],
    blockID: String?, question: Int32, wordCount: Int32
  ) {
    self.span = span
    self.line = line
    self.range = range
    self.speaker = speaker
    self.grade = grade
    self.hand = hand
    self.mentions = mentions
    self.blockID = blockID
    self.question = question
    self.wordCount = wordCount
  }

  package var effectiveGrade: Grade { grade ?? .opinion }
}

/// A comment that switches a rule off for some lines.
package struct Suppression: Sendable, Equatable {
  /// Names or codes of rules, as written.
  package var rules: [String]
  /// The lines, from 1, in which it holds; both ends included.
  package var lines: ClosedRange<Int32>
  /// `nil` where it is missing: then the suppression does not hold.
  package var reason: String?
  /// The comment itself.
  package var span: SourceSpan

  package init(rules: [String], lines: ClosedRange<Int32>, reason: String?, span: SourceSpan) {
    self.rules = rules
    self.lines = lines
    self.reason = reason
    self.span = span
  }
}

extension Suppression {
  /// Whether it means the rule of that name and code.
  package func names(rule: String, code: String) -> Bool { rules.contains(rule) || rules.contains(code) }
}

extension FileFacts {
  /// Whether the question that a quote answers put the answer into the customer's mouth.
  package func isPrompted(_ quote: QuoteFact) -> Bool { fault(prompting: quote) != nil }

  /// The fault of the question that a quote answers, where it takes weight.
  package func fault(prompting quote: QuoteFact) -> QuestionFault? {
    quote.question >= 0 && Int(quote.question) < questions.count ? questions[Int(quote.question)].prompting : nil
  }
}
