#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Where a git repository is on disk: a plain value that every worker opens for itself with ``Repository/init(at:)``.
///
/// Finding it looks at the file system only and does not start libgit2, so that a folder without git costs nothing. All paths are
/// absolute, without symbolic links, and have no slash at the end.
package struct RepositoryLocation: Sendable, Hashable {
  /// The root of the checked-out files; `nil` in a bare repository.
  package var workTree: String?
  /// The folder that holds HEAD and the index of this work tree.
  package var gitDirectory: String
  /// The folder that holds objects, branches and hooks. It differs from ``gitDirectory`` in a linked work tree (`git worktree add`).
  package var commonDirectory: String

  /// No work tree: revisions can be read, and nothing else.
  package var isBare: Bool { workTree == nil }

  /// The repository that holds `folder`, looked for in it and then in each folder above; `nil` where there is none.
  ///
  /// - Parameter folder: an existing folder (or file), absolute or relative to the working directory.
  package static func containing(_ folder: String) -> RepositoryLocation? {
    guard var path = canonicalPath(folder) else { return nil }
    while true {
      if let found = RepositoryLocation(workTree: path) ?? RepositoryLocation(bare: path) { return found }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path != "/" else { return nil }
      path = slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// The repository whose work tree begins at `path`: there is a `.git` folder in it, or a `.git` file that names one.
  private init?(workTree path: String) {
    let dotGit = path == "/" ? "/.git" : path + "/.git"
    switch kind(of: dotGit) {
    case mode_t(S_IFDIR):
      guard kind(of: dotGit + "/HEAD") != nil, let git = canonicalPath(dotGit) else { return nil }
      gitDirectory = git
    case mode_t(S_IFREG):
      guard let line = firstLine(of: dotGit), line.utf8.starts(with: "gitdir:".utf8) else { return nil }
      let named = String(line.dropFirst("gitdir:".count).drop { $0 == " " })
      guard let git = canonicalPath(named.utf8.first == UInt8(ascii: "/") ? named : path + "/" + named) else { return nil }
      gitDirectory = git
    default: return nil
    }
    workTree = path
    commonDirectory = Self.commonDirectory(of: gitDirectory)
  }

  /// The repository that is `path` itself, without a work tree (or a `.git` folder entered from inside).
  private init?(bare path: String) {
    guard kind(of: path + "/HEAD") == mode_t(S_IFREG), kind(of: path + "/refs") == mode_t(S_IFDIR),
      kind(of: path + "/objects") == mode_t(S_IFDIR)
    else { return nil }
    workTree = nil
    gitDirectory = path
    commonDirectory = path
  }

  private static func commonDirectory(of gitDirectory: String) -> String {
    guard let named = firstLine(of: gitDirectory + "/commondir") else { return gitDirectory }
    return canonicalPath(named.utf8.first == UInt8(ascii: "/") ? named : gitDirectory + "/" + named) ?? gitDirectory
  }

  /// The path of `folder` from the root of the work tree, with `/` between its parts and none at the end; empty for the root itself.
  /// `nil` where the folder does not exist, or lies outside the work tree.
  package func prefix(of folder: String) -> String? {
    guard let workTree, let path = canonicalPath(folder) else { return nil }
    if path == workTree { return "" }
    let root = workTree == "/" ? "/" : workTree + "/"
    return path.utf8.starts(with: root.utf8) ? String(decoding: path.utf8.dropFirst(root.utf8.count), as: UTF8.self) : nil
  }
}

/// The absolute path without symbolic links; `nil` where nothing is there.
private func canonicalPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The `S_IFMT` bits of what the path leads to; `nil` where nothing is there.
private func kind(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & mode_t(S_IFMT) : nil
}

/// The first line of a small file, without its end; `nil` where it cannot be read.
private func firstLine(of path: String) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX) + 16) { buffer, count in
    count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
  }
  guard !bytes.isEmpty else { return nil }
  return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
}
