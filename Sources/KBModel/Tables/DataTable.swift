/// A table as spreadsheets and databases know it: named columns of one kind each, and rows in a fixed order.
package struct DataTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package enum Kind: String, Sendable, Hashable { case text, integer, number, boolean }

    /// Lower-case words joined by underscores, so that it needs no quotes in SQL.
    package var name: String
    package var kind: Kind
    /// One sentence for documentation.
    package var summary: String

    package init(_ name: String, _ kind: Kind, _ summary: String) {
      self.name = name
      self.kind = kind
      self.summary = summary
    }
  }

  package enum Value: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
  }

  package var name: String
  /// What one row is, in one sentence.
  package var summary: String
  package var columns: [Column]
  /// The names of the columns that tell one row from another.
  package var key: [String]
  /// Each with a value for every column.
  package var rows: [[Value]]

  package init(name: String, summary: String, key: [String], columns: [Column], rows: [[Value]] = []) {
    self.name = name
    self.summary = summary
    self.key = key
    self.columns = columns
    self.rows = rows
  }
}

extension DataTable.Value {
  /// A text, or nothing.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  package init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
  package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }
}
