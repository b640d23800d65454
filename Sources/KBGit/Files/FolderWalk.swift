#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The walk over a folder on disk. It goes from descriptor to descriptor and never through a link, so nothing leads out of the root.
struct FolderWalk {
  private let filter: FileFilter.Bytes
  private let withStat: Bool
  private let ignore: IgnoreRules?
  private var listing = FileListing()

  /// The deepest folder that is entered, counted from the root. It bounds the descriptors that are open at once.
  private static let maximumDepth = 64

  /// Lists the wanted files under the folder at `path`.
  ///
  /// - Parameters:
  ///   - withStat: also ask for size and times, one system call a file.
  ///   - ignore: what git ignores there, if anything.
  static func list(
    _ path: String, filter: FileFilter, withStat: Bool, ignore: IgnoreRules?
  ) throws(GitError) -> FileListing {
    var walk = FolderWalk(filter: FileFilter.Bytes(filter), withStat: withStat, ignore: ignore)
    let failure = try walk.visit(Descriptor.root(path), path: [], depth: 0, ignored: false)
    if let failure { throw .folderUnreadable(path: path, code: failure) }
    return walk.listing
  }

  private init(filter: FileFilter.Bytes, withStat: Bool, ignore: IgnoreRules?) {
    self.filter = filter
    self.withStat = withStat
    self.ignore = ignore
  }

  /// Lists one folder and what is below it; gives back the system's error number where the folder cannot be read.
  ///
  /// - Parameters:
  ///   - path: the path from the root, with a `/` at its end unless it is empty.
  ///   - ignored: git ignores the folder, and it is visited for the tracked files in it only.
  private mutating func visit(_ folder: borrowing Descriptor, path: [UInt8], depth: Int, ignored: Bool) throws(GitError) -> Int32? {
    var names: FolderNames
    do throws(FolderNames.Failure) {
      names = try FolderNames(in: folder)
    } catch {
      return error.code
    }
    if depth > 0, names.hasRepository {
      skip(path.dropLast(), .nestedRepository)
      return nil
    }
    ignore?.enter(folder, path: path, hasRules: names.hasIgnoreFile)
    defer { ignore?.leave() }
    names.sort()

    var whole = path
    for item in names.items {
      whole.removeSubrange(path.count...)
      whole.append(contentsOf: names.bytes[item.start..<item.start + item.count])
      switch item.kind {
      case .file:
        try addFile(folder, names: names, item: item, path: whole, ignored: ignored)
      case .folder:
        var ignored = ignored
        whole.append(UInt8(ascii: "/"))
        if let ignore {
          if !ignored { ignored = try ignore.ignoresFolder(whole) }
          if ignored, !ignore.tracksAnything(in: whole) { continue }
        }
        guard Self.text(whole) != nil else {
          skip(whole.dropLast(), .nameNotUTF8)
          continue
        }
        guard depth < Self.maximumDepth else {
          skip(whole.dropLast(), .tooDeep)
          continue
        }
        let number = names.withName(item) { folder.openFolder($0) }
        if number >= 0 {
          let code = try visit(Descriptor(number), path: whole, depth: depth + 1, ignored: ignored)
          if let code { skip(whole.dropLast(), .unreadable(code)) }
        } else {
          let code = SystemError.last
          // A folder that has gone since its name was read is no folder; one that became a link answers ENOTDIR or ELOOP.
          if code != ENOENT { skip(whole.dropLast(), code == ELOOP || code == ENOTDIR ? .symbolicLink : .unreadable(code)) }
        }
      case .link:
        if try isWanted(whole, ignored: ignored) { skip(whole[...], .symbolicLink) }
      case .other:
        if filter.accepts(names.bytes.span.extracting(item.start..<item.start + item.count)), try isWanted(whole, ignored: ignored) {
          skip(whole[...], .notRegular)
        }
      }
    }
    return nil
  }

