package import KBModel

extension RecordLinks {
  /// What a record names, and where it is named.
  package init(of record: FileFacts, in graph: RecordGraph) {
    let place = graph.files.firstIndex { $0 === record }
    self.init(
      id: record.id, type: record.type, path: record.path, outgoing: place.map { Self.links(inFile: $0, of: graph) { _ in true } } ?? [],
      incoming: Self.links(to: record, in: graph))
  }

  /// Where a record is named, its own file included.
  static func links(to record: FileFacts, in graph: RecordGraph) -> [RecordLink] {
    guard let place = graph.files.firstIndex(where: { $0 === record }) else { return [] }
    return graph.files.indices.flatMap { file in
      graph.files[file].isRecord ? links(inFile: file, of: graph) { graph.target(of: $0, inFile: file) == .record(place) } : []
    }
  }

  /// The names in a file that fit, in the order of their places.
  private static func links(inFile index: Int, of graph: RecordGraph, where fits: (NameIndex) -> Bool) -> [RecordLink] {
    let file = graph.files[index]
    var links: [RecordLink] = []
    for reference in file.references where fits(reference.name) {
      let start = file.span(of: reference).start
      let target = graph.record(reference.target)
      links.append(
        RecordLink(
          from: file.id, fromType: file.type, path: file.path, line: Int(start.line), column: Int(start.column), field: file.path(of: reference),
          to: target?.id ?? reference.target, toType: target?.type))
    }
    // A link without a target stays within its file.
    for link in file.links where fits(link.name) && !link.target.isEmpty {
      let target = graph.record(link.target)
      links.append(
        RecordLink(
          from: file.id, fromType: file.type, path: file.path, line: Int(link.span.start.line), column: Int(link.span.start.column), field: nil,
          to: target?.id ?? link.target, toType: target?.type, anchor: link.anchor))
    }
    return links.count < 2 ? links : links.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
