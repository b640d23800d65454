/// The files of a knowledge base in one of its sources, and what was left out.
package struct FileListing: Sendable {
  /// The wanted files, in the order of the bytes of their paths, each path once.
  package var entries: [FileEntry] = []
  /// What would have been a file or folder of the knowledge base but is not read, in the same order.
  package var skipped: [SkippedFile] = []
  /// Why ignore rules could not be applied: the repository cannot be read, and files that git ignores may be among the entries.
  package var gitFault: GitError?

  package init() {}

  /// - Throws: ``GitError/conflictedIndex(paths:)`` when files were left out because a merge is under way.
  package func requireMerged() throws(GitError) {
    let paths = skipped.filter { $0.reason == .conflicted }.map(\.path)
    if !paths.isEmpty { throw .conflictedIndex(paths: paths) }
  }
}

/// One file: its path and how its content is known without reading it.
package struct FileEntry: Sendable, Hashable {
  /// The path from the folder of the knowledge base, with `/` between its parts.
  package var path: String
  package var version: FileVersion

  package init(path: String, version: FileVersion) {
    self.path = path
    self.version = version
  }

  /// The id of the content, where git stores it.
  package var blob: BlobID? {
    if case .stored(let blob, _) = version { blob } else { nil }
  }

  /// The mode, where git stores it.
  package var mode: FileMode? {
    if case .stored(_, let mode) = version { mode } else { nil }
  }

  /// What the file system says about the file, where that was asked for.
  package var stat: FileStat? {
    if case .onDisk(let stat) = version { stat } else { nil }
  }
}

/// What tells one state of a file from another.
package enum FileVersion: Sendable, Hashable {
  /// A file on disk; without `stat` when only names were asked for.
  case onDisk(FileStat?)
  /// A file in the index or in a revision.
  case stored(BlobID, FileMode)
}

/// The mode of a file in git.
package enum FileMode: UInt16, Sendable, Hashable {
  case regular = 0o100644
  case executable = 0o100755
}

/// What the file system says about a file: if all of it is as before, the content is taken to be as before.
package struct FileStat: Sendable, Hashable {
  /// Bytes.
  package var size: Int64
  package var inode: UInt64
  /// When the content last changed: nanoseconds since 1970-01-01 UTC.
  package var modified: Int64
  /// When content, name or rights last changed: nanoseconds since 1970-01-01 UTC.
  package var changed: Int64

  package init(size: Int64, inode: UInt64, modified: Int64, changed: Int64) {
    self.size = size
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }
}

/// Something that is not read, and why.
package struct SkippedFile: Sendable, Hashable {
  /// The path from the folder of the knowledge base. Bytes that are not UTF-8 are shown as U+FFFD.
  package var path: String
  package var reason: Reason

  package enum Reason: Sendable, Hashable {
    /// A symbolic link to a file or folder. It is never followed.
    case symbolicLink
    /// A folder with a repository of its own, or a submodule.
    case nestedRepository
    /// A name that is not UTF-8, of a file or of a folder.
    case nameNotUTF8
    /// A pipe, socket or device.
    case notRegular
    /// A folder more than 64 levels down.
    case tooDeep
    /// A folder that cannot be opened, with the system's error number.
    case unreadable(Int32)
    /// Several versions in the index: a merge is under way.
    case conflicted
  }
}
