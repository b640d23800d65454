internal import CGit2
package import KBModel

/// A commit as far as it is needed to read its files and to place it in time.
package struct Commit: Sendable, Hashable {
  package var id: CommitID
  package var tree: TreeID
  /// Its parents, the first one first; none for a root commit. In a shallow clone they may not be there.
  package var parents: [CommitID]
  /// When it was committed: seconds since 1970-01-01 UTC.
  package var time: Int64
  /// The committer's distance from UTC at that time, in minutes.
  package var timeZoneOffset: Int
  /// The first paragraph of the message, on one line; text that is not UTF-8 is repaired.
  package var summary: String

  /// The day of the commit, where it was committed.
  package var day: CalendarDate {
    let seconds = time + Int64(timeZoneOffset) * 60
    return CalendarDate(dayNumber: Int32(clamping: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }
}

extension Repository {
  /// The commit that `revision` names: a branch, a tag (followed to its commit), a full or abbreviated id, or any of git's
  /// expressions over them (`HEAD~3`, `main^2`, `v1^{commit}`).
  ///
  /// - Throws: ``GitError/revisionMissing(name:candidates:)``, ``GitError/revisionAmbiguous(name:)``,
  ///   ``GitError/revisionInvalid(name:detail:)``, ``GitError/unbornHead(branch:)``, ``GitError/shallowHistory(revision:)``.
  package func commit(named revision: String) throws(GitError) -> Commit {
    let object = try object(named: revision)
    do throws(GitError) {
      let commit = try Handle<CommitKind>("follow '\(revision)' to a commit") { git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT) }
      return Commit(commit.pointer)
    } catch {
      switch error {
      case .corruptObject, .objectMissing: throw error
      default: throw .revisionInvalid(name: revision, detail: "it leads to no commit")
      }
    }
  }

  private func object(named revision: String) throws(GitError) -> Handle<ObjectKind> {
    do throws(GitError) {
      return try Handle("look up '\(revision)'") { git_revparse_single(&$0, handle.pointer, revision) }
    } catch {
      throw explain(error, revision: revision)
    }
  }

  /// The commit with that id.
  package func commit(_ id: CommitID) throws(GitError) -> Commit {
    var oid = id.oid
    do throws(GitError) {
      let commit = try Handle<CommitKind>("read the commit") { git_commit_lookup(&$0, handle.pointer, &oid) }
      return Commit(commit.pointer)
    } catch {
      if case .objectMissing = error, isShallow { throw .shallowHistory(revision: id.abbreviated(to: 10)) }
      throw error.naming(id)
    }
  }

  /// The shortest beginning of the id, of at least seven digits, that no other object of the repository shares.
  package func abbreviation(of id: ObjectID) -> String {
    var oid = id.oid
    guard let object = try? Handle<ObjectKind>("read an object", { git_object_lookup(&$0, handle.pointer, &oid, GIT_OBJECT_ANY) }),
      let text = try? withTextBuffer("abbreviate an id", { git_object_short_id($0, object.pointer) })
    else { return id.abbreviated() }
    return text
  }

  /// The name of the branch that HEAD points to, also while it has no commit; `nil` when HEAD is detached.
  package func headBranch() throws(GitError) -> String? {
    let head = try Handle<ReferenceKind>("read HEAD") { git_reference_lookup(&$0, handle.pointer, "HEAD") }
    guard let target = git_reference_symbolic_target(head.pointer) else { return nil }
    let name = String(cString: target)
    return name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : name
  }

  /// What the failure to find a revision means to the user.
  private func explain(_ error: GitError, revision: String) -> GitError {
    let base = String(revision.prefix { !"~^@:".contains($0) })
    if base == "HEAD" || base.isEmpty, isHeadUnborn, let branch = try? headBranch() { return .unbornHead(branch: branch) }
    switch error {
    case .corruptObject: return error
    case .library(_, GIT_EAMBIGUOUS.rawValue, _): return .revisionAmbiguous(name: revision)
    case .library(_, GIT_EINVALIDSPEC.rawValue, let detail): return .revisionInvalid(name: revision, detail: detail)
    default: break
    }
    // A step beyond the last fetched commit, or the id of a commit that was left out.
    let exists = base != revision && !base.isEmpty && (try? Handle<ObjectKind>("", { git_revparse_single(&$0, handle.pointer, base) })) != nil
    let isID = base.utf8.count >= 7 && base.allSatisfy(\.isHexDigit)
    if isShallow, exists || isID { return .shallowHistory(revision: revision) }
    if exists { return .revisionInvalid(name: revision, detail: "'\(base)' has no such ancestor") }
    return .revisionMissing(name: revision, candidates: isID ? [] : similarNames(to: base.isEmpty ? revision : base))
  }

  /// Branches and tags whose name is close to `name`: at most three, the closest first.
  private func similarNames(to name: String) -> [String] {
    guard let references = try? references() else { return [] }
    var ranked: [(distance: Int, name: String)] = []
    for candidate in Set(references.map(\.shortName)) {
      let last = candidate.split(separator: "/").last.map(String.init) ?? candidate
      let distance = min(editDistance(name, candidate), editDistance(name, last))
      if distance <= (name.utf8.count + 2) / 3 { ranked.append((distance, candidate)) }
    }
    ranked.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return ranked.prefix(3).map(\.name)
  }
}

extension Commit {
  init(_ commit: OpaquePointer) {
    id = ObjectID(git_commit_id(commit).pointee)
    tree = ObjectID(git_commit_tree_id(commit).pointee)
    parents = (0..<git_commit_parentcount(commit)).compactMap { git_commit_parent_id(commit, $0).map { ObjectID($0.pointee) } }
    time = git_commit_time(commit)
    timeZoneOffset = Int(git_commit_time_offset(commit))
    summary = git_commit_summary(commit).map { String(cString: $0) } ?? ""
  }
}

/// The least number of bytes to insert, delete or replace to make one text from the other, in lower case.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.lowercased().utf8.prefix(200)), Array(b.lowercased().utf8.prefix(200)))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let substituted = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
