internal import CGit2

/// What git ignores in a work tree.
///
/// Libgit2 decides; this type keeps it from being asked ten thousand times. A path costs some microseconds, loading the index some
/// milliseconds, and most repositories ignore folders and build products, never a Markdown file. So the rule files are scanned once for
/// lines that could match a wanted file at all: where there are none, only folders are asked about, and the index is not loaded.
///
/// A file that git tracks is never ignored.
final class IgnoreRules {
  private let repository: Repository
  /// The path of the walk's root in the work tree, with a `/` at its end unless it is empty.
  private let prefix: [UInt8]
  private let filter: FileFilter
  /// The rules in force at each level of the walk.
  private var levels: [Reach]
  private var index: LoadedIndex?
  /// Why tracked files are not known.
  private(set) var fault: GitError?

  /// What the rule files in force could match.
  private struct Reach {
    var anything = false
    var wantedFiles = false

    func with(_ other: Reach) -> Reach {
      Reach(anything: anything || other.anything, wantedFiles: wantedFiles || other.wantedFiles)
    }
  }

  /// The rules for a walk that begins at `prefix` in the work tree. `nil` where they would hide the whole walk: a knowledge base in a
  /// folder that git ignores, and tracks nothing in, is read as a plain folder.
  init?(_ repository: Repository, prefix: String, filter: FileFilter) throws(GitError) {
    self.repository = repository
    self.prefix = prefix.isEmpty ? [] : Array(prefix.utf8) + [UInt8(ascii: "/")]
    self.filter = filter
    levels = []

    var reach = Reach()
    reach = reach.with(Self.reach(ofFile: repository.location.commonDirectory + "/info/exclude", filter: filter))
    for file in try repository.globalIgnoreFiles() { reach = reach.with(Self.reach(ofFile: file, filter: filter)) }
    if !prefix.isEmpty, var folder = repository.location.workTree {
      for part in prefix.split(separator: "/") {
        reach = reach.with(Self.reach(ofFile: folder + "/.gitignore", filter: filter))
        folder += "/" + part
      }
    }
    levels.append(reach)
    if !prefix.isEmpty, reach.anything, try isIgnored(self.prefix), !tracksAnything(in: []) { return nil }
  }

  /// Takes note of the rules of a folder that the walk enters. Each call is paired with one of ``leave()``.
  func enter(_ folder: borrowing Descriptor, path: [UInt8], hasRules: Bool) {
    guard let above = levels.last else { return }
    guard hasRules else { return levels.append(above) }
    var reach = Reach(anything: true, wantedFiles: true)  // A rule file that cannot be scanned might say anything.
    if let file = folder.file(".gitignore"), let bytes = RegularFile.bytes(of: file, limit: 1 << 20) {
      reach = Self.reach(of: bytes, filter: filter)
    }
    levels.append(above.with(reach))
  }

  func leave() { levels.removeLast() }

  /// Whether git ignores a folder whose parent it does not ignore. The path is that from the walk's root and ends in `/`.
  func ignoresFolder(_ path: [UInt8]) throws(GitError) -> Bool {
    guard let reach = levels.last, reach.anything else { return false }
    return try isIgnored(prefix + path)
  }

  /// Whether git ignores a file in a folder that it does not ignore.
  func ignoresFile(_ path: [UInt8]) throws(GitError) -> Bool {
    guard let reach = levels.last, reach.wantedFiles, !tracks(path) else { return false }
    return try isIgnored(prefix + path)
  }

  /// Whether the index has that file.
  func tracks(_ path: [UInt8]) -> Bool { loadedIndex()?.contains(prefix + path) ?? false }

  /// Whether the index has any file under that folder, whose path ends in `/` (or is empty).
  func tracksAnything(in path: [UInt8]) -> Bool { loadedIndex()?.containsFolder(prefix + path) ?? false }

  private func loadedIndex() -> LoadedIndex? {
    if index == nil, fault == nil {
      do throws(GitError) {
        index = try LoadedIndex(repository)
      } catch {
        fault = error
      }
    }
    return index
  }

  private func isIgnored(_ path: [UInt8]) throws(GitError) -> Bool {
    var ignored: Int32 = 0
    let status = path.withCString { git_ignore_path_is_ignored(&ignored, repository.handle.pointer, $0) }
    try GitError.check(status, "apply the ignore rules")
    return ignored != 0
  }

  // MARK: Scanning rule files

  private static func reach(ofFile path: String, filter: FileFilter) -> Reach {
    guard let file = Descriptor.file(atPath: path) else { return Reach() }
    return RegularFile.bytes(of: file, limit: 1 << 20).map { reach(of: $0, filter: filter) } ?? Reach(anything: true, wantedFiles: true)
  }

  /// What the lines of a rule file could match. When in doubt, more than they do.
  private static func reach(of bytes: [UInt8], filter: FileFilter) -> Reach {
    var reach = Reach()
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "!") else { continue }
      reach.anything = true
      if !reach.wantedFiles { reach.wantedFiles = couldMatchFile(line, filter: filter) }
    }
    return reach
  }

  /// Whether a pattern could match the name of a wanted file. A pattern that matches folders only is told by its last `/`; any other
  /// by the fixed text at its end, which a name must share.
  private static func couldMatchFile(_ pattern: ArraySlice<UInt8>, filter: FileFilter) -> Bool {
    let trimmed = pattern.trimmingTrailingSpaces()
    guard trimmed.last != UInt8(ascii: "/") else { return false }
    let name = trimmed[(trimmed.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? trimmed.startIndex)...]
    let special = name.lastIndex { "*?[]\\".utf8.contains($0) }
    let tail = name[(special.map { $0 + 1 } ?? name.startIndex)...].map(lowercased)
    func shareEnd(_ text: String) -> Bool {
      let text = text.utf8.map(lowercased)
      let common = min(text.count, tail.count)
      return text.suffix(common).elementsEqual(tail.suffix(common))
    }
    if filter.names.contains(where: shareEnd) { return true }
    // Without a wildcard the pattern is the whole name, and must have all of the ending.
    return filter.suffixes.contains { shareEnd($0) && (special != nil || tail.count >= $0.utf8.count) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingTrailingSpaces() -> ArraySlice<UInt8> {
    var slice = self
    while slice.last == UInt8(ascii: " ") || slice.last == UInt8(ascii: "\t") { slice.removeLast() }
    return slice
  }
}

extension [UInt8] {
  /// Calls `body` with the bytes and a zero after them.
  func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { buffer in
      for (i, byte) in enumerated() { buffer.initializeElement(at: i, to: CChar(bitPattern: byte)) }
      buffer.initializeElement(at: count, to: 0)
      return body(UnsafePointer(buffer.baseAddress!))  // The buffer has at least one element.
    }
  }
}
