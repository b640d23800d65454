// Types and fields of a knowledge base's own.
extension ConfigurationReader {
  mutating func readTypes(_ types: Int) {
    guard isMapping(types) else { return }
    let builtIn = configuration.schema
    // A field may name a type that is declared below it.
    let names = builtIn.types.map(\.name) + frontMatter.children(of: types).map { frontMatter.key(of: $0) }
    for node in frontMatter.children(of: types) {
      let name = frontMatter.key(of: node)
      if !RecordID.isValid(name) {
        reportKey(node, "'\(name)' is no name for a type", help: "Use lower-case letters, digits and single hyphens.")
        continue
      }
      guard isMapping(node) else {
        if frontMatter.isNull(node), builtIn[name] == nil { reportFolder(node, name) }
        continue
      }
      checkKeys(of: node, known: Configuration.type)
      var type = RecordType(name: name, folder: "", summary: builtIn[name]?.summary ?? "A \(name).", fields: [])
      if let folder = frontMatter.child(of: node, key: "folder"), let path = self.folder(folder, of: name) {
        type.folder = path
      } else if builtIn[name] == nil {
        if frontMatter.child(of: node, key: "folder") == nil { reportFolder(node, name) }
        continue
      }
      if let fields = frontMatter.child(of: node, key: "fields"), isMapping(fields) {
        for field in frontMatter.children(of: fields) {
          if let read = self.field(field, of: builtIn[name], types: names) { type.fields.append(read) }
        }
      }
      configuration.schema.extend(with: type)
    }
  }

  private mutating func reportFolder(_ node: Int, _ name: String) {
    reportKey(node, "the type '\(name)' has no folder, so that it is not known", help: "Add 'folder: \(name)s', or where its records live.")
  }

  /// A folder of the knowledge base, without a slash at the end.
  private mutating func folder(_ node: Int, of type: String) -> String? {
    guard var path = text(node) else { return nil }
    while path.last == "/" { path.removeLast() }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.contains("\\"), parts.allSatisfy({ !$0.isEmpty && $0.first != "." }), parts[0] != "templates" else {
      report(
        node, shown(node, "is no folder for records"),
        help: "Write a path within the knowledge base, such as '\(type)s'; not 'templates', and no part that begins with a dot.")
      return nil
    }
    if let other = configuration.schema.types.first(where: { $0.folder == path && $0.name != type }) {
      report(node, shown(node, "is the folder of '\(other.name)' already"), help: "Give each type a folder of its own.")
      return nil
    }
    return path
  }

  private mutating func field(_ node: Int, of builtIn: RecordType?, types: [String]) -> Field? {
    let name = frontMatter.key(of: node)
    if RecordType.common.contains(where: { $0.name == name }) {
      reportKey(node, "'\(name)' is a field of every record and cannot be declared", help: "Take another name.")
      return nil
    }
    guard frontMatter.isNull(node) || isMapping(node) else { return nil }
    checkKeys(of: node, known: Configuration.field)
    let isRequired = frontMatter.child(of: node, key: "required").flatMap { flag($0) } ?? false

    let values = child(node, "values")
    let vocabulary = values.flatMap { texts($0) }
    if let values, vocabulary?.isEmpty == true { report(values, shown(values, "lists no word"), help: "List the words that the field may hold.") }
    if let declared = builtIn?.field(name) { return extended(declared, node, isRequired: isRequired, values: vocabulary) }

    let targets = child(node, "to").map { self.targets($0, types: types) }
    guard let kind = kind(node, values: vocabulary, targets: targets) else { return nil }
    return Field(name, kind, required: isRequired, "A field of this knowledge base.")
  }

  /// A built-in field stays what it is, for reports build on it: it can become required, and text can get a vocabulary.
  private mutating func extended(_ field: Field, _ node: Int, isRequired: Bool, values: [String]?) -> Field? {
    var field = field
    field.isRequired = field.isRequired || isRequired
    let changesKind = child(node, "kind") != nil || child(node, "to") != nil
    if changesKind || (values != nil && field.kind != .text) {
      reportKey(
        node, "'\(field.name)' is built in, and reports build on what it holds",
        help: "Set only 'required: true' here and, where it holds text, 'values'; segments, channels and stages have keys of their own.")
      return nil
    }
    if let values, !values.isEmpty { field.kind = .choice(values) }
    return field
  }

  private mutating func kind(_ node: Int, values: [String]?, targets: [String]?) -> FieldKind? {
    let implied: FieldDeclaration.Kind = targets != nil ? .reference : values != nil ? .choice : .text
    var declared = implied
    if let child = child(node, "kind") {
      let words = FieldDeclaration.Kind.allCases.map(\.rawValue)
      guard let word = text(child) else { return nil }
      guard let kind = FieldDeclaration.Kind(rawValue: word) else {
        report(
          child, "there is no kind of field '\(word)'\(NearestWord.question(for: word, among: words))",
          help: "Write one of: \(words.joined(separator: ", ")).")
        return nil
      }
      declared = kind
    }
    switch (declared, values, targets) {
    case (.text, nil, nil): return .text
    case (.number, nil, nil): return .number
    case (.date, nil, nil): return .date
    case (.mapping, nil, nil): return .dictionary(nil)
    case (.reference, nil, _): return .reference(to: targets ?? [])
    case (.choice, .some(let words), nil), (.text, .some(let words), nil): return words.isEmpty ? nil : .choice(words)
    case (.list, nil, nil): return .list(.text)
    case (.list, .some(let words), nil): return words.isEmpty ? nil : .list(.choice(words))
    case (.list, nil, .some(let types)): return .list(.reference(to: types))
    case (.choice, nil, _):
      reportKey(node, "'\(frontMatter.path(of: node))' is a choice of nothing", help: "Add 'values: [a, b]'.")
    case (_, .some, .some):
      reportKey(node, "'\(frontMatter.path(of: node))' has both 'values' and 'to'", help: "Keep 'values' for words, or 'to' for references.")
    case (let kind, .some, nil):
      reportKey(node, "a \(kind.rawValue) takes no 'values'", help: "Remove 'values', or write 'kind: choice'.")
    case (let kind, nil, .some):
      reportKey(node, "a \(kind.rawValue) takes no 'to'", help: "Remove 'to', or write 'kind: reference'.")
    }
    return nil
  }

  /// The types that a reference may name, as far as they exist.
  private mutating func targets(_ node: Int, types: [String]) -> [String] {
    let isList = frontMatter.nodes[node].kind == .sequence
    var known: [String] = []
    for element in isList ? Array(frontMatter.children(of: node)) : [node] {
      guard let name = text(element) else { continue }
      if types.contains(name) {
        known.append(name)
      } else {
        report(
          element, "there is no type '\(name)'\(NearestWord.question(for: name, among: types))",
          help: "Write one of: \(types.joined(separator: ", ")).")
      }
    }
    return known
  }

  private mutating func flag(_ node: Int) -> Bool? {
    switch frontMatter.nodes[node].kind == .scalar ? frontMatter.text(of: node).lowercased() : "-" {
    case "true", "yes": return true
    case "false", "no", "": return false
    default:
      report(node, shown(node, "is neither true nor false"), help: "Write true or false.")
      return nil
    }
  }

  /// The value of that key; `nil` where it is absent or null.
  private func child(_ node: Int, _ key: String) -> Int? {
    guard let child = frontMatter.child(of: node, key: key), !frontMatter.isNull(child) else { return nil }
    return child
  }
}
