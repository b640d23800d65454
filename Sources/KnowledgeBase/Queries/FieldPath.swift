import KBModel

/// A dotted path to a field, checked against what the rows have.
struct FieldPath: Sendable, Equatable {
  /// What the values at its end are.
  enum Leaf: Sendable, Equatable {
    case text, number, date, grade, reference
    case choice([String])
  }

  var name: String
  var steps: [String]
  var leaf: Leaf
  var isList: Bool
}

/// Knows the fields of the rows of a kind, and what was meant where there is no such field.
struct FieldPaths {
  let kind: RowKind
  let reader: RowReader

  /// The path of that name, or why there is none. `range` is its place in `query`.
  func path(_ name: String, in query: String, at range: Range<Int>) throws(QueryFault) -> FieldPath {
    let steps = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard steps.allSatisfy({ !$0.isEmpty }) else {
      throw QueryFault(query: query, range: range, message: "'\(name)' is no field", remedy: "Write a path as consent.basis.")
    }
    if let own = kind.ownFields.first(where: { $0.name == steps[0] }) {
      if steps.count == 1 { return FieldPath(name: name, steps: steps, leaf: Self.leaf(of: own), isList: Self.isList(own)) }
      if own.kind == .reference {
        var path = try self.path(steps[1...], of: ["use-case"], name: name, query: query, range: range)
        path.isList = true
        return path
      }
    }
    let types: [String] = if case .records(let type) = kind { [type.name] } else { reader.configuration.schema.types.map(\.name) }
    return try path(steps[...], of: types, name: name, query: query, range: range)
  }

  private func path(
    _ steps: ArraySlice<String>, of types: [String], name: String, query: String, range: Range<Int>
  ) throws(QueryFault) -> FieldPath {
    guard let first = steps.first else { preconditionFailure("a path has a step") }
    let isWhole = steps.count == 1
    func made(_ leaf: FieldPath.Leaf, isList: Bool = false) -> FieldPath {
      FieldPath(name: name, steps: name.split(separator: ".").map(String.init), leaf: leaf, isList: isList)
    }
    if isWhole, let own = RowField.ofRecords.first(where: { $0.name == first }) { return made(Self.leaf(of: own)) }
    let fields = types.compactMap { reader.configuration.schema[$0]?.field(first) }
    guard let field = fields.first else {
      // What some record has is a field too, known or not.
      if reader.graph.files.contains(where: { types.contains($0.type) && $0.frontMatter?[first] != nil }) { return made(.text, isList: true) }
      throw unknown(first, among: names(of: types), types: types, query: query, range: range)
    }
    var kind = field.kind
    if isWhole { return made(Self.leaf(of: kind), isList: Self.isList(kind)) }
    let isList = Self.isList(kind)
    if case .list(let element, _) = kind { kind = element }
    if case .either(_, let mapping) = kind { kind = mapping }
    switch kind {
    case .reference(let targets):
      let all = targets.isEmpty ? reader.configuration.schema.types.map(\.name) : targets
      var path = try path(steps.dropFirst(), of: all, name: name, query: query, range: range)
      path.isList = path.isList || isList
      return path
    case .mapping(let fields):
      let key = steps[steps.startIndex + 1]
      guard let inner = fields.first(where: { $0.name == key }) else {
        throw unknown(key, among: fields.map(\.name), types: [], query: query, range: range, under: first)
      }
      return made(Self.leaf(of: inner.kind), isList: isList || Self.isList(inner.kind))
    case .dictionary: return made(.text, isList: isList)
    default:
      throw QueryFault(query: query, range: range, message: "'\(first)' has no fields below it", remedy: "It holds \(field.kind.phrase).")
    }
  }

  private func unknown(
    _ name: String, among names: [String], types: [String], query: String, range: Range<Int>, under field: String? = nil
  ) -> QueryFault {
    let place =
      field.map { "'\($0)' has no field '\(name)'" } ?? (types.count == 1 ? "a \(types[0]) has no field '\(name)'" : "no record has a field '\(name)'")
    return QueryFault(
      query: query, range: range, message: place + NearestWord.question(for: name, among: names),
      remedy: "There are: \(names.joined(separator: ", ")).")
  }

  private func names(of types: [String]) -> [String] {
    var names = kind.ownFields.map(\.name) + RowField.ofRecords.map(\.name)
    for type in types {
      for field in (reader.configuration.schema[type]?.fields ?? []) + RecordType.common where !names.contains(field.name) { names.append(field.name) }
    }
    return names
  }

  // MARK: Kinds

  private static func leaf(of field: RowField) -> FieldPath.Leaf {
    switch field.kind {
    case .number: .number
    case .grade: .grade
    case .flag: .choice(["yes", "no"])
    case .reference: .reference
    case .text, .list: .text
    }
  }

  private static func isList(_ field: RowField) -> Bool { field.kind == .list || field.kind == .reference && field.name != "id" }

  private static func leaf(of kind: FieldKind) -> FieldPath.Leaf {
    switch kind {
    case .number: .number
    case .date: .date
    case .reference: .reference
    case .choice(let words): .choice(words)
    case .list(let element, _): leaf(of: element)
    case .dated(let value): leaf(of: value)
    case .either(let first, _): leaf(of: first)
    case .text, .mapping, .dictionary: .text
    }
  }

  private static func isList(_ kind: FieldKind) -> Bool {
    switch kind {
    case .list: true
    case .either(let first, let second): isList(first) || isList(second)
    default: false
    }
  }
}
