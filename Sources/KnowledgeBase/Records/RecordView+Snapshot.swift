import KBDocuments
import KBEvidence
package import KBModel

extension RecordView {
  /// A record with its fields, body, backlinks, and what the market's evidence says of it.
  ///
  /// - Throws: where its file can no longer be read.
  package init(of record: FileFacts, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    guard let bytes = record.source ?? snapshot.bytesOfFile(record.path) else {
      throw .unreadable(path: record.path, reason: "it vanished or is too large")
    }
    self.init(
      id: record.id, type: record.type, path: record.path, title: record.text("title") ?? record.text("name"), asOf: snapshot.asOf,
      fields: record.frontMatter.map { Self.fields(under: 0, in: $0) } ?? [], body: RecordBody(record, bytes: bytes, snapshot: snapshot).items,
      backlinks: RecordLinks.links(to: record, in: snapshot.graph).filter { $0.path != record.path })
    guard record.type == "customer" || record.type == "use-case" else { return }
    let market = MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
    let standings = MarketStandings(of: market).standings
    if record.type == "customer" {
      talks = Self.talks(with: record, in: snapshot.graph)
      supports = Self.supports(of: market.topmostAccount(of: record.id) ?? record.id, standings: standings)
    } else if let standing = standings.first(where: { $0.id == record.id }) {
      let figures = standing.statistics
      self.standing = StandingView(
        verdict: standing.verdict, reason: standing.reason, asked: figures.asked, supporters: figures.supporters, grounded: figures.grounded)
    }
  }

  // MARK: Fields

  private static func fields(under mapping: Int, in frontMatter: FrontMatter) -> [FieldView] {
    guard !frontMatter.nodes.isEmpty else { return [] }
    return frontMatter.children(of: mapping).compactMap { child in
      guard !frontMatter.isNull(child), mapping != 0 || !frontMatter.hasKey(child, "type") else { return nil }
      return FieldView(name: frontMatter.key(of: child), value: value(of: child, in: frontMatter))
    }
  }

  private static func value(of node: Int, in frontMatter: FrontMatter) -> FieldValueView {
    switch frontMatter.nodes[node].kind {
    case .scalar:
      let text = frontMatter.text(of: node)
      return frontMatter.number(node).map { .number($0, written: text) } ?? .text(text)
    case .sequence: return .list(frontMatter.children(of: node).map { value(of: $0, in: frontMatter) })
    case .mapping: return .mapping(fields(under: node, in: frontMatter))
    }
  }

  // MARK: A customer's evidence

  private static func talks(with customer: FileFacts, in graph: RecordGraph) -> [TalkView] {
    let talks = graph.files.enumerated().filter { _, file in
      (file.type == "session" || file.type == "field-note") && file.target("customer").flatMap { graph.record($0) }?.path == customer.path
    }
    return talks.map { place, file in
      let named = file.type == "session" ? graph.useCasesAsked(in: file, at: place) : file.targets("covers").compactMap { graph.record($0)?.id }
      return TalkView(id: file.id, type: file.type, date: file.date("date"), status: file.status, quotes: file.quotes.count, useCases: named)
    }.sorted { a, b in
      let (x, y) = (a.date?.dayNumber ?? Int32.min, b.date?.dayNumber ?? Int32.min)
      return x == y ? a.id < b.id : x > y
    }
  }

  private static func supports(of customer: String, standings: [UseCaseStanding]) -> [SupportView] {
    standings.compactMap { standing in
      guard let voice = standing.voices.first(where: { $0.customer == customer }) else { return nil }
      return SupportView(
        useCase: standing.id, verdict: standing.verdict, items: voice.items, weight: voice.weight, isGrounded: voice.isGrounded)
    }
  }
}

/// The body of a record in pieces: what was asked and said with its grades, and all else as it is written.
private struct RecordBody {
  private(set) var items: [RecordView.BodyItem] = []

  init(_ record: FileFacts, bytes: [UInt8], snapshot: Snapshot) {
    let document = DocumentReader().read(bytes)
    var placed: [(start: Int, item: RecordView.BodyItem)] = []
    var taken: [ByteRange] = []
    for question in record.questions {
      let words = question.words.clamped(to: bytes.count)
      taken.append(words)
      placed.append((Int(words.start), .question(.init(line: Int(question.span.start.line), words: QuoteText.line(bytes.text(words)), faults: Array(question.faults)))))
    }
    let reader = RowReader(snapshot)
    for quote in record.quotes {
      let range = quote.range.clamped(to: bytes.count)
      taken.append(range)
      let view = RecordView.QuoteView(
        line: Int(quote.line), words: QuoteText.words(of: quote, in: bytes), speaker: quote.speaker, grade: quote.effectiveGrade,
        isGraded: quote.grade != nil, hand: quote.hand, useCases: quote.mentions.filter { !$0.isAgainst }.map { reader.resolved($0.target) },
        against: quote.mentions.filter(\.isAgainst).map { reader.resolved($0.target) }, blockID: quote.blockID,
        weight: record.weight(of: quote, on: snapshot.asOf, window: snapshot.configuration.windowDays),
        promptedBy: EvidenceItem.losesWeight(quote.effectiveGrade) ? record.fault(prompting: quote) : nil)
      placed.append((Int(range.start), .quote(view)))
    }
    for block in document.body.blocks where block.parent < 0 {
      guard !taken.contains(where: { $0.start < block.range.end && block.range.start < $0.end }) else { continue }
      let line = document.lines.lineIndex(of: Int(block.range.start)) + 1
      if case .heading(let level) = block.kind {
        placed.append((Int(block.range.start), .heading(QuoteText.line(document.text(block.content)), level: Int(level), line: line)))
      } else if !document.body.comments.contains(where: { $0.start <= block.range.start && block.range.end <= $0.end }) {
        placed.append((Int(block.range.start), .prose(document.text(block.range), line: line)))
      }
    }
    items = placed.sorted { $0.start < $1.start }.map(\.item)
  }
}
