/// A pattern of paths: `*` and `?` within a part of the path, `**` across parts. Without a slash, or with one only at its end,
/// it holds in every folder; what names a folder holds for all that is in it.
struct Glob {
  private let pattern: [UInt8]

  init(_ text: String) {
    var text = text
    if text.hasPrefix("./") { text.removeFirst(2) }
    if text.hasPrefix("/") { text.removeFirst() } else if !text.dropLast().utf8.contains(UInt8(ascii: "/")) { text = "**/" + text }
    if text.hasSuffix("/") { text.removeLast() }
    pattern = Array(text.utf8)
  }

  func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    if Self.matches(pattern[...], bytes[...]) { return true }
    // A folder above that matches holds for the file.
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") && Self.matches(pattern[...], bytes[..<$0]) }
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var (p, s) = (pattern.startIndex, path.startIndex)
    // Where to go on when the last star has to take one more byte.
    var retry: (pattern: Int, path: Int)?
    while s < path.endIndex || p < pattern.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        if p + 1 < pattern.endIndex, pattern[p + 1] == UInt8(ascii: "*") {
          var after = p + 2
          if after < pattern.endIndex, pattern[after] == UInt8(ascii: "/") { after += 1 }
          return matchesFromSomePart(pattern[after...], path[s...])
        }
        retry = (p, s)
        p += 1
      } else if p < pattern.endIndex, s < path.endIndex,
        pattern[p] == path[s] || (pattern[p] == UInt8(ascii: "?") && path[s] != UInt8(ascii: "/"))
      {
        p += 1
        s += 1
      } else if let last = retry, last.path < path.endIndex, path[last.path] != UInt8(ascii: "/") {
        retry = (last.pattern, last.path + 1)
        p = last.pattern + 1
        s = last.path + 1
      } else {
        return false
      }
    }
    return true
  }

  /// `**` begins again only where a part of the path begins, so that `**/a.md` is no `ba.md`.
  private static func matchesFromSomePart(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    if pattern.isEmpty { return true }
    var start = path.startIndex
    while true {
      if matches(pattern, path[start...]) { return true }
      guard let slash = path[start...].firstIndex(of: UInt8(ascii: "/")) else { return false }
      start = slash + 1
    }
  }
}
