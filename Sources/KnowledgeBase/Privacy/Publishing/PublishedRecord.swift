import KBDocuments
import KBModel
import KBPrivacy

/// One record as an audience sees it.
struct PublishedRecord {
  let file: FileFacts
  let document: Document
  let snapshot: Snapshot
  let audience: Audience
  let redaction: Redaction

  private var isTalk: Bool { file.type == "session" || file.type == "field-note" }

  /// Quotes whose words the audience may not see.
  var withheld: [QuoteBlock] {
    isTalk && !PublicationSelection.mayQuote(file, snapshot, audience) ? document.body.quotes : []
  }

  // MARK: Within the company

  /// The record as it is, without quotes that may not be shown, without notes for sales, and redacted.
  func internalText(_ count: inout Redaction.Count) -> [UInt8] {
    var edits = withheld.map { TextEdit(range: $0.range, replacement: Self.tombstone(of: $0, in: document)) }
    edits += participants(&count) + speakers(&count)
    if audience == .sales, isTalk { edits += withoutNotes }
    let text = (try? document.bytes.applying(edits)) ?? []
    return redaction.redacted(text, &count)
  }

  private static func tombstone(of quote: QuoteBlock, in document: Document) -> String {
    guard let id = quote.attribution?.blockID, !id.isEmpty else { return "> (withheld)" }
    return "> (withheld) \(document.text(id))"
  }

  /// In the front matter a role needs the quotes of its place.
  private func participants(_ count: inout Redaction.Count) -> [TextEdit] {
    guard let frontMatter = document.frontMatter, let edits = FrontMatterEdits(of: document), let list = frontMatter["participants"] else { return [] }
    func role(_ name: String) -> String? { redaction.roles[name].map { $0 == Redaction.unknownRole ? "[\($0)]" : $0 } }
    var changes: [TextEdit] = []
    switch frontMatter.nodes[list].kind {
    case .scalar: if let role = role(frontMatter.text(of: list)), let edit = edits.settingText(of: list, to: role) { changes.append(edit) }
    case .sequence:
      for child in frontMatter.children(of: list) {
        if let role = role(frontMatter.text(of: child)), let edit = edits.settingText(of: child, to: role) { changes.append(edit) }
      }
    case .mapping:
      for (i, child) in frontMatter.children(of: list).enumerated() where role(frontMatter.key(of: child)) != nil {
        // Keys must differ, and the persona stands beside them.
        if let edit = edits.renamingKey(of: child, to: "[participant \(i + 1)]") { changes.append(edit) }
      }
    }
    count.roles += changes.count
    return changes
  }

  /// In an attribution a role that is not known needs brackets.
  private func speakers(_ count: inout Redaction.Count) -> [TextEdit] {
    guard withheld.isEmpty else { return [] }
    let edits = document.body.quotes.compactMap { quote -> TextEdit? in
      guard let speaker = quote.attribution?.speaker, redaction.roles[document.text(speaker)] == Redaction.unknownRole else { return nil }
      return TextEdit(range: speaker, replacement: "[\(Redaction.unknownRole)]")
    }
    count.roles += edits.count
    return edits
  }

  /// Takes every line of the body out that is no quote and no question.
  private var withoutNotes: [TextEdit] {
    let kept = document.body.quotes.map(\.range) + document.body.questions.map(\.range)
    return document.bodyLines(outside: kept).map { index in
      let start = Int(document.lines.starts[index])
      let end = index + 1 < document.lines.starts.count ? Int(document.lines.starts[index + 1]) : document.bytes.count
      return TextEdit(range: ByteRange(start, end), replacement: "")
    }
  }

  // MARK: For anybody

  /// The record written anew from what may be seen; `nil` where nothing of it may.
  func publicText(_ names: PublicNames, _ count: inout Redaction.Count) -> String? {
    switch file.type {
    case "persona": return page(["title", "segments"], &count)
    case "use-case": return page(["title", "persona", "trigger", "goal", "workaround", "frequency", "outcome", "status", "scope"], names, &count)
    case "customer":
      let fields = [
        ("name", names[file.id]?.replacing("-", with: " ") ?? "customer"), ("segment", file.text("segment", on: snapshot.asOf) ?? ""),
        ("stage", file.text("stage", on: snapshot.asOf) ?? ""),
      ]
      return Self.frontMatter(type: "customer", fields.map { ($0.0, YAMLText.scalar(redaction.redacted($0.1, &count))) })
    case "session": return talk(names, &count)
    default: return nil
    }
  }

