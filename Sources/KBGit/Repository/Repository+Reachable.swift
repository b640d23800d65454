internal import CGit2
#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Everything that the references of a repository lead to, each object once.
package struct ReachableHistory: Sendable, Hashable {
  /// A file's content with one place where it stands.
  package struct Blob: Sendable, Hashable {
    package var id: BlobID
    /// The path from the root of the repository; what is not UTF-8 in it is repaired.
    package var path: String
    /// The first commit that has it there, or what a reference points to where that is no commit.
    package var holder: ObjectID
  }

  /// Parents before their children.
  package var commits: [CommitID] = []
  /// Annotated tags.
  package var tags: [ObjectID] = []
  /// In the order in which the commits brought them.
  package var blobs: [Blob] = []
  /// Trees, each before those that hold it.
  package var trees: [TreeID] = []
}

extension Repository {
  /// All commits, tags, trees and blobs that references and a detached HEAD lead to. Trees are read, blobs are not, and a tree that many
  /// commits share is read once. Links count as blobs, submodules are left out. Where a shallow clone was cut off, history ends.
  package func reachableHistory() throws(GitError) -> ReachableHistory {
    try reachableHistory(from: tips().map(\.target))
  }

  /// The same for what some objects lead to: commits, annotated tags, trees or blobs.
  package func reachableHistory(from tips: [ObjectID]) throws(GitError) -> ReachableHistory {
    var walk = ReachableWalk(repository: self)
    for tip in tips { try walk.follow(tip) }
    return walk.history
  }

  /// The references, and HEAD where it points at a commit of its own.
  package func tips() throws(GitError) -> [Reference] {
    var tips = try references()
    if isHeadDetached, let head = try? commit(named: "HEAD") { tips.append(Reference(name: "HEAD", kind: .other, target: head.id)) }
    return tips
  }

  /// What a commit or an annotated tag says, below its header.
  package func message(of id: ObjectID) throws(GitError) -> [UInt8] {
    let bytes = try object(id).bytes
    // The header ends with an empty line.
    guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }) else { return [] }
    return Array(bytes[(end + 2)...])
  }

  /// The content of a blob; `nil` where it is larger than `limit` bytes.
  package func blob(_ id: BlobID, limit: Int) throws(GitError) -> [UInt8]? {
    if case .bytes(let bytes, _) = try content(of: id, limit: limit) { bytes } else { nil }
  }

  /// The commits that hold any of these blobs, or are themselves among `marked`, and those that have such a commit in their past.
  package func commits(of history: ReachableHistory, holding blobs: Set<BlobID>, or marked: Set<CommitID> = []) throws(GitError) -> HoldingCommits {
    var trees: Set<TreeID> = []
    for id in history.trees where try treeItems(id).contains(where: { blobs.contains($0.id) || trees.contains($0.id) }) { trees.insert(id) }
    var result = HoldingCommits()
    for id in history.commits {
      let commit = try commit(id)
      if trees.contains(commit.tree) || marked.contains(id) { result.holding.append(id) }
      if trees.contains(commit.tree) || marked.contains(id) || commit.parents.contains(where: result.tainted.contains) { result.tainted.insert(id) }
    }
    return result
  }
}

/// Commits that hold something.
package struct HoldingCommits: Sendable, Hashable {
  /// Those that hold it themselves, parents first.
  package var holding: [CommitID] = []
  /// Those, and all that have one of them in their past.
  package var tainted: Set<CommitID> = []
}

// MARK: Stored objects

/// An object as git stores it.
struct StoredObject {
  var type: git_object_t
  var bytes: [UInt8]
}

/// An entry of a tree.
struct TreeItem {
  var mode: UInt32
  var name: [UInt8]
  var id: ObjectID

  var isTree: Bool { mode & 0o170000 == 0o040000 }
  var isSubmodule: Bool { mode & 0o170000 == 0o160000 }
}

