/// What was read of one file, before the texts that it shares with others have their table.
package struct PackedFacts: Sendable {
  package let path: String
  package let id: String
  package let type: String
  package let status: TalkStatus
  package let frontMatter: FrontMatter?
  package let suppressions: [Suppression]
  package let findings: [Finding]
  package let source: [UInt8]?
  /// For each section where it begins, and where the last one ends; the sections; then the pool, which holds lists.
  ///
  /// One array for all is a third of what an array for each kind takes, and needs one allocation.
  let words: [UInt32]

  enum Section: Int, CaseIterable { case references, links, fileLinks, headings, blockIDs, questions, quotes }

  init(
    path: String, id: String, type: String, status: TalkStatus, frontMatter: FrontMatter?, suppressions: [Suppression],
    findings: [Finding], source: [UInt8]?, words: [UInt32]
  ) {
    self.path = path
    self.id = id
    self.type = type
    self.status = status
    self.frontMatter = frontMatter
    self.suppressions = suppressions
    self.findings = findings
    self.source = source
    self.words = words
  }
}

/// Packs the facts of one file after the other, and keeps the texts that they share.
package struct FactsWriter: Sendable {
  private var names = NameInterner()
  private var references: [UInt32] = []
  private var links: [UInt32] = []
  private var fileLinks: [UInt32] = []
  private var headings: [UInt32] = []
  private var blockIDs: [UInt32] = []
  private var questions: [UInt32] = []
  private var quotes: [UInt32] = []
  private var pool: [UInt32] = []

  package init() {}

  /// The texts of all files so far.
  package var table: NameTable { names.table }

  // MARK: Facts

  package mutating func name(_ text: UnsafeBufferPointer<UInt8>) -> NameIndex { names.index(of: text) }
  package mutating func name(_ text: String) -> NameIndex { names.index(of: text) }
  /// The name of a record, as a reference, link or mention writes it.
  package mutating func target(_ text: UnsafeBufferPointer<UInt8>) -> NameIndex { names.index(of: text, isTarget: true) }
  package mutating func target(_ text: String) -> NameIndex { names.index(of: text, isTarget: true) }

  package mutating func add(_ reference: FieldReference) {
    references.append(target(reference.target).value)
    references.append(name(reference.field).value)
    references.append(UInt32(bitPattern: reference.node))
    references.append(names.index(ofTypes: reference.types))
  }

  package mutating func addLink(target: NameIndex, anchor: NameIndex?, span: SourceSpan) {
    links.append(target.value)
    links.append((anchor ?? .none).value)
    Self.append(span, to: &links, &pool)
  }

  package mutating func addFileLink(destination: NameIndex, span: SourceSpan) {
    fileLinks.append(destination.value)
    Self.append(span, to: &fileLinks, &pool)
  }

  package mutating func addHeading(_ text: NameIndex) { headings.append(text.value) }
  package mutating func addBlockID(_ text: NameIndex) { blockIDs.append(text.value) }

  /// The arguments are those of `QuestionFact`.
  package mutating func addQuestion(
    span: SourceSpan, words: ByteRange, faults: [QuestionFault], prompting: QuestionFault?, isOpen: Bool, asksForInstance: Bool,
    covers: [String]
  ) {
    Self.append(span, to: &questions, &pool)
    questions.append(UInt32(bitPattern: words.start))
    questions.append(UInt32(bitPattern: words.end))
    questions.append(QuestionFact.flags(prompting: prompting, isOpen: isOpen, asksForInstance: asksForInstance))
    questions.append(addList(faults.map(\.number)))
    questions.append(addList(covers.map { target($0).value }))
  }

  /// The arguments are those of `QuoteFact`.
  package mutating func addQuote(
    span: SourceSpan, line: Int32, range: ByteRange, speaker: NameIndex?, grade: Grade?, hand: Hand,
    mentions: [(target: NameIndex, isAgainst: Bool)], blockID: NameIndex?, question: Int32, wordCount: Int32
  ) {
    Self.append(span, to: &quotes, &pool)
    quotes.append(UInt32(bitPattern: line))
    quotes.append(UInt32(bitPattern: range.start))
    quotes.append(UInt32(bitPattern: range.end))
    quotes.append((speaker ?? .none).value)
    quotes.append(QuoteFact.flags(grade: grade, hand: hand))
    quotes.append(addList(mentions.map { QuoteFact.Mention.word($0.target, isAgainst: $0.isAgainst) }))
    quotes.append((blockID ?? .none).value)
    quotes.append(UInt32(bitPattern: question))
    quotes.append(UInt32(bitPattern: wordCount))
  }

  private mutating func addList(_ words: [UInt32]) -> UInt32 {
    guard !words.isEmpty else { return .max }
    defer {
      pool.append(UInt32(words.count))
      pool += words
    }
    return UInt32(pool.count)
  }

  private static func append(_ span: SourceSpan, to words: inout [UInt32], _ pool: inout [UInt32]) {
    if let (high, low) = PackedSpan.words(span) {
      words.append(high)
      words.append(low)
    } else {
      words.append(PackedSpan.isWide)
      words.append(UInt32(pool.count))
      for value in [span.start.line, span.start.column, span.end.line, span.end.column] { pool.append(UInt32(bitPattern: value)) }
    }
  }

  // MARK: Files

  /// The file with all facts added since the last one.
  package mutating func finish(
    path: String, id: String, type: String, status: TalkStatus, frontMatter: FrontMatter?, suppressions: [Suppression],
    findings: [Finding], source: [UInt8]?
  ) -> PackedFacts {
    PackedFacts(
      path: path, id: id, type: type, status: status, frontMatter: frontMatter, suppressions: suppressions, findings: findings,
      source: source, words: takeWords())
  }

  private mutating func takeWords() -> [UInt32] {
    let sections = PackedFacts.Section.allCases.count
    let count = references.count + links.count + fileLinks.count + headings.count + blockIDs.count + questions.count + quotes.count
    guard count > 0 else { return [] }
    var words: [UInt32] = []
    words.reserveCapacity(sections + 1 + count + pool.count)
    var start = UInt32(sections + 1)
    for part in [references.count, links.count, fileLinks.count, headings.count, blockIDs.count, questions.count, quotes.count] {
      words.append(start)
      start += UInt32(part)
    }
    words.append(start)
    Self.move(&references, to: &words)
    Self.move(&links, to: &words)
    Self.move(&fileLinks, to: &words)
    Self.move(&headings, to: &words)
    Self.move(&blockIDs, to: &words)
    Self.move(&questions, to: &words)
    Self.move(&quotes, to: &words)
    Self.move(&pool, to: &words)
    return words
  }

  private static func move(_ part: inout [UInt32], to words: inout [UInt32]) {
    words += part
    part.removeAll(keepingCapacity: true)
  }
}
