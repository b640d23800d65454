package import KBModel

extension RecordLinks {
  /// What a record names, and where it is named.
  package init(of record: FileFacts, in graph: RecordGraph) {
    self.init(
      id: record.id, type: record.type, path: record.path, outgoing: Self.links(in: record, of: graph) { _ in true },
      incoming: Self.links(to: record, in: graph))
  }

  /// Where a record is named, its own file included.
  static func links(to record: FileFacts, in graph: RecordGraph) -> [RecordLink] {
    let names = Set([record.id] + record.list("aliases"))
    return graph.files.filter(\.isRecord).flatMap { file in
      links(in: file, of: graph) { target in names.contains(target) && graph.record(target)?.path == record.path }
    }
  }

  /// The names in a file that fit, in the order of their places.
  private static func links(in file: FileFacts, of graph: RecordGraph, where fits: (String) -> Bool) -> [RecordLink] {
    var links: [RecordLink] = []
    for reference in file.references where fits(reference.target) {
      let start = file.span(of: reference).start
      let target = graph.record(reference.target)
      links.append(
        RecordLink(
          from: file.id, fromType: file.type, path: file.path, line: Int(start.line), column: Int(start.column), field: file.path(of: reference),
          to: target?.id ?? reference.target, toType: target?.type))
    }
    // A link without a target stays within its file.
    for link in file.links where !link.target.isEmpty && fits(link.target) {
      let target = graph.record(link.target)
      links.append(
        RecordLink(
          from: file.id, fromType: file.type, path: file.path, line: Int(link.span.start.line), column: Int(link.span.start.column), field: nil,
          to: target?.id ?? link.target, toType: target?.type, anchor: link.anchor))
    }
    return links.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
