package import KBModel

/// A report that is tables with a few words around them: the same value as text, Markdown, JSON and CSV.
package struct TableReport: Sendable {
  /// The name of the JSON document: `kb.coverage/1`.
  package var schema: String
  package var title: String
  /// The knowledge base and what was counted.
  package var subtitle: String
  package var asOf: CalendarDate
  /// The revision that was read, or `nil` for the work tree.
  package var revision: String?
  package var tables: [Table]
  /// What a reader must know to read the figures, a sentence each.
  package var notes: [String]

  package init(
    schema: String, title: String, subtitle: String, asOf: CalendarDate, revision: String?, tables: [Table], notes: [String]
  ) {
    self.schema = schema
    self.title = title
    self.subtitle = subtitle
    self.asOf = asOf
    self.revision = revision
    self.tables = tables
    self.notes = notes
  }

  package struct Table: Sendable {
    /// Who gets to see it: a matrix is for people, the same cells in rows for machines.
    package enum Audience: Sendable { case everybody, people, machines }

    /// How a person sees it in text: in columns, or row by row where the cells are sentences.
    package enum Layout: Sendable { case columns, blocks }

    /// The key in JSON.
    package var name: String
    package var title: String
    package var audience: Audience
    package var layout: Layout
    package var columns: [Column]
    package var rows: [[Cell]]
    /// What is said instead of a table without rows.
    package var emptyWords: String

    package init(
      name: String, title: String, audience: Audience = .everybody, layout: Layout = .columns, columns: [Column], rows: [[Cell]],
      emptyWords: String
    ) {
      self.name = name
      self.title = title
      self.audience = audience
      self.layout = layout
      self.columns = columns
      self.rows = rows
      self.emptyWords = emptyWords
    }
  }

  package struct Column: Sendable {
    /// The key in JSON and the header in CSV.
    package var key: String
    package var title: String

    package init(_ key: String, _ title: String) {
      self.key = key
      self.title = title
    }
  }

  package enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    /// From 0 to 1, or undefined.
    case share(Double?)
    /// A figure with one decimal for people, or undefined.
    case number(Double?)
    case date(CalendarDate?)
    case list([String])

    /// As a person reads it; "–" for what is undefined.
    var words: String {
      switch self {
      case .text(let text): text
      case .count(let count): String(count)
      case .share(let share): share.map(percent) ?? "–"
      case .number(let number): number.map { fixed($0, decimals: 1) } ?? "–"
      case .date(let date): date.map { $0.description } ?? "–"
      case .list(let list): list.isEmpty ? "–" : list.joined(separator: ", ")
      }
    }

    var isNumeric: Bool {
      switch self {
      case .count, .share, .number: true
      case .text, .date, .list: false
      }
    }
  }
}
