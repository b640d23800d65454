package import KBGit
package import KBModel

/// A knowledge base as it stands in one source: configuration, records, and what was left out.
package struct Snapshot: Sendable {
  /// Which state of the files is read.
  package enum Source: Sendable, Equatable {
    case workTree
    /// What would be committed.
    case index
    /// A branch, tag, id or anything that git understands.
    case revision(String)
  }

  package var location: KnowledgeBaseLocation
  package var source: Source
  /// Where the files were read from, to read one again or to ask whether one exists.
  package var fileSource: FileSource
  /// The commit that was read; `nil` for the work tree and the index.
  package var commit: CommitID?
  package var configuration: Configuration
  package var graph: RecordGraph
  /// Findings about files that are no records, and about `kb.yaml`.
  package var looseFindings: [Finding]
  /// Files that were read, `kb.yaml` included.
  package var fileCount: Int
  /// What the user should know about how the files were read, in sentences.
  package var notices: [String]
  /// The day that rules which look at the calendar take for today.
  package var today: CalendarDate
  /// The day that verdicts hold for.
  package var asOf: CalendarDate

  /// Which state it is, in words: `the work tree`, or a revision as it was asked for.
  package var sourceName: String {
    switch source {
    case .workTree: "the work tree"
    case .index: "the index"
    case .revision(let name): name
    }
  }

  /// The title of reports.
  package var name: String { configuration.name ?? Folder.name(of: location.folder) }
}

extension Snapshot {
  /// The bytes of a file of the knowledge base, read again; `nil` where they cannot be.
  package var bytesOfFile: @Sendable (String) -> [UInt8]? { Self.bytesOfFile(in: fileSource, limit: configuration.fileLimit) }

  static func bytesOfFile(in source: FileSource, limit: Int) -> @Sendable (String) -> [UInt8]? {
    { path in
      guard let reader = try? FileReader(of: source), case .bytes(let bytes, _) = reader.read(path: path, limit: limit) else { return nil }
      return bytes
    }
  }
}

extension Snapshot {
  /// Names near to one that no record has, nearest first; at most three.
  package func candidates(for name: String, type: String?) -> [String] {
    let names = graph.files.filter { $0.isRecord && (type == nil || $0.type == type) }.flatMap { [$0.id] + $0.list("aliases") }
    if let nearest = NearestWord.nearest(to: name, among: names) { return [nearest] }
    // A part of a longer id is the other common slip.
    return Array(names.filter { $0.contains(name) && name.utf8.count >= 3 }.prefix(3))
  }

  /// The record of that id or alias and type, or an error that names what is near.
  package func record(_ name: String, type: String? = nil) throws(KnowledgeBaseError) -> FileFacts {
    guard let file = graph.record(name), type == nil || file.type == type else {
      throw .unknownRecord(name, type: type, candidates: candidates(for: name, type: type))
    }
    return file
  }
}

extension Snapshot {
  /// The ids of records named by id or alias.
  package func ids(of names: [String], type: String) throws(KnowledgeBaseError) -> [String] {
    var ids: [String] = []
    for name in names { ids.append(try record(name, type: type).id) }
    return ids
  }

  /// The id of the commit that was read, in hexadecimal.
  package var revision: String? { commit.map { "\($0)" } }
}

extension Snapshot {
  /// The abbreviated id of the commit that the files belong to: the one that was read, or the one checked out. `nil` without one.
  package var headRevision: String? {
    guard let repository = location.repository else { return nil }
    do {
      let opened = try Repository(at: repository)
      return try opened.abbreviation(of: commit ?? opened.commit(named: "HEAD").id)
    } catch {
      return nil
    }
  }
}

extension Snapshot {
  /// The words of a quote on one line, read again from its file; `nil` where the file has changed or cannot be read.
  package func words(of quote: QuoteFact, in record: FileFacts) -> String? {
    guard let bytes = bytesOfFile(record.path) else { return nil }
    let document = DocumentReading.document(bytes)
    guard let block = document.body.quotes.first(where: { $0.range == quote.range }) else { return nil }
    return block.lines.map { document.text($0) }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
