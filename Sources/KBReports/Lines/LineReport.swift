package import KBModel

/// A report that is short lines under headings, each with the record it rests on: text, Markdown and JSON of the same value.
package struct LineReport: Sendable {
  package struct Line: Sendable, Equatable {
    package var label: String
    package var text: String
    /// The id of the record that says so; `nil` where the line counts many.
    package var record: String?

    package init(_ text: String, label: String = "", record: String? = nil) {
      self.text = text
      self.label = label
      self.record = record
    }
  }

  package struct Section: Sendable {
    /// The key in JSON.
    package var name: String
    package var title: String
    package var lines: [Line]
    /// What is said where there is no line.
    package var emptyWords: String

    package init(_ name: String, _ title: String, _ lines: [Line], empty: String) {
      self.name = name
      self.title = title
      self.lines = lines
      emptyWords = empty
    }
  }

  /// The name of the JSON document: `kb.brief/1`.
  package var schema: String
  package var title: String
  package var subtitle: String
  package var asOf: CalendarDate
  package var revision: String?
  package var sections: [Section]

  package init(schema: String, title: String, subtitle: String, asOf: CalendarDate, revision: String?, sections: [Section]) {
    self.schema = schema
    self.title = title
    self.subtitle = subtitle
    self.asOf = asOf
    self.revision = revision
    self.sections = sections
  }
}

extension LineReport {
  /// - Parameter width: columns, at least 40.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    let width = max(40, width)
    var page = TextPage(width: width, paint: Paint(isOn: isColored))
    page.split(title, "as of \(asOf)")
    if !subtitle.isEmpty { page.paragraph(subtitle) }
    for section in sections {
      page.blank()
      page.line(page.paint.strong(TerminalText.safe(section.title)))
      if section.lines.isEmpty { page.paragraph(section.emptyWords, indent: 2) }
      for line in section.lines { Self.write(line, on: &page) }
    }
    return page.text
  }

  /// The words at the left, the record at the right end of the last line, or on a line of its own.
  private static func write(_ line: Line, on page: inout TextPage) {
    let label = TerminalText.safe(line.label)
    let words = (label.isEmpty ? "" : label + ": ") + TerminalText.safe(line.text)
    var lines = words.wrapped(to: page.width - 4)
    let record = TerminalText.safe(line.record ?? "")
    let last = lines.popLast() ?? ""
    for (i, part) in lines.enumerated() { page.line((i == 0 ? "  " : "    ") + part) }
    let margin = lines.isEmpty ? "  " : "    "
    let gap = page.width - margin.displayWidth - last.displayWidth - record.displayWidth
    if record.isEmpty { page.line(margin + last) } else if gap >= 2 {
      page.line(margin + last + String(repeating: " ", count: gap) + page.paint.faint(record))
    } else {
      page.line(margin + last)
      page.line(String(repeating: " ", count: max(4, page.width - record.displayWidth)) + page.paint.faint(record))
    }
  }

  package func markdown() -> String {
    var text = "## \(MarkdownText.escaped(title))\n\n\(MarkdownText.escaped(subtitle)), as of \(asOf)\n"
    for section in sections {
      text += "\n### \(MarkdownText.escaped(section.title))\n\n"
      if section.lines.isEmpty { text += MarkdownText.escaped(section.emptyWords) + "\n" }
      for line in section.lines {
        let label = line.label.isEmpty ? "" : "**\(MarkdownText.escaped(line.label))**: "
        text += "- \(label)\(MarkdownText.escaped(line.text))\(line.record.map { " (\(MarkdownText.code($0)))" } ?? "")\n"
      }
    }
    return text
  }

  package func json() -> String {
    var document: [String: JSONValue] = [
      "schema": .text(schema), "title": .text(title), "asOf": .text(asOf.description), "revision": revision.map { .text($0) } ?? .null,
    ]
    for section in sections {
      document[section.name] = .list(
        section.lines.map { ["label": .text($0.label), "text": .text($0.text), "record": $0.record.map { .text($0) } ?? .null] })
    }
    return JSON.document(JSONValue.object(document))
  }
}
