// What records are filled in with: defaults of `kb new`, and presets of `consent:`.
extension ConfigurationReader {
  /// Names only: what is filled in is checked in the record that it ends up in.
  mutating func readDefaults(_ defaults: Int) {
    guard isMapping(defaults) else { return }
    let names = configuration.schema.types.map(\.name)
    for node in frontMatter.children(of: defaults) {
      let name = frontMatter.key(of: node)
      guard let type = configuration.schema[name] else {
        reportKey(
          node, "there is no type '\(name)'\(NearestWord.question(for: name, among: names))",
          help: "Write one of: \(names.joined(separator: ", ")).")
        continue
      }
      if isMapping(node) { checkKeys(of: node, known: type.fields + RecordType.common) }
    }
  }

  mutating func readConsents(_ consents: Int) {
    guard isMapping(consents) else { return }
    for node in frontMatter.children(of: consents) {
      let name = frontMatter.key(of: node)
      if frontMatter.isNull(node) {
        reportKey(node, "the consent preset '\(name)' is empty", help: "Add 'basis' and 'scope' below it.")
        continue
      }
      guard isMapping(node) else { continue }
      configuration.consents.append((name, node))
      checkKeys(of: node, known: Schema.consent)
      for key in ["basis", "scope"] where frontMatter.child(of: node, key: key).map(frontMatter.isNull) ?? true {
        reportKey(
          node, "the consent preset '\(name)' has no '\(key)', so that no talk can rely on it", help: "Add '\(key)' below it.")
      }
      for field in Schema.consent {
        if let value = frontMatter.child(of: node, key: field.name), !frontMatter.isNull(value) { check(value, field.kind) }
      }
    }
  }

  /// The kinds that a consent is made of.
  private mutating func check(_ node: Int, _ kind: FieldKind) {
    switch kind {
    case .date:
      if frontMatter.date(node) == nil { report(node, shown(node, "is no date"), help: "Write a day that exists, as YYYY-MM-DD.") }
    case .choice(let words):
      guard let word = text(node), !words.contains(word) else { return }
      report(
        node, "'\(word)' is no value of '\(frontMatter.path(of: node))'\(NearestWord.question(for: word, among: words))",
        help: "Write one of: \(words.joined(separator: ", ")).")
    case .list(let element, _):
      if frontMatter.nodes[node].kind == .sequence {
        for child in frontMatter.children(of: node) { check(child, element) }
      } else {
        check(node, element)
      }
    default: _ = text(node)
    }
  }
}
