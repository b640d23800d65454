package import KBModel

/// What `kb list` is asked for.
package struct ListRequest: Sendable, Equatable {
  /// A type of record, or `records`, `questions`, `quotes`.
  package var type: String
  /// All of them must hold.
  package var conditions: [String] = []
  /// Fields, each with `:desc` behind it where the largest comes first.
  package var sort: [String] = []
  package var fields: [String] = []
  /// Fields whose values make the groups; empty for single rows.
  package var group: [String] = []
  package var counts = false
  package var sums: [String] = []
  package var distincts: [String] = []
  package var limit: Int?

  package init(type: String) { self.type = type }

  /// Whether rows are summed up.
  package var isGrouped: Bool { !group.isEmpty || counts || !sums.isEmpty || !distincts.isEmpty }
}

extension Snapshot {
  /// What `kb list` can list, with counts: the types, then the lists that are no types.
  package var listables: [(name: String, count: Int, summary: String)] {
    let types = configuration.schema.types.map { type in
      (name: type.name, count: graph.files.count { $0.type == type.name }, summary: type.summary)
    }
    return types + [
      (name: "records", count: graph.files.count { $0.isRecord }, summary: "All records."),
      (name: "questions", count: graph.files.reduce(0) { $0 + $1.questions.count }, summary: "What was asked, and what guides plan to ask."),
      (name: "quotes", count: graph.files.reduce(0) { $0 + $1.quotes.count }, summary: "What was said, with grade and weight."),
    ]
  }

  /// The rows of a type by that name; its plural and its folder are understood too.
  func rowKind(_ name: String) throws(KnowledgeBaseError) -> RowKind {
    if let type = configuration.schema[name] { return .records(type) }
    if let pseudo = RowKind.pseudoTypes.first(where: { $0.name == name || $0.name == name + "s" }) { return pseudo.kind }
    if let type = configuration.schema.types.first(where: { $0.folder == name || $0.name + "s" == name }) { return .records(type) }
    let names = configuration.schema.types.map(\.name) + RowKind.pseudoTypes.map(\.name)
    let queries = configuration.queries.map(\.name)
    throw .usage(
      "there is no type or query '\(name)'\(NearestWord.question(for: name, among: names + queries))",
      remedy: "There are: \((names + queries).joined(separator: ", ")).")
  }

  /// The text of the named query: `@name`, or a name that is no type.
  package func namedQuery(_ name: String) -> (name: String, text: String)? {
    let isMarked = name.hasPrefix("@")
    let bare = isMarked ? String(name.dropFirst()) : name
    guard isMarked || configuration.schema[bare] == nil else { return nil }
    return configuration.queries.first { $0.name == bare }
  }
}

extension ListRequest {
  /// A request that narrows and shows anew what another one finds: conditions add up, all else replaces where it is given.
  package func laid(over query: ListRequest) -> ListRequest {
    var request = query
    request.conditions += conditions
    if !sort.isEmpty { request.sort = sort }
    if !fields.isEmpty { request.fields = fields }
    if !group.isEmpty { request.group = group }
    if !sums.isEmpty { request.sums = sums }
    if !distincts.isEmpty { request.distincts = distincts }
    request.counts = request.counts || counts
    request.limit = limit ?? request.limit
    return request
  }
}

extension Listing {
  /// What there is to list, with the named queries of `kb.yaml`.
  package init(listables snapshot: Snapshot) {
    let queries = snapshot.configuration.queries.map { query -> [[Value]] in
      [[.text(query.name)], [], [.text("kb list \(query.text)")]]
    }
    let rows = snapshot.listables.map { item -> [[Value]] in
      [[.text(item.name)], [.number(Double(item.count), written: String(item.count))], [.text(item.summary)]]
    }
    self.init(
      subject: "lists", asOf: snapshot.asOf, revision: snapshot.revision,
      columns: [Column("list"), Column("count", isNumeric: true), Column("summary")], rows: rows + queries, found: rows.count + queries.count)
  }
}
