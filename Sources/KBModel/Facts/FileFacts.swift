/// What is remembered of one file: everything that answers need and nothing that can be read again.
///
/// A pure function of path, bytes and configuration, so that the same file is the same facts in the work tree, the index
/// and any revision. There may be a hundred thousand: lists are packed, and texts that files share are kept once.
package final class FileFacts: Sendable {
  package let content: PackedFacts
  package let names: NameTable

  /// - Parameter names: the table of the writer that made the content.
  package init(_ content: PackedFacts, names: NameTable) {
    self.content = content
    self.names = names
  }

  /// A file of which nothing but a few values is known.
  package convenience init(
    path: String, id: String, type: String = "", status: TalkStatus = .done, frontMatter: FrontMatter? = nil,
    suppressions: [Suppression] = [], findings: [Finding] = []
  ) {
    self.init(
      FactsWriter().empty(
        path: path, id: id, type: type, status: status, frontMatter: frontMatter, suppressions: suppressions, findings: findings),
      names: .empty)
  }

  /// Relative to the knowledge base, with `/`.
  package var path: String { content.path }
  /// The file name without `.md`.
  package var id: String { content.id }
  /// The name of the record's type; empty for a file that is no record.
  package var type: String { content.type }
  package var status: TalkStatus { content.status }
  package var frontMatter: FrontMatter? { content.frontMatter }
  package var suppressions: [Suppression] { content.suppressions }
  /// The findings that need no other file.
  package var findings: [Finding] { content.findings }
  /// The file's bytes, kept only where the caller asked for them.
  package var source: [UInt8]? { content.source }

  package var references: FactList<ReferenceFact> { list(.references) }
  package var links: FactList<LinkFact> { list(.links) }
  package var fileLinks: FactList<FileLinkFact> { list(.fileLinks) }
  /// The texts of the headings, for links to them.
  package var headings: FactList<String> { list(.headings) }
  package var blockIDs: FactList<String> { list(.blockIDs) }
  package var questions: FactList<QuestionFact> { list(.questions) }
  package var quotes: FactList<QuoteFact> { list(.quotes) }

  package var isRecord: Bool { !content.type.isEmpty }

  private func list<Element>(_ section: FactBlock.Section) -> FactList<Element> {
    let range = content.block.range(of: section)
    return FactList(of: self, first: range.lowerBound, count: range.count / Element.width)
  }
}

/// How far a session is worked up; records of other types are `done`.
package enum TalkStatus: String, Sendable, Hashable, CaseIterable { case planned, raw, done }

extension FileFacts {
  /// Whether the question that a quote answers put the answer into the customer's mouth.
  package func isPrompted(_ quote: QuoteFact) -> Bool { fault(prompting: quote) != nil }

  /// The fault of the question that a quote answers, where it takes weight.
  package func fault(prompting quote: QuoteFact) -> QuestionFault? {
    let questions = questions
    return quote.question >= 0 && Int(quote.question) < questions.count ? questions[Int(quote.question)].prompting : nil
  }
}
