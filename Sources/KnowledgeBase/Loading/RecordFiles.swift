import KBGit

/// Which files of a listing are read as records.
struct RecordFiles {
  let entries: [FileEntry]
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
    let utf8 = path.utf8
    return utf8.suffix(3).elementsEqual(".md".utf8) && !utf8.starts(with: "templates/".utf8)
      && !(utf8.suffix(9).elementsEqual("README.md".utf8) && (utf8.count == 9 || utf8.suffix(10).first == UInt8(ascii: "/")))
  }
}
