import KBModel

/// Changes of files as `diff -u` and git show them.
package enum UnifiedDiff {
  /// A file before and after; a path that is `nil` stands for a file that is not there.
  package struct File: Sendable, Equatable {
    package var oldPath: String?
    package var newPath: String?
    package var before: [UInt8]
    package var after: [UInt8]

    package init(oldPath: String?, newPath: String?, before: [UInt8], after: [UInt8]) {
      self.oldPath = oldPath
      self.newPath = newPath
      self.before = before
      self.after = after
    }
  }

  /// Lines around a change.
  private static let context = 3

  /// The text, safe for a terminal: of a line end that changes only the line itself is seen.
  package static func text(of files: [File], isColored: Bool = false) -> String {
    let paint = Paint(isOn: isColored)
    var text = ""
    for file in files {
      if let old = file.oldPath, let new = file.newPath, old != new {
        text += paint.strong("rename from \(TerminalText.safe(old))") + "\n" + paint.strong("rename to \(TerminalText.safe(new))") + "\n"
      }
      guard file.before != file.after else { continue }
      text += paint.strong("--- \(file.oldPath.map { "a/" + TerminalText.safe($0) } ?? "/dev/null")") + "\n"
      text += paint.strong("+++ \(file.newPath.map { "b/" + TerminalText.safe($0) } ?? "/dev/null")") + "\n"
      text += hunks(LineDifference.lines(of: file.before), LineDifference.lines(of: file.after), paint)
    }
    return text
  }

  private static func hunks(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ paint: Paint) -> String {
    var text = ""
    for group in groups(LineDifference.changes(from: old, to: new)) {
      guard let first = group.first, let last = group.last else { continue }
      let before = min(context, first.old.lowerBound)
      let after = min(context, old.count - last.old.upperBound)
      let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
      let newRange = first.new.lowerBound - before..<last.new.upperBound + after
      text += paint.faint("@@ -\(place(oldRange)) +\(place(newRange)) @@") + "\n"
      var position = oldRange.lowerBound
      for change in group {
        for line in old[position..<change.old.lowerBound] { text += row(" ", line) + "\n" }
        for line in old[change.old] { text += paint.color(row("-", line), "31") + "\n" }
        for line in new[change.new] { text += paint.color(row("+", line), "32") + "\n" }
        position = change.old.upperBound
      }
      for line in old[position..<oldRange.upperBound] { text += row(" ", line) + "\n" }
    }
    return text
  }

  /// Changes that are so near to each other that they share their context.
  private static func groups(_ changes: [LineDifference.Change]) -> [[LineDifference.Change]] {
    var groups: [[LineDifference.Change]] = []
    for change in changes {
      if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  private static func place(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func row(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
    var words = line
    while let last = words.last, last == 0x0A || last == 0x0D { words.removeLast() }
    let isWhole = words.count < line.count
    return mark + TerminalText.safe(String(decoding: words, as: UTF8.self)) + (isWhole ? "" : "\n\\ No newline at end of file")
  }
}
