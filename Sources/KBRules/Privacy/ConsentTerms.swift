import KBModel

/// What the participants of a session agreed to, as the rules on consent read it.
struct ConsentTerms: Sendable {
  /// A term with the place in the session where a finding about it stands.
  struct Term<Value: Sendable>: Sendable {
    var value: Value
    var range: ByteRange
  }

  enum Basis: Sendable { case mapping, preset(String), unknownPreset(String) }

  /// Where the terms come from.
  let origin: Basis
  /// The whole value of `consent`.
  let range: ByteRange
  private(set) var basis: String?
  private(set) var scope: [String] = []
  private(set) var retainUntil: Term<CalendarDate>?
  private(set) var withdrawn: Term<CalendarDate?>?

  /// `nil` for anything but a session that took place and says something about consent.
  init?(_ file: borrowing FileReading) {
    guard file.isHeldSession, let frontMatter = file.document.frontMatter, let node = frontMatter["consent"],
      !frontMatter.isBlank(node)
    else { return nil }
    range = frontMatter.range(ofValue: node)
    switch frontMatter.nodes[node].kind {
    case .sequence: return nil
    case .mapping:
      origin = .mapping
      read(node, in: frontMatter, isOwn: true)
    case .scalar:
      let name = frontMatter.text(of: node)
      guard let preset = file.configuration.consents.first(where: { $0.name == name }), let source = file.configuration.source else {
        origin = .unknownPreset(name)
        return
      }
      origin = .preset(name)
      read(preset.node, in: source, isOwn: false)
    }
  }

  private mutating func read(_ mapping: Int, in frontMatter: FrontMatter, isOwn: Bool) {
    for node in frontMatter.children(of: mapping) where !frontMatter.isBlank(node) {
      let place = isOwn ? frontMatter.range(ofValue: node) : range
      if frontMatter.hasKey(node, "basis") {
        basis = frontMatter.text(of: node)
      } else if frontMatter.hasKey(node, "scope") {
        scope = frontMatter.nodes[node].kind == .sequence
          ? frontMatter.children(of: node).filter { !frontMatter.isBlank($0) }.map { frontMatter.text(of: $0) } : [frontMatter.text(of: node)]
      } else if frontMatter.hasKey(node, "retain_until") {
        retainUntil = frontMatter.date(node).map { Term(value: $0, range: place) }
      } else if frontMatter.hasKey(node, "withdrawn") {
        withdrawn = Term(value: frontMatter.date(node), range: place)
      }
    }
  }

  /// The parts without which nothing may be kept.
  var missing: [String] { (basis == nil ? ["basis"] : []) + (scope.isEmpty ? ["scope"] : []) }

  /// Whether notes may be taken, but nobody may be quoted.
  var allowsNotesOnly: Bool {
    scope.contains("notes") && !scope.contains("internal-quote") && !scope.contains("anonymous-external-quote")
  }

  /// How long the words are kept where nothing is agreed, in months.
  static let defaultRetention = 24
}
