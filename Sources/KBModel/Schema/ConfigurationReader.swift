/// Reads `kb.yaml`.
///
/// What cannot be read or makes no sense becomes a fault at its place, the default stays in force for it, and everything
/// else is still read.
package struct ConfigurationReader {
  let document: Document
  let frontMatter: FrontMatter
  let knownRules: () -> [String]
  var configuration = Configuration()

  /// The configuration that `kb.yaml` sets.
  ///
  /// - Parameters:
  ///   - document: `kb.yaml`, read as YAML: all of it is front matter.
  ///   - knownRules: what may stand under `rules`: names, codes and families; asked for only where something stands there.
  package static func read(_ document: Document, knownRules: @autoclosure @escaping () -> [String]) -> Configuration {
    guard let frontMatter = document.frontMatter, !frontMatter.nodes.isEmpty else {
      var configuration = Configuration()
      configuration.faults = faults(of: document)
      return configuration
    }
    var reader = ConfigurationReader(document: document, frontMatter: frontMatter, knownRules: knownRules)
    reader.configuration.source = frontMatter
    reader.configuration.faults = faults(of: document)
    reader.readKeys()
    reader.configuration.faults.sort { ($0.span, $0.message) < ($1.span, $1.message) }
    return reader.configuration
  }

  private init(document: Document, frontMatter: FrontMatter, knownRules: @escaping () -> [String]) {
    self.document = document
    self.frontMatter = frontMatter
    self.knownRules = knownRules
  }

  private mutating func readKeys() {
    checkKeys(of: 0, known: Configuration.fields)
    if let node = value("name"), let name = text(node) { configuration.name = name }
    if let node = value("language"), let language = text(node) { configuration.language = language.lowercased() }
    if let node = value("product"), let product = texts(node) { configuration.product = product }
    if let node = value("exclude"), let exclude = texts(node) { configuration.exclude = exclude }
    if let node = value("segments"), let words = vocabulary(node) { configuration.segments = words }
    if let node = value("channels"), let words = vocabulary(node) { configuration.channels = words }
    if let node = value("stages"), let words = vocabulary(node) { configuration.stages = words }
    if let node = value("market") { readMarket(node) }
    if let node = value("limits") { readLimits(node) }
    if let node = value("rules") { readLevels(node) }
    // Everything below speaks of types.
    configuration.schema = .builtIn(
      segments: configuration.segments, channels: configuration.channels, stages: configuration.stages)
    if let node = value("types") { readTypes(node) }
    if let node = value("defaults") { readDefaults(node) }
    if let node = value("consents") { readConsents(node) }
    if let node = value("queries") { readQueries(node) }
  }

  // MARK: - Parts

  private mutating func readMarket(_ market: Int) {
    guard isMapping(market) else { return }
    checkKeys(of: market, known: Configuration.market)
    if let node = frontMatter.child(of: market, key: "share"), !frontMatter.isNull(node) {
      if let share = frontMatter.number(node), share > 0, share <= 1 {
        configuration.marketShare = share
      } else {
        report(node, shown(node, "is no share: it lies above 0 and goes up to 1"), help: "Write one in five as 0.20.")
      }
    }
    if let node = frontMatter.child(of: market, key: "window"), !frontMatter.isNull(node) {
      if frontMatter.nodes[node].kind == .scalar, let days = Int(frontMatter.text(of: node)), (1...36_525).contains(days) {
        configuration.windowDays = days
      } else {
        report(node, shown(node, "is no number of days from 1 to 36525"), help: "Write two years as 730.")
      }
    }
  }

  private mutating func readLimits(_ limits: Int) {
    guard isMapping(limits) else { return }
    checkKeys(of: limits, known: Configuration.limits)
    guard let node = frontMatter.child(of: limits, key: "file"), !frontMatter.isNull(node) else { return }
    if frontMatter.nodes[node].kind == .scalar, let bytes = Self.size(frontMatter.text(of: node)) {
      configuration.fileLimit = bytes
    } else {
      report(
        node, shown(node, "is no size from 1 byte to 1 GiB"),
        help: "Write bytes as a whole number, or a whole number with KiB, MiB or GiB: 512 KiB.")
    }
  }

  /// The bytes of `1048576`, `512 KiB`, `1 MiB`; `nil` for anything else and above 1 GiB.
  static func size(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0 else { return nil }
    let unit: Int
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "", "B": unit = 1
    case "KiB": unit = 1 << 10
    case "MiB": unit = 1 << 20
    case "GiB": unit = 1 << 30
    default: return nil
    }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit)
    return isTooLarge || bytes > 1 << 30 ? nil : bytes
  }

  private mutating func readLevels(_ rules: Int) {
    guard isMapping(rules) else { return }
    let words = Configuration.Level.allCases.map(\.rawValue)
    let names = knownRules()
    let known = Set(names)
    for node in frontMatter.children(of: rules) {
      let name = frontMatter.key(of: node)
      guard known.contains(name) else {
        reportKey(
          node, "there is no rule or family '\(name)'\(NearestWord.question(for: name, among: names))",
          help: "Write a rule's name or code ('kb rule' lists them), or a family such as 'question'.")
        continue
      }
      guard let word = text(node) else { continue }
      if let level = Configuration.Level(rawValue: word) {
        configuration.levels.append((name, level))
      } else {
        report(
          node, "'\(word)' is no severity\(NearestWord.question(for: word, among: words))",
          help: "Write one of: \(words.joined(separator: ", ")).")
      }
    }
  }

  private mutating func readQueries(_ queries: Int) {
    guard isMapping(queries) else { return }
    for node in frontMatter.children(of: queries) {
      guard let query = text(node) else { continue }
      configuration.queries.append((frontMatter.key(of: node), query))
    }
  }
}

