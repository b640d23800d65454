internal import CGit2

/// A branch or tag and the object it points to.
package struct Reference: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case branch, remoteBranch, tag, other }

  /// The full name: `refs/heads/main`.
  package var name: String
  package var kind: Kind
  /// What it points to: a commit, or for an annotated tag the tag object.
  package var target: ObjectID

  /// The name as people type it: `main`, `origin/main`, `v1`.
  package var shortName: String {
    for prefix in ["refs/heads/", "refs/remotes/", "refs/tags/"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }
}

extension Repository {
  /// All branches, remote-tracking branches, tags and other references that point at an object, by name. Symbolic references
  /// (`origin/HEAD`) are left out: what they point to is listed anyway.
  package func references() throws(GitError) -> [Reference] {
    let iterator = try Handle<ReferenceIteratorKind>("list the branches") { git_reference_iterator_new(&$0, handle.pointer) }
    var references: [Reference] = []
    while true {
      var pointer: OpaquePointer?
      let status = git_reference_next(&pointer, iterator.pointer)
      if status == GIT_ITEROVER.rawValue { break }
      try GitError.check(status, "list the branches")
      guard let pointer else { break }
      let reference = Handle<ReferenceKind>(owning: pointer)
      guard let target = git_reference_target(reference.pointer), let name = git_reference_name(reference.pointer) else { continue }
      let kind: Reference.Kind =
        git_reference_is_branch(reference.pointer) == 1
        ? .branch
        : git_reference_is_remote(reference.pointer) == 1 ? .remoteBranch : git_reference_is_tag(reference.pointer) == 1 ? .tag : .other
      references.append(Reference(name: String(cString: name), kind: kind, target: ObjectID(target.pointee)))
    }
    return references.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
