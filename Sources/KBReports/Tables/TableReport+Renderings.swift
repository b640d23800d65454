import KBModel

extension TableReport {
  /// - Parameter width: columns, at least 40.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split(title, "to \(asOf)")
    page.paragraph(subtitle)
    for table in tables where table.audience != .machines {
      page.blank()
      page.section(table.title)
      guard !table.rows.isEmpty else {
        page.paragraph(table.emptyWords)
        continue
      }
      switch table.layout {
      case .columns: table.columns(on: &page)
      case .blocks: table.blocks(on: &page)
      }
    }
    if !notes.isEmpty { page.blank() }
    for note in notes { page.paragraph(note) }
    return page.text
  }

  package func markdown() -> String {
    var text = "## \(MarkdownText.escaped(title))\n\n\(MarkdownText.escaped(subtitle)), to \(asOf)\n"
    for table in tables where table.audience != .machines {
      text += "\n### \(MarkdownText.escaped(table.title))\n\n"
      if table.rows.isEmpty { text += MarkdownText.escaped(table.emptyWords) + "\n" } else {
        text += MarkdownText.table(table.columns.map { MarkdownText.escaped($0.title) }, table.rows.map { $0.map { MarkdownText.escaped($0.words) } })
      }
    }
    if !notes.isEmpty { text += "\n" + notes.map { MarkdownText.escaped($0) }.joined(separator: " ") + "\n" }
    return text
  }

  package func json() -> String {
    var document: [String: JSONValue] = [
      "schema": .text(schema), "asOf": .text(asOf.description), "revision": revision.map { .text($0) } ?? .null, "notes": .list(notes.map { .text($0) }),
    ]
    for table in tables where table.audience != .people {
      document[table.name] = .list(
        table.rows.map { row in
          .object(Dictionary(uniqueKeysWithValues: zip(table.columns, row).map { ($0.key, $1.json) }))
        })
    }
    return JSON.document(JSONValue.object(document))
  }

  /// The names of the tables that CSV can hold, the first of which it holds unless told otherwise.
  package var tableNames: [String] { tables.filter { $0.audience != .people }.map(\.name) }

  /// One table as comma-separated values.
  package func csv(table name: String? = nil) -> String {
    var csv = CSVWriter()
    guard let table = tables.first(where: { $0.audience != .people && (name == nil || $0.name == name) }) else { return "" }
    csv.append(table.columns.map { .text($0.key) })
    for row in table.rows { csv.append(row.map(\.csv)) }
    return csv.text
  }
}

extension TableReport.Table {
  fileprivate func columns(on page: inout TextPage) {
    var text = TextTable(
      columns: columns.indices.map { column in
        .init(title: columns[column].title, leastWidth: column == 0 ? 12 : 6, isRightAligned: rows.allSatisfy { $0[column].isNumeric })
      })
    text.rows = rows.map { row in row.map { TerminalText.safe($0.words) } }
    let paint = page.paint
    for line in text.lines(width: page.width, emphasis: { row, _, cell in row == nil ? paint.strong(cell) : cell }) { page.line(line) }
  }

  /// The first two cells head a block, the others follow with their labels.
  fileprivate func blocks(on page: inout TextPage) {
    for row in rows {
      page.title(row[0].words, row.count > 1 ? row[1].words : "")
      for (column, cell) in zip(columns, row).dropFirst(2) { page.fact(Fact(column.title.lowercased(), cell.words)) }
    }
  }
}

extension TableReport.Cell {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .count(let count): .number(Double(count))
    case .share(let number), .number(let number): number.map { .number($0) } ?? .null
    case .date(let date): date.map { .text($0.description) } ?? .null
    case .list(let list): .list(list.map { .text($0) })
    }
  }

  fileprivate var csv: CSVWriter.Cell {
    switch self {
    case .text(let text): .text(text)
    case .count(let count): .integer(count)
    case .share(let number), .number(let number): .number(number)
    case .date(let date): .text(date.map { $0.description } ?? "")
    case .list(let list): .text(list.joined(separator: " "))
    }
  }
}
