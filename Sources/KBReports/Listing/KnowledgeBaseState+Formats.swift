package import KBModel

extension KnowledgeBaseState {
  /// The state as text for one screen.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split(name, "evidence to \(asOf), today \(today)")
    page.paragraph(records.isEmpty ? "no records yet" : records.map { counted($0.count, $0.type) }.joined(separator: " · "))
    page.blank()
    for (verdict, useCases) in verdicts {
      let label = "\(useCases.count) \(verdict.rawValue)"
      // Painted after it is laid out, since colours take no columns.
      let lines = listed(useCases.map(TerminalText.safe), atMost: 4).wrapped(to: page.width - Self.indent)
      page.line(page.paint.verdict(verdict, "  " + label.padded(to: Self.indent - 2)) + (lines.first ?? ""))
      for line in lines.dropFirst() { page.line(String(repeating: " ", count: Self.indent) + line) }
    }
    page.blank()
    for (label, text) in facts { fact(label, text, on: &page) }
    page.blank()
    page.line("  " + page.paint.strong("Next: ") + TerminalText.safe(next.command))
    page.paragraph(next.reason, indent: 8)
    return page.text
  }

  private static let indent = 24

  private func fact(_ label: String, _ text: String, on page: inout TextPage) {
    for (i, line) in TerminalText.safe(text).wrapped(to: page.width - Self.indent).enumerated() {
      page.line((i == 0 ? page.paint.faint("  " + label.padded(to: Self.indent - 2)) : String(repeating: " ", count: Self.indent)) + line)
    }
  }

  private var facts: [(String, String)] {
    var facts: [(String, String)] = []
    let findings = errors == 0 && warnings == 0 ? "none" : [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    facts.append(("findings", findings))
    if !planned.isEmpty { facts.append(("talks planned", rows(planned) { $0.date.map { "on \($0)" } })) }
    if !raw.isEmpty { facts.append(("notes still raw", rows(raw) { _ in nil })) }
    if !unanswered.isEmpty {
      facts.append(
        ("waiting for an answer", rows(unanswered) { $0.days.map { -$0 > Self.answerPatience ? "overdue, \(counted(-$0, "day"))" : counted(-$0, "day") } }))
    }
    if !consents.isEmpty { facts.append(("consents that end", rows(consents) { consent in consent.date.map { "\(consent.days ?? 0 < 0 ? "ended" : "ends") \($0)" } })) }
    return facts
  }

  /// Records by id, each with a remark where there is one.
  private func rows(_ waiting: [Waiting], _ remark: (Waiting) -> String?) -> String {
    listed(waiting.map { record in record.id + (remark(record).map { " (\($0))" } ?? "") }, atMost: 4)
  }

  /// `kb.state/1`.
  package func json() -> String {
    JSON.document(
      JSONValue.object([
        "schema": "kb.state/1", "name": .text(name), "today": .text(today.description), "asOf": .text(asOf.description),
        "revision": revision.map { .text($0) } ?? .null,
        "records": .object(Dictionary(records.map { ($0.type, JSONValue.number(Double($0.count))) }, uniquingKeysWith: { first, _ in first })),
        "verdicts": .object(
          Dictionary(verdicts.map { ($0.verdict.rawValue, JSONValue.list($0.useCases.map { .text($0) })) }, uniquingKeysWith: { first, _ in first })),
        "errors": .number(Double(errors)), "warnings": .number(Double(warnings)), "planned": .list(planned.map(\.json)),
        "raw": .list(raw.map(\.json)), "unanswered": .list(unanswered.map(\.json)), "consents": .list(consents.map(\.json)),
        "next": ["command": .text(next.command), "reason": .text(next.reason)],
      ]))
  }
}

extension KnowledgeBaseState.Waiting {
  var json: JSONValue {
    .object([
      "id": .text(id), "customer": customer.map { .text($0) } ?? .null, "date": date.map { .text($0.description) } ?? .null,
      "days": days.map { .number(Double($0)) } ?? .null,
    ])
  }
}
