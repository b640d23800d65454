/// What a field may hold. Types of records are data: validation, `kb new`, completion, documentation and JSON Schema
/// all read these values, and a knowledge base adds its own in `kb.yaml`.
package indirect enum FieldKind: Sendable, Equatable {
  /// Any single value, as text.
  case text
  case number
  /// `YYYY-MM-DD`.
  case date
  /// The id of a record of one of these types; any type where the list is empty. Wikilinks are read too.
  case reference(to: [String])
  /// One of a fixed vocabulary.
  case choice([String])
  /// A list; a single value stands for a list of one where `acceptsOne`.
  case list(FieldKind, acceptsOne: Bool = false)
  /// One value, or a list of `{from: date, value: …}` of which the value on the day asked for counts.
  case dated(FieldKind)
  /// A mapping with known keys.
  case mapping([Field])
  /// A mapping from free keys to values of one kind; `nil` for anything.
  case dictionary(FieldKind?)
  /// Either of two forms, told apart by whether a mapping is written.
  case either(FieldKind, orMapping: FieldKind)

  /// How a message names the kind: "a list of use-case ids".
  package var phrase: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .date: "a date (YYYY-MM-DD)"
    case .reference(let types): types.isEmpty ? "a record's id" : "the id of a \(types.joined(separator: " or "))"
    case .choice: "one word of a fixed list"
    case .list(let element, let acceptsOne): acceptsOne ? "\(element.phrase), or a list" : "a list"
    case .dated(let value): "\(value.phrase), or a list of {from, value}"
    case .mapping, .dictionary: "a mapping"
    case .either(let first, let second): "\(first.phrase) or \(second.phrase)"
    }
  }
}

/// One key of a record type.
package struct Field: Sendable, Equatable {
  package var name: String
  package var kind: FieldKind
  package var isRequired: Bool
  /// One sentence for documentation, `kb new --help` and editors.
  package var summary: String

  package init(_ name: String, _ kind: FieldKind, required: Bool = false, _ summary: String) {
    self.name = name
    self.kind = kind
    self.isRequired = required
    self.summary = summary
  }
}
