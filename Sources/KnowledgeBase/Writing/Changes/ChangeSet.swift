/// Changes of several files of a knowledge base that belong together: computed first, then made all or none.
package struct ChangeSet: Sendable, Equatable {
  /// What happens to one path. Bytes that are `nil` stand for a file that is not there.
  package struct Change: Sendable, Equatable {
    /// Relative to the knowledge base, with `/`.
    package var path: String
    /// What was read there; it must still be there when the change is made.
    package var before: [UInt8]?
    package var after: [UInt8]?
    /// For a file that moved here: where from. Its permissions come with it.
    package var source: String?
  }

  /// In the order of paths, one for each path.
  package private(set) var changes: [Change] = []

  package init() {}

  package var isEmpty: Bool { changes.isEmpty }

  /// Gives a file other bytes; does nothing where they are the same.
  package mutating func edit(_ path: String, from before: [UInt8], to after: [UInt8]) {
    guard before != after else { return }
    add(Change(path: path, before: before, after: after))
  }

  /// Makes a file where none may be.
  package mutating func create(_ path: String, bytes: [UInt8]) { add(Change(path: path, before: nil, after: bytes)) }

  package mutating func delete(_ path: String, bytes: [UInt8]) { add(Change(path: path, before: bytes, after: nil)) }

  /// Gives a file another path, where none may be, and other bytes where they differ.
  package mutating func move(_ path: String, to target: String, from before: [UInt8], to after: [UInt8]) {
    add(Change(path: path, before: before, after: nil))
    add(Change(path: target, before: nil, after: after, source: path))
  }

  private mutating func add(_ change: Change) {
    var (place, end) = (0, changes.count)
    while place < end {
      let middle = (place + end) / 2
      if changes[middle].path.utf8.lexicographicallyPrecedes(change.path.utf8) { place = middle + 1 } else { end = middle }
    }
    precondition(place == changes.endIndex || changes[place].path != change.path, "one change for each path")
    changes.insert(change, at: place)
  }
}

extension ChangeSet {
  /// A file before and after, where the two halves of a move are one.
  package struct Difference: Sendable, Equatable {
    /// `nil` for a file that is made.
    package var oldPath: String?
    /// `nil` for a file that goes.
    package var newPath: String?
    package var before: [UInt8]
    package var after: [UInt8]
  }

  /// In the order of the paths after the change.
  package var differences: [Difference] {
    let sources = Set(changes.compactMap(\.source))
    let byPath = Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0) })
    return changes.filter { !sources.contains($0.path) || $0.after != nil }.map { change in
      let old = change.source ?? (change.before == nil ? nil : change.path)
      return Difference(
        oldPath: old, newPath: change.after == nil ? nil : change.path,
        before: change.source.flatMap { byPath[$0]?.before } ?? change.before ?? [], after: change.after ?? [])
    }
  }
}
