import KBDocuments
import KBModel

extension Snapshot {
  /// The same with what is wrong with the named queries among the faults of `kb.yaml`.
  ///
  /// - Parameter run: runs a query on a snapshot and throws what is wrong with it. It is given one without records first, which
  ///   costs nothing; only a query that fails there is run on the real one, since fields that only records have are fields too.
  package func checkingQueries(
    _ run: (_ query: (name: String, text: String), _ snapshot: Snapshot) throws(KnowledgeBaseError) -> Void
  ) -> Snapshot {
    guard let source = configuration.source, let queries = source["queries"], !configuration.queries.isEmpty else { return self }
    var bare = self
    bare.graph = RecordGraph(files: [])
    var checked = self
    for query in configuration.queries {
      do throws(KnowledgeBaseError) {
        do throws(KnowledgeBaseError) { try run(query, bare) } catch { try run(query, self) }
      } catch {
        guard let node = source.child(of: queries, key: query.name) else { continue }
        let document = DocumentReader().readYAML(Array(source.buffer.prefix(Int(source.sourceCount))))
        checked.configuration.faults.append(
          ConfigurationFault(
            span: document.span(source.nodes[node].value), field: "queries.\(query.name)",
            message: "the query '\(query.name)' cannot be run: \(error.message)",
            help: error.remedy ?? "Write what follows 'kb list': a type, and options such as --where."))
      }
    }
    return checked
  }
}
