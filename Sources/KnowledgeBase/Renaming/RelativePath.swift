import KBModel
import KBRules

/// Paths in Markdown links, as seen from the file that they stand in.
enum RelativePath {
  /// The path part of a link's destination: without `<`, `#fragment` and `?query`.
  static func place(of destination: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var (start, end) = (Int(destination.start), Int(destination.end))
    if start < end, bytes[start] == UInt8(ascii: "<"), bytes[end - 1] == UInt8(ascii: ">") { (start, end) = (start + 1, end - 1) }
    if let stop = bytes[start..<end].firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) { end = stop }
    return ByteRange(start, end)
  }

  /// The way from a file to another path, both relative to the knowledge base.
  static func from(_ path: String, to target: String) -> String {
    var here = path.split(separator: "/").dropLast()[...]
    var there = target.split(separator: "/")[...]
    while let a = here.first, let b = there.first, a == b, there.count > 1 {
      here = here.dropFirst()
      there = there.dropFirst()
    }
    let way = here.map { _ in ".." } + there.map(encoded)
    return way.joined(separator: "/")
  }

  /// What would end a destination is written with its number.
  private static func encoded(_ part: Substring) -> String {
    var result = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case " ": result += "%20"
      case "(": result += "%28"
      case ")": result += "%29"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "#": result += "%23"
      case "?": result += "%3F"
      case "%": result += "%25"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The edits that keep a file's own links right when it moves to another folder.
  static func relocation(of document: Document, from oldPath: String, to newPath: String) -> [TextEdit] {
    guard Folder.parent(of: "/" + oldPath) != Folder.parent(of: "/" + newPath) else { return [] }
    return document.body.fileLinks.compactMap { link in
      let place = place(of: link.destination, in: document.bytes)
      guard !place.isEmpty, document.bytes[Int(place.start)] != UInt8(ascii: "/"),
        case .within(let target) = RelativeLink(document.text(link.destination), from: oldPath)
      else { return nil }
      return TextEdit(range: place, replacement: from(newPath, to: target == oldPath ? newPath : target))
    }
  }
}
