import KBDocuments
import KBModel

/// A record or quote that has words of a query, counted by where they stand.
struct SearchDocument: Sendable {
  /// What of a file it is.
  enum Part: Sendable, Hashable {
    /// The fields, headings and text of a record, without its quotes.
    case record
    case quote(Int)
    /// A record with its quotes, where only all together have the words.
    case whole
  }

  /// The index of the file in the listing.
  var file: Int
  var part: Part
  /// Occurrences by term, and of each term by zone.
  var counts: SearchCounts
  /// Bytes of its own text.
  var length: Int

}

/// How often each term occurs in each zone.
struct SearchCounts: Sendable {
  /// By term, then by zone.
  private var counts: [Int32]

  private static let zones = SearchResult.Zone.allCases.count

  init(terms: Int) { counts = Array(repeating: 0, count: terms * Self.zones) }

  subscript(term: Int, zone: SearchResult.Zone) -> Int { Int(counts[term * Self.zones + zone.place]) }

  mutating func add(_ term: Int, _ zone: SearchResult.Zone) { counts[term * Self.zones + zone.place] += 1 }

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  /// Whether every term occurs.
  var hasAll: Bool {
    stride(from: 0, to: counts.count, by: Self.zones).allSatisfy { start in counts[start..<start + Self.zones].contains { $0 > 0 } }
  }

  /// Whether one of the terms stands in the document itself, and not only in what it is about.
  var hasOwn: Bool { counts.indices.contains { counts[$0] > 0 && $0 % Self.zones != SearchResult.Zone.context.place } }
}

/// The types of records as a search sees them.
struct SearchSchema: Sendable {
  /// By type, the fields that name other records: what they say is said there.
  let references: [String: Set<String>]

  init(_ schema: Schema) {
    var references: [String: Set<String>] = [:]
    for type in schema.types {
      references[type.name] = Set(
        type.fields.filter { field in
          switch field.kind {
          case .reference, .list(.reference, _): true
          default: false
          }
        }.map(\.name))
    }
    self.references = references
  }
}

/// Takes a file apart into what is ranked.
struct SearchFile {
  private typealias Zone = SearchResult.Zone

  let document: Document
  let frontMatter: FrontMatter
  let type: String
  let id: String
  private let references: Set<String>

  /// `nil` for a file that is no record.
  init?(bytes: [UInt8], path: String, schema: SearchSchema) {
    let document = DocumentReader().read(bytes)
    guard let frontMatter = document.frontMatter, let node = frontMatter["type"] else { return nil }
    let type = frontMatter.text(of: node)
    guard let references = schema.references[type] else { return nil }
    self.document = document
    self.frontMatter = frontMatter
    self.type = type
    self.references = references
    id = RecordReader.id(ofPath: path)
  }

  var date: CalendarDate? { frontMatter["date"].flatMap { frontMatter.date($0) } }
  var title: String? { scalar("title") ?? scalar("name") }
  var customer: String? { names("customer").first }

  private func scalar(_ key: String) -> String? {
    frontMatter[key].flatMap { frontMatter.nodes[$0].kind == .scalar && !frontMatter.isNull($0) ? frontMatter.text(of: $0) : nil }
  }

  /// The ids and aliases that a field names, without brackets.
  func names(_ key: String) -> [String] {
    guard let node = frontMatter[key] else { return [] }
    return (node..<Int(frontMatter.nodes[node].next)).filter { frontMatter.nodes[$0].kind == .scalar && !frontMatter.isNull($0) }.map { place in
      var text = frontMatter.text(of: place)
      if text.hasPrefix("[["), text.hasSuffix("]]") { text = String(text.dropFirst(2).dropLast(2)) }
      return text
    }
  }

  func grade(ofQuote place: Int) -> Grade { document.body.quotes[place].attribution?.grade ?? .opinion }

  // MARK: Filters

  func isIn(_ scope: SearchScope) -> Bool {
    guard scope.accepts(type: type), scope.accepts(date) else { return false }
    guard let customers = scope.customers else { return true }
    return customers.contains(type == "customer" ? id : customer ?? "")
  }

  private func namesUseCase(_ scope: SearchScope) -> Bool {
    guard let useCases = scope.useCases else { return true }
    return useCases.contains(id) || (names("covers") + names("blocks")).contains(where: useCases.contains)
      || document.body.links.contains { useCases.contains(document.text($0.target)) }
  }

  private func quote(_ quote: QuoteBlock, isIn scope: SearchScope) -> Bool {
    guard let attribution = quote.attribution, scope.accepts(attribution.grade ?? .opinion) else { return false }
    guard let useCases = scope.useCases else { return true }
    var targets = attribution.mentions.map { document.body.links[Int($0.link)].target }
    if targets.isEmpty, quote.question >= 0 {
      let question = document.body.questions[Int(quote.question)]
      targets = document.body.links[Int(question.firstLink)..<Int(question.endLink)].map(\.target)
    }
    return targets.contains { useCases.contains(document.text($0)) }
  }

  // MARK: Documents

