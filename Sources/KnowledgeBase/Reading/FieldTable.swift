import KBModel

/// The fields of a mapping, made ready for reading many records: keys are found by their bytes, and reading a value copies
/// no description of it.
final class FieldTable: Sendable {
  struct Entry: Sendable {
    let field: Field
    let shape: FieldShape
  }

  let entries: [Entry]
  /// The entries that must be there.
  let required: [Int]
  /// The names of all entries, one after the other, and where each ends.
  private let names: [UInt8]
  private let ends: [Int]

  init(_ fields: [Field]) {
    entries = fields.map { Entry(field: $0, shape: FieldShape($0.kind)) }
    required = fields.indices.filter { fields[$0].isRequired }
    var (names, ends): ([UInt8], [Int]) = ([], [])
    for field in fields {
      names += field.name.utf8
      ends.append(names.count)
    }
    (self.names, self.ends) = (names, ends)
  }

  /// The first entry of that name.
  func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    names.withUnsafeBufferPointer { names in
      ends.withUnsafeBufferPointer { ends in
        var start = 0
        for index in 0..<ends.count {
          let end = ends[index]
          if end - start == key.count, UnsafeBufferPointer(rebasing: names[start..<end]).elementsEqual(key) { return index }
          start = end
        }
        return nil
      }
    }
  }

  /// Which entries of a table a mapping has.
  struct Presence {
    /// For the first 64, so that nearly every mapping needs no memory.
    private var bits: UInt64 = 0
    private var others: Set<Int> = []

    func contains(_ index: Int) -> Bool { index < 64 ? bits >> UInt64(index) & 1 == 1 : others.contains(index) }

    mutating func insert(_ index: Int) {
      if index < 64 { bits |= 1 << UInt64(index) } else { others.insert(index) }
    }
  }
}

/// What a field may hold, as a tree of references: the same as its `FieldKind`.
final class FieldShape: Sendable {
  enum Form: Sendable {
    case text, number, date
    case reference(types: [String])
    case choice([String])
    case list(FieldShape, acceptsOne: Bool)
    /// The value on its own, and the fields of a list's elements.
    case dated(FieldShape, FieldTable)
    case mapping(FieldTable)
    case dictionary(FieldShape?)
    case either(FieldShape, orMapping: FieldShape)
  }

  let kind: FieldKind
  let form: Form

  init(_ kind: FieldKind) {
    self.kind = kind
    form =
      switch kind {
      case .text: .text
      case .number: .number
      case .date: .date
      case .reference(let types): .reference(types: types)
      case .choice(let words): .choice(words)
      case .list(let element, let acceptsOne): .list(FieldShape(element), acceptsOne: acceptsOne)
      case .dated(let value):
        .dated(
          FieldShape(value),
          FieldTable([Field("from", .date, required: true, "The first day."), Field("value", value, required: true, "What holds from then on.")]))
      case .mapping(let fields): .mapping(FieldTable(fields))
      case .dictionary(let value): .dictionary(value.map(FieldShape.init))
      case .either(let first, let mapping): .either(FieldShape(first), orMapping: FieldShape(mapping))
      }
  }

  var isReference: Bool {
    if case .reference = form { true } else { false }
  }
}
