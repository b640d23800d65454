import KBModel

/// What differs between two front matters, value by value.
enum FieldComparison {
  static func changes(from old: FrontMatter?, to new: FrontMatter?) -> [FieldChange] {
    let (before, after) = (old.map(Values.init) ?? Values(), new.map(Values.init) ?? Values())
    var changes: [FieldChange] = []
    for (path, value) in after.scalars where before.byPath[path] != value {
      changes.append(FieldChange(path: path, old: before.byPath[path], new: value))
    }
    for (path, value) in before.scalars where after.byPath[path] == nil {
      changes.append(FieldChange(path: path, old: value, new: nil))
    }
    // A list of words is a set with an order: what came and what went says more than that everything moved by one.
    let lists = after.lists.map(\.path) + before.lists.map(\.path).filter { path in !after.lists.contains { $0.path == path } }
    for path in lists {
      let (was, now) = (before.list(path), after.list(path))
      changes += missing(from: was, in: now).map { FieldChange(path: "\(path)[\($0)]", old: nil, new: now[$0]) }
      changes += missing(from: now, in: was).map { FieldChange(path: "\(path)[\($0)]", old: was[$0], new: nil) }
    }
    return changes
  }

  /// The places of what one list has and the other one lacks; each value counts as often as it stands there.
  private static func missing(from other: [String], in list: [String]) -> [Int] {
    var open: [String: Int] = [:]
    for value in other { open[value, default: 0] += 1 }
    return list.indices.filter { i in
      guard let left = open[list[i]], left > 0 else { return true }
      open[list[i]] = left - 1
      return false
    }
  }

  /// A front matter as paths and texts, in its order; what is null is not there.
  private struct Values {
    var scalars: [(path: String, value: String)] = []
    var lists: [(path: String, values: [String])] = []
    var byPath: [String: String] = [:]

    init() {}

    init(_ frontMatter: FrontMatter) {
      guard !frontMatter.nodes.isEmpty else { return }
      read(0, path: "", in: frontMatter)
      byPath = Dictionary(scalars.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    func list(_ path: String) -> [String] { lists.first { $0.path == path }?.values ?? [] }

    private mutating func read(_ node: Int, path: String, in frontMatter: FrontMatter) {
      switch frontMatter.nodes[node].kind {
      case .scalar:
        if !frontMatter.isNull(node) { scalars.append((path, frontMatter.text(of: node))) }
      case .mapping:
        for child in frontMatter.children(of: node) {
          read(child, path: path.isEmpty ? frontMatter.key(of: child) : "\(path).\(frontMatter.key(of: child))", in: frontMatter)
        }
      case .sequence:
        let children = Array(frontMatter.children(of: node))
        if children.allSatisfy({ frontMatter.nodes[$0].kind == .scalar }) {
          lists.append((path, children.map { frontMatter.text(of: $0) }))
        } else {
          for (i, child) in children.enumerated() { read(child, path: "\(path)[\(i)]", in: frontMatter) }
        }
      }
    }
  }
}
