/// What was read of one file, before the texts that it shares with others have their table.
package struct PackedFacts: Sendable {
  package let path: String
  package let id: String
  package let type: String
  package let block: FactBlock
  /// The front matter where its nodes cannot be packed, which is rare; otherwise the block has it.
  package var wideFrontMatter: FrontMatter? { wide?.frontMatter }
  package let suppressions: [Suppression]
  package let findings: [Finding]
  package let source: [UInt8]?
  private let wide: WideFrontMatter?

  package var status: TalkStatus { block.status }
  package var frontMatter: FrontMatter? { wideFrontMatter ?? block.frontMatter }

  package init(
    path: String, id: String, type: String, block: FactBlock, wideFrontMatter: FrontMatter?, suppressions: [Suppression], findings: [Finding],
    source: [UInt8]?
  ) {
    self.path = path
    self.id = id
    self.type = type
    self.block = block
    wide = wideFrontMatter.map(WideFrontMatter.init)
    self.suppressions = suppressions
    self.findings = findings
    self.source = source
  }
}

/// Kept apart, so that all the files that have none keep no room for it.
private final class WideFrontMatter: Sendable {
  let frontMatter: FrontMatter

  init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }
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
    let isPacked = frontMatter?.nodes.isPacked ?? true
    return PackedFacts(
      path: path, id: id, type: type, block: takeBlock(status: status, frontMatter: isPacked ? frontMatter : nil),
      wideFrontMatter: isPacked ? nil : frontMatter, suppressions: suppressions, findings: findings, source: source)
  }

  /// A file of which nothing but a few values is known.
  consuming func empty(
    path: String, id: String, type: String, status: TalkStatus, frontMatter: FrontMatter?, suppressions: [Suppression], findings: [Finding]
  ) -> PackedFacts {
    finish(
      path: path, id: id, type: type, status: status, frontMatter: frontMatter, suppressions: suppressions, findings: findings, source: nil)
  }

  private mutating func takeBlock(status: TalkStatus, frontMatter: FrontMatter?) -> FactBlock {
    defer { removeAll() }
    return FactBlock(status: status, frontMatter: frontMatter, sections: [references, links, fileLinks, headings, blockIDs, questions, quotes], pool: pool)
  }

  private mutating func removeAll() {
    references.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    fileLinks.removeAll(keepingCapacity: true)
    headings.removeAll(keepingCapacity: true)
    blockIDs.removeAll(keepingCapacity: true)
    questions.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
    pool.removeAll(keepingCapacity: true)
  }
}
