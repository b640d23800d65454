internal import CGit2

extension Repository {
  /// The best common ancestors of two commits. One in most histories; several after a criss-cross merge, by id; none where the histories
  /// have nothing in common.
  ///
  /// - Throws: ``GitError/shallowHistory(revision:)`` where the clone was cut off before an ancestor was found.
  package func mergeBases(of one: CommitID, and other: CommitID) throws(GitError) -> [CommitID] {
    var found = git_oidarray()
    defer { git_oidarray_dispose(&found) }
    var (first, second) = (one.oid, other.oid)
    let status = git_merge_bases(&found, handle.pointer, &first, &second)
    if status < 0 {
      let error = GitError(status: status, operation: "find the merge base")
      // The same code stands for no ancestor and for a commit that is missing on the way to one.
      let isMissing = if case .objectMissing = error { true } else { false }
      if isShallow, isMissing || status == GIT_ENOTFOUND.rawValue {
        throw .shallowHistory(revision: "\(one.abbreviated())...\(other.abbreviated())")
      }
      guard status == GIT_ENOTFOUND.rawValue, !isMissing else { throw error }
      return []
    }
    return UnsafeBufferPointer(start: found.ids, count: found.count).map { ObjectID($0) }.sorted()
  }

  /// The commit that changes between two revisions are counted from: their merge base. Of several, the newest, then the one whose id comes
  /// first, so that the answer is the same in every run.
  ///
  /// - Throws: ``GitError/unrelatedHistories(_:_:)`` where there is none, and what ``commit(named:)`` and ``mergeBases(of:and:)`` throw.
  package func mergeBase(of one: String, and other: String) throws(GitError) -> Commit {
    let (first, second) = (try commit(named: one), try commit(named: other))
    let bases: [CommitID]
    do throws(GitError) {
      bases = try mergeBases(of: first.id, and: second.id)
    } catch {
      if case .shallowHistory = error { throw .shallowHistory(revision: "\(one)...\(other)") }
      throw error
    }
    var best: Commit?
    for id in bases {
      let candidate = try commit(id)
      if best.map({ candidate.time > $0.time }) ?? true { best = candidate }
    }
    guard let best else { throw .unrelatedHistories(one, other) }
    return best
  }

  /// The history of a commit, itself first. A commit comes before its parents; among those that could come next, the newest does.
  ///
  /// With `firstParentOnly` the walk follows one line and reads `limit` commits at most. Otherwise it must read the whole history before it
  /// can order it, whatever the limit. Where a shallow clone was cut off, history ends.
  ///
  /// - Parameter limit: the most commits that are given back.
  package func history(of start: CommitID, limit: Int = .max, firstParentOnly: Bool = false) throws(GitError) -> [Commit] {
    let cutOff = shallowCommits()
    func parents(of commit: Commit) -> [CommitID] {
      if cutOff.contains(commit.id) { return [] }
      return firstParentOnly ? Array(commit.parents.prefix(1)) : commit.parents
    }

    if firstParentOnly {
      var line: [Commit] = []
      var next: CommitID? = start
      while let id = next, line.count < limit {
        let commit = try commit(id)
        line.append(commit)
        next = parents(of: commit).first
      }
      return line
    }

    // The number of children not yet given back, for each commit.
    var waiting: [CommitID: Int] = [start: 0]
    var commits: [CommitID: Commit] = [:]
    var unread = [start]
    while let id = unread.popLast() {
      let commit = try commit(id)
      commits[id] = commit
      for parent in Set(parents(of: commit)) {
        if waiting[parent] == nil { unread.append(parent) }
        waiting[parent, default: 0] += 1
      }
    }
    var ready = CommitQueue()
    if let first = commits[start] { ready.insert(first) }
    var ordered: [Commit] = []
    while ordered.count < limit, let commit = ready.popNewest() {
      ordered.append(commit)
      for parent in Set(parents(of: commit)) {
        waiting[parent, default: 1] -= 1
        if waiting[parent] == 0, let free = commits[parent] { ready.insert(free) }
      }
    }
    return ordered
  }

  /// The id of a folder's tree in a commit, `nil` where the commit has no such folder. As long as it stays the same, nothing under the folder
  /// has changed.
  package func tree(ofFolder prefix: String, in commit: Commit) throws(GitError) -> TreeID? {
    do throws(GitError) {
      return try folder(prefix, of: commit.tree, revision: commit.id.abbreviated())
    } catch {
      if case .folderMissing = error { return nil }
      throw error
    }
  }

  /// The commits whose parents a shallow clone did not fetch.
  func shallowCommits() -> Set<CommitID> {
    guard isShallow, let file = Descriptor.file(atPath: location.commonDirectory + "/shallow"),
      let bytes = RegularFile.bytes(of: file, limit: 64 << 20)
    else { return [] }
    return Set(bytes.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) })
  }
}

/// Commits that wait for their turn: a binary heap, the newest on top; of the same time, the one whose id comes first.
private struct CommitQueue {
  private var heap: [Commit] = []

  mutating func insert(_ commit: Commit) {
    heap.append(commit)
    var i = heap.count - 1
    while i > 0, precedes(i, (i - 1) / 2) {
      heap.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  mutating func popNewest() -> Commit? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let top = heap.removeLast()
    var i = 0
    while 2 * i + 1 < heap.count {
      var child = 2 * i + 1
      if child + 1 < heap.count, precedes(child + 1, child) { child += 1 }
      guard precedes(child, i) else { break }
      heap.swapAt(child, i)
      i = child
    }
    return top
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (heap[b].time, heap[a].id) < (heap[a].time, heap[b].id)
  }
}