// MARK: - Values

extension ConfigurationReader {
  /// The value of a root key; `nil` where it is absent or null.
  private func value(_ key: String) -> Int? {
    guard let node = frontMatter[key], !frontMatter.isNull(node) else { return nil }
    return node
  }

  /// The text of a scalar; anything else is a fault.
  mutating func text(_ node: Int) -> String? {
    guard frontMatter.nodes[node].kind == .scalar, !frontMatter.isNull(node), frontMatter.nodes[node].text.count > 0 else {
      report(node, shown(node, "is no text"), help: "Write one text.")
      return nil
    }
    return frontMatter.text(of: node)
  }

  /// The texts of a list; a single one is a list of one.
  mutating func texts(_ node: Int) -> [String]? {
    switch frontMatter.nodes[node].kind {
    case .scalar: return text(node).map { [$0] }
    case .sequence: return frontMatter.children(of: node).compactMap { text($0) }
    case .mapping:
      report(node, shown(node, "is no list of texts"), help: "Write a list: [a, b], or one '- a' a line.")
      return nil
    }
  }

  private mutating func vocabulary(_ node: Int) -> [String]? {
    guard let words = texts(node) else { return nil }
    guard !words.isEmpty else {
      report(node, shown(node, "lists no word, so that no value would be right"), help: "List the words, or remove the key.")
      return nil
    }
    return words
  }

  /// Whether the node is a mapping; anything but a mapping or nothing is a fault.
  mutating func isMapping(_ node: Int) -> Bool {
    if frontMatter.nodes[node].kind == .mapping { return true }
    if !frontMatter.isNull(node) { report(node, shown(node, "is no mapping"), help: "Write 'key: value' lines, indented below '\(frontMatter.key(of: node)):'.") }
    return false
  }

  mutating func checkKeys(of mapping: Int, known: [Field]) {
    for node in frontMatter.children(of: mapping) {
      let key = frontMatter.key(of: node)
      guard !known.contains(where: { $0.name == key }) else { continue }
      let path = frontMatter.path(of: mapping)
      let place = path.isEmpty ? "'kb.yaml'" : "'\(path)'"
      reportKey(
        node, "\(place) has no key '\(key)', so that it does nothing\(NearestWord.question(for: key, among: known.map(\.name)))",
        help: "Write one of: \(known.map(\.name).joined(separator: ", ")).")
    }
  }
}

// MARK: - Faults

extension ConfigurationReader {
  /// A fault at a value, or at its key where the value was left out.
  mutating func report(_ node: Int, _ message: String, help: String) {
    let range = frontMatter.nodes[node].value
    report(range.isEmpty ? frontMatter.nodes[node].key : range, node, message, help)
  }

  /// A fault at a key.
  mutating func reportKey(_ node: Int, _ message: String, help: String) {
    report(frontMatter.nodes[node].key, node, message, help)
  }

  /// Enough faults for any file that was written by hand: naming the path of each takes a walk.
  private static let limit = 500

  private mutating func report(_ range: ByteRange, _ node: Int, _ message: String, _ help: String) {
    guard configuration.faults.count < Self.limit else { return }
    configuration.faults.append(
      ConfigurationFault(span: document.span(range), field: frontMatter.path(of: node), message: message, help: help))
  }

  /// "'20' in 'market.share' is no share"; without the value where it is no short text.
  func shown(_ node: Int, _ verb: String) -> String {
    let path = frontMatter.path(of: node)
    let text = frontMatter.nodes[node].kind == .scalar ? frontMatter.text(of: node) : ""
    return text.isEmpty || text.utf8.count > 60 ? "'\(path)' \(verb)" : "'\(text)' in '\(path)' \(verb)"
  }

  /// What is wrong with the file as a file.
  private static func faults(of document: Document) -> [ConfigurationFault] {
    let markers = document.body.conflictMarkers.map {
      ConfigurationFault(
        span: document.span($0), field: nil, message: "left over from a merge: both versions stand here",
        help: "Keep what is right, and delete the three marker lines.")
    }
    return markers
      + document.faults.map {
        ConfigurationFault(
          span: document.span($0.range), field: nil, message: message($0.kind),
          help: "Mend 'kb.yaml'; for what cannot be read, the defaults hold.")
      }
  }

  private static func message(_ kind: DocumentFault.Kind) -> String {
    switch kind {
    case .syntax(let words): "'kb.yaml' is no YAML (\(words))"
    case .notAMapping: "'kb.yaml' is a list or a single value where 'key: value' lines belong"
    case .unclosed: "'kb.yaml' is not closed"
    case .tag: "'kb.yaml' uses a YAML tag, which is not read"
    case .unknownAlias: "'kb.yaml' refers with '*' to a value that is not marked with '&' before"
    case .aliasesTooLarge(let limit): "the aliases of 'kb.yaml' would grow it beyond \(limit) values"
    case .tooDeep(let limit): "'kb.yaml' is nested more than \(limit) levels deep"
    case .severalDocuments: "'kb.yaml' holds a second YAML document, which is not read"
    case .duplicateKey(let key, let firstLine): "'\(key)' stands already in line \(firstLine); only the first of the two counts"
    case .notUTF8: "these bytes are not UTF-8"
    case .nulByte: "a NUL byte: this is not plain text"
    case .byteOrderMark: "a byte order mark, which other tools take for a part of the text"
    }
  }
}
