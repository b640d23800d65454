/// A table of what a query found, ready to be rendered.
package struct Listing: Sendable, Equatable {
  /// One value of a cell.
  package enum Value: Sendable, Hashable {
    case text(String)
    /// A number with the text that wrote it.
    case number(Double, written: String)

    /// As it is shown.
    package var text: String {
      switch self {
      case .text(let text): text
      case .number(_, let written): written
      }
    }
  }

  package struct Column: Sendable, Hashable {
    /// As it is asked for: `consent.basis`.
    package var name: String
    /// Whether a cell may have several values; JSON then always has an array.
    package var isList: Bool
    package var isNumeric: Bool

    package init(_ name: String, isList: Bool = false, isNumeric: Bool = false) {
      self.name = name
      self.isList = isList
      self.isNumeric = isNumeric
    }
  }

  /// What a row is: `customer`, `quotes`.
  package var subject: String
  package var asOf: CalendarDate
  /// The commit that was read, in hexadecimal; `nil` for the work tree and the index.
  package var revision: String?
  package var columns: [Column]
  /// A cell for every column; a cell without a value is empty.
  package var rows: [[[Value]]]
  /// How many rows were found, those included that a limit left out.
  package var found: Int
  /// Whether rows are groups of what was found.
  package var isGrouped: Bool

  package init(
    subject: String, asOf: CalendarDate, revision: String? = nil, columns: [Column], rows: [[[Value]]], found: Int, isGrouped: Bool = false
  ) {
    self.subject = subject
    self.asOf = asOf
    self.revision = revision
    self.columns = columns
    self.rows = rows
    self.found = found
    self.isGrouped = isGrouped
  }
}
