package import KBModel

extension RecordView {
  /// `kb.record/1`.
  package func json() -> String {
    var object: [String: JSONValue] = [
      "schema": "kb.record/1", "id": .text(id), "type": .text(type), "path": .text(path), "title": title.map { .text($0) } ?? .null,
      "asOf": .text(asOf.description), "fields": FieldValueView.mapping(fields).json, "body": .list(body.map(\.json)),
      "backlinks": .list(backlinks.map { $0.json }),
    ]
    if let standing {
      object["standing"] = .object([
        "verdict": .text(standing.verdict.rawValue), "reason": .text(standing.reason.rawValue), "asked": .number(Double(standing.asked)),
        "supporters": .number(Double(standing.supporters)), "grounded": .number(Double(standing.grounded)),
      ])
    }
    if type == "customer" {
      object["talks"] = .list(
        talks.map { talk in
          [
            "id": .text(talk.id), "type": .text(talk.type), "date": talk.date.map { .text($0.description) } ?? .null,
            "status": .text(talk.status.rawValue), "quotes": .number(Double(talk.quotes)), "useCases": .list(talk.useCases.map { .text($0) }),
          ]
        })
      object["supports"] = .list(
        supports.map { support in
          [
            "useCase": .text(support.useCase), "verdict": .text(support.verdict.rawValue), "items": .number(Double(support.items)),
            "weight": .number(support.weight), "grounded": .bool(support.isGrounded),
          ]
        })
    }
    return JSON.document(JSONValue.object(object))
  }

  /// The record as Markdown for a comment or a wiki page. Words of people show as they are and format nothing.
  package func markdown() -> String {
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    var lines = ["# \(escaped(title ?? id))", "", "\(MarkdownText.code(id)) · \(escaped(type)) · \(MarkdownText.code(path))", ""]
    lines.append(MarkdownText.table(["field", "value"], fields.map { [escaped($0.name), escaped($0.value.line)] }))
    if let standing { lines += ["**\(standing.verdict.rawValue)**: \(escaped(standing.words)), evidence to \(asOf)", ""] }
    if !supports.isEmpty {
      lines += ["## Supports", ""]
      lines.append(
        MarkdownText.table(
          ["use case", "verdict", "quotes", "weight", "story"],
          supports.map { [escaped($0.useCase), $0.verdict.rawValue, "\($0.items)", fixed($0.weight, decimals: 2), $0.isGrounded ? "yes" : "no"] }))
    }
    if !talks.isEmpty {
      lines += ["## Talks and notes", ""]
      lines.append(
        MarkdownText.table(
          ["id", "kind", "status", "quotes", "use cases"],
          talks.map { [escaped($0.id), $0.type, $0.status.rawValue, "\($0.quotes)", escaped($0.useCases.joined(separator: ", "))] }))
    }
    if !body.isEmpty { lines += ["## Text", ""] }
    for item in body {
      switch item {
      case .heading(let words, _, _): lines += ["### \(escaped(words))", ""]
      case .prose(let text, _): lines += [escaped(text), ""]
      case .question(let question):
        let faults = question.faults.isEmpty ? "" : " (\(question.faults.map(\.rawValue).joined(separator: ", ")))"
        lines += ["**Q:** \(escaped(question.words))\(faults)", ""]
      case .quote(let quote): lines += ["> \(escaped(quote.words))", ">", "> — \(escaped(quote.attribution))", ""]
      }
    }
    if !backlinks.isEmpty {
      lines += ["## Named in", ""]
      lines += namedIn.map { "- \(escaped($0.id)) (\(escaped($0.type))): \(escaped($0.places))" }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RecordView.FieldValueView {
  var json: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .number(let number, _): .number(number)
    case .list(let values): .list(values.map(\.json))
    case .mapping(let fields): .object(Dictionary(fields.map { ($0.name, $0.value.json) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension RecordView.BodyItem {
  var json: JSONValue {
    switch self {
    case .heading(let words, let level, let line): ["kind": "heading", "text": .text(words), "level": .number(Double(level)), "line": .number(Double(line))]
    case .prose(let text, let line): ["kind": "prose", "text": .text(text), "line": .number(Double(line))]
    case .question(let question):
      [
        "kind": "question", "text": .text(question.words), "line": .number(Double(question.line)),
        "faults": .list(question.faults.map { .text($0.rawValue) }),
      ]
    case .quote(let quote):
      [
        "kind": "quote", "text": .text(quote.words), "line": .number(Double(quote.line)), "speaker": quote.speaker.map { .text($0) } ?? .null,
        "grade": .text(quote.grade.rawValue), "graded": .bool(quote.isGraded), "hand": .text(quote.hand.rawValue),
        "useCases": .list(quote.useCases.map { .text($0) }), "against": .list(quote.against.map { .text($0) }),
        "blockID": quote.blockID.map { .text($0) } ?? .null, "weight": quote.weight.map { .number($0) } ?? .null,
        "promptedBy": quote.promptedBy.map { .text($0.rawValue) } ?? .null,
      ]
    }
  }
}
