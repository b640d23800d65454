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
  package var requiresEveryObject = false

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
  package func load(sharing shared: SharedFacts? = nil) throws(KnowledgeBaseError) -> Snapshot {
    let (fileSource, commit, listing, configuration) = try open()
    let files = RecordFiles(listing: listing, exclude: configuration.exclude)
    let reader = RecordReader(configuration: configuration, today: today, keepsSource: keepsSource)
    let known = shared?.facts(under: configuration) ?? [:]
    let facts = try read(files.entries, from: fileSource, with: reader, known: known)
    let loose = files.symbolicLinks.flatMap { reader.facts(path: $0, unreadable: .symbolicLink).findings }

    var notices: [String] = []
    if let fault = listing.gitFault {
      notices.append("\(fault.message); files that git ignores are read too.\(fault.remedy.map { " " + $0 } ?? "")")
    }
    let graph = RecordGraph(files: facts)
    return Snapshot(
      location: location, source: source, fileSource: fileSource, commit: commit, configuration: configuration, graph: graph,
      looseFindings: loose, fileCount: facts.count + 1, notices: notices, today: today,
      asOf: asOf ?? graph.newestTalk(notAfter: today) ?? today)
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

  /// Files that a worker takes at a time: enough that taking is free, few enough that no core idles at the end.
  private static let stretch = 128

  private func read(
    _ entries: [FileEntry], from source: FileSource, with reader: RecordReader, known: [String: FileFacts]
  ) throws(KnowledgeBaseError) -> [FileFacts] {
    let stretches = (entries.count + Self.stretch - 1) / Self.stretch
    let next = Atomic<Int>(0)
    let parts = Mutex<[[FileFacts]]>(Array(repeating: [], count: stretches))
    let failure = Mutex<GitError?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(stretches, ProcessorCount.active))) { _ in
      do throws(GitError) {
        let files = try FileReader(of: source)
        var writer = FactsWriter()
        var read: [(stretch: Int, files: [ReadFile])] = []
        while true {
          let stretch = next.add(1, ordering: .relaxed).oldValue
          guard stretch < stretches else { break }
          var packed: [ReadFile] = []
          packed.reserveCapacity(Self.stretch)
          for entry in entries[stretch * Self.stretch..<min(entries.count, (stretch + 1) * Self.stretch)] {
            if let file = known[entry.path] {
              packed.append(.known(file))
            } else if let file = try facts(of: entry, files: files, reader: reader, &writer) {
              packed.append(.packed(file))
            }
          }
          read.append((stretch, packed))
        }
        let names = writer.table
        while let (stretch, packed) = read.popLast() {
          let facts = packed.map { $0.facts(names) }
          parts.withLock { $0[stretch] = facts }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw .git(error) }
    return parts.withLock { Array($0.joined()) }
  }

  private func facts(
    of entry: FileEntry, files: FileReader, reader: RecordReader, _ writer: inout FactsWriter
  ) throws(GitError) -> PackedFacts? {
    let limit = reader.configuration.fileLimit
    switch files.read(entry, limit: limit) {
    case .bytes(let bytes, _): return reader.facts(path: entry.path, bytes: bytes, &writer)
    case .tooLarge(let size): return reader.facts(path: entry.path, unreadable: .tooLarge(bytes: Int(size), limit: limit), &writer)
    case .symbolicLink: return reader.facts(path: entry.path, unreadable: .symbolicLink, &writer)
    case .damaged(let error) where requiresEveryObject: throw error
    case let content: return reader.facts(path: entry.path, unreadable: .failed(content.reason ?? "it is no regular file"), &writer)
    }
  }
}

/// A file as a worker leaves it: taken from elsewhere, or read and waiting for the table of all that the worker has read.
private enum ReadFile {
  case known(FileFacts)
  case packed(PackedFacts)

  func facts(_ names: NameTable) -> FileFacts {
    switch self {
    case .known(let file): file
    case .packed(let packed): FileFacts(packed, names: names)
    }
  }
}

extension FileContent {
  /// Why there are no bytes, in words that follow "it cannot be read:".
  fileprivate var reason: String? {
    switch self {
    case .missing: "it vanished while the folder was read"
    case .notRegular: "it is no regular file"
    case .unreadable(let code): SystemError.text(code)
    case .damaged(let error): error.message
    case .bytes, .tooLarge, .symbolicLink: nil
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
