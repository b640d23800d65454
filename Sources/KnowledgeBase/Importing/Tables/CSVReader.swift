/// Reads comma-separated values row by row (RFC 4180, and what spreadsheets make of it).
///
/// A reader of our own, since a report has to name the line of every row and one damaged row must not take the others with
/// it. It walks bytes once, keeps one row at a time, and takes any of `,` `;` tab and `|` for the delimiter.
package struct CSVReader {
  package struct Row: Sendable, Equatable {
    /// The line that the row begins on, from 1.
    package var line: Int
    package var cells: [String]
    /// What is wrong with the row; its cells are what could be read.
    package var fault: String?
  }

  package let delimiter: UInt8
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// - Parameter delimiter: found out from the first line where it is `nil`.
  package init(_ bytes: [UInt8], delimiter: UInt8? = nil) {
    self.bytes = bytes
    var start = 0
    var found = delimiter
    // A spreadsheet's own way to say it: `sep=;` on a line of its own.
    if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5, bytes[5] == 0x0A || bytes[5] == 0x0D {
      found = found ?? bytes[4]
      start = bytes.dropFirst(5).firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      line = 2
    }
    self.delimiter = found ?? Self.detect(bytes, from: start)
    position = start
  }

  /// The delimiter that stands most often in the first line, outside of quotes.
  private static func detect(_ bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
  }

  /// The next row that is not blank; `nil` at the end.
  package mutating func next() -> Row? {
    while position < bytes.count {
      let row = readRow()
      if row.cells.count > 1 || row.cells.first?.isEmpty == false { return row }
    }
    return nil
  }

  private mutating func readRow() -> Row {
    var row = Row(line: line, cells: [], fault: nil)
    while true {
      row.cells.append(readCell(&row.fault))
      guard position < bytes.count else { return row }
      let byte = bytes[position]
      position += 1
      if byte == delimiter { continue }
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      line += 1
      return row
    }
  }

  /// A cell, up to the delimiter or line end behind it, which is left.
  private mutating func readCell(_ fault: inout String?) -> String {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return readQuoted(&fault) }
    let start = position
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readQuoted(_ fault: inout String?) -> String {
    let opening = line
    position += 1
    var cell: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          // What stands between the quote and the delimiter belongs to the cell too.
          while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D {
            cell.append(bytes[position])
            position += 1
          }
          return String(decoding: cell, as: UTF8.self)
        }
        position += 1
      } else if byte == 0x0A || byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A) {
        line += 1
      }
      cell.append(byte)
    }
    fault = "the quote that opens on line \(opening) is never closed"
    return String(decoding: cell, as: UTF8.self)
  }
}
