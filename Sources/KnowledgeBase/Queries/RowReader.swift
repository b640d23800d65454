import KBEvidence
package import KBModel

/// Reads the fields of rows: dotted paths through mappings, lists and references; dated values on the as-of date.
struct RowReader: Sendable {
  let configuration: Configuration
  let graph: RecordGraph
  let asOf: CalendarDate

  init(_ snapshot: Snapshot) {
    configuration = snapshot.configuration
    graph = snapshot.graph
    asOf = snapshot.asOf
  }

  /// The rows of a kind, in the order of paths and lines.
  func rows(of kind: RowKind) -> [Row] {
    var rows: [Row] = []
    for (i, file) in graph.files.enumerated() where kind.holds(file) {
      switch kind {
      case .records, .allRecords: rows.append(Row(file: i, item: -1))
      case .questions: rows += file.questions.indices.map { Row(file: i, item: $0) }
      case .quotes: rows += file.quotes.indices.map { Row(file: i, item: $0) }
      }
    }
    return rows
  }

  // MARK: Values

  /// The values of a path in a row. The words of questions and quotes are not here: they take the file's bytes.
  func values(_ steps: [String], of row: Row, in kind: RowKind) -> [RowValue] {
    let file = graph.files[row.file]
    if row.item >= 0, steps.count == 1, kind.ownFields.contains(where: { $0.name == steps[0] }) {
      return kind == .quotes ? values(steps[0], of: file.quotes[row.item], in: file) : values(steps[0], of: file.questions[row.item])
    }
    // Through a reference of a row on to the record it names: `use-case.status`.
    if row.item >= 0, steps.count > 1, kind.ownFields.contains(where: { $0.name == steps[0] && $0.kind == .reference }) {
      return values([steps[0]], of: row, in: kind).flatMap { value in
        graph.record(value.text).map { values(steps[1...], of: $0) } ?? []
      }
    }
    return values(steps[...], of: file)
  }

  private func values(_ name: String, of question: QuestionFact) -> [RowValue] {
    switch name {
    case "line": [number(Double(question.span.start.line))]
    case "faults": question.faults.map { RowValue($0.rawValue) }
    case "open": [RowValue(question.isOpen ? "yes" : "no")]
    case "names": question.covers.map { RowValue(resolved($0.text)) }
    default: []
    }
  }

  private func values(_ name: String, of quote: QuoteFact, in file: FileFacts) -> [RowValue] {
    switch name {
    case "line": [number(Double(quote.line))]
    case "grade": [RowValue(quote.effectiveGrade.rawValue)]
    case "hand": [RowValue(quote.hand.rawValue)]
    case "speaker": quote.speaker.map { [RowValue($0)] } ?? []
    case "use-case": quote.mentions.filter { !$0.isAgainst }.map { RowValue(resolved($0.target)) }
    case "against": quote.mentions.filter(\.isAgainst).map { RowValue(resolved($0.target)) }
    case "weight": file.weight(of: quote, on: asOf, window: configuration.windowDays).map { [RowValue(Self.shown($0), number: $0)] } ?? []
    case "prompted": [RowValue(file.isPrompted(quote) && EvidenceItem.losesWeight(quote.effectiveGrade) ? "yes" : "no")]
    case "block": quote.blockID.map { [RowValue($0)] } ?? []
    default: []
    }
  }

  private func values(_ steps: ArraySlice<String>, of file: FileFacts) -> [RowValue] {
    guard let name = steps.first else { return [] }
    if steps.count == 1 {
      switch name {
      case "id": return [RowValue(file.id)]
      case "path": return [RowValue(file.path)]
      case "type": return [RowValue(file.type)]
      // A talk that says nothing of its state is done.
      case "status" where file.type == "session": return [RowValue(file.status.rawValue)]
      default: break
      }
    }
    let rest = steps.dropFirst()
    guard let frontMatter = file.frontMatter, let node = frontMatter[name] else { return [] }
    let kind = configuration.schema[file.type]?.field(name)?.kind
    switch kind {
    case .reference, .list(.reference, _):
      let targets = file.targets(name)
      if rest.isEmpty { return targets.map { RowValue(resolved($0)) } }
      return targets.flatMap { target in graph.record(target).map { values(rest, of: $0) } ?? [] }
    case .dated:
      guard rest.isEmpty, let text = file.text(name, on: asOf) else { return [] }
      return [RowValue(text, number: file.number(name, on: asOf))]
    default:
      if name == "consent", !rest.isEmpty, frontMatter.nodes[node].kind == .scalar {
        return preset(frontMatter.text(of: node)).map { Self.values(rest, under: $0.node, in: $0.source) } ?? []
      }
      if rest.isEmpty, frontMatter.nodes[node].kind == .mapping, case .either(_, orMapping: .dictionary) = kind {
        return frontMatter.children(of: node).map { RowValue(frontMatter.key(of: $0)) }
      }
      return Self.values(rest, under: node, in: frontMatter)
    }
  }

  private func preset(_ name: String) -> (node: Int, source: FrontMatter)? {
    guard let source = configuration.source, let preset = configuration.consents.first(where: { $0.name == name }) else { return nil }
    return (preset.node, source)
  }

  private static func values(_ steps: ArraySlice<String>, under node: Int, in frontMatter: FrontMatter) -> [RowValue] {
    switch frontMatter.nodes[node].kind {
    case .scalar:
      guard steps.isEmpty, !frontMatter.isNull(node) else { return [] }
      return [RowValue(frontMatter.text(of: node), number: frontMatter.number(node))]
    case .sequence: return frontMatter.children(of: node).flatMap { values(steps, under: $0, in: frontMatter) }
    case .mapping:
      guard let name = steps.first else {
        let parts = frontMatter.children(of: node).map { child in
          "\(frontMatter.key(of: child)): \(values([], under: child, in: frontMatter).map(\.text).joined(separator: " "))"
        }
        return parts.isEmpty ? [] : [RowValue(parts.joined(separator: ", "))]
      }
      return frontMatter.child(of: node, key: name).map { values(steps.dropFirst(), under: $0, in: frontMatter) } ?? []
    }
  }

  /// The id of the record that an id or alias names; the text itself where it names none.
  func resolved(_ target: String) -> String { graph.record(target)?.id ?? target }

  private func number(_ value: Double) -> RowValue { RowValue(Self.shown(value), number: value) }

  /// A number with at most three decimals and no needless ones.
  static func shown(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : rounded.description
  }
}

extension FileFacts {
  /// What a quote weighs on a day; `nil` where it does not count: a talk that is not worked up or lies outside the window.
  package func weight(of quote: QuoteFact, on day: CalendarDate, window: Int) -> Double? {
    guard status == .done, type == "session" || type == "field-note", let date = date("date") else { return nil }
    let age = day.days(since: date)
    guard (0...max(0, window)).contains(age) else { return nil }
    if EvidenceItem.losesWeight(quote.effectiveGrade), isPrompted(quote) { return 0 }
    return EvidenceWeight.weight(grade: quote.effectiveGrade, hand: quote.hand, age: age)
  }
}
