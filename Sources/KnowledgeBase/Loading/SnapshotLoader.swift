import Dispatch
import KBDocuments
import KBGit
package import KBModel
import KBRules
import Synchronization

/// Reads a knowledge base from one of its sources: list, read in parallel, fold.
package struct SnapshotLoader: Sendable {
  package var location: KnowledgeBaseLocation
  package var source: Snapshot.Source
  /// The day that rules take for today: the one asked for, or the calendar's.
  package var today: CalendarDate
  /// The day that was asked for, which verdicts take too; otherwise they take the newest talk's.
  package var asOf: CalendarDate?
  /// Whether facts keep the bytes of their files.
  package var keepsSource: Bool
  /// Whether an object of git that cannot be read is an error; otherwise it is a finding about its file.
  var requiresEveryObject = false
  /// Where facts are kept for the next command; `nil` to read every file.
  package var cache: FactsCache?
  /// Told how many files have been read.
  package var progress = WorkProgress.unseen

  package init(
    location: KnowledgeBaseLocation, source: Snapshot.Source = .workTree, today: CalendarDate, asOf: CalendarDate? = nil,
    keepsSource: Bool = false
  ) {
    self.location = location
    self.source = source
    self.today = asOf ?? today
    self.asOf = asOf
    self.keepsSource = keepsSource
  }

  /// - Parameter shared: facts of files that say the same here; they are not read again where the configuration is the same too.
  package func load(sharing shared: SharedFacts? = nil) throws(KnowledgeBaseError) -> Snapshot { try loadWithFiles(sharing: shared).snapshot }

  /// The same, with what was read of each file and how.
  func loadWithFiles(sharing shared: SharedFacts? = nil) throws(KnowledgeBaseError) -> (snapshot: Snapshot, files: [FactsReading.File]) {
    try load(try openBase(), sharing: shared)
  }

  /// What is known of a knowledge base before its records are read.
  struct OpenedBase {
    var fileSource: FileSource
    var commit: CommitID?
    var configuration: Configuration
    var files: RecordFiles
    var leftOut: LeftOut
    /// Why ignore rules could not be applied.
    var gitFault: GitError?
    var remembered: RememberedFacts?
    /// Before anything was looked at.
    var moment: ReadingMoment

    /// What the user should know about how the files were listed.
    var notices: [String] {
      var notices = leftOut.notices
      if let gitFault { notices.append("\(gitFault.message); files that git ignores are read too.\(gitFault.remedy.map { " " + $0 } ?? "")") }
      return notices
    }
  }

  func openBase() throws(KnowledgeBaseError) -> OpenedBase {
    let moment = ReadingMoment()
    let ((fileSource, commit, listing, configuration), remembered) = try openRemembering()
    return OpenedBase(
      fileSource: fileSource, commit: commit, configuration: configuration, files: RecordFiles(listing: listing, exclude: configuration.exclude),
      leftOut: LeftOut(listing, configuration: configuration, folder: fileSource.folder), gitFault: listing.gitFault, remembered: remembered,
      moment: moment)
  }

  func load(_ base: consuming OpenedBase, sharing shared: SharedFacts? = nil) throws(KnowledgeBaseError) -> (snapshot: Snapshot, files: [FactsReading.File]) {
    let configuration = base.configuration
    var reading = FactsReading(
      source: base.fileSource, reader: RecordReader(configuration: configuration, today: today, keepsSource: keepsSource),
      known: shared?.facts(under: configuration) ?? [:], requiresEveryObject: requiresEveryObject, progress: progress)
    let read = try read(base.files.entries, with: &reading, remembered: base.remembered, since: base.moment)
    // Not needed any more, and as large as the names of all files.
    base.files.entries = []
    let facts = read.compactMap(\.facts)
    let loose =
      base.files.symbolicLinks.flatMap { reading.reader.facts(path: $0, unreadable: .symbolicLink).findings }
      + base.leftOut.unreadable.flatMap { reading.reader.facts(path: $0.path + "/", unreadable: .failed($0.reason)).findings }
    let graph = RecordGraph(files: facts)
    let snapshot = Snapshot(
      location: location, source: source, fileSource: base.fileSource, commit: base.commit, configuration: configuration, graph: graph,
      looseFindings: loose, fileCount: facts.count + 1, notices: base.notices, today: today,
      asOf: asOf ?? graph.newestTalk(notAfter: today) ?? today)
    return (snapshot, read)
  }

  // MARK: Where from

  /// Where the files are, which there are, and what `kb.yaml` says; no record is read.
  func open() throws(KnowledgeBaseError) -> (fileSource: FileSource, commit: CommitID?, listing: FileListing, configuration: Configuration) {
    var (fileSource, commit) = try resolve()
    var listing = try list(fileSource)
    if !location.isOnDisk, let folder = Self.innerFolder(of: listing) {
      // In a bare repository the knowledge base is where its kb.yaml is.
      fileSource = fileSource.under(folder)
      listing = try list(fileSource)
    }
    if case .index = source { try KnowledgeBaseError.wrap { () throws(GitError) in try listing.requireMerged() } }
    return (fileSource, commit, listing, try configuration(in: listing, from: fileSource))
  }

  private func resolve() throws(KnowledgeBaseError) -> (FileSource, CommitID?) {
    switch source {
    case .workTree:
      if location.repository?.isBare == true { throw .git(.bareRepository(repository: location.folder)) }
      guard location.isOnDisk else { throw .notFound(location.folder) }
      return (.folder(location.folder, location.repository), nil)
    case .index:
      guard let repository = location.repository else { throw .noRepository(location.folder) }
      if repository.isBare { throw .git(.bareRepository(repository: location.folder)) }
      return (.index(repository, prefix: location.prefix), nil)
    case .revision(let name):
      guard let repository = location.repository else { throw .noRepository(location.folder) }
      let commit = try KnowledgeBaseError.wrap { () throws(GitError) in try Repository(at: repository).commit(named: name).id }
      return (.revision(repository, commit, prefix: location.prefix), commit)
    }
  }

  private func list(_ source: FileSource) throws(KnowledgeBaseError) -> FileListing {
    try KnowledgeBaseError.wrap { () throws(GitError) in try source.listing() }
  }

  /// The folder of the topmost `kb.yaml`, where that is not the root.
  private static func innerFolder(of listing: FileListing) -> String? {
    guard !listing.entries.contains(where: { $0.path == "kb.yaml" }) else { return nil }
    return listing.entries.lazy.map(\.path).filter { $0.hasSuffix("/kb.yaml") }
      .min { $0.utf8.count < $1.utf8.count }.map { String($0.dropLast("/kb.yaml".count)) }
  }

  private func configuration(in listing: FileListing, from source: FileSource) throws(KnowledgeBaseError) -> Configuration {
    guard let entry = listing.entries.first(where: { $0.path == "kb.yaml" }) else {
      throw .noConfiguration(source: sourceName, folder: location.prefix)
    }
    let reader = try KnowledgeBaseError.wrap { () throws(GitError) in try FileReader(of: source) }
    switch reader.read(entry, limit: 1 << 20) {
    case .bytes(let bytes, _): return ConfigurationReader.read(DocumentReader().readYAML(bytes), knownRules: RuleRegistry.names)
    case let content: throw .unreadable(path: "kb.yaml", reason: content.reason ?? "it is no readable file of at most 1 MiB")
    }
  }

  private var sourceName: String {
    switch source {
    case .workTree: "the work tree"
    case .index: "the index"
    case .revision(let name): "'\(name)'"
    }
  }

  // MARK: Reading

  private typealias Opened = (fileSource: FileSource, commit: CommitID?, listing: FileListing, configuration: Configuration)

  /// Opens the source; meanwhile other cores look which of the facts that an earlier command left still hold.
  private func openRemembering() throws(KnowledgeBaseError) -> (Opened, RememberedFacts?) {
    guard let cache, !keepsSource, case .workTree = source, location.isOnDisk else { return (try open(), nil) }
    let opened = Mutex<Result<Opened, KnowledgeBaseError>?>(nil)
    let remembered = Mutex<RememberedFacts?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let result: Result<Opened, KnowledgeBaseError>
        do throws(KnowledgeBaseError) { result = .success(try open()) } catch { result = .failure(error) }
        opened.withLock { $0 = result }
      } else {
        let found = RememberedFacts(cache, at: location, today: today)
        remembered.withLock { $0 = found }
      }
      // Whoever is done first takes a share of the looking.
      remembered.withLock { $0 }?.check()
    }
    guard let result = opened.withLock({ $0 }) else { preconditionFailure("both parts have run") }
    return (try result.get(), remembered.withLock { $0 })
  }

  private func read(
    _ entries: [FileEntry], with reading: inout FactsReading, remembered: RememberedFacts?, since moment: ReadingMoment
  ) throws(KnowledgeBaseError) -> [FactsReading.File] {
    // Facts with their source would be as large as the files.
    guard let cache, !keepsSource, let key = key(under: reading.reader.configuration, in: cache) else { return try KnowledgeBaseError.wrap { () throws(GitError) in try reading.read(entries) } }
    // Another state of the files may have much in common with what is remembered of the work tree.
    reading.notesContent = true
    if let remembered, remembered.key == key {
      reading.cached = remembered.cached
      reading.isCurrent = remembered.isCurrent
    } else {
      reading.cached = cache.read(key)
    }
    let files = try KnowledgeBaseError.wrap { () throws(GitError) in try reading.read(entries) }
    if case .workTree = source { cache.remember(files, of: entries, since: moment, key, replacing: reading.cached) }
    return files
  }

  /// What facts under a configuration are remembered by; `nil` for one that cannot be read.
  func key(under configuration: Configuration, in cache: FactsCache) -> FactsCache.Key? {
    configuration.source.map {
      FactsCache.Key(program: cache.program, folder: location.folder, today: today, configuration: $0.buffer.prefix(Int($0.sourceCount)))
    }
  }
}

extension KnowledgeBaseError {
  /// Runs what may fail in git.
  static func wrap<T>(_ body: () throws(GitError) -> T) throws(KnowledgeBaseError) -> T {
    do throws(GitError) { return try body() } catch { throw .git(error) }
  }
}

extension FileSource {
  /// The absolute path of a folder on disk; `nil` for what git stores.
  fileprivate var folder: String? { if case .folder(let root, _) = self { root } else { nil } }

  /// The same source, a folder further down.
  fileprivate func under(_ folder: String) -> FileSource {
    func joined(_ prefix: String) -> String { prefix.isEmpty ? folder : prefix + "/" + folder }
    return switch self {
    case .folder(let root, let repository): .folder(root + "/" + folder, repository)
    case .index(let repository, let prefix): .index(repository, prefix: joined(prefix))
    case .revision(let repository, let commit, let prefix): .revision(repository, commit, prefix: joined(prefix))
    }
  }
}
