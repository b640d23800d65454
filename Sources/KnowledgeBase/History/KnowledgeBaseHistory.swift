package import KBEvidence
package import KBGit
package import KBModel
import KBRules

/// A knowledge base through its commits, from a revision back to its beginning.
///
/// It follows first parents: a merge is one step, which is what happened to the branch. Between two commits only the files that
/// differ are looked at, and a file that was read once is never read again, whichever commit has it.
package struct KnowledgeBaseHistory {
  /// The knowledge base as one commit has it.
  package struct State {
    package var commit: Commit
    package var asOf: CalendarDate
    package var configuration: Configuration
    package var graph: RecordGraph
    /// The verdicts, in the order of reports.
    package var standings: [UseCaseStanding]
    /// Files that the commit changed, by their new (else old) paths; empty for the oldest.
    package var changes: [FileChange] = []
  }

  private let location: RepositoryLocation
  private let repository: Repository
  private let files: FileReader
  private let prefix: String
  private let today: CalendarDate
  private let asOf: CalendarDate?
  private let start: Commit
  private var known = KnownFacts()
  /// Which accounts the verdicts are over.
  package var scope = MarketScope()
  /// Told how many commits have been read.
  package var progress = WorkProgress.unseen

  /// - Parameters:
  ///   - snapshot: the knowledge base as a commit has it; history begins there.
  ///   - asOf: the day that all verdicts hold for; otherwise each state takes its newest talk's, as reports do.
  package init(of snapshot: Snapshot, asOf: CalendarDate?) throws(KnowledgeBaseError) {
    guard case .revision(let location, let commit, let prefix) = snapshot.fileSource else { throw .noRepository(snapshot.location.folder) }
    self.location = location
    self.prefix = prefix
    today = snapshot.today
    self.asOf = asOf
    (repository, files, start) = try KnowledgeBaseError.wrap { () throws(GitError) in
      let repository = try Repository(at: location)
      return (repository, try FileReader(of: snapshot.fileSource), try repository.commit(commit))
    }
  }

  /// Calls `body` with each state in which the knowledge base differs from the one before, the newest first, until it answers
  /// `false` or there was no knowledge base yet.
  ///
  /// Each state's ``State/changes`` are those to the next call's state, the older one.
  package mutating func forEachState(_ body: (State) throws(KnowledgeBaseError) -> Bool) throws(KnowledgeBaseError) {
    var entries: [String: BlobID] = [:]
    let listing = try KnowledgeBaseError.wrap { () throws(GitError) in
      try FileSource.revision(location, start.id, prefix: prefix).listing()
    }
    for entry in listing.entries { entries[entry.path] = entry.blob }
    var commit = start
    var count = 0
    while true {
      count += 1
      progress.report(.readingCommits, count)
      guard var state = try state(of: entries, at: commit) else { return }
      // Commits that leave the folder alone are passed over.
      var older: Commit?
      var child = commit
      while let parent = try parent(of: child) {
        let changes = try KnowledgeBaseError.wrap { () throws(GitError) in
          try repository.changes(from: parent.id, to: .commit(child.id), prefix: prefix, similarity: nil)
        }
        guard changes.isEmpty else {
          state.commit = child
          state.changes = changes
          older = parent
          break
        }
        child = parent
      }
      guard try body(state), let older else { return }
      for change in state.changes {
        if let new = change.new { entries[new.path] = nil }
      }
      for change in state.changes {
        if let old = change.old { entries[old.path] = old.blob }
      }
      commit = older
    }
  }

  /// The old path of a file that a commit renamed; `nil` where it did not.
  package func oldPath(of path: String, in commit: Commit) throws(KnowledgeBaseError) -> String? {
    guard let parent = try parent(of: commit) else { return nil }
    return try KnowledgeBaseError.wrap { () throws(GitError) in
      try repository.changes(from: parent.id, to: .commit(commit.id), prefix: prefix)
        .first { $0.new?.path == path && $0.old != nil }?.old?.path
    }
  }

  /// The first parent; `nil` for a root and where a shallow clone ends.
  private func parent(of commit: Commit) throws(KnowledgeBaseError) -> Commit? {
    try KnowledgeBaseError.wrap { () throws(GitError) in
      try repository.history(of: commit.id, limit: 2, firstParentOnly: true).dropFirst().first
    }
  }

  // MARK: One state

  private mutating func state(of entries: [String: BlobID], at commit: Commit) throws(KnowledgeBaseError) -> State? {
    guard let source = entries[Configuration.path] else { return nil }
    // Taken out, so that adding to it copies nothing.
    var reading = known.byConfiguration.removeValue(forKey: source) ?? KnownFacts.Reading(configuration: configuration(source), today: today)
    let listing = entries.map { FileEntry(path: $0, version: .stored($1, .regular)) }
    let configuration = reading.reader.configuration
    let records = RecordFiles(entries: listing, exclude: configuration.exclude).entries
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var facts: [FileFacts] = []
    facts.reserveCapacity(records.count)
    for entry in records {
      guard let blob = entry.blob else { continue }
      if let file = reading.facts(path: entry.path, blob: blob, from: files) { facts.append(file) }
    }
    known.byConfiguration[source] = reading
    let graph = RecordGraph(files: facts)
    let day = asOf ?? graph.newestTalk(notAfter: today) ?? today
    let market = MarketFold.indexed(of: graph, configuration: configuration, asOf: day, scope: scope)
    return State(
      commit: commit, asOf: day, configuration: configuration, graph: graph, standings: MarketStandings(of: market).standings)
  }

  private func configuration(_ blob: BlobID) -> Configuration {
    // A kb.yaml that could not be read then says nothing now: the defaults hold, as they did.
    guard case .bytes(let bytes, _) = files.read(blob, limit: 1 << 20) else { return Configuration() }
    return ConfigurationReader.read(DocumentReading.yaml(bytes), knownRules: RuleRegistry.names)
  }
}

/// Facts of files by what they say, for each `kb.yaml` that they were read under.
private struct KnownFacts {
  struct Key: Hashable {
    var path: String
    var blob: BlobID
  }

  struct Reading {
    let reader: RecordReader
    private var facts: [Key: FileFacts?] = [:]

    init(configuration: Configuration, today: CalendarDate) {
      reader = RecordReader(configuration: configuration, today: today)
    }

    mutating func facts(path: String, blob: BlobID, from files: FileReader) -> FileFacts? {
      let key = Key(path: path, blob: blob)
      if let known = facts[key] { return known }
      var found: FileFacts?
      if case .bytes(let bytes, _) = files.read(blob, limit: reader.configuration.fileLimit) {
        found = reader.facts(path: path, bytes: bytes)
      }
      facts[key] = .some(found)
      return found
    }
  }

  var byConfiguration: [BlobID: Reading] = [:]
}
