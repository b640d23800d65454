package import KBModel

extension Listing {
  /// The answer to a request.
  ///
  /// - Throws: a type, field or value that does not exist, with its place in the text that names it.
  package init(of snapshot: Snapshot, _ request: ListRequest) throws(KnowledgeBaseError) {
    let kind = try snapshot.rowKind(request.type)
    let query = RowQuery(snapshot, kind: kind, request: request)
    do throws(QueryFault) { self = try query.listing() } catch { throw .query(error) }
  }
}

/// Filters, sorts and lays out the rows of a request.
private struct RowQuery {
  let snapshot: Snapshot
  let kind: RowKind
  let request: ListRequest
  let reader: RowReader
  let words: RowWords
  private let all: [Row]

  init(_ snapshot: Snapshot, kind: RowKind, request: ListRequest) {
    self.snapshot = snapshot
    self.kind = kind
    self.request = request
    reader = RowReader(snapshot)
    all = reader.rows(of: kind)
    words = kind == .quotes || kind == .questions ? RowWords(of: all, kind: kind, graph: snapshot.graph, bytes: snapshot.bytesOfFile) : .none
  }

  func listing() throws(QueryFault) -> Listing {
    var rows = all
    for condition in request.conditions {
      let filter = try RowFilter(condition, kind: kind, reader: reader, words: words)
      rows = rows.filter(filter.holds)
    }
    return request.isGrouped ? try grouped(rows) : try plain(rows)
  }

  private func path(_ name: String) throws(QueryFault) -> FieldPath {
    try FieldPaths(kind: kind, reader: reader).path(name, in: name, at: 0..<name.utf8.count)
  }

  private func paths(_ names: [String]) throws(QueryFault) -> [FieldPath] {
    var paths: [FieldPath] = []
    for name in names { paths.append(try path(name)) }
    return paths
  }

  private func values(_ path: FieldPath, _ row: Row) -> [RowValue] { words.values(path, of: row, in: kind, reader: reader) }

  // MARK: Single rows

  private func plain(_ rows: [Row]) throws(QueryFault) -> Listing {
    let fields = try paths(request.fields.isEmpty ? kind.standardColumns : request.fields)
    let order = try SortOrder.read(request.sort)
    let sorted = SortOrder.sorted(rows, by: order, keys: try paths(order.map(\.name)).map { path in { row in self.values(path, row) } })
    let shown = request.limit.map { Array(sorted.prefix($0)) } ?? sorted
    return Listing(
      subject: request.type, asOf: snapshot.asOf, revision: snapshot.revision,
      columns: fields.map { Listing.Column($0.name, isList: $0.isList, isNumeric: $0.leaf == .number) },
      rows: shown.map { row in fields.map { values($0, row).map(\.listed) } }, found: rows.count)
  }

  // MARK: Groups

  private func grouped(_ rows: [Row]) throws(QueryFault) -> Listing {
    let keys = try paths(request.group)
    let (sums, distincts) = (try paths(request.sums), try paths(request.distincts))
    for path in sums where path.leaf != .number && path.leaf != .text {
      throw QueryFault(query: path.name, range: 0..<path.name.utf8.count, message: "'\(path.name)' is no number, so it has no sum")
    }
    var groups: [[RowValue?]: [Row]] = [:]
    for row in rows {
      for key in Self.combinations(of: keys.map { Self.distinct(values($0, row)) }) { groups[key, default: []].append(row) }
    }
    if keys.isEmpty { groups = [[]: rows] }

    var columns = keys.map { Listing.Column($0.name, isNumeric: $0.leaf == .number) }
    let counts = request.counts || sums.isEmpty && distincts.isEmpty
    if counts { columns.append(.init("count", isNumeric: true)) }
    columns += sums.map { .init("sum.\($0.name)", isNumeric: true) } + distincts.map { .init("distinct.\($0.name)", isNumeric: true) }
    let lines = groups.map { key, rows in
      var cells = key.map { $0.map { [$0] } ?? [] }
      if counts { cells.append([Self.number(Double(rows.count))]) }
      cells += sums.map { path in [Self.number(rows.reduce(0) { $0 + values(path, $1).reduce(0) { $0 + ($1.number ?? 0) } })] }
      cells += distincts.map { path in [Self.number(Double(Set(rows.flatMap { values(path, $0).map(\.text) }).count))] }
      return cells
    }

    // Groups come in the order of their values, whatever order the rows had, then as asked for.
    let natural = SortOrder.sorted(lines, by: keys.map { SortOrder(name: $0.name) }, keys: keys.indices.map { i in { $0[i] } })
    let order = try SortOrder.read(request.sort)
    var places: [Int] = []
    for wanted in order {
      guard let place = columns.firstIndex(where: { $0.name == wanted.name }) else {
        throw QueryFault(
          query: wanted.name, range: 0..<wanted.name.utf8.count,
          message: "groups have no column '\(wanted.name)'\(NearestWord.question(for: wanted.name, among: columns.map(\.name)))",
          remedy: "There are: \(columns.map(\.name).joined(separator: ", ")).")
      }
      places.append(place)
    }
    let sorted = SortOrder.sorted(natural, by: order, keys: places.map { place in { $0[place] } })
    let shown = request.limit.map { Array(sorted.prefix($0)) } ?? sorted
    return Listing(
      subject: request.type, asOf: snapshot.asOf, revision: snapshot.revision, columns: columns,
      rows: shown.map { $0.map { $0.map(\.listed) } }, found: rows.count, isGrouped: true)
  }

  /// One value of each list, in all ways; a field without a value counts as one.
  private static func combinations(of lists: [[RowValue]]) -> [[RowValue?]] {
    lists.reduce([[]]) { keys, list in
      let values: [RowValue?] = list.isEmpty ? [nil] : list
      return keys.flatMap { key in values.map { key + [$0] } }
    }
  }

  /// A row counts once for each value of a list, also where it is written twice.
  private static func distinct(_ values: [RowValue]) -> [RowValue] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0.text).inserted }
  }

  private static func number(_ value: Double) -> RowValue { RowValue(RowReader.shown(value), number: value) }
}
