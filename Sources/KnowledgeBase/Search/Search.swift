import KBGit
package import KBModel

/// Full-text search by scanning the files: there is no index that could go stale.
///
/// Every file is read and folded, and looked through for the beginnings of the stems. Only files that have all the words are taken
/// apart into documents: each quote, and each record without its quotes. Their rank is BM25 (S. Robertson, H. Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009) with occurrences weighted by zone, as in BM25F.
package struct Search: Sendable {
  package var loader: SnapshotLoader
  package var query: SearchQuery
  /// How many hits are shown.
  package var limit: Int

  package init(_ query: SearchQuery, in loader: SnapshotLoader, limit: Int = 20) {
    self.query = query
    self.loader = loader
    self.limit = limit
  }

  /// - Throws: an unknown type, customer or use case of a filter, and what keeps the knowledge base from being read.
  package func result() throws(KnowledgeBaseError) -> SearchResult {
    let opened = try loader.open()
    let entries = RecordFiles(listing: opened.listing, exclude: opened.configuration.exclude).entries
    let scope = try SearchScope(query, configuration: opened.configuration, entries: entries, source: opened.fileSource, loader: loader)
    let scan = SearchScan(entries: entries, source: opened.fileSource, configuration: opened.configuration, query: query, scope: scope)
    var found = try scan.run(isPartial: false)
    // With several words it is better to show what has some of them than nothing.
    let isPartial = found.documents.isEmpty && query.terms.count > 1
    if isPartial { found = try scan.run(isPartial: true) }
    let ranking = SearchRanking(query: query, scan: found, files: entries.count)
    let ranked = ranking.ranked(found.documents, paths: { entries[$0].path })
    let excerpts = SearchExcerpts(query: query, configuration: opened.configuration)
    let reader = try KnowledgeBaseError.wrap { () throws(GitError) in try FileReader(of: opened.fileSource) }
    let hits = ranked.prefix(max(0, limit)).compactMap { document -> SearchResult.Hit? in
      // What vanished or changed meanwhile is no hit any more.
      guard case .bytes(let bytes, _) = reader.read(entries[document.document.file], limit: opened.configuration.fileLimit) else { return nil }
      return excerpts.hit(document, path: entries[document.document.file].path, bytes: bytes)
    }
    return SearchResult(
      query: query.text, revision: opened.commit.map { "\($0)" }, hits: hits, found: ranked.count, isPartial: isPartial && !ranked.isEmpty,
      files: entries.count)
  }
}

extension SearchScope {
  /// - Throws: a name that nothing has.
  init(
    _ query: SearchQuery, configuration: Configuration, entries: [FileEntry], source: FileSource, loader: SnapshotLoader
  ) throws(KnowledgeBaseError) {
    for (value, range) in query.types {
      switch value {
      case "quote", "quotes": takesRecords = false
      case "record", "records": takesQuotes = false
      default:
        let names = configuration.schema.types.map(\.name)
        guard configuration.schema[value] != nil else {
          throw .query(
            QueryFault(
              query: query.text, range: range, message: "there is no type '\(value)'\(NearestWord.question(for: value, among: names + ["quote", "record"]))",
              remedy: "There are: \((names + ["quote", "record"]).joined(separator: ", "))."))
        }
        types.insert(value)
      }
    }
    if !query.customers.isEmpty { customers = try Self.names(query.customers, "customer", entries, source, configuration, loader) }
    if !query.useCases.isEmpty { useCases = try Self.names(query.useCases, "use-case", entries, source, configuration, loader) }
    if !query.grades.isEmpty { grades = Set(query.grades) }
    if query.after != nil || query.before != nil {
      let (first, last) = (query.after ?? CalendarDate(dayNumber: .min), query.before ?? CalendarDate(dayNumber: .max))
      days = first <= last ? first...last : first...first
      if first > last { throw .usage("'after:' lies behind 'before:'", remedy: nil) }
    }
  }

  /// All names of the records that are named: a file of that name answers at once; for an alias everything is loaded.
  private static func names(
    _ values: [(value: String, range: Range<Int>)], _ type: String, _ entries: [FileEntry], _ source: FileSource, _ configuration: Configuration,
    _ loader: SnapshotLoader
  ) throws(KnowledgeBaseError) -> Set<String> {
    var names: Set<String> = []
    let reader = try KnowledgeBaseError.wrap { () throws(GitError) in try FileReader(of: source) }
    var snapshot: Snapshot?
    for (value, _) in values {
      if let entry = entries.first(where: { RecordReader.id(ofPath: $0.path) == value }),
        case .bytes(let bytes, _) = reader.read(entry, limit: configuration.fileLimit),
        let file = SearchFile(bytes: bytes, path: entry.path, schema: SearchSchema(configuration.schema)), file.type == type
      {
        names.formUnion([value] + file.names("aliases"))
        continue
      }
      let loaded = if let snapshot { snapshot } else { try loader.load() }
      snapshot = loaded
      let record = try loaded.record(value, type: type)
      names.formUnion([record.id] + record.list("aliases"))
    }
    return names
  }
}
