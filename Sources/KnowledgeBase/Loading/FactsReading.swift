import Dispatch
import KBGit
import KBModel
import KBRules
import Synchronization

/// Reads the facts of many files on all cores, each file once: what is known of it already is not read again.
struct FactsReading {
  var source: FileSource
  var reader: RecordReader
  /// Facts by path that hold here too.
  var known: [String: FileFacts] = [:]
  /// What an earlier command left.
  var cached: CachedFacts?
  /// By entry of ``cached``, whether its file is known to be as it was; see ``RememberedFacts/isCurrent``.
  var isCurrent: [Bool] = []
  /// Whether the content of each file is hashed, to be remembered.
  var notesContent = false
  /// Whether an object of git that cannot be read is an error; otherwise it is a finding about its file.
  var requiresEveryObject = false
  var progress = WorkProgress.unseen

  /// A file that was read.
  struct File {
    /// `nil` for a file that is no record.
    var facts: FileFacts?
    /// What tells this state of the file from another; `nil` where the file is not to be remembered.
    var stamp: Stamp?
  }

  struct Stamp {
    var stat: FileStat?
    var hash: ContentHash
    /// Whether the cache has it and knew so without reading the file.
    var isCached = false
  }

  /// Files that a worker takes at a time: enough that taking is free, few enough that no core idles at the end.
  private static let stretch = 128

  /// The files in the order of the entries, which is that of the bytes of their paths.
  func read(_ entries: [FileEntry]) throws(GitError) -> [File] {
    let stretches = (entries.count + Self.stretch - 1) / Self.stretch
    let next = Atomic<Int>(0)
    let parts = Mutex<[[File]]>(Array(repeating: [], count: stretches))
    let failure = Mutex<GitError?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(stretches, ProcessorCount.active))) { _ in
      do throws(GitError) {
        var worker = try Worker(self)
        var read: [(stretch: Int, files: [Worker.Result])] = []
        while true {
          let stretch = next.add(1, ordering: .relaxed).oldValue
          guard stretch < stretches else { break }
          var results: [Worker.Result] = []
          results.reserveCapacity(Self.stretch)
          for entry in entries[stretch * Self.stretch..<min(entries.count, (stretch + 1) * Self.stretch)] {
            results.append(try worker.read(entry))
          }
          read.append((stretch, results))
          progress.report(.readingFiles, min(entries.count, (stretch + 1) * Self.stretch), of: entries.count)
        }
        let names = worker.names
        while let (stretch, results) = read.popLast() {
          let files = results.map { $0.file(names) }
          parts.withLock { $0[stretch] = files }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return parts.withLock { Array($0.joined()) }
  }
}

/// What one core needs to read files one after another.
private struct Worker {
  private let reading: FactsReading
  private let files: FileReader
  private var writer = FactsWriter()
  private var cursor: CachedFacts.Cursor?

  init(_ reading: FactsReading) throws(GitError) {
    self.reading = reading
    files = try FileReader(of: reading.source)
    cursor = reading.cached.map(CachedFacts.Cursor.init)
  }

  /// The texts of all files that were read.
  var names: NameTable { writer.table }

  /// A file whose facts are known, or wait for the table of all that the worker has read.
  struct Result {
    fileprivate enum Facts {
      case known(FileFacts?)
      case packed(PackedFacts)
    }

    fileprivate var facts: Facts
    fileprivate var stamp: FactsReading.Stamp?

    func file(_ names: NameTable) -> FactsReading.File {
      switch facts {
      case .known(let file): FactsReading.File(facts: file, stamp: stamp)
      case .packed(let packed): FactsReading.File(facts: FileFacts(packed, names: names), stamp: stamp)
      }
    }
  }

  mutating func read(_ entry: FileEntry) throws(GitError) -> Result {
    if let file = reading.known[entry.path] { return Result(facts: .known(file)) }
    let place = cursor?.index(of: entry.path)
    if let place, let cached = reading.cached, place < reading.isCurrent.count, reading.isCurrent[place],
      let facts = cached.facts(at: place, path: entry.path)
    {
      let known = cached[place]
      return Result(facts: .known(facts), stamp: FactsReading.Stamp(stat: known.stat, hash: known.hash, isCached: true))
    }
    return try readBytes(of: entry, place: place)
  }

  private mutating func readBytes(of entry: FileEntry, place: Int?) throws(GitError) -> Result {
    let reader = reading.reader
    let limit = reader.configuration.fileLimit
    let reason: Unreadable
    switch files.read(entry, limit: limit) {
    case .bytes(let bytes, let stat):
      var stamp: FactsReading.Stamp?
      if reading.notesContent || place != nil {
        let hash = ContentHash(bytes)
        stamp = FactsReading.Stamp(stat: stat, hash: hash)
        if let place, let cached = reading.cached, cached[place].hash == hash, let facts = cached.facts(at: place, path: entry.path) {
          return Result(facts: .known(facts), stamp: stamp)
        }
      }
      guard let packed = reader.facts(path: entry.path, bytes: bytes, &writer) else { return Result(facts: .known(nil), stamp: stamp) }
      // A front matter of unusual size has no place in the cache.
      return Result(facts: .packed(packed), stamp: packed.wideFrontMatter == nil ? stamp : nil)
    case .damaged(let error) where reading.requiresEveryObject: throw error
    case .tooLarge(let size): reason = .tooLarge(bytes: Int(size), limit: limit)
    case .symbolicLink: reason = .symbolicLink
    case let content: reason = .failed(content.reason ?? "it is no regular file")
    }
    return Result(facts: .packed(reader.facts(path: entry.path, unreadable: reason, &writer)))
  }
}

extension FileContent {
  /// Why there are no bytes, in words that follow "it cannot be read:".
  var reason: String? {
    switch self {
    case .missing: "it vanished while the folder was read"
    case .notRegular: "it is no regular file"
    case .unreadable(let code): SystemError.text(code)
    case .damaged(let error): error.message
    case .bytes, .tooLarge, .symbolicLink: nil
    }
  }
}
