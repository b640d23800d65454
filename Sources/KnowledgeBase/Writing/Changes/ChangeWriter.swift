import KBGit
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Makes the changes of a ``ChangeSet``: all of them, or none.
///
/// 1. A journal with all bytes before and after is written (`preparing`).
/// 2. The new contents are written beside their files, which is where a full disk or a read-only folder shows.
/// 3. The journal is renamed to `committed`: from here on the change is to be finished.
/// 4. The new files take their places, one rename each; then what goes is removed.
/// 5. The journal is removed.
///
/// Whoever finds a journal undoes what stands before step 3 and finishes what stands after it (``recover()``).
package struct ChangeWriter: Sendable {
  let root: String
  let prefix: String
  /// Where journal and lock live.
  let state: String
  var operations = FileOperations()
  private let cancellation: Cancellation

  /// Ends the name of a new content until it takes its file's place.
  static let suffix = ".kb-new"
  /// So many files are brought to the disk one by one; more of them all at once.
  private static let separateSyncs = 64

  /// - Parameter cancellation: asked as long as nothing has taken its place yet.
  package init(at location: KnowledgeBaseLocation, cancellation: Cancellation = .never) {
    self.cancellation = cancellation
    root = location.folder
    prefix = location.prefix
    state = location.stateFolder ?? location.folder + "/.kb-journal"
  }

  var newJournal: String { state + "/journal.new" }
  var preparing: String { state + "/journal.preparing" }
  var committed: String { state + "/journal.committed" }
  private var lockFile: String { state + "/writer.lock" }

  // MARK: Making changes

  /// Makes all changes, or throws and has made none.
  package func apply(_ changes: ChangeSet) throws(KnowledgeBaseError) {
    guard !changes.isEmpty else { return }
    try reporting { () throws(FileOperations.Failure) in try operations.makeFolder(state) }
    let lock = try WriterLock(lockFile)
    defer { withExtendedLifetime(lock) {} }
    _ = try finishInterrupted()

    for change in changes.changes { try check(change) }
    let journal = ChangeJournal(prefix: prefix, entries: changes.changes.map(entry))
    do throws(FileOperations.Failure) {
      try operations.write(newJournal, journal.bytes)
      try operations.rename(newJournal, to: preparing)
      operations.sync(folder: state)
    } catch {
      if error != .killed { _ = try? operations.remove(newJournal) }
      throw self.error(error)
    }

    var made: [String] = []
    do throws(FileOperations.Failure) {
      try prepare(journal, made: &made)
    } catch {
      if error != .killed { abandon(journal, made: made) }
      throw self.error(error)
    }
    if cancellation.isRequested() {
      abandon(journal, made: made)
      throw .cancelled
    }
    if let path = firstChanged(journal) {
      abandon(journal, made: made)
      throw .changedMeanwhile(path: path)
    }

    var changed: String?
    do throws(FileOperations.Failure) {
      try operations.rename(preparing, to: committed)
      operations.sync(folder: state)
      changed = try carryOut(journal)
      if changed == nil { try operations.remove(committed) }
    } catch {
      guard error != .killed, undo(journal, made: made) else { throw self.error(error, isHalfDone: true) }
      throw self.error(error)
    }
    if let changed {
      guard undo(journal, made: made) else { throw .halfDone(path: changed, reason: "it was changed meanwhile") }
      throw .changedMeanwhile(path: changed)
    }
  }

  private func entry(of change: ChangeSet.Change) -> ChangeJournal.Entry {
    var mode: UInt32?
    if case .file(let found) = FileOperations.kind(root + "/" + (change.source ?? change.path)) { mode = found }
    return ChangeJournal.Entry(path: change.path, before: change.before, after: change.after, mode: mode)
  }

  /// Whether a change can be made: its place lies in the knowledge base, behind no link, and holds what was read there.
  private func check(_ change: ChangeSet.Change) throws(KnowledgeBaseError) {
    var folder = root
    let parts = change.path.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts {
      guard part != "..", part != ".", !part.isEmpty else { throw .notChanged(path: change.path, reason: "it leads out of the knowledge base") }
    }
    for part in parts.dropLast() {
      folder += "/" + part
      guard let kind = FileOperations.kind(folder) else { break }
      guard kind == .folder else { throw .notChanged(path: change.path, reason: "'\(part)' is no folder") }
    }
    let place = root + "/" + change.path
    if change.before == nil {
      guard FileOperations.kind(place) == nil else { throw .exists(path: change.path) }
    } else if current(change.path) != .some(change.before) {
      throw .changedMeanwhile(path: change.path)
    }
    guard FileOperations.kind(place + Self.suffix) == nil else { throw .exists(path: change.path + Self.suffix) }
  }

  /// What a file holds now: `nil` where it cannot be read, `.some(nil)` where nothing is there.
  private func current(_ path: String) -> [UInt8]?? {
    do throws(FileOperations.Failure) { return try FileOperations.bytes(root + "/" + path) } catch { return nil }
  }

  private func firstChanged(_ journal: ChangeJournal) -> String? {
    journal.entries.first { current($0.path) != .some($0.before) }?.path
  }

  private func prepare(_ journal: ChangeJournal, made: inout [String]) throws(FileOperations.Failure) {
    let written = journal.entries.filter { $0.after != nil }
    for entry in written where !cancellation.isRequested() {
      if entry.before == nil { try makeFolders(above: entry.path, made: &made) }
      try operations.write(
        root + "/" + entry.path + Self.suffix, entry.after ?? [], mode: entry.mode, syncs: written.count <= Self.separateSyncs)
    }
    if written.count > Self.separateSyncs { systemSync() }
  }

  private func makeFolders(above path: String, made: inout [String]) throws(FileOperations.Failure) {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      guard FileOperations.kind(folder) == nil else { continue }
      try operations.makeFolder(folder)
      made.append(folder)
    }
  }

  /// Puts the new contents into their places, then removes what goes. Gives back the path of a file that holds something else
  /// than it should, which is left alone.
  private func carryOut(_ journal: ChangeJournal) throws(FileOperations.Failure) -> String? {
    for entry in journal.entries where entry.after != nil {
      guard current(entry.path) == .some(entry.before) else { return entry.path }
      try operations.rename(root + "/" + entry.path + Self.suffix, to: root + "/" + entry.path)
    }
    for entry in journal.entries where entry.after == nil {
      guard current(entry.path) == .some(entry.before) else { return entry.path }
      try operations.remove(root + "/" + entry.path)
    }
    syncFolders(journal)
    return nil
  }

  private func syncFolders(_ journal: ChangeJournal) {
    let folders = Set(journal.entries.compactMap { Folder.parent(of: root + "/" + $0.path) })
    if folders.count > Self.separateSyncs { systemSync() } else { for folder in folders { operations.sync(folder: folder) } }
  }

  // MARK: Taking back

  /// Removes what was prepared; nothing had taken its place yet.
  private func abandon(_ journal: ChangeJournal, made: [String]) {
    do throws(FileOperations.Failure) {
      try removePrepared(journal)
      for folder in made.reversed() { try operations.removeEmptyFolder(folder) }
      try operations.remove(preparing)
    } catch {
      // The journal is still there, and the next command removes the rest.
    }
  }

  private func removePrepared(_ journal: ChangeJournal) throws(FileOperations.Failure) {
    for entry in journal.entries where entry.after != nil { try operations.remove(root + "/" + entry.path + Self.suffix) }
  }

  /// Gives every file that holds its new bytes its old ones again. Files that hold something else are left alone.
  /// `false` where that failed half-way: then the journal stays.
  private func undo(_ journal: ChangeJournal, made: [String]) -> Bool {
    do throws(FileOperations.Failure) {
      try takeBack(journal)
      for folder in made.reversed() { try operations.removeEmptyFolder(folder) }
      // One of the two is there: the rename from one name to the other may be what failed.
      try operations.remove(preparing)
      try operations.remove(committed)
      return true
    } catch {
      return false
    }
  }

  private func takeBack(_ journal: ChangeJournal) throws(FileOperations.Failure) {
    for entry in journal.entries.reversed() where current(entry.path) == .some(entry.after) { try put(entry.before, at: entry) }
    try removePrepared(journal)
    syncFolders(journal)
  }

  private func put(_ bytes: [UInt8]?, at entry: ChangeJournal.Entry) throws(FileOperations.Failure) {
    let place = root + "/" + entry.path
    guard let bytes else { return try operations.remove(place) }
    var made: [String] = []
    try makeFolders(above: entry.path, made: &made)
    try operations.write(place + Self.suffix, bytes, mode: entry.mode)
    try operations.rename(place + Self.suffix, to: place)
  }

  // MARK: Finishing what was interrupted

  /// Finishes or undoes a change that was interrupted, if there is one; says what was done.
  ///
  /// Costs no more than a look for the journal where there is none.
  package func recover() throws(KnowledgeBaseError) -> InterruptedChange? {
    guard [newJournal, preparing, committed].contains(where: { FileOperations.kind($0) != nil }) else { return nil }
    // Whoever is at work now will be done soon.
    let lock = try WriterLock(lockFile, patience: 50)
    defer { withExtendedLifetime(lock) {} }
    return try finishInterrupted()
  }

  private func finishInterrupted() throws(KnowledgeBaseError) -> InterruptedChange? {
    if FileOperations.kind(newJournal) != nil {
      try reporting { () throws(FileOperations.Failure) in try operations.remove(newJournal) }
    }
    if let journal = try journal(preparing) {
      try reporting { () throws(FileOperations.Failure) in
        try at(journal).removePrepared(journal)
        for entry in journal.entries where entry.before == nil { try at(journal).removeEmptyFolders(above: entry.path) }
        try operations.remove(preparing)
      }
      return InterruptedChange(outcome: .undone, paths: journal.entries.map(\.path), left: [])
    }
    guard let journal = try journal(committed) else { return nil }
    return try reporting { () throws(FileOperations.Failure) in try at(journal).finish(journal) }
  }

  private func finish(_ journal: ChangeJournal) throws(FileOperations.Failure) -> InterruptedChange {
    let foreign = journal.entries.filter { current($0.path) != .some($0.before) && current($0.path) != .some($0.after) }
    // Somebody changed a file whose turn had not come: their text belongs to the old state, and so the rest goes back to it.
    let isUndone = foreign.contains { $0.after == nil || FileOperations.kind(root + "/" + $0.path + Self.suffix) != nil }
    if isUndone {
      try takeBack(journal)
      for entry in journal.entries where entry.before == nil { try removeEmptyFolders(above: entry.path) }
    } else {
      for entry in journal.entries where entry.after != nil && current(entry.path) == .some(entry.before) { try put(entry.after, at: entry) }
      for entry in journal.entries where entry.after == nil && current(entry.path) == .some(entry.before) { try put(nil, at: entry) }
      try removePrepared(journal)
      syncFolders(journal)
    }
    try operations.remove(committed)
    return InterruptedChange(outcome: isUndone ? .undone : .finished, paths: journal.entries.map(\.path), left: foreign.map(\.path))
  }

  private func removeEmptyFolders(above path: String) throws(FileOperations.Failure) {
    var folder = Folder.parent(of: root + "/" + path)
    while let candidate = folder, candidate.utf8.count > root.utf8.count {
      try operations.removeEmptyFolder(candidate)
      folder = Folder.parent(of: candidate)
    }
  }

  /// The same writer for the knowledge base that a journal is about: several in one repository share its state folder.
  private func at(_ journal: ChangeJournal) -> ChangeWriter {
    guard journal.prefix != prefix else { return self }
    let top = prefix.isEmpty ? root : String(root.dropLast(prefix.utf8.count + 1))
    return ChangeWriter(
      root: journal.prefix.isEmpty ? top : top + "/" + journal.prefix, prefix: journal.prefix, state: state, operations: operations,
      cancellation: cancellation)
  }

  private init(root: String, prefix: String, state: String, operations: FileOperations, cancellation: Cancellation) {
    self.root = root
    self.prefix = prefix
    self.state = state
    self.operations = operations
    self.cancellation = cancellation
  }

  private func journal(_ path: String) throws(KnowledgeBaseError) -> ChangeJournal? {
    let bytes = try reporting { () throws(FileOperations.Failure) in try FileOperations.bytes(path) }
    guard let bytes else { return nil }
    guard let journal = ChangeJournal(bytes) else { throw .journalDamaged(path: path) }
    return journal
  }

  // MARK: Errors

  private func reporting<T>(_ body: () throws(FileOperations.Failure) -> T) throws(KnowledgeBaseError) -> T {
    do throws(FileOperations.Failure) { return try body() } catch { throw self.error(error) }
  }

  private func error(_ failure: FileOperations.Failure, isHalfDone: Bool = false) -> KnowledgeBaseError {
    guard case .system(let code, let path) = failure else { return .halfDone(path: root, reason: "the run was ended") }
    var shown = path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : path
    if shown.hasSuffix(Self.suffix) { shown.removeLast(Self.suffix.utf8.count) }
    let reason = SystemError.text(code)
    return isHalfDone ? .halfDone(path: shown, reason: reason) : .notChanged(path: shown, reason: reason)
  }
}

/// Brings everything that was written to the disk.
private func systemSync() { sync() }

/// A change of several files that did not come to its end, and what became of it.
package struct InterruptedChange: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable { case finished, undone }

  package var outcome: Outcome
  /// The files that it was about.
  package var paths: [String]
  /// Files that somebody changed since, which were left as they are.
  package var left: [String]

  /// One sentence for the user.
  package var notice: String {
    let files = paths.count == 1 ? "'\(paths[0])'" : "\(paths.count) files"
    let what = outcome == .finished ? "finished" : "undone; run it again if it is still wanted"
    let rest = left.isEmpty ? "" : ". Changed since, and left as they are: \(left.map { "'\($0)'" }.joined(separator: ", "))"
    return "a change of \(files) that was interrupted has been \(what)\(rest)"
  }
}
