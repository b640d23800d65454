import KBModel

extension FileReading {
  /// Whether the file is a record or was meant to be one: it lies in a record folder, has a type, or its front matter
  /// has a line `type:` although it cannot be read. Other Markdown files are nobody's business.
  ///
  /// Looks through the file where the front matter cannot be read: ask only where something is wrong.
  package var looksLikeRecord: Bool {
    if type != nil || folderType != nil { return true }
    if let frontMatter = document.frontMatter { return frontMatter["type"] != nil }
    let key = Array("type:".utf8)
    guard document.bytes.dropFirst(document.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).starts(with: "---".utf8) else { return false }
    for start in document.lines.starts.prefix(64) where document.bytes[Int(start)...].starts(with: key) { return true }
    return false
  }
}
