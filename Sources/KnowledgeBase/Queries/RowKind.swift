import KBModel

/// What the rows of a list are.
enum RowKind: Sendable, Equatable {
  /// Records of one type.
  case records(RecordType)
  /// Records of all types.
  case allRecords
  case questions
  case quotes

  /// Lists that are no type of record.
  static let pseudoTypes: [(name: String, kind: RowKind)] = [("records", .allRecords), ("questions", .questions), ("quotes", .quotes)]

  /// Whether a file has rows of this kind.
  func holds(_ file: FileFacts) -> Bool {
    switch self {
    case .records(let type): file.type == type.name
    case .allRecords, .questions, .quotes: file.isRecord
    }
  }

  /// The fields of a row that are not fields of its record.
  var ownFields: [RowField] {
    switch self {
    case .records, .allRecords: []
    case .questions: RowField.ofQuestions
    case .quotes: RowField.ofQuotes
    }
  }

  /// The columns that are shown where none are asked for.
  var standardColumns: [String] {
    switch self {
    case .allRecords: ["id", "type", "path"]
    case .questions: ["id", "line", "text", "faults"]
    case .quotes: ["id", "line", "grade", "weight", "text"]
    case .records(let type):
      switch type.name {
      case "customer": ["id", "name", "segment", "stage", "arr"]
      case "persona": ["id", "title", "segments"]
      case "use-case": ["id", "title", "persona", "status"]
      case "session": ["id", "persona", "channel", "covers"]
      case "field-note": ["id", "deal", "outcome", "closes", "covers"]
      case "guide": ["id", "title", "kind", "covers"]
      case "competitor": ["id", "name", "aliases"]
      default: ["id"] + type.fields.filter { $0.isRequired }.prefix(4).map(\.name)
      }
    }
  }
}

/// A row: a record, or a question or quote in it.
struct Row: Sendable, Hashable {
  /// The index of the record in `RecordGraph.files`.
  var file: Int
  /// The index of the question or quote in its file; -1 for the record itself.
  var item: Int
}

/// A field that a row has beside those of its record.
struct RowField: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case text, number, grade, flag, reference, list }

  var name: String
  var kind: Kind
  var summary: String

  /// What every record has.
  static let ofRecords = [
    RowField(name: "id", kind: .reference, summary: "The record's id."),
    RowField(name: "path", kind: .text, summary: "Its file, from the folder of the knowledge base."),
    RowField(name: "type", kind: .text, summary: "Its type."),
  ]

  static let ofQuestions = [
    RowField(name: "line", kind: .number, summary: "The line it stands in."),
    RowField(name: "text", kind: .text, summary: "Its words."),
    RowField(name: "faults", kind: .list, summary: "What is wrong with it."),
    RowField(name: "open", kind: .flag, summary: "Whether it is an open question: yes or no."),
    RowField(name: "names", kind: .reference, summary: "The use cases that it names."),
  ]

  static let ofQuotes = [
    RowField(name: "line", kind: .number, summary: "The line it begins in."),
    RowField(name: "text", kind: .text, summary: "Its words."),
    RowField(name: "grade", kind: .grade, summary: "Its grade; opinion where none is written."),
    RowField(name: "hand", kind: .text, summary: "By which way it came."),
    RowField(name: "speaker", kind: .text, summary: "Who said it."),
    RowField(name: "use-case", kind: .reference, summary: "The use cases it speaks for."),
    RowField(name: "against", kind: .reference, summary: "The use cases it speaks against."),
    RowField(name: "weight", kind: .number, summary: "What it weighs on the as-of date; nothing where it does not count."),
    RowField(name: "prompted", kind: .flag, summary: "Whether a faulty question took its weight: yes or no."),
    RowField(name: "block", kind: .text, summary: "Its block id."),
  ]
}
