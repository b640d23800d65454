package import KBModel

extension Listing {
  /// The list as one JSON document, `kb.list/1`.
  package func json() -> String {
    JSON.document(
      JSONValue.object([
        "schema": "kb.list/1", "list": .text(subject), "asOf": .text(asOf.description), "revision": revision.map { .text($0) } ?? .null,
        "found": .number(Double(found)), "rows": .list(rows.map { .object(object($0)) }),
      ]))
  }

  /// An object a line.
  package func jsonLines() -> String { rows.map { JSON.line(JSONValue.object(object($0))) }.joined() }

  /// A column that may have several values is always an array; a missing value is null.
  private func object(_ row: [[Value]]) -> [String: JSONValue] {
    var object: [String: JSONValue] = [:]
    for (column, values) in zip(columns, row) {
      let values = values.map { value -> JSONValue in
        switch value {
        case .text(let text): .text(text)
        case .number(let number, _): .number(number)
        }
      }
      object[column.name] = column.isList ? .list(values) : values.count > 1 ? .list(values) : values.first ?? .null
    }
    return object
  }

  /// Comma-separated values; several values of a cell are parted by `; `.
  package func csv() -> String {
    var writer = CSVWriter()
    writer.append(columns.map { .text($0.name) })
    for row in rows {
      writer.append(
        row.map { values in
          if values.count == 1, case .number(let number, let written) = values[0] {
            return number == number.rounded() && abs(number) < 1e15 ? .integer(Int(number)) : Double(written) == nil ? .text(written) : .number(number)
          }
          return .text(values.map(\.text).joined(separator: "; "))
        })
    }
    return writer.text
  }

  package func markdown() -> String {
    MarkdownText.table(
      columns.map { MarkdownText.escaped($0.name) },
      rows.map { row in row.map { MarkdownText.escaped($0.map(\.text).joined(separator: ", ")) } })
  }
}