extension Repository {
  /// The whole content of an object of any type.
  func object(_ id: ObjectID) throws(GitError) -> StoredObject {
    var oid = id.oid
    do throws(GitError) {
      let object = try Handle<StoredObjectKind>("read an object") { git_odb_read(&$0, objects.pointer, &oid) }
      let bytes = UnsafeRawBufferPointer(start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
      return StoredObject(type: git_odb_object_type(object.pointer), bytes: [UInt8](bytes))
    } catch {
      throw error.naming(id)
    }
  }

  func objectType(_ id: ObjectID) throws(GitError) -> git_object_t {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_INVALID
    let status = git_odb_read_header(&size, &type, objects.pointer, &oid)
    if status < 0 { throw GitError(status: status, operation: "read an object").naming(id) }
    return type
  }

  func treeItems(_ id: TreeID) throws(GitError) -> [TreeItem] {
    let tree = try self.tree(id)
    var items: [TreeItem] = []
    let count = git_tree_entrycount(tree.pointer)
    items.reserveCapacity(count)
    for i in 0..<count {
      guard let entry = git_tree_entry_byindex(tree.pointer, i), let id = git_tree_entry_id(entry), let name = git_tree_entry_name(entry) else { continue }
      let mode = UInt32(git_tree_entry_filemode_raw(entry).rawValue)
      items.append(TreeItem(mode: mode, name: Array(UnsafeRawBufferPointer(start: name, count: strlen(name))), id: ObjectID(id.pointee)))
    }
    return items
  }

  /// What an annotated tag points to.
  func target(ofTag id: ObjectID) throws(GitError) -> ObjectID {
    let bytes = try object(id).bytes
    let line = bytes.prefix { $0 != 0x0A }
    guard line.starts(with: "object ".utf8), let target = ObjectID(hex: String(decoding: line.dropFirst(7), as: UTF8.self)) else {
      throw .corruptObject(id: id, detail: "a tag that names no object")
    }
    return target
  }
}

/// Follows references down to blobs, with stacks of its own: histories are deeper than call stacks.
private struct ReachableWalk {
  let repository: Repository
  var history = ReachableHistory()
  private let cutOff: Set<CommitID>
  private var seen: Set<ObjectID> = []

  init(repository: Repository) {
    self.repository = repository
    cutOff = repository.shallowCommits()
  }

  mutating func follow(_ tip: ObjectID) throws(GitError) {
    var id = tip
    while try repository.objectType(id) == GIT_OBJECT_TAG {
      if seen.insert(id).inserted { history.tags.append(id) }
      id = try repository.target(ofTag: id)
    }
    switch try repository.objectType(id) {
    case GIT_OBJECT_COMMIT: try followCommits(id)
    case GIT_OBJECT_TREE: try followTree(id, holder: id)
    default: if seen.insert(id).inserted { history.blobs.append(.init(id: id, path: "", holder: id)) }
    }
  }

  /// Depth first, a commit when all of its parents are done.
  private mutating func followCommits(_ tip: CommitID) throws(GitError) {
    guard !seen.contains(tip) else { return }
    var stack: [(commit: Commit, nextParent: Int)] = [(try repository.commit(tip), 0)]
    seen.insert(tip)
    while let top = stack.last {
      let parents = cutOff.contains(top.commit.id) ? [] : top.commit.parents
      if top.nextParent < parents.count {
        stack[stack.count - 1].nextParent += 1
        let parent = parents[top.nextParent]
        if seen.insert(parent).inserted { stack.append((try repository.commit(parent), 0)) }
      } else {
        stack.removeLast()
        history.commits.append(top.commit.id)
        try followTree(top.commit.tree, holder: top.commit.id)
      }
    }
  }

  private mutating func followTree(_ root: TreeID, holder: ObjectID) throws(GitError) {
    guard seen.insert(root).inserted else { return }
    var stack: [(id: TreeID, path: String, items: [TreeItem], next: Int)] = [(root, "", try repository.treeItems(root), 0)]
    while let top = stack.last {
      guard top.next < top.items.count else {
        stack.removeLast()
        history.trees.append(top.id)
        continue
      }
      stack[stack.count - 1].next += 1
      let item = top.items[top.next]
      if item.isSubmodule { continue }
      guard seen.insert(item.id).inserted else { continue }
      let path = top.path + String(decoding: item.name, as: UTF8.self)
      if item.isTree {
        stack.append((item.id, path + "/", try repository.treeItems(item.id), 0))
      } else {
        history.blobs.append(.init(id: item.id, path: path, holder: holder))
      }
    }
  }
}
