import KBModel

/// A condition whose fields are known: says of each row whether it holds.
struct RowFilter: Sendable {
  private indirect enum Node: Sendable {
    case all([Node])
    case any([Node])
    case not(Node)
    case comparison(FieldPath, FieldCondition.Relation, Literal)
  }

  private let node: Node
  private let kind: RowKind
  private let reader: RowReader
  /// The words of questions and quotes, where a condition asks for them.
  private let words: RowWords

  /// - Throws: a field that rows do not have, or a value that the field cannot have; with its place in the query.
  init(_ query: String, kind: RowKind, reader: RowReader, words: RowWords) throws(QueryFault) {
    self.kind = kind
    self.reader = reader
    self.words = words
    node = try Self.bind(try ConditionParser.condition(in: query), query: query, paths: FieldPaths(kind: kind, reader: reader), words: words)
  }

  func holds(for row: Row) -> Bool { holds(node, row) }

  private func holds(_ node: Node, _ row: Row) -> Bool {
    switch node {
    case .all(let nodes): nodes.allSatisfy { holds($0, row) }
    case .any(let nodes): nodes.contains { holds($0, row) }
    case .not(let node): !holds(node, row)
    case .comparison(let path, let relation, let literal):
      Self.holds(relation, literal, path.leaf, words.values(path, of: row, in: kind, reader: reader))
    }
  }

  // MARK: Comparing

  /// One matching value is enough; `!=` asks that none is equal.
  private static func holds(_ relation: FieldCondition.Relation, _ literal: Literal, _ leaf: FieldPath.Leaf, _ values: [RowValue]) -> Bool {
    switch relation {
    case .exists: !values.isEmpty
    case .equal: values.contains { equals($0, literal, leaf) }
    case .unequal: !values.contains { equals($0, literal, leaf) }
    case .contains: values.contains { FoldedText.contains(FoldedText.fold($0.text), literal.folded) }
    case .less: values.contains { order($0, literal, leaf).map { $0 < 0 } ?? false }
    case .atMost: values.contains { order($0, literal, leaf).map { $0 <= 0 } ?? false }
    case .greater: values.contains { order($0, literal, leaf).map { $0 > 0 } ?? false }
    case .atLeast: values.contains { order($0, literal, leaf).map { $0 >= 0 } ?? false }
    }
  }

  private static func equals(_ value: RowValue, _ literal: Literal, _ leaf: FieldPath.Leaf) -> Bool {
    if value.text == literal.text { return true }
    if let a = value.number, let b = literal.number { return a == b }
    if leaf == .date, let days = literal.days, let date = value.date { return days.contains(date) }
    return false
  }

  /// Below 0, 0 or above 0 as the value lies before, in or behind what the literal means; `nil` where the two have no order.
  private static func order(_ value: RowValue, _ literal: Literal, _ leaf: FieldPath.Leaf) -> Int? {
    switch leaf {
    case .grade:
      guard let a = Grade(rawValue: value.text), let b = Grade(rawValue: literal.text) else { return nil }
      return a < b ? -1 : a == b ? 0 : 1
    case .number:
      guard let a = value.number, let b = literal.number else { return nil }
      return a < b ? -1 : a == b ? 0 : 1
    default:
      if let a = value.number, let b = literal.number { return a < b ? -1 : a == b ? 0 : 1 }
      if let date = value.date, let days = literal.days { return date < days.lowerBound ? -1 : days.contains(date) ? 0 : 1 }
      if leaf == .date { return nil }
      let folded = FoldedText.fold(value.text)
      return folded == literal.folded ? 0 : folded.lexicographicallyPrecedes(literal.folded) ? -1 : 1
    }
  }

  // MARK: Binding

  private static func bind(_ condition: Condition, query: String, paths: FieldPaths, words: RowWords) throws(QueryFault) -> Node {
    switch condition {
    case .all(let parts): .all(try bind(parts, query: query, paths: paths, words: words))
    case .any(let parts): .any(try bind(parts, query: query, paths: paths, words: words))
    case .not(let part): .not(try bind(part, query: query, paths: paths, words: words))
    case .comparison(let comparison):
      try bind(comparison, query: query, paths: paths, words: words)
    }
  }

  private static func bind(_ parts: [Condition], query: String, paths: FieldPaths, words: RowWords) throws(QueryFault) -> [Node] {
    var nodes: [Node] = []
    for part in parts { nodes.append(try bind(part, query: query, paths: paths, words: words)) }
    return nodes
  }

  private static func bind(_ comparison: FieldCondition, query: String, paths: FieldPaths, words: RowWords) throws(QueryFault) -> Node {
    let path = try paths.path(comparison.path, in: query, at: comparison.pathRange)
    var literal = Literal(comparison.value)
    func fault(_ message: String, _ remedy: String?) -> QueryFault {
      QueryFault(query: query, range: comparison.valueRange, message: message, remedy: remedy)
    }
    let isOrder = [.less, .atMost, .greater, .atLeast].contains(comparison.relation)
    let isEquality = comparison.relation == .equal || comparison.relation == .unequal
    switch path.leaf {
    case .number where (isOrder || isEquality) && literal.number == nil:
      throw fault("'\(comparison.value)' is no number, and '\(path.name)' is one", nil)
    case .date where (isOrder || isEquality) && literal.days == nil:
      throw fault("'\(comparison.value)' is no date, and '\(path.name)' is one", "Write 2026-05-31, or 2026-05 for a month, or 2026 for a year.")
    case .grade where (isOrder || isEquality) && Grade(rawValue: comparison.value) == nil:
      let grades = Grade.allCases.map(\.rawValue)
      throw fault(
        "there is no grade '\(comparison.value)'\(NearestWord.question(for: comparison.value, among: grades))", "There are: \(grades.joined(separator: ", ")).")
    case .reference where isEquality:
      if let id = paths.reader.graph.record(comparison.value)?.id { literal = Literal(id) } else {
        guard !isHeld(literal, path, paths, words) else { break }
        let names = paths.reader.graph.names
        throw fault("no record has the id or alias '\(comparison.value)'\(NearestWord.question(for: comparison.value, among: names))", nil)
      }
    case .choice(let vocabulary) where isEquality && !vocabulary.contains(comparison.value):
      guard !isHeld(literal, path, paths, words) else { break }
      throw fault(
        "'\(path.name)' is never '\(comparison.value)'\(NearestWord.question(for: comparison.value, among: vocabulary))",
        "It may be: \(vocabulary.joined(separator: ", ")).")
    default: break
    }
    return .comparison(path, comparison.relation, literal)
  }

  /// Whether some row has that value all the same: what validation calls a fault can be looked for.
  private static func isHeld(_ literal: Literal, _ path: FieldPath, _ paths: FieldPaths, _ words: RowWords) -> Bool {
    paths.reader.rows(of: paths.kind).contains { row in
      words.values(path, of: row, in: paths.kind, reader: paths.reader).contains { $0.text == literal.text }
    }
  }
}
