package import KBModel
package import KBPrivacy

extension Consent {
  /// `nil` where a record says nothing about consent, or names a preset that `kb.yaml` does not have.
  package init?(of file: FileFacts, configuration: Configuration) {
    self.init()
    guard let own = file.frontMatter, let node = own["consent"] else { return nil }
    switch own.nodes[node].kind {
    case .sequence: return nil
    case .mapping: read(node, in: own)
    case .scalar:
      let name = own.text(of: node)
      guard let preset = configuration.consents.first(where: { $0.name == name }), let source = configuration.source else { return nil }
      read(preset.node, in: source)
    }
    let date = file.date("date")
    obtained = obtained ?? date
    isRetentionAgreed = retainUntil != nil
    retainUntil = retainUntil ?? date?.advanced(byMonths: Self.defaultRetention)
  }

  private mutating func read(_ mapping: Int, in frontMatter: FrontMatter) {
    for node in frontMatter.children(of: mapping) where !frontMatter.isNull(node) {
      switch frontMatter.key(of: node) {
      case "basis": basis = frontMatter.text(of: node)
      case "scope":
        scope = frontMatter.nodes[node].kind == .sequence
          ? frontMatter.children(of: node).map { frontMatter.text(of: $0) } : [frontMatter.text(of: node)]
      case "method": method = frontMatter.text(of: node)
      case "notice": notice = frontMatter.text(of: node)
      case "obtained": obtained = frontMatter.date(node)
      case "retain_until": retainUntil = frontMatter.date(node)
      case "withdrawn":
        isWithdrawn = true
        withdrawn = frontMatter.date(node)
      default: break
      }
    }
  }
}
