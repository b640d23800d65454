import KBGit
package import KBModel

extension Comparison {
  /// The records that differ, in the order of their paths, field by field and quote by quote.
  package func recordChanges() throws(KnowledgeBaseError) -> [RecordChange] {
    let (before, after) = try KnowledgeBaseError.wrap { () throws(GitError) in
      (try FileReader(of: base.fileSource), try FileReader(of: head.fileSource))
    }
    return recordPairs().map { change(from: $0.base, to: $0.head, before, after) }
      .filter { $0.kind != .changed || $0.isEdited }
      .sorted { ($0.path, $0.id) < ($1.path, $1.id) }
  }

  /// The quotes that came, went or count otherwise, of sessions and field notes that are worked up, in the order of ``recordChanges()``.
  package func evidenceChanges(in records: [RecordChange]) -> [EvidenceChange] {
    var evidence: [EvidenceChange] = []
    for record in records where record.type == "session" || record.type == "field-note" {
      let (was, now) = (record.kind == .added ? nil : base.graph.record(record.oldID ?? record.id), record.kind == .removed ? nil : head.graph.record(record.id))
      let counts = (before: was?.status == .done && was != nil, after: now?.status == .done && now != nil)
      guard counts.before || counts.after, let file = now ?? was else { continue }
      let customer = file.target("customer").map { target in
        (now == nil ? base.graph : head.graph).record(target, type: "customer")?.id ?? target
      }
      // Working a session up, or taking it back, changes every quote in it, whether or not its words changed.
      var quotes = record.quotes
      if counts.before != counts.after { quotes = allQuotes(was: counts.before ? was : nil, now: counts.after ? now : nil) }
      evidence += quotes.map { EvidenceChange(record: record.id, customer: customer, path: record.path, quote: $0) }
    }
    return evidence
  }

  private func allQuotes(was: FileFacts?, now: FileFacts?) -> [QuoteChange] {
    let before = was.map { SpokenContent(of: $0, bytes: base.bytesOfFile($0.path) ?? [], graph: base.graph, renamed: renames.names) }
    let after = now.map { SpokenContent(of: $0, bytes: head.bytesOfFile($0.path) ?? [], graph: head.graph) }
    return (after?.quotes ?? []).map { QuoteChange(before: nil, after: $0) } + (before?.quotes ?? []).map { QuoteChange(before: $0, after: nil) }
  }

  // MARK: Pairs

  /// The records that git says differ, each with its counterpart.
  private func recordPairs() -> [(base: FileFacts?, head: FileFacts?)] {
    let (oldPaths, newPaths) = (Set(changes.compactMap { $0.old?.path }), Set(changes.compactMap { $0.new?.path }))
    let old = base.graph.files.filter { $0.isRecord && oldPaths.contains($0.path) }
    let new = head.graph.files.filter { $0.isRecord && newPaths.contains($0.path) }
    var open: [String: FileFacts] = [:]
    for file in new { open[file.path] = file }
    var pairs: [(FileFacts?, FileFacts?)] = []
    var unpaired: [FileFacts] = []
    for file in old {
      let path = renames.paths[file.path] ?? file.path
      if let counterpart = open[path], counterpart.type == file.type || path == file.path {
        open[path] = nil
        pairs.append((file, counterpart))
      } else {
        unpaired.append(file)
      }
    }
    // The same id elsewhere is the same record, however much was rewritten on the way.
    var openByID = Dictionary(open.values.map { ($0.id, $0) }, uniquingKeysWith: { $0.path < $1.path ? $0 : $1 })
    for file in unpaired {
      let counterpart = openByID.removeValue(forKey: file.id)
      if let counterpart { open[counterpart.path] = nil }
      pairs.append((file, counterpart))
    }
    return pairs + open.values.map { (nil, $0) }
  }

  // MARK: One record

  private func change(from old: FileFacts?, to new: FileFacts?, _ before: FileReader, _ after: FileReader) -> RecordChange {
    guard let file = new ?? old else { preconditionFailure("a pair has at least one side") }
    let kind: RecordChange.Kind =
      if old == nil { .added } else if new == nil { .removed } else if let old, let new, old.path != new.path {
        .renamed(from: old.id)
      } else { .changed }
    var change = RecordChange(kind: kind, id: file.id, type: file.type, path: file.path, oldPath: old?.path == file.path ? nil : old?.path)
    let oldBytes = old.map { Self.bytes($0.path, before, limit: base.configuration.fileLimit) } ?? []
    let newBytes = new.map { Self.bytes($0.path, after, limit: head.configuration.fileLimit) } ?? []
    change.fields = FieldComparison.changes(from: old?.frontMatter, to: new?.frontMatter)
    let was = SpokenContent(of: old, bytes: oldBytes, graph: base.graph, renamed: renames.names)
    let now = SpokenContent(of: new, bytes: newBytes, graph: head.graph)
    (change.quotes, change.questions) = now.changes(from: was)
    if let old, let new {
      change.changesOtherText = Self.otherText(of: old, in: oldBytes) != Self.otherText(of: new, in: newBytes)
    }
    return change
  }

  private static func bytes(_ path: String, _ reader: FileReader, limit: Int) -> [UInt8] {
    guard case .bytes(let bytes, _) = reader.read(path: path, limit: limit) else { return [] }
    return bytes
  }

  /// The body without quotes and questions and without what reformatting changes.
  private static func otherText(of file: FileFacts, in bytes: [UInt8]) -> String {
    var rest: [UInt8] = []
    var position = min(bytes.count, Int(file.frontMatter?.sourceCount ?? 0))
    for range in (file.quotes.map(\.range) + file.questions.map(\.words)).sorted(by: { $0.start < $1.start }) {
      guard Int(range.start) >= position, Int(range.end) <= bytes.count else { continue }
      rest += bytes[position..<Int(range.start)]
      position = Int(range.end)
    }
    rest += bytes[position...]
    return FindingKey.normalized(String(decoding: rest, as: UTF8.self))
  }
}
