#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit
import KBModel

/// Where facts are kept from one command to the next, so that a file which has not changed is not read again.
///
/// It is never the truth: what it has of a file counts only while the file system says of the file what it said when it was read,
/// or the file's bytes are the same. It may be deleted at any time, and several processes may use it at once: a file is written
/// beside the old one and takes its place. What cannot be read or written is as if it were not there.
package struct FactsCache: Sendable {
  /// Made where it is missing.
  package var folder: String
  /// What tells one build of the program from another: facts of another one do not count.
  package var program: String
  /// How many files must have changed before the cache is written anew; fewer are read each time.
  package var leastChanges = 64
  /// Called around the writing of the file, by whoever does not want that to be cut in two by a signal.
  package var whileWriting: @Sendable (_ write: () -> Void) -> Void = { $0() }

  package init(folder: String, program: String) {
    self.folder = folder
    self.program = program
  }

  /// For each knowledge base and day there is one file of facts and one of findings; of each the newest are kept.
  private static let keptFiles = 4
  private static let prefix = "facts-"
  private static let findingsPrefix = "findings-"

  /// What facts depend on besides the bytes of their file.
  struct Key: Equatable {
    var bytes: [UInt8]
    fileprivate var name: String
    /// Where what was found in those files is kept.
    fileprivate var findingsName: String

    /// - Parameter configuration: the bytes of `kb.yaml`.
    init(program: String, folder: String, today: CalendarDate, configuration: some Sequence<UInt8>) {
      let place = Array("\(folder)\n\(today)\n".utf8)
      bytes = Array("\(program)\n".utf8) + place + configuration
      let hash = ContentHash(place).text
      name = FactsCache.prefix + hash
      findingsName = FactsCache.findingsPrefix + hash
    }
  }

  func read(_ key: Key) -> CachedFacts? { CachedFacts(path: path(key), key: key.bytes) }

  /// Whether so many changes among so many files are worth writing.
  func isWorthWriting(changes: Int, of files: Int) -> Bool { changes >= max(leastChanges, files / 128) }

  /// Writes what `body` adds; whether that could be done.
  @discardableResult
  func write(_ key: Key, _ body: (inout CachedFactsWriter) -> Void) -> Bool {
    guard makeFolder() else { return false }
    var isWritten = false
    whileWriting {
      var writer = CachedFactsWriter(CacheFile(target: path(key)))
      body(&writer)
      isWritten = writer.finish(key: key.bytes)
    }
    // Also where it could not be written: what a killed process left may stand in the way.
    removeOldFiles()
    return isWritten
  }

  func findings(_ key: Key) -> HeldBytes? { MappedFile(path: folder + "/" + key.findingsName)?.bytes }

  func writeFindings(_ bytes: [UInt8], _ key: Key) {
    guard makeFolder() else { return }
    whileWriting { try? AtomicFile.replace(key.findingsName, in: folder, bytes: bytes, mode: 0o600) }
  }

  private func path(_ key: Key) -> String { folder + "/" + key.name }

  private func makeFolder() -> Bool {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let parent = Folder.parent(of: folder) else { return false }
    return mkdir(parent, 0o755) == 0 && mkdir(folder, 0o700) == 0
  }

  /// Removes all but the newest files, and what a process left that was killed.
  private func removeOldFiles() {
    var files: [(name: String, changed: Int, isWhole: Bool)] = []
    for name in Self.names(in: folder) {
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { continue }
      #if canImport(Darwin)
      let changed = status.st_mtimespec.tv_sec
      #else
      let changed = status.st_mtim.tv_sec
      #endif
      files.append((name, changed, !name.contains(".")))
    }
    let hour = 3600
    let now = time(nil)
    let whole = files.filter(\.isWhole).sorted { ($0.changed, $0.name) > ($1.changed, $1.name) }
    let old = [Self.prefix, Self.findingsPrefix].flatMap { kind in whole.filter { $0.name.hasPrefix(kind) }.dropFirst(Self.keptFiles) }
    let left = files.filter { !$0.isWhole && $0.changed < now - hour }
    for file in old + left { unlink(folder + "/" + file.name) }
  }

  /// Removes all that is remembered, also what another process is writing: the words of somebody who asked for that are among it.
  static func remove(folder: String) throws(KnowledgeBaseError) {
    if access(folder, R_OK) != 0, errno != ENOENT { throw .notWritable(path: folder, reason: SystemError.text(errno)) }
    for name in names(in: folder) where unlink(folder + "/" + name) != 0 && errno != ENOENT {
      throw .notWritable(path: folder + "/" + name, reason: SystemError.text(errno))
    }
  }

  /// The names of our files in a folder.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
      if name.hasPrefix(prefix) || name.hasPrefix(findingsPrefix) { names.append(name) }
    }
    return names
  }
}