  private func page(_ fields: [String], _ names: PublicNames? = nil, _ count: inout Redaction.Count) -> String {
    var written: [(String, String)] = []
    for field in fields {
      let values = file.list(field)
      guard !values.isEmpty else { continue }
      var texts: [String] = []
      for value in values {
        let target = field == "persona" ? snapshot.graph.record(value)?.id ?? value : value
        texts.append(names?[target] ?? redaction.redacted(target, &count))
      }
      written.append((field, field == "segments" ? Self.list(texts) : YAMLText.scalar(texts[0])))
    }
    return Self.frontMatter(type: file.type, written)
  }

  private func page(_ fields: [String], _ count: inout Redaction.Count) -> String { page(fields, nil, &count) }

  /// Quotes with their grades and use cases. The day is given as the first of its month.
  private func talk(_ names: PublicNames, _ count: inout Redaction.Count) -> String? {
    guard let date = file.date("date"), let customer = file.target("customer").flatMap({ snapshot.graph.record($0, type: "customer")?.id }),
      let month = CalendarDate(year: date.components.year, month: date.components.month, day: 1)
    else { return nil }
    let covers = asked.compactMap { names[$0] }
    var fields = [("date", month.description), ("customer", names[customer] ?? "customer")]
    if let persona = file.target("persona").flatMap({ snapshot.graph.record($0, type: "persona")?.id }).flatMap({ names[$0] }) { fields.append(("persona", persona)) }
    fields += [
      ("interviewer", "interviewer"), ("covers", Self.list(covers)), ("consent", "{basis: consent, scope: anonymous-external-quote}"),
    ]
    var text = Self.frontMatter(type: "session", fields)
    for quote in file.quotes {
      guard let block = document.body.quotes.first(where: { $0.range == quote.range }) else { continue }
      let words = redaction.redacted(document.words(of: block), &count)
      text += "\n> \(words)\n>\n> — \(attribution(of: quote, names, &count))\n"
    }
    return text
  }

  /// The ids of the use cases that had a fair chance to come up.
  private var asked: [String] {
    let graph = snapshot.graph
    guard case .record(let place) = graph.resolve(file.id) else { return [] }
    return graph.useCasesAsked(in: file, at: place)
  }

  private func attribution(of quote: QuoteFact, _ names: PublicNames, _ count: inout Redaction.Count) -> String {
    var parts: [String] = []
    if let speaker = quote.speaker {
      if let role = redaction.roles[speaker] {
        parts.append(role == Redaction.unknownRole ? "[\(role)]" : role)
      } else if let persona = snapshot.graph.record(speaker, type: "persona").flatMap({ names[$0.id] }) {
        // Aliases are not in the copy.
        parts.append(persona)
      } else {
        let shown = redaction.redacted(speaker, &count)
        parts.append(shown == speaker ? shown : "[\(Redaction.unknownRole)]")
      }
    }
    parts.append(quote.effectiveGrade.rawValue)
    for mention in quote.mentions {
      guard let id = snapshot.graph.record(mention.target, type: "use-case").flatMap({ names[$0.id] }) else { continue }
      parts.append((mention.isAgainst ? "against " : "") + "[[\(id)]]")
    }
    return parts.joined(separator: ", ") + (quote.blockID.map { " ^\($0)" } ?? "")
  }

  private static func list(_ items: [String]) -> String { "[" + items.map { YAMLScalar.written($0, like: .plain, in: .flow) }.joined(separator: ", ") + "]" }

  private static func frontMatter(type: String, _ fields: [(String, String)]) -> String {
    "---\ntype: \(type)\n" + fields.map { "\($0.0): \($0.1)\n" }.joined() + "---\n"
  }
}
