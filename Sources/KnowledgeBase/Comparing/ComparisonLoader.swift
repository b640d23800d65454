import KBGit
import KBModel

/// Reads two states of a knowledge base. A file that says the same in both is read once, and nothing is checked out.
package struct ComparisonLoader: Sendable {
  /// What the head is compared with.
  package enum Base: Sendable, Equatable {
    /// The newest commit that the head's history shares with a revision: what a pull request is measured against.
    case mergeBase(with: String)
    /// The revision itself.
    case revision(String)

    package var name: String {
      switch self {
      case .mergeBase(let name), .revision(let name): name
      }
    }
  }

  /// Reads the later state.
  package var head: SnapshotLoader
  package var base: Base

  package init(base: Base, head: SnapshotLoader) {
    self.base = base
    self.head = head
  }

  /// - Throws: among others ``KnowledgeBaseError/invalidConfiguration(source:line:reason:)`` for a base whose `kb.yaml` cannot be
  ///   read, and what git has against the revisions. A base without a `kb.yaml` is an empty knowledge base.
  package func load() throws(KnowledgeBaseError) -> Comparison {
    guard let location = head.location.repository else { throw .noRepository(head.location.folder) }
    let repository = try KnowledgeBaseError.wrap { () throws(GitError) in try Repository(at: location) }
    // First, since it fails fast.
    let start = try KnowledgeBaseError.wrap { () throws(GitError) in try commit(in: repository) }
    var loader = head
    loader.requiresEveryObject = true
    let after = try loader.load()
    guard let start else {
      return Comparison(base: .empty(like: after), head: after, baseName: base.name, changes: after.allAdded, renames: Renames())
    }

    let changes = try KnowledgeBaseError.wrap { () throws(GitError) in
      try repository.changes(from: start.id, to: after.comparisonTarget, prefix: after.prefix)
    }
    let shared = SharedFacts(of: after, except: Set(changes.flatMap { [$0.old?.path, $0.new?.path].compactMap(\.self) }))
    loader.source = .revision("\(start.id)")
    let before: Snapshot
    do throws(KnowledgeBaseError) {
      before = try loader.load(sharing: shared)
    } catch {
      guard error.meansNoKnowledgeBase else { throw error }
      return Comparison(base: .empty(like: after), head: after, baseName: base.name, changes: after.allAdded, renames: Renames())
    }
    if before.configuration.source == nil, let fault = before.configuration.faults.first {
      throw .invalidConfiguration(
        source: "'\(base.name)' (\(start.id.abbreviated()))", line: Int(fault.span.start.line), reason: fault.message)
    }
    return Comparison(
      base: before, head: after, baseName: base.name, changes: changes,
      renames: Renames(changes, base: before.graph, head: after.graph))
  }

  /// The commit of the base; `nil` for the head's own branch before its first commit, when there is nothing to compare with.
  private func commit(in repository: Repository) throws(GitError) -> Commit? {
    if base.name == "HEAD", repository.isHeadUnborn { return nil }
    switch base {
    case .revision(let name): return try repository.commit(named: name)
    case .mergeBase(let name):
      if case .revision(let head) = head.source { return try repository.mergeBase(of: name, and: head) }
      return try repository.mergeBase(of: name, and: "HEAD")
    }
  }
}

extension ComparisonLoader {
  /// The branch that changes are merged into: what the remote calls its own, else `main` or `master`, here or there.
  package static func mainBranch(of location: KnowledgeBaseLocation) throws(KnowledgeBaseError) -> String {
    guard let place = location.repository else { throw .noRepository(location.folder) }
    let found = try KnowledgeBaseError.wrap { () throws(GitError) -> String? in
      let repository = try Repository(at: place)
      for name in ["origin/HEAD", "main", "master", "origin/main", "origin/master"] {
        do throws(GitError) {
          _ = try repository.commit(named: name)
          return name
        } catch {
          guard case .revisionMissing = error else { throw error }
        }
      }
      return nil
    }
    guard let found else {
      throw .usage("there is no branch 'main' or 'master' to compare with", remedy: "Name the base: kb review BASE")
    }
    return found
  }
}

extension KnowledgeBaseError {
  /// Whether the source was read and holds no knowledge base there.
  fileprivate var meansNoKnowledgeBase: Bool {
    switch self {
    case .noConfiguration, .git(.folderMissing): true
    default: false
    }
  }
}

extension Snapshot {
  /// The folder of the knowledge base in its repository.
  var prefix: String {
    switch fileSource {
    case .folder: location.prefix
    case .index(_, let prefix), .revision(_, _, let prefix): prefix
    }
  }

  fileprivate var comparisonTarget: ComparisonTarget {
    switch fileSource {
    case .folder: .workTree
    case .index: .index
    case .revision(_, let commit, _): .commit(commit)
    }
  }

  /// A knowledge base in which there is nothing yet, read as another one is.
  fileprivate static func empty(like other: Snapshot) -> Snapshot {
    var empty = other
    empty.graph = RecordGraph(files: [])
    empty.looseFindings = []
    empty.fileCount = 0
    empty.notices = []
    empty.commit = nil
    // What its kb.yaml says wrong is new, too.
    empty.configuration.faults = []
    return empty
  }

  fileprivate var allAdded: [FileChange] {
    graph.files.map { FileChange(kind: .added, old: nil, new: FileChange.Side(path: $0.path)) }
  }
}
