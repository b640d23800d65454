import KBEvidence
package import KBModel

/// A record to be written: its type, its values so far, and what is still missing.
package struct RecordDraft: Sendable {
  package let type: RecordType
  /// Values by field, as YAML that fits behind `field:`.
  package private(set) var values: [String: String] = [:]
  /// The values as text where they are one word or phrase, for titles and names.
  private(set) var texts: [String: String] = [:]
  /// The customer of a dated record, or the id of another one.
  package private(set) var argument: String?

  let snapshot: Snapshot

  /// - Parameters:
  ///   - type: the name of a type.
  ///   - argument: the customer for a session or field note, the id for other types.
  ///   - fields: name and value of each field that was given.
  ///   - author: who writes, for `interviewer` and `reported_by`.
  package init(
    type name: String, argument: String?, fields: [(name: String, value: String)], author: String?, in snapshot: Snapshot
  ) throws(KnowledgeBaseError) {
    let types = snapshot.configuration.schema.types.map(\.name)
    guard let type = snapshot.configuration.schema[name] else {
      throw .usage("there is no type '\(name)'\(NearestWord.question(for: name, among: types))", remedy: "Types: \(types.joined(separator: ", ")).")
    }
    self.type = type
    self.snapshot = snapshot
    for (field, value) in fields { try set(field, to: value) }
    if let argument { try take(argument: argument) }
    fillIn(author: author)
  }

  /// Takes the positional argument: a customer for a dated record, an id otherwise.
  package mutating func take(argument text: String) throws(KnowledgeBaseError) {
    if type.isDated {
      try set("customer", to: text)
    } else {
      guard RecordID.isValid(text) else {
        throw .usage(
          "'\(text)' is no id: ids are lower-case letters, digits and single hyphens", remedy: RecordID.suggestion(for: text).map { "Write '\($0)'." })
      }
      argument = text
    }
  }

  // MARK: Values

  /// Sets a field from text as a person types it: a list separated by commas, a date, an id, or YAML in braces.
  package mutating func set(_ name: String, to text: String) throws(KnowledgeBaseError) {
    let name = name.replacing("-", with: "_") == name ? name : (type.field(name) == nil ? name.replacing("-", with: "_") : name)
    guard let field = type.field(name), name != "type" else {
      let known = type.fields.map(\.name)
      throw .usage(
        "a \(type.name) has no field '\(name)'\(NearestWord.question(for: name, among: known))", remedy: "Fields: \(known.joined(separator: ", ")).")
    }
    values[name] = try literal(text, as: field.kind, field: name)
    texts[name] = text
  }

  private func literal(_ text: String, as kind: FieldKind, field: String) throws(KnowledgeBaseError) -> String {
    switch kind {
    case .text: return YAMLText.scalar(text)
    case .number:
      guard Double(text) != nil else { throw .usage("'\(text)' is no number, which '\(field)' needs", remedy: "Write it without separators: 12500.") }
      return text
    case .date:
      guard CalendarDate(text) != nil else { throw .usage("'\(text)' is no date, which '\(field)' needs", remedy: "Write it as YYYY-MM-DD.") }
      return text
    case .choice(let words):
      guard words.contains(text) else {
        throw .usage("'\(text)' is no value of '\(field)'\(NearestWord.question(for: text, among: words))", remedy: "Write one of: \(words.joined(separator: ", ")).")
      }
      return YAMLText.scalar(text)
    case .reference(let types): return try id(text, types: types, field: field)
    case .list(let element, _):
      if text.hasPrefix("[") { return try checkedYAML(text, field: field) }
      var items: [String] = []
      for part in text.split(separator: ",") {
        items.append(try literal(String(part).trimmed, as: element, field: field))
      }
      return "[\(items.joined(separator: ", "))]"
    case .dated(let value): return text.hasPrefix("[") ? try checkedYAML(text, field: field) : try literal(text, as: value, field: field)
    case .mapping, .dictionary: return try checkedYAML(text, field: field)
    case .either(let first, let mapping): return try literal(text, as: text.hasPrefix("{") ? mapping : first, field: field)
    }
  }

  private func id(_ text: String, types: [String], field: String) throws(KnowledgeBaseError) -> String {
    let graph = snapshot.graph
    guard case .record(let index) = graph.resolve(text), types.isEmpty || types.contains(graph.files[index].type) else {
      throw .unknownRecord(text, type: types.first, candidates: snapshot.candidates(for: text, type: types.first))
    }
    return graph.files[index].id
  }

  private func checkedYAML(_ text: String, field: String) throws(KnowledgeBaseError) -> String {
    let document = DocumentReading.yaml("\(field): \(text)\n")
    guard document.faults.isEmpty, !text.contains("\n") else {
      throw .usage("the value of '\(field)' is no YAML: \(text)", remedy: "Write a list as [a, b] and a mapping as {key: value}.")
    }
    return text
  }

  // MARK: What can be known without asking

  private mutating func fillIn(author: String?) {
    if type.field("date")?.isRequired == true { setUnlessSet("date", snapshot.today.description) }
    if type.name == "decision", let useCase = texts["use_case"], let seen = Self.seen(of: useCase, in: snapshot) { setUnlessSet("seen", seen) }
    for name in ["interviewer", "reported_by"] where type.field(name) != nil {
      if defaultValue(of: name) == nil, let author { setUnlessSet(name, YAMLText.scalar(author), text: author) }
    }
    for field in type.fields {
      if let value = defaultValue(of: field.name) { setUnlessSet(field.name, value) }
    }
    if let guide = texts["guide"].flatMap({ snapshot.graph.record($0, type: "guide") }) {
      if type.field("covers") != nil, !guide.targets("covers").isEmpty { setUnlessSet("covers", YAMLText.list(guide.targets("covers"))) }
      if type.field("persona") != nil, let persona = guide.target("persona") { setUnlessSet("persona", persona) }
    }
    for name in ["name", "title"] where type.field(name) != nil {
      if let argument { setUnlessSet(name, YAMLText.scalar(RecordID.phrase(argument)), text: RecordID.phrase(argument)) }
    }
  }

  /// What is known of a use case now, for a decision to be held against later.
  private static func seen(of name: String, in snapshot: Snapshot) -> String? {
    let market = MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
    guard let id = snapshot.graph.record(name, type: "use-case")?.id,
      let standing = MarketStandings(of: market).standings.first(where: { $0.id == id })
    else { return nil }
    let revision = snapshot.headRevision.map { "revision: \(YAMLText.scalar($0)), " } ?? ""
    return "{\(revision)verdict: \(standing.verdict.rawValue), grounded: \(standing.statistics.grounded), asked: \(standing.statistics.asked)}"
  }

  private mutating func setUnlessSet(_ name: String, _ value: String, text: String? = nil) {
    guard values[name] == nil, type.field(name) != nil, !value.isEmpty else { return }
    values[name] = value
    texts[name] = text ?? value
  }

  /// What `defaults` of `kb.yaml` says of a field.
  private func defaultValue(of field: String) -> String? {
    guard let source = snapshot.configuration.source, let defaults = source["defaults"], let ofType = source.child(of: defaults, key: type.name),
      let node = source.child(of: ofType, key: field)
    else { return nil }
    return YAMLText.flow(node, of: source)
  }

  // MARK: What is missing

  /// A value that only a person can give.
  package struct Question: Sendable {
    /// `nil` for the id.
    package var field: Field?
    package var prompt: String
    /// What can be chosen from; empty for free text.
    package var choices: [String]
  }

  /// The values without which the record would not be the record: its id or customer, references and words of a vocabulary.
  /// Free text is left blank to be filled in the file.
  package var missing: [Question] {
    var questions: [Question] = []
    if !type.isDated, argument == nil { questions.append(Question(field: nil, prompt: "id of the \(type.name)", choices: [])) }
    for field in type.fields where field.isRequired && values[field.name] == nil {
      switch field.kind {
      case .reference(let types):
        let ids = snapshot.graph.files.filter { types.contains($0.type) }.map(\.id)
        questions.append(Question(field: field, prompt: field.name, choices: ids))
      case .choice(let words) where !Self.hasOwnDefault(field.name): questions.append(Question(field: field, prompt: field.name, choices: words))
      case .dated(.choice(let words)) where !Self.hasOwnDefault(field.name): questions.append(Question(field: field, prompt: field.name, choices: words))
      default: break
      }
    }
    return questions
  }

  /// Fields for which the templates have a sensible first value.
  private static func hasOwnDefault(_ name: String) -> Bool { ["status", "stage"].contains(name) }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