  /// The quotes and the record that have the terms: all of them, or any where `isPartial`.
  func documents(file: Int, matcher: TermMatcher, excluded: TermMatcher, scope: SearchScope, isPartial: Bool) -> [SearchDocument] {
    var found: [SearchDocument] = []
    // Surroundings alone make no hit.
    func fits(_ document: SearchDocument) -> Bool {
      document.counts.hasOwn && (isPartial || document.counts.hasAll)
    }
    if scope.takesQuotes {
      for (i, quote) in document.body.quotes.enumerated() where quote.attribution != nil && self.quote(quote, isIn: scope) {
        var counted = SearchDocument(file: file, part: .quote(i), counts: matcher.noCounts, length: 0)
        count(quote, matcher, &counted)
        if fits(counted), !has(excluded, { count(quote, excluded, &$0) }) { found.append(counted) }
      }
    }
    guard scope.takesRecords, scope.grades == nil, namesUseCase(scope) else { return found }
    var record = SearchDocument(file: file, part: .record, counts: matcher.noCounts, length: 0)
    countRecord(matcher, &record)
    if !fits(record) {
      guard found.isEmpty, !isPartial else { return found }
      for quote in document.body.quotes where quote.attribution != nil {
        for line in quote.lines { count(line.range, .quote, matcher, &record) }
      }
      record.part = .whole
      guard fits(record) else { return found }
    }
    let isExcluded = has(excluded) { document in
      countRecord(excluded, &document)
      for quote in self.document.body.quotes { for line in quote.lines { count(line.range, .quote, excluded, &document) } }
    }
    if !isExcluded { found.append(record) }
    return found
  }

  private func has(_ matcher: TermMatcher, _ count: (inout SearchDocument) -> Void) -> Bool {
    guard !matcher.terms.isEmpty else { return false }
    var document = SearchDocument(file: 0, part: .record, counts: matcher.noCounts, length: 0)
    count(&document)
    return !document.counts.isEmpty
  }

  // MARK: Counting

  private static let titles: Set<String> = ["title", "name", "aliases"]

  private func count(_ quote: QuoteBlock, _ matcher: TermMatcher, _ counted: inout SearchDocument) {
    for line in quote.lines { count(line.range, .quote, matcher, &counted) }
    let length = counted.length
    count(id, .context, matcher, &counted)
    if let customer, !id.utf8.suffix(customer.utf8.count).elementsEqual(customer.utf8) { count(customer, .context, matcher, &counted) }
    if let attribution = quote.attribution {
      count(attribution.speaker.range, .context, matcher, &counted)
      for mention in attribution.mentions { count(document.body.links[Int(mention.link)].target.range, .context, matcher, &counted) }
    }
    if quote.question >= 0 { count(document.body.questions[Int(quote.question)].words.range, .context, matcher, &counted) }
    counted.length = length
  }

  private func countRecord(_ matcher: TermMatcher, _ counted: inout SearchDocument) {
    count(id, .id, matcher, &counted)
    frontMatter.buffer.withUnsafeBufferPointer { buffer in
      for child in frontMatter.children(of: 0) where !frontMatter.hasKey(child, "type") {
        let key = frontMatter.key(of: child)
        let zone: Zone = Self.titles.contains(key) ? .title : references.contains(key) ? .context : .field
        for node in child..<Int(frontMatter.nodes[child].next) where frontMatter.nodes[node].kind == .scalar {
          Self.count(buffer, frontMatter.nodes[node].text.range, zone, matcher, &counted)
        }
      }
    }
    for (range, zone) in textZones { count(range, zone, matcher, &counted) }
  }

  /// The body without quotes that have an attribution, and without comments, cut at headings.
  private var textZones: [(Range<Int>, SearchResult.Zone)] {
    var cuts: [(range: Range<Int>, zone: Zone?)] = document.body.quotes.filter { $0.attribution != nil }.map { ($0.range.range, nil) }
    cuts += document.body.comments.map { ($0.range, nil) }
    for block in document.body.blocks { if case .heading = block.kind { cuts.append((block.range.range, .heading)) } }
    cuts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var zones: [(Range<Int>, Zone)] = []
    var position = Int(frontMatter.sourceCount)
    for cut in cuts {
      if position < cut.range.lowerBound { zones.append((position..<cut.range.lowerBound, .text)) }
      if let zone = cut.zone { zones.append((cut.range, zone)) }
      position = max(position, cut.range.upperBound)
    }
    if position < document.bytes.count { zones.append((position..<document.bytes.count, .text)) }
    return zones
  }

  private func count(_ range: Range<Int>, _ zone: SearchResult.Zone, _ matcher: TermMatcher, _ counted: inout SearchDocument) {
    guard !range.isEmpty else { return }
    document.bytes.withUnsafeBufferPointer { Self.count($0, range, zone, matcher, &counted) }
  }

  private func count(_ text: String, _ zone: SearchResult.Zone, _ matcher: TermMatcher, _ counted: inout SearchDocument) {
    var text = text
    text.withUTF8 { Self.count($0, 0..<$0.count, zone, matcher, &counted) }
  }

  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ zone: SearchResult.Zone, _ matcher: TermMatcher, _ counted: inout SearchDocument
  ) {
    matcher.matches(in: bytes, range: range) { term, _ in counted.counts.add(term, zone) }
    counted.length += range.count
  }
}

extension TermMatcher {
  /// No occurrences of any term.
  var noCounts: SearchCounts { SearchCounts(terms: terms.count) }
}

extension SearchResult.Zone {
  /// Its place in ``SearchCounts``.
  fileprivate var place: Int {
    switch self {
    case .id: 0
    case .title: 1
    case .heading: 2
    case .field: 3
    case .quote: 4
    case .text: 5
    case .context: 6
    }
  }
}
