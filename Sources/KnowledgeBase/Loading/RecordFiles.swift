import KBGit

/// Which files of a listing are read as records.
struct RecordFiles {
  var entries: [FileEntry]
  /// Symbolic links where a record could be: never followed, reported instead.
  let symbolicLinks: [String]

  init(entries: [FileEntry], exclude: [String]) {
    var listing = FileListing()
    listing.entries = entries
    self.init(listing: listing, exclude: exclude)
  }

  init(listing: FileListing, exclude: [String]) {
    let globs = exclude.map(Glob.init)
    entries = listing.entries.filter { entry in Self.isRecord(entry.path) && !globs.contains { $0.matches(entry.path) } }
    symbolicLinks = listing.skipped.filter { $0.reason == .symbolicLink && Self.isRecord($0.path) }.map(\.path)
  }

  /// Whether a path is a Markdown file that may be a record: no `README.md`, nothing in `templates/`.
  static func isRecord(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { utf8 in
      func ends(with text: StaticString) -> Bool {
        utf8.count >= text.utf8CodeUnitCount && !zip(utf8[(utf8.count - text.utf8CodeUnitCount)...], text.bytes).contains { $0 != $1 }
      }
      let templates: StaticString = "templates/"
      let isTemplate = utf8.count > templates.utf8CodeUnitCount && !zip(utf8, templates.bytes).contains { $0 != $1 }
      return ends(with: ".md") && !isTemplate && !ends(with: "/README.md") && !(utf8.count == 9 && ends(with: "README.md"))
    }
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
