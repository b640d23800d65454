import KBModel

/// Whether the words of a talk may be shown inside the company: its consent allows internal quotes and was not taken back.
struct QuotePermission {
  private let configuration: Configuration

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// A field note has no consent of its own: what sales heard is the company's to read.
  func allowsWords(of record: FileFacts) -> Bool {
    guard record.type == "session" else { return true }
    let scopes = scopes(of: record)
    return scopes.contains("internal-quote") || scopes.contains("anonymous-external-quote")
  }

  /// The scopes of a talk's consent; none where it was taken back or cannot be read.
  func scopes(of record: FileFacts) -> [String] {
    guard let (frontMatter, node) = terms(of: record) else { return [] }
    if let withdrawn = frontMatter.child(of: node, key: "withdrawn"), !frontMatter.isNull(withdrawn) { return [] }
    guard let scope = frontMatter.child(of: node, key: "scope") else { return [] }
    return frontMatter.nodes[scope].kind == .sequence ? frontMatter.children(of: scope).map { frontMatter.text(of: $0) } : [frontMatter.text(of: scope)]
  }

  /// Until when the words may be kept: as said, or 24 months after the talk.
  func retainUntil(_ record: FileFacts) -> CalendarDate? {
    if let (frontMatter, node) = terms(of: record), let until = frontMatter.child(of: node, key: "retain_until"), let date = frontMatter.date(until) {
      return date
    }
    return record.date("date")?.advanced(byMonths: 24)
  }

  /// The mapping that holds: the talk's own, or the preset it names.
  private func terms(of record: FileFacts) -> (FrontMatter, Int)? {
    guard let frontMatter = record.frontMatter, let node = frontMatter["consent"] else { return nil }
    if frontMatter.nodes[node].kind == .mapping { return (frontMatter, node) }
    let name = frontMatter.text(of: node)
    guard let source = configuration.source, let preset = configuration.consents.first(where: { $0.name == name }) else { return nil }
    return (source, preset.node)
  }
}
