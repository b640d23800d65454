import KBGit
package import KBPrivacy

/// The list of names of a knowledge base and the key outside of it.
package struct NameListFile: Sendable {
  /// Where the list lies in a knowledge base. It can be committed: it holds hashes only.
  package static let path = "privacy-names.txt"

  package struct Change: Sendable, Equatable {
    package var added = 0
    package var removed = 0
    /// How many names the list has now.
    package var count = 0
    /// Whether the key was made.
    package var madeKey = false
    /// Lines that hold no name, or more words than a name has, from 1.
    package var refused: [Int] = []
  }

  private let location: KnowledgeBaseLocation
  private let key: PrivateFile

  /// - Parameter key: the path of the file that holds the key.
  package init(of location: KnowledgeBaseLocation, key: String) throws(KnowledgeBaseError) {
    self.location = location
    self.key = try PrivateFile(key, outside: location, option: "--key")
  }

  /// The list, read from a snapshot's source; `nil` where it has none.
  package func list(in snapshot: Snapshot) throws(KnowledgeBaseError) -> NameList? {
    guard let bytes = snapshot.bytesOfFile(Self.path) else { return nil }
    guard let key = try readKey() else {
      throw .usage(
        "'\(Self.path)' cannot be used: its key is not in '\(key.path)'", remedy: "Get the key from whoever made the list, or name its file with --key.")
    }
    return try read(bytes, key: key)
  }

  /// Adds and removes names; makes the list, and the key, where there is none.
  package func change(
    adding: [String], removing: [String] = [], using generator: inout some RandomNumberGenerator
  ) throws(KnowledgeBaseError) -> Change {
    let file = location.folder + "/" + Self.path
    let old = Folder.absolute(file) == nil ? nil : try UserFile.read(file)
    var change = Change()
    var key = try readKey()
    if key == nil {
      guard old == nil else {
        throw .usage("'\(Self.path)' was made with another key: '\(self.key.path)' is not there", remedy: "Get the key from whoever made the list.")
      }
      let made = NameKey(using: &generator)
      key = try self.key.update { bytes throws(KnowledgeBaseError) in
        // Somebody else may have been faster.
        if let bytes, let theirs = NameKey(text: String(decoding: bytes, as: UTF8.self)) { return (nil, theirs) }
        return (Array(made.text.utf8), made)
      }
      change.madeKey = key == made
    }
    guard let key else { return change }
    var list = try old.map { bytes throws(KnowledgeBaseError) in try read(bytes, key: key) } ?? NameList(key: key)
    for (i, name) in adding.enumerated() {
      switch list.add(name) {
      case true?: change.added += 1
      case false?: break
      case nil: change.refused.append(i + 1)
      }
    }
    for name in removing where list.remove(name) == true { change.removed += 1 }
    change.count = list.count
    if change.added + change.removed > 0 || old == nil {
      try AtomicFile.replace(Self.path, in: location.folder, bytes: Array(list.text.utf8))
    }
    return change
  }

  private func readKey() throws(KnowledgeBaseError) -> NameKey? {
    guard let bytes = try key.read() else { return nil }
    guard let key = NameKey(text: String(decoding: bytes, as: UTF8.self)) else {
      throw .unreadable(path: self.key.path, reason: "it holds no key: 64 hexadecimal digits are expected")
    }
    return key
  }

  private func read(_ bytes: [UInt8], key: NameKey) throws(KnowledgeBaseError) -> NameList {
    do throws(NameList.ReadError) {
      return try NameList(String(decoding: bytes, as: UTF8.self), key: key)
    } catch {
      switch error {
      case .syntax(let line): throw .unreadable(path: Self.path, reason: "line \(line) is no 'WORDS HASH'; add names with 'kb privacy names'")
      case .otherKey:
        throw .usage("'\(Self.path)' was made with another key than that in '\(self.key.path)'", remedy: "Name the file of its key with --key.")
      }
    }
  }
}
