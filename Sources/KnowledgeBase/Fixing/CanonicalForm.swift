import KBDocuments
import KBModel
import KBRules

/// What `--fix` writes in its one canonical form although every form is read: attribution lines and references; and what it
/// can mend only because it knows what refers to what.
struct CanonicalForm {
  /// Edits that are made together or not at all.
  struct Correction {
    /// The rule that the matter belongs to.
    var code: String
    var summary: String
    var edits: [TextEdit]
  }

  let graph: RecordGraph
  let configuration: Configuration
  /// By the path of a file, the block ids in it that are cited.
  private let cited: [String: Set<String>]

  init(graph: RecordGraph, configuration: Configuration) {
    self.graph = graph
    self.configuration = configuration
    var cited: [String: Set<String>] = [:]
    for file in graph.files {
      for link in file.links {
        guard let anchor = link.anchor, anchor.hasPrefix("^") else { continue }
        let target = link.target.isEmpty ? file : graph.record(link.target)
        if let target { cited[target.path, default: []].insert(String(anchor.dropFirst())) }
      }
    }
    self.cited = cited
  }

  /// Whether a file may have something to correct, without reading it again.
  func concerns(_ file: FileFacts) -> Bool {
    guard file.isRecord else { return false }
    return !file.quotes.isEmpty || !file.references.isEmpty || !file.links.isEmpty || file.blockIDs.count > 1
  }

  func corrections(of document: Document, _ file: FileFacts) -> [Correction] {
    attributions(document) + references(document, file) + links(document) + blockIDs(document, file)
  }

  private func attributions(_ document: Document) -> [Correction] {
    document.body.quotes.flatMap { block -> [Correction] in
      guard let attribution = block.attribution, attribution.dash != .bullet, attribution.faults.isEmpty else { return [] }
      return [
        block.writingDash(in: document).map { Correction(code: "KB607", summary: "write the attribution with a dash", edits: [$0]) },
        block.settingApart(in: document).map { Correction(code: "KB607", summary: "set the attribution apart", edits: [$0]) },
      ].compactMap(\.self)
    }
  }

  // MARK: References

  private func references(_ document: Document, _ file: FileFacts) -> [Correction] {
    guard let frontMatter = document.frontMatter, let type = configuration.schema[file.type] else { return [] }
    return SchemaReader.references(in: frontMatter, of: type).compactMap { reference in
      let range = frontMatter.nodes[Int(reference.node)].value
      let raw = document.text(range)
      // What an alias stands for is written elsewhere, and a comment within brackets would be lost.
      guard !raw.isEmpty, !raw.hasPrefix("*"), !raw.hasPrefix("&"), !raw.contains("\n"), !raw.contains("#"), !raw.contains("|") else { return nil }
      var target = reference.target
      if case .unresolved = graph.resolve(target) {
        guard let meant = MeantRecord.name(for: target, types: reference.types, in: graph) else { return nil }
        target = meant
      } else {
        guard raw.hasPrefix("[[") || raw.hasPrefix("\"[[") || raw.hasPrefix("'[[") else { return nil }
      }
      let written = YAMLScalar.written(target, like: .plain, in: .flow)
      return written == raw ? nil : Correction(code: "KB201", summary: "write the reference as '\(written)'", edits: [TextEdit(range: range, replacement: written)])
    }
  }

  private func links(_ document: Document) -> [Correction] {
    document.body.links.compactMap { link in
      let target = document.text(link.target)
      guard !target.isEmpty, case .unresolved = graph.resolve(target), let meant = MeantRecord.name(for: target, types: [], in: graph),
        // The words of a quote stay as they were said.
        !document.body.quotes.contains(where: { $0.lines.contains { $0.start <= link.range.start && link.range.end <= $0.end } })
      else { return nil }
      return Correction(code: "KB201", summary: "write the reference as '\(meant)'", edits: [TextEdit(range: link.target, replacement: meant)])
    }
  }

  // MARK: Block ids

  /// Renumbers the later of two block ids; where one is cited, a person must say which was meant.
  private func blockIDs(_ document: Document, _ file: FileFacts) -> [Correction] {
    let names = document.body.blockIDs.map { document.text($0.name) }
    var taken = Set(names)
    guard taken.count < names.count else { return [] }
    var seen: Set<String> = []
    var corrections: [Correction] = []
    for (id, name) in zip(document.body.blockIDs, names) where !seen.insert(name).inserted && !(cited[file.path]?.contains(name) ?? false) {
      let free = BlockIDs.free(like: name, taken: &taken)
      corrections.append(Correction(code: "KB207", summary: "call the second '^\(name)' '^\(free)'", edits: [TextEdit(range: id.name, replacement: free)]))
    }
    return corrections
  }
}
