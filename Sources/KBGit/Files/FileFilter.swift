/// Which files of a folder are wanted, by name. Compared by bytes, with case.
package struct FileFilter: Sendable, Hashable {
  /// Endings of file names: `.md`.
  package var suffixes: [String]
  /// Whole file names, in any folder: `kb.yaml`.
  package var names: [String]

  package init(suffixes: [String], names: [String]) {
    self.suffixes = suffixes
    self.names = names
  }

  /// What a knowledge base is made of: Markdown files and `kb.yaml`.
  package static let knowledgeBase = FileFilter(suffixes: [".md"], names: ["kb.yaml"])
  /// Every file.
  package static let all = FileFilter(suffixes: [""], names: [])

  /// Whether a file of that name (not path) is wanted.
  package func accepts(_ name: String) -> Bool {
    Bytes(self).accepts(Array(name.utf8).span)
  }

  /// The filter in the form that the walks ask for every name.
  struct Bytes {
    let suffixes: [[UInt8]]
    let names: [[UInt8]]

    init(_ filter: FileFilter) {
      suffixes = filter.suffixes.map { Array($0.utf8) }
      names = filter.names.map { Array($0.utf8) }
    }

    func accepts(_ name: borrowing Span<UInt8>) -> Bool {
      for suffix in suffixes where name.count >= suffix.count && matches(name, from: name.count - suffix.count, suffix) { return true }
      for whole in names where whole.count == name.count && matches(name, from: 0, whole) { return true }
      return false
    }

    private func matches(_ name: borrowing Span<UInt8>, from start: Int, _ text: [UInt8]) -> Bool {
      for i in text.indices where name[start + i] != text[i] { return false }
      return true
    }
  }
}
