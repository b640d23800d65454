internal import CGit2

/// The index of a work tree, read once.
final class LoadedIndex {
  private let handle: Handle<IndexKind>

  init(_ repository: Repository) throws(GitError) {
    let location = repository.location
    guard let workTree = location.workTree else { throw .bareRepository(repository: location.gitDirectory) }
    do throws(GitError) {
      handle = try Handle("read the index") { git_repository_index(&$0, repository.handle.pointer) }
    } catch {
      if case .library(_, _, let detail) = error, let refused = GitError.unsupportedFormat(detail, repository: workTree) { throw refused }
      throw error
    }
  }

  var count: Int { git_index_entrycount(handle.pointer) }

  /// Whether there is a file of that path.
  func contains(_ path: [UInt8]) -> Bool {
    path.withCString { git_index_find(nil, handle.pointer, $0) } == 0
  }

  /// Mode and id of a merged file; `nil` where there is none.
  func entry(_ path: String) -> (mode: UInt32, id: BlobID)? {
    guard let entry = git_index_get_bypath(handle.pointer, path, 0) else { return nil }
    return (entry.pointee.mode, ObjectID(entry.pointee.id))
  }

  /// The position of the first entry whose path begins with `prefix`; `nil` where there is none.
  func firstPosition(withPrefix prefix: [UInt8]) -> Int? {
    if prefix.isEmpty { return count > 0 ? 0 : nil }
    var position = 0
    return prefix.withCString { git_index_find_prefix(&position, handle.pointer, $0) } == 0 ? position : nil
  }

  func containsFolder(_ path: [UInt8]) -> Bool { firstPosition(withPrefix: path) != nil }

  /// Calls `body` with each entry from `position` on, until it says `false`. The entry and its path are valid in the call only.
  func forEach(from position: Int, _ body: (borrowing git_index_entry, _ path: UnsafeBufferPointer<UInt8>, _ stage: Int32) -> Bool) {
    for i in position..<max(position, count) {
      guard let entry = git_index_get_byindex(handle.pointer, i), let path = entry.pointee.path else { continue }
      let length = path.withMemoryRebound(to: UInt8.self, capacity: 1) { pointer in
        var n = 0
        while pointer[n] != 0 { n += 1 }
        return n
      }
      let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(path).assumingMemoryBound(to: UInt8.self), count: length)
      if !body(entry.pointee, bytes, git_index_entry_stage(entry)) { return }
    }
  }
}
