internal import CGit2
#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What reading a file gives. One file's trouble is its own: it never stops the others from being read.
package enum FileContent: Sendable, Hashable {
  /// All of it, and for a file on disk what the file system said about it when it was read.
  case bytes([UInt8], FileStat?)
  /// Larger than the limit, and not read; its size in bytes.
  case tooLarge(Int64)
  /// There is no such file (any more).
  case missing
  /// A symbolic link, or a path through one. It is not followed.
  case symbolicLink
  /// A folder, pipe, socket or device.
  case notRegular
  /// It cannot be opened or read, for the system's error number.
  case unreadable(Int32)
  /// The stored object cannot be read.
  case damaged(GitError)
}

/// Reads the files of a source, one after another. It keeps the last folder open, so files are best read in the order of the listing.
///
/// Not `Sendable`: each worker has its own.
package final class FileReader {
  private let source: FileSource
  /// Open if the source is a folder.
  private let root: Descriptor
  private var folder = Descriptor.none
  /// The path of ``folder``, without `/` at its end; it is meaningful while that is open.
  private var folderPath: [UInt8] = []
  private var opened: Repository?
  private var index: LoadedIndex?
  private var prefixTree: TreeID?

  /// - Throws: ``GitError/folderUnreadable(path:code:)``, or why the repository cannot be opened.
  package init(of source: FileSource) throws(GitError) {
    self.source = source
    switch source {
    case .folder(let path, _): root = try Descriptor.root(path)
    case .index(let location, _), .revision(let location, _, _):
      root = .none
      opened = try Repository(at: location)
    }
  }

  /// Reads one file of a listing, of at most `limit` bytes.
  ///
  /// An entry with a blob id may come from another source of the same repository.
  package func read(_ entry: FileEntry, limit: Int) -> FileContent {
    switch entry.version {
    case .onDisk: readDisk(entry.path, limit: limit)
    case .stored(let blob, _): read(blob, limit: limit)
    }
  }

  /// Reads a stored file by its id, of at most `limit` bytes.
  package func read(_ blob: BlobID, limit: Int) -> FileContent {
    do throws(GitError) {
      return try repository().content(of: blob, limit: limit)
    } catch {
      return .damaged(error)
    }
  }

  /// Reads the file at a path from the folder of the knowledge base, whether or not a listing has it. A path with `.`, `..` or an empty
  /// part is ``FileContent/missing``.
  package func read(path: String, limit: Int) -> FileContent {
    if root.isOpen { return readDisk(path, limit: limit) }
    do throws(GitError) {
      switch try stored(path) {
      case nil: return .missing
      case .file(let blob): return read(blob, limit: limit)
      case .link: return .symbolicLink
      case .folder, .other: return .notRegular
      }
    } catch {
      return .damaged(error)
    }
  }

  /// What is at a path from the folder of the knowledge base, `nil` where there is nothing. Nothing is read, and a link is not followed.
  package func kind(ofPath path: String) throws(GitError) -> FileKind? {
    guard root.isOpen else {
      return switch try stored(path) {
      case nil: nil
      case .file: .file
      case .folder: .folder
      case .link: .symbolicLink
      case .other: .other
      }
    }
    return withFolder(of: path) { folder, name in
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      return switch status.st_mode & mode_t(S_IFMT) {
      case mode_t(S_IFREG): .file
      case mode_t(S_IFDIR): .folder
      case mode_t(S_IFLNK): .symbolicLink
      default: .other
      }
    } failing: { _ in nil }
  }

  /// What the file system says about a file on disk now; `nil` where it is not a regular file there.
  package func status(ofPath path: String) -> FileStat? {
    guard root.isOpen else { return nil }
    return withFolder(of: path) { folder, name in
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else { return nil }
      return FileStat(status)
    } failing: { _ in nil }
  }

  // MARK: On disk

  private func readDisk(_ path: String, limit: Int) -> FileContent {
    withFolder(of: path) { folder, name in
      let number = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      if number < 0 { return Self.content(forError: SystemError.last) }
      let file = Descriptor(number)
      return switch RegularFile.read(file, limit: limit) {
      case .bytes(let bytes, let stat): .bytes(bytes, stat)
      case .tooLarge(let size): .tooLarge(size)
      case .notRegular: .notRegular
      case .failed(let code): Self.content(forError: code)
      }
    } failing: { code in
      Self.content(forError: code)
    }
  }

  private static func content(forError code: Int32) -> FileContent {
    switch code {
    case ENOENT, EINVAL, ENAMETOOLONG: .missing
    case ELOOP, ENOTDIR, EMLINK: .symbolicLink
    case ENXIO, EISDIR: .notRegular
    default: .unreadable(code)
    }
  }

  /// Calls `body` with the open folder of a path and the last part of the path, or `failing` with the system's error number where a folder
  /// on the way is missing or a link.
  private func withFolder<R>(of path: String, _ body: (Int32, UnsafePointer<CChar>) -> R, failing: (Int32) -> R) -> R {
    var path = path
    return path.withUTF8 { bytes in
      let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
      let parent = UnsafeBufferPointer(rebasing: bytes[..<(slash ?? 0)])
      let name = UnsafeBufferPointer(rebasing: bytes[(slash.map { $0 + 1 } ?? 0)...])
      guard Self.isName(name), slash != 0 else { return failing(ENOENT) }
      if slash != nil, !folder.isOpen || !folderPath.elementsEqual(parent) {
        if let code = openFolder(parent) { return failing(code) }
      }
      let number = slash == nil ? root.number : folder.number
      return Self.withCString(name) { body(number, $0) }
    }
  }

  /// Opens a folder part by part, so that no link on the way is followed; gives back the system's error number where that fails.
  private func openFolder(_ path: UnsafeBufferPointer<UInt8>) -> Int32? {
    folder = .none
    var current = root.number
    var opened = Descriptor.none
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let name = UnsafeBufferPointer(rebasing: part)
      guard Self.isName(name) else { return ENOENT }
      let number = Self.withCString(name) { openat(current, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      if number < 0 { return SystemError.last }
      opened = Descriptor(number)
      current = number
    }
    folder = opened
    folderPath.removeAll(keepingCapacity: true)
    folderPath.append(contentsOf: path)
    return nil
  }

  /// A part of a path that leads down and nowhere else.
  private static func isName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first else { return false }
    if first == UInt8(ascii: "."), name.count == 1 || name.count == 2 && name[1] == UInt8(ascii: ".") { return false }
    return !name.contains(0)
  }

  private static func withCString<R>(_ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count + 1) { buffer in
      let end = buffer[..<name.count].initialize(fromContentsOf: name)
      buffer.initializeElement(at: end, to: 0)
      return buffer.withMemoryRebound(to: CChar.self) { body(UnsafePointer($0.baseAddress!)) }  // Not empty: it has the zero.
    }
  }

  // MARK: In git

  fileprivate enum Stored { case file(BlobID), folder, link, other }

  private func repository() throws(GitError) -> Repository {
    if let opened { return opened }
    guard case .folder(let path, let location) = source else { throw .repositoryInvalid(path: "", detail: "not opened") }
    guard let location else { throw .repositoryInvalid(path: path, detail: "it is a plain folder") }
    let repository = try Repository(at: location)
    opened = repository
    return repository
  }

  /// What the index or revision has at a path.
  private func stored(_ path: String) throws(GitError) -> Stored? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) && !$0.contains(0) }) else { return nil }
    switch source {
    case .folder: return nil
    case .index(_, let prefix):
      if index == nil { index = try LoadedIndex(repository()) }
      return index?.item(prefix.isEmpty ? path : prefix + "/" + path).map(Stored.init)
    case .revision(_, let commit, let prefix):
      let repository = try repository()
      if prefixTree == nil {
        prefixTree = try repository.folder(prefix, of: repository.commit(commit).tree, revision: commit.abbreviated())
      }
      guard let prefixTree else { return nil }
      return try repository.item(path, in: prefixTree).map(Stored.init)
    }
  }
}

extension FileReader.Stored {
  fileprivate init(_ item: (mode: UInt32, id: ObjectID)) {
    self = switch item.mode & 0o170000 {
    case 0o100000: .file(item.id)
    case 0o040000: .folder
    case 0o120000: .link
    default: .other
    }
  }
}

/// What can stand at a path.
package enum FileKind: Sendable, Hashable { case file, folder, symbolicLink, other }
