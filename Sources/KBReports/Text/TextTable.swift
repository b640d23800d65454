/// A table in columns of text, narrowed to a width by shortening what may be shortened.
struct TextTable {
  struct Column {
    var title: String
    /// How far the column may shrink; `nil` when it must not.
    var leastWidth: Int?
    var isRightAligned = false
  }

  var columns: [Column]
  var rows: [[String]] = []
  /// Spaces between two columns; one less where the table would be too wide.
  var gap = 2

  /// The header and the rows, each at most `width` wide where the columns allow it; `emphasis` may colour a padded cell.
  func lines(width: Int, emphasis: (_ row: Int?, _ column: Int, _ cell: String) -> String = { $2 }) -> [String] {
    var widths = columns.indices.map { column in
      rows.reduce(columns[column].title.displayWidth) { max($0, $1[column].displayWidth) }
    }
    let room = width - widths.reduce(0, +)
    let gap = gap * (columns.count - 1) > room ? max(1, gap - 1) : gap
    var excess = gap * (columns.count - 1) - room
    // What stands further right matters less: it gives way first.
    for column in columns.indices.reversed() where excess > 0 {
      guard let least = columns[column].leastWidth else { continue }
      let shrinkage = min(excess, max(0, widths[column] - least))
      widths[column] -= shrinkage
      excess -= shrinkage
    }
    func line(_ cells: [String], row: Int?) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let cut = cell.truncated(to: widths[column])
        let isLast = column == cells.count - 1
        let fitted =
          columns[column].isRightAligned ? cut.leftPadded(to: widths[column]) : isLast ? cut : cut.padded(to: widths[column])
        line += emphasis(row, column, fitted)
        if !isLast { line += String(repeating: " ", count: gap) }
      }
      return line.withPlainSpaces.trimmedRight
    }
    return [line(columns.map(\.title), row: nil)] + rows.enumerated().map { line($1, row: $0) }
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedRight: String {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