  private mutating func addFile(
    _ folder: borrowing Descriptor, names: borrowing FolderNames, item: FolderNames.Item, path: [UInt8], ignored: Bool
  ) throws(GitError) {
    guard filter.accepts(names.bytes.span.extracting(item.start..<item.start + item.count)), try isWanted(path, ignored: ignored) else { return }
    guard let text = Self.text(path) else {
      skip(path[...], .nameNotUTF8)
      return
    }
    guard withStat else {
      listing.entries.append(FileEntry(path: text, version: .onDisk(nil)))
      return
    }
    var status = stat()
    // A file that vanished since its name was read is no file.
    guard names.withName(item, { fstatat(folder.number, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { return }
    guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
      skip(path[...], status.st_mode & mode_t(S_IFMT) == mode_t(S_IFLNK) ? .symbolicLink : .notRegular)
      return
    }
    listing.entries.append(FileEntry(path: text, version: .onDisk(FileStat(status))))
  }

  /// A path as text; `nil` where it is not UTF-8.
  private static func text(_ path: [UInt8]) -> String? {
    // Most are ASCII, which is told in a fraction of the time.
    path.allSatisfy { $0 < 0x80 } ? String(decoding: path, as: UTF8.self) : String(validating: path, as: UTF8.self)
  }

  /// Whether git does not ignore the file or link.
  private func isWanted(_ path: [UInt8], ignored: Bool) throws(GitError) -> Bool {
    guard let ignore else { return true }
    return try ignored ? ignore.tracks(path) : !ignore.ignoresFile(path)
  }

  private mutating func skip(_ path: ArraySlice<UInt8>, _ reason: SkippedFile.Reason) {
    listing.skipped.append(SkippedFile(path: String(decoding: path, as: UTF8.self), reason: reason))
  }
}

/// The names in one folder, without those that begin with a dot.
struct FolderNames: ~Copyable {
  enum Kind { case file, folder, link, other }

  /// One name: a zero-terminated range of ``bytes``.
  struct Item {
    var start: Int
    var count: Int
    var kind: Kind
  }

  struct Failure: Error { var code: Int32 }

  private(set) var bytes: [UInt8] = []
  private(set) var items: [Item] = []
  /// There is a `.git` in the folder.
  private(set) var hasRepository = false
  /// There is a `.gitignore` in the folder.
  private(set) var hasIgnoreFile = false

  /// Reads the names, which come in no order.
  init(in folder: borrowing Descriptor) throws(Failure) {
    // closedir closes the descriptor that it was given, so it gets one of its own.
    let duplicate = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard duplicate >= 0 else { throw Failure(code: SystemError.last) }
    guard let stream = fdopendir(duplicate) else {
      let code = SystemError.last
      close(duplicate)
      throw Failure(code: code)
    }
    defer { closedir(stream) }
    bytes.reserveCapacity(4096)
    // The offset of a stored property of an imported C structure is always known.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw Failure(code: errno) }
        return
      }
      // The name is reached through the entry and not copied with it: the structure is longer than what readdir fills.
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let count = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
      if name[0] == UInt8(ascii: ".") {
        let dotted = UnsafeBufferPointer(start: name, count: count)
        if dotted.elementsEqual(".git".utf8) { hasRepository = true }
        if dotted.elementsEqual(".gitignore".utf8) { hasIgnoreFile = true }
        continue
      }
      items.append(Item(start: bytes.count, count: count, kind: Self.kind(of: entry, name: name, in: folder)))
      bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: count + 1))
    }
  }

  private static func kind(of entry: UnsafeMutablePointer<dirent>, name: UnsafePointer<UInt8>, in folder: borrowing Descriptor) -> Kind {
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN):
      // Some file systems do not tell.
      var status = stat()
      guard fstatat(folder.number, UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      switch status.st_mode & mode_t(S_IFMT) {
      case mode_t(S_IFREG): return .file
      case mode_t(S_IFDIR): return .folder
      case mode_t(S_IFLNK): return .link
      default: return .other
      }
    default: return .other
    }
  }

  /// Orders the names as git orders a tree, a folder as if its name ended in `/`: a walk in this order meets paths in the order of
  /// their bytes.
  mutating func sort() {
    bytes.withUnsafeBufferPointer { bytes in
      func byte(_ item: Item, _ i: Int) -> UInt8 {
        i < item.count ? bytes[item.start + i] : item.kind == .folder ? UInt8(ascii: "/") : 0
      }
      items.sort { a, b in
        let common = min(a.count, b.count)
        // Non-nil: there is an item, so there are bytes.
        let order = memcmp(bytes.baseAddress! + a.start, bytes.baseAddress! + b.start, common)
        return order != 0 ? order < 0 : byte(a, common) < byte(b, common)
      }
    }
  }

  /// Calls `body` with the zero-terminated name.
  func withName<R>(_ item: Item, _ body: (UnsafePointer<CChar>) -> R) -> R {
    bytes.withUnsafeBytes { raw in
      body(UnsafeRawPointer(raw.baseAddress! + item.start).assumingMemoryBound(to: CChar.self))
    }
  }
}
