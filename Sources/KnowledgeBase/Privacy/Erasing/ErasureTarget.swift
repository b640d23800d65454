import KBModel

/// Whose words are taken out. Asked about documents and not about paths, so that old versions of a file are treated as the file is.
struct ErasureTarget: Sendable, Equatable {
  /// A talk, as its own front matter says.
  struct Talk: Hashable {
    /// The id or alias of the customer.
    var customer: String
    /// `nil` for all talks with the customer.
    var date: CalendarDate?
  }

  enum Extent: Equatable {
    /// Only what that person said.
    case speaker(String)
    /// All of the talk.
    case everything
  }

  var person: String?
  var talks: Set<Talk> = []

  /// How much of a document is to go; `nil` for nothing.
  func extent(in document: Document) -> Extent? {
    guard let frontMatter = document.frontMatter, let type = frontMatter["type"].map(frontMatter.text(of:)),
      type == "session" || type == "field-note"
    else { return nil }
    if let customer = frontMatter["customer"].map({ Self.name(frontMatter.text(of: $0)) }),
      talks.contains(Talk(customer: customer, date: nil))
        || talks.contains(Talk(customer: customer, date: frontMatter["date"].flatMap { frontMatter.date($0) }))
    {
      return .everything
    }
    guard let person else { return nil }
    let participants = document.participants
    if participants == [person] { return .everything }
    let speaks = document.body.quotes.contains { $0.attribution.map { document.text($0.speaker) } == person }
    return participants.contains(person) || speaks ? .speaker(person) : nil
  }

  /// An id without the brackets of a link.
  private static func name(_ text: String) -> String {
    text.hasPrefix("[[") && text.hasSuffix("]]") ? String(text.dropFirst(2).dropLast(2)) : text
  }
}

extension Document {
  /// The participants of a talk, as written.
  var participants: [String] {
    guard let frontMatter, let node = frontMatter["participants"], !frontMatter.isNull(node) else { return [] }
    switch frontMatter.nodes[node].kind {
    case .scalar: return [frontMatter.text(of: node)]
    case .sequence: return frontMatter.children(of: node).map { frontMatter.text(of: $0) }
    case .mapping: return frontMatter.children(of: node).map { frontMatter.key(of: $0) }
    }
  }

  /// The words of a quote, on one line.
  func words(of quote: QuoteBlock) -> String {
    quote.lines.map { text($0) }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
