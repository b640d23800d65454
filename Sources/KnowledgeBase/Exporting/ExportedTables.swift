import KBEvidence
package import KBModel

/// A knowledge base as tables, for spreadsheets, databases and other programs.
///
/// Rows follow the paths of the files and, within a file, the order in it, so that the same files give the same tables. The
/// snapshot must keep the files' bytes: questions and quotes are exported with their words.
package struct ExportedTables: Sendable {
  /// records, fields, questions, quotes, links, verdicts.
  package let all: [DataTable]

  package init(of snapshot: Snapshot) {
    let graph = snapshot.graph
    var records = Self.records
    var fields = Self.fields
    var questions = Self.questions
    var quotes = Self.quotes
    var links = Self.links
    for file in graph.files where file.isRecord {
      records.rows.append(Self.row(of: file, in: graph))
      Self.add(fieldsOf: file, to: &fields)
      let source = file.source ?? []
      let body = source.isEmpty ? Body() : DocumentReading.body(of: source)
      for (i, question) in file.questions.enumerated() { questions.rows.append(Self.row(of: question, i, in: file, source)) }
      for (i, quote) in file.quotes.enumerated() { quotes.rows.append(Self.row(of: quote, i, in: file, source, body)) }
      Self.add(linksOf: file, in: graph, to: &links)
    }
    all = [records, fields, questions, quotes, links, Self.verdicts(of: snapshot)]
  }

  /// The tables without rows, for documentation.
  package static let empty = [records, fields, questions, quotes, links, verdicts]

  // MARK: Rows

  private static func row(of file: FileFacts, in graph: RecordGraph) -> [DataTable.Value] {
    let isTalk = file.type == "session" || file.type == "field-note"
    return [
      .text(file.id), .text(file.type), .text(file.path), .init(file.text("title") ?? file.text("name")),
      .init(isTalk ? file.status.rawValue : file.text("status")), .init(file.date("date")?.description),
      .init(file.target("customer").map { graph.record($0, type: "customer")?.id ?? $0 }),
    ]
  }

  /// The scalars of the front matter, each with its path; what is left out or null has no row.
  private static func add(fieldsOf file: FileFacts, to table: inout DataTable) {
    guard let frontMatter = file.frontMatter else { return }
    var number = 0
    for root in frontMatter.children(of: 0) {
      let name = frontMatter.key(of: root)
      for node in root..<Int(frontMatter.nodes[root].next) where frontMatter.nodes[node].kind == .scalar && !frontMatter.isNull(node) {
        number += 1
        table.rows.append([
          .text(file.id), .integer(number), .text(name), .text(frontMatter.path(of: node)), .text(frontMatter.text(of: node)),
        ])
      }
    }
  }

  private static func row(of question: QuestionFact, _ index: Int, in file: FileFacts, _ source: [UInt8]) -> [DataTable.Value] {
    [
      .text(file.id), .integer(index + 1), .integer(Int(question.span.start.line)), .text(source.text(question.words).onOneLine),
      .text(question.faults.map(\.rawValue).joined(separator: " ")), .init(question.prompting?.rawValue), .boolean(question.isOpen),
      .boolean(question.asksForInstance), .text(question.covers.map(\.text).joined(separator: " ")),
    ]
  }

  private static func row(of quote: QuoteFact, _ index: Int, in file: FileFacts, _ source: [UInt8], _ body: Body) -> [DataTable.Value] {
    let block = body.quotes.first { $0.range == quote.range }
    let words = block.map { $0.lines.map { source.text($0) }.joined(separator: "\n").trimmingLineEnds } ?? ""
    return [
      .text(file.id), .integer(index + 1), .integer(Int(quote.line)), .init(quote.blockID),
      quote.question >= 0 ? .integer(Int(quote.question) + 1) : .null, .init(quote.speaker), .init(quote.grade?.rawValue),
      .text(quote.hand.rawValue), .boolean(file.isPrompted(quote)), .integer(Int(quote.wordCount)), .text(words),
    ]
  }

  private static func add(linksOf file: FileFacts, in graph: RecordGraph, to table: inout DataTable) {
    var number = 0
    func add(_ kind: String, _ place: String, line: Int32, target: String, anchor: String?, isAgainst: Bool) {
      number += 1
      table.rows.append([
        .text(file.id), .integer(number), .text(kind), .text(place), .integer(Int(line)), .text(target), .init(anchor),
        .init(target.isEmpty ? file.id : graph.record(target)?.id), .boolean(isAgainst),
      ])
    }
    for reference in file.references {
      add("field", file.path(of: reference), line: file.span(of: reference).start.line, target: reference.target, anchor: nil, isAgainst: false)
    }
    for (i, quote) in file.quotes.enumerated() {
      for mention in quote.mentions {
        add("quote", String(i + 1), line: quote.span.start.line, target: mention.target, anchor: nil, isAgainst: mention.isAgainst)
      }
    }
    for link in file.links { add("body", "", line: link.span.start.line, target: link.target, anchor: link.anchor, isAgainst: false) }
  }

  private static func verdicts(of snapshot: Snapshot) -> DataTable {
    var table = verdicts
    let market = MarketFold.market(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
    for standing in MarketStandings(of: market).standings {
      let figures = standing.statistics
      table.rows.append([
        .text(standing.id), .text(snapshot.asOf.description), .text(standing.verdict.rawValue), .text(standing.reason.rawValue),
        .text(standing.flags.map(\.rawValue).joined(separator: " ")), .text(standing.denominator.rawValue),
        .integer(figures.asked), .integer(figures.supporters), .integer(figures.grounded), .integer(figures.items),
        .number(figures.weight), .init(figures.supporterBreadth), .init(figures.groundedBreadth), .init(figures.weightedBreadth),
        .init(figures.topCustomer), .init(figures.topShare), .init(figures.effectiveCustomers), .integer(figures.segmentsAsked),
        .integer(figures.segmentsReached),
      ])
    }
    return table
  }
}

extension String {
  /// Line ends and the blanks around them as one space.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Without line ends at both ends.
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.first?.isNewline == true { text.removeFirst() }
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmingSpaces: String {
    let text = Substring(self)
    let utf8 = text.utf8
    var (start, end) = (utf8.startIndex, utf8.endIndex)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    while start < end, isBlank(utf8[start]) { start = utf8.index(after: start) }
    while start < end, isBlank(utf8[utf8.index(before: end)]) { end = utf8.index(before: end) }
    return String(text[start..<end])
  }
}
