package import KBModel

extension RecordLinks {
  /// What points where as text: where the record is named first, then what it names.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split(id, "\(type) · \(path)")
    page.blank()
    page.line(page.paint.strong(incoming.isEmpty ? "Nobody names it." : "Named in"))
    table(incoming.map { [place(of: $0), $0.field ?? "text", $0.fromType] }, on: &page)
    page.blank()
    page.line(page.paint.strong(outgoing.isEmpty ? "It names nobody." : "Names"))
    table(outgoing.map { [target(of: $0), $0.field ?? "text", "line \($0.line)"] }, on: &page)
    return page.text
  }

  private func table(_ rows: [[String]], on page: inout TextPage) {
    guard !rows.isEmpty else { return }
    var table = TextTable(columns: [.init(title: "", leastWidth: 24), .init(title: "", leastWidth: 8), .init(title: "")])
    table.rows = rows.map { $0.map(TerminalText.safe) }
    for line in table.lines(width: page.width - 2).dropFirst() { page.line("  " + line) }
  }

  private func place(of link: RecordLink) -> String { "\(link.path):\(link.line)" }

  private func target(of link: RecordLink) -> String {
    link.to + (link.anchor.map { "#" + $0 } ?? "") + (link.toType == nil ? " (no such record)" : "")
  }

  /// `kb.links/1`.
  package func json() -> String {
    JSON.document(
      JSONValue.object([
        "schema": "kb.links/1", "id": .text(id), "type": .text(type), "path": .text(path), "incoming": .list(incoming.map { $0.json }),
        "outgoing": .list(outgoing.map { $0.json }),
      ]))
  }

  /// An object a line, with `direction` `in` or `out`.
  package func jsonLines() -> String {
    let lines = incoming.map { ("in", $0) } + outgoing.map { ("out", $0) }
    return lines.map { direction, link in
      var object = link.object
      object["direction"] = .text(direction)
      return JSON.line(JSONValue.object(object))
    }.joined()
  }

  package func csv() -> String {
    var writer = CSVWriter()
    writer.append(["direction", "from", "fromType", "path", "line", "column", "field", "to", "toType", "anchor"].map { .text($0) })
    for (direction, link) in incoming.map({ ("in", $0) }) + outgoing.map({ ("out", $0) }) {
      writer.append([
        .text(direction), .text(link.from), .text(link.fromType), .text(link.path), .integer(link.line), .integer(link.column),
        .text(link.field ?? ""), .text(link.to), .text(link.toType ?? ""), .text(link.anchor ?? ""),
      ])
    }
    return writer.text
  }
}

extension RecordLink {
  var object: [String: JSONValue] {
    [
      "from": .text(from), "fromType": .text(fromType), "path": .text(path), "line": .number(Double(line)), "column": .number(Double(column)),
      "field": field.map { .text($0) } ?? .null, "to": .text(to), "toType": toType.map { .text($0) } ?? .null,
      "anchor": anchor.map { .text($0) } ?? .null,
    ]
  }

  var json: JSONValue { .object(object) }
}
