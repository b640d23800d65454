package import KBModel

extension Listing {
  /// The list as a table of text.
  ///
  /// - Parameters:
  ///   - width: columns, at least 40.
  ///   - isColored: whether escape sequences may be written.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    guard !rows.isEmpty else { return "No \(nouns).\n" }
    let paint = Paint(isOn: isColored)
    var table = TextTable(
      columns: columns.enumerated().map { place, column in
        // The first column names the row: it stays whole.
        .init(title: column.name.uppercased(), leastWidth: place == 0 || column.isNumeric ? nil : 8, isRightAligned: column.isNumeric)
      })
    table.rows = rows.map { row in row.map { TerminalText.safe($0.map(\.text).joined(separator: ", ")) } }
    let lines = table.lines(width: max(40, width)) { row, column, cell in
      row == nil || column == 0 && !isGrouped ? paint.strong(cell) : cell
    }
    return lines.joined(separator: "\n") + "\n\n" + paint.faint(summary) + "\n"
  }

  private var summary: String {
    if isGrouped { return "\(Plural.count(rows.count, "group")) of \(found) \(found == 1 ? noun : nouns)" }
    let all = "\(found) \(found == 1 ? noun : nouns)"
    return rows.count < found ? "\(rows.count) of \(all)" : all
  }

  private var noun: String { subject.hasSuffix("s") ? String(subject.dropLast()) : subject }
  private var nouns: String { subject.hasSuffix("s") ? subject : subject + "s" }
}
